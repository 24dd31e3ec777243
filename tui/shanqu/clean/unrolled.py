"""A page that was flattened into one line, taken apart where its lines stood.

White space is what is left of the breaks, and it stands inside sentences as well: around names, figures and Latin
words, between the halves of a headline. What stands on both sides of it tells them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shanqu.clean.data import labels, load, once

# A line is the page where it has this share of its characters, and so many.
_SHARE: Final = 0.7
LEAST: Final = 160
# So many of its words have to end a sentence or to begin a field, and white space to part them from others.
_SURE: Final = 2
# A page has a sentence in so many characters, even one with many words of menus around it.
_STOPPED_WITHIN: Final = 8000
_LASTS: Final = frozenset("。!?…”’」』》)]】\"'")
_WORD: Final = re.compile(r"\S+")
# How far back a bracket is looked for, and the sentence that goes on.
_REACH: Final = 120
_BRACKET_REACH: Final = 60
_ENDED: Final = re.compile(r"(?:[。!?…]|[(]完[)])[”’」』》)\]】\"']*$")
_BRACKETS: Final = (("(", ")"), ("“", "”"), ("《", "》"), ("【", "】"))
_OPENING: Final = re.compile("[(“《【]")
# What a word that is marked off may begin with, what closes one, and what a line goes on behind.
_MARKS_BEFORE: Final = frozenset("[【(")
_CLOSING: Final = "”’」』》)】\"']"
_GOES_ON_AFTER: Final = ":、,;/"
_DAY: Final = re.compile(
    r"[\[【(]?(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?)?|\d{1,2}[-/月]\d{1,2}日?)(?:\d{1,2}:\d{2}(?::\d{2})?)?[\])】]?$"
)
_TIME: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_DAY_LAST: Final = re.compile(r"\d\s?[-/.月]\s?\d{1,2}日?$")
_DATELINE: Final = re.compile(r"(?:(?<![资通视])讯|电|消息|报道)\s?(?:[(【][^()【】]{2,50}[)】])?$")
_CRUMBS: Final = re.compile(r"[>»|/·]|(?:正文|首页|频道|栏目)$")
_POSTED: Final = re.compile(r"(?:发[表布]于?|时间):?(?=\d)|发[表布]于$")
_LATIN: Final = re.compile("[a-zA-Z0-9]")
_NAME: Final = range(2, 4)
_HALVES: Final = range(8, 31)
_HALF_LEAST: Final = 6
_DATELINE_LONGEST: Final = 70


@dataclass(frozen=True, slots=True)
class _Words:
    """`flattened.toml`, as patterns of what stands at the end of the text before a gap and at the beginning after it.

    What `leads` fits ends in one of `lasts`; what `follows` and `opens` fit begins with one of theirs: of most words
    this one character says that they do not.
    """

    leads: re.Pattern[str]
    follows: re.Pattern[str]
    opens: re.Pattern[str]
    named: re.Pattern[str]
    labels: frozenset[str]
    glued: re.Pattern[str]
    lasts: frozenset[str]
    follow_firsts: frozenset[str]
    open_firsts: frozenset[str]


@once
def _words() -> _Words:
    data = load("flattened.toml")
    fields = [word for words in labels().fields.values() for word in words if len(word) > 1]
    opens = _any_of(data["opens"])
    closing = re.escape(_CLOSING)
    return _Words(
        leads=re.compile(
            rf".{{0,10}}(?:{_any_of(data['people'])})|.?(?:{_any_of(data['leads'])})|.*[{_GOES_ON_AFTER}]"
        ),
        follows=re.compile(rf"(?:{_any_of(data['follows'])})[)】。]?|[{closing}]{{1,2}}"),
        opens=re.compile(rf"[\[【(]?(?:(?:{_any_of(fields)}|{opens})\s?[:丨]|(?:{opens})$)"),
        named=re.compile(
            rf"(?:.{{0,48}}\s)?\W?(?:.{{0,10}}(?:{_any_of(data['people'])})|.{{0,2}}(?:{_any_of(data['leads'])}))[:\s]\s?(?:[\u3400-\u9fff]{{2,4}}\s?){{1,4}}"
        ),
        labels=frozenset(fields),
        glued=re.compile(
            rf"(?<=[。!?”)】])[\[【(]?(?:{opens}|来源|编辑|作者)[:丨]|(?<=[\u3400-\u9fff])(?:{_any_of(data['tails'])}):"
        ),
        lasts=frozenset([word[-1] for word in data["people"] + data["leads"]]) | frozenset(_GOES_ON_AFTER),
        follow_firsts=frozenset([word[0] for word in data["follows"]]) | frozenset(_CLOSING),
        open_firsts=frozenset([word[0] for word in fields + data["opens"]]) | _MARKS_BEFORE,
    )


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def is_flattened(raws: list[str], size: int) -> bool:
    """Whether one of the lines of a text of `size` characters is nearly all of it."""
    longest = max(map(len, raws), default=0)
    return longest >= LEAST and longest >= _SHARE * size


def cuts(norm: str) -> list[int]:
    """Where in a line the lines begin that it was made of, but for the first one: offsets, sorted.

    `norm` is the line in the form that rules are written in, character for character. Linear in its length.
    A line with white space between words alone is a paragraph as it stands.
    """
    if len(norm) > _STOPPED_WITHIN * norm.count("。"):
        # What has hardly a sentence is a list, however long.
        return []
    spans = [found.span() for found in _WORD.finditer(norm)]
    found = {match.start() for match in _words().glued.finditer(norm)}
    sure = len(found)
    begun = 0
    for index in range(1, len(spans)):
        if _parts(norm, begun, spans, index):
            begun, at = spans[index][0], spans[index - 1][1]
            found.add(begun)
            sure += sure < _SURE and (
                _ENDED.search(norm, max(0, at - _REACH), at) is not None
                or _words().opens.match(norm, begun) is not None
            )
    return sorted(found) if sure >= _SURE else []


def _parts(norm: str, begun: int, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether the white space before word `index` parts two lines; the line before it begins at `begun`."""
    (low, at), (start, end) = spans[index - 1], spans[index]
    before = norm[max(begun, at - _REACH) : at]
    word = norm[start : min(end, start + _REACH)]
    words = _words()
    if end - start == 1 == at - low:
        # A word stretched with spaces, or marks in a row.
        return False
    first = word[0]
    if first in words.follow_firsts and words.follows.fullmatch(word):
        return False
    if before[-1] in _LASTS and _ENDED.search(before):
        return True
    if _is_open(before[-_BRACKET_REACH:]):
        return False
    if first in words.open_firsts and words.opens.match(word):
        return True
    if before[-1] in words.lasts and words.leads.fullmatch(norm, max(low, at - _REACH), at):
        return False
    if start - at > 1 or norm[at] == "\u3000":
        return True
    if first.isdecimal() or first in _MARKS_BEFORE:
        if _TIME.match(word):
            return _DAY_LAST.search(before) is None
        if _DAY.match(word):
            return True
    if at - begun <= _DATELINE_LONGEST and _DATELINE.search(before):
        return False
    if at - begun in _HALVES and _is_half(norm[begun:at], word, _next(norm, spans, index)):
        return False
    if at - low >= _HALF_LEAST and _comes_again(norm, spans, index):
        return False
    if _is_named(before, word):
        return False
    return not _is_amid(norm[low:at], word) or words.opens.match(norm, begun, at) is not None


def _is_open(before: str) -> bool:
    """Whether a bracket or a quotation is not closed yet."""
    return _OPENING.search(before) is not None and any(
        before.rfind(begin) > before.rfind(end) for begin, end in _BRACKETS
    )


def _next(norm: str, spans: list[tuple[int, int]], index: int) -> str:
    """The next word after word `index` but for a mark alone."""
    words = (norm[start:end] for start, end in spans[index + 1 : index + 3])
    return next((word for word in words if len(word) > 1), "")


def _comes_again(norm: str, spans: list[tuple[int, int]], index: int) -> bool:
    """Whether words `index - 1` and `index` stand right before or after themselves, as a headline does that is
    printed twice."""
    pairs = [
        (norm[slice(*spans[at - 1])], norm[slice(*spans[at])])
        for at in (index - 2, index, index + 2)
        if 0 < at < len(spans)
    ]
    own = norm[slice(*spans[index - 1])], norm[slice(*spans[index])]
    return len(own[1]) >= _HALF_LEAST and own[0] != own[1] and pairs.count(own) > 1


def _is_half(before: str, word: str, after: str) -> bool:
    """Whether the halves of a headline stand on the two sides: its fields follow."""
    return (
        _HALF_LEAST <= len(word) <= _HALVES.stop
        and "/" not in word
        and _begins_fields(after)
        and before != word
        and not word.endswith(("电", "讯"))
        and _CRUMBS.search(before) is None
    )


def _begins_fields(word: str) -> bool:
    bare = _POSTED.sub("", word, 1)
    return not bare or _DAY.match(bare) is not None or _words().opens.match(word) is not None


def _is_named(before: str, word: str) -> bool:
    """Whether the word is one more name behind those of who wrote or edited it."""
    name = word.rstrip(")】。")
    return (
        len(name) in _NAME
        and name[0] in labels().surnames
        and name not in _words().labels
        and _words().named.fullmatch(before[-_BRACKET_REACH:]) is not None
    )


def _is_amid(last: str, word: str) -> bool:
    """Whether a line goes on over the white space beside figures or Latin words."""
    amid = (
        (word.isascii() and word.isalnum())
        or (last.isascii() and last.isalnum())
        or (_LATIN.match(last[-1]) is not None and _LATIN.match(word) is not None)
    )
    return amid and _DAY.match(last) is None and _TIME.match(last) is None

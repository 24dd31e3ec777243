"""What one line looks like, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import Final

from shanqu.clean import rules
from shanqu.clean.data import forget, labels
from shanqu.clean.fields import is_fielded
from shanqu.clean.gates import ESTATE, EVERY, LEGAL
from shanqu.clean.glance import chinese
from shanqu.clean.lines import Line, is_marked_up
from shanqu.clean.looks import Seen, forms, look

_STOP: Final = frozenset("。!?…")
_STOPPED: Final[tuple[str, ...]] = ("。", "!", "?", "…", "......")
_CLOSERS: Final = "”’」』》）)】]\"' "
# What a line ends in that may end a sentence all the same, or lead to more.
_MAY_STOP: Final = frozenset(_CLOSERS + ".")
_TEASER_ENDS: Final = frozenset(".…]文>")
_TEASER: Final = re.compile(r"(?:\.{2,}|…+|\[(?:详细|详情|全文|查看全文)\]|查看全文|阅读全文)[>\s]*$")
_RUN: Final = re.compile(r"[\u3400-\U0010ffff]{2,}")
_COMMA: Final = re.compile(r"[,、;:]")
# A space beside a letter or a figure parts no items: so Chinese is written around Latin words.
_ITEMS: Final = re.compile(r"(?:[|_,]|(?<![a-zA-Z0-9%)+])\s(?![a-zA-Z0-9(+×]))[\s|_,]*")
_BAR: Final = re.compile(r"[|_]")
# Prose as a reader's eye takes it: a sentence with at least this many characters.
PROSE: Final = 45
SHORT_PROSE: Final = 16
STRONG: Final = 36
_SPAM_LEAST: Final = 120
_LEGAL_LEAST: Final = 20
_RECURS: Final = 40
_OFFER_LONGEST: Final = 80
_COUNTED: Final = 80
_MOST_KNOWN: Final = 8192
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(slots=True, eq=False)
class Signs:
    """The features of a line.

    `stop`: ends like a sentence. `prose`: reads like running text. `strong`: prose long enough to
    stand for itself. `rule`: the boilerplate rule that fits it in every part of a page; `parted`: in one part
    another may, see `rule_in`. `may`: the `gates` that it passes. `seen`: what says whether it lies in an article,
    once `looks_of` was asked for it; `fielded`: what `field_lines.is_field_line` says of it, once that was asked.
    """

    line: Line
    length: int
    han: int
    stop: bool
    prose: bool
    strong: bool
    teaser: bool
    legal: bool
    listing: bool
    rule: rules.Rule | None
    parted: int
    may: int = EVERY
    seen: Seen | None = None
    fielded: bool | None = None


def signs(lines: Sequence[Line]) -> list[Signs]:
    """The features of each of the lines. Linear in their length.

    Lines that read alike share them: only what the markup says of a line is its own, not its place.
    """
    texts = [line.text for line in lines]
    likes = [*map(_known.get, texts)]
    fresh = {line.text: line for line, like in zip(lines, likes, strict=True) if like is None}
    read = dict(zip(fresh, _read_all([*fresh.values()]), strict=True))
    found = [read[line.text] if like is None else like for line, like in zip(lines, likes, strict=True)]
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    # Short lines come again on the other pages of a site.
    _known.update([item for item in read.items() if len(item[0]) <= _RECURS])
    return [
        _of(line, like) if line.tag or line.chosen or line.link_share else like
        for line, like in zip(lines, found, strict=True)
    ]


_known: dict[str, Signs] = {}
forget(_known.clear)


def unmarked(sign: Signs) -> Signs:
    """The features of the line without what the markup says of it."""
    line = sign.line
    return _of(Line(line.start, line.end, line.text, line.norm), sign) if is_marked_up(line) else sign


def _of(line: Line, like: Signs) -> Signs:
    """The features of the line, which are those of another one that reads as it does."""
    return Signs(
        line,
        like.length,
        like.han,
        like.stop,
        like.prose,
        like.strong,
        like.teaser,
        like.legal,
        like.listing,
        like.rule,
        like.parted,
        like.may,
        like.seen,
        like.fielded,
    )


def looks_of(lines: Sequence[Signs]) -> list[Seen]:
    """What each of the lines looks like. Linear in their length."""
    fresh = [sign for sign in dict.fromkeys(lines) if sign.seen is None]
    for sign, form in zip(fresh, forms([sign.line.norm for sign in fresh]), strict=True):
        flags = _flag_names(sign.stop, sign.prose, sign.strong, sign.teaser, sign.legal, sign.listing)
        sign.seen = look(sign.line.norm, form, sign.han, sign.rule, flags, sign.may)
    return [sign.seen for sign in lines if sign.seen is not None]


def rule_in(sign: Signs, where: rules.Where) -> rules.Rule | None:
    """The boilerplate rule that fits the line in this part of the page."""
    if not sign.parted:
        return sign.rule
    own = rules.find_among(sign.line.norm, sign.parted, where)
    if own is None:
        # What does not fit is not tried again.
        sign.parted = rules.without(sign.parted, where)
    return own or sign.rule


def rule_of_text(sign: Signs, where: rules.Where) -> rules.Rule | None:
    """The boilerplate rule that fits what the line says in this part of the page, whatever else is known of the line."""
    like = _known.get(sign.line.text)
    return rules.find(sign.line.norm, where) if like is None else rule_in(like, where)


def as_boilerplate(sign: Signs, rule: rules.Rule) -> Signs:
    """The features of a line that is known for boilerplate from elsewhere, as if `rule` fitted it."""
    return Signs(
        sign.line,
        sign.length,
        sign.han,
        sign.stop,
        prose=False,
        strong=False,
        teaser=sign.teaser,
        legal=sign.legal,
        listing=sign.listing,
        rule=rule,
        parted=0,
        may=sign.may,
    )


def _read_all(lines: Sequence[Line]) -> list[Signs]:
    """The features of lines that are not known yet; what can be found for all of them at once takes far less time."""
    if not lines:
        return []
    norms = [line.norm for line in lines]
    # Only headlines are asked how many characters are Chinese; a long line is Chinese or not.
    counted = [norm if len(norm) <= _COUNTED else "" for norm in norms]
    return [
        _read(
            Line(0, 0, line.text, line.norm) if line.tag or line.chosen or line.link_share else line,
            han if norm else len(line.norm) * (not line.norm.isascii()),
            found,
        )
        for line, norm, han, found in zip(lines, counted, chinese(counted), rules.find_in(norms), strict=True)
    ]


def _read(line: Line, han: int, found: rules.Found) -> Signs:
    rule, parted, may = found
    norm = line.norm
    length = len(norm)
    last = norm[-1:]
    stop = last in _STOP or (last in _MAY_STOP and _is_stopped(norm))
    if length < SHORT_PROSE:
        return Signs(line, length, han, stop, False, False, False, False, False, rule, parted, may)
    sentences = norm.count("。")
    teaser = length >= 30 and last in _TEASER_ENDS and _TEASER.search(norm, length - 12) is not None
    listing = length >= _SPAM_LEAST and _is_listing(norm, sentences)
    prose = (
        (stop or (length >= PROSE and (sentences > 0 or _COMMA.search(norm) is not None)))
        and (rule is None or (rule.weak and length > 30))
        and not listing
        and han * 4 >= length
        and not (sentences == 0 and is_fielded(norm))
    )
    legal = may & LEGAL != 0 and length >= _LEGAL_LEAST and labels().lexicons["legal"].fits(norm[:1000])
    strong = prose and length >= STRONG and (stop or sentences > 0) and not teaser and not legal
    return Signs(line, length, han, stop, prose, strong, teaser, legal, listing, rule, parted, may)


@cache
def _flag_names(stop: bool, prose: bool, strong: bool, teaser: bool, legal: bool, listing: bool) -> str:
    flags = {
        "stop": stop,
        "prose": prose,
        "strong": strong,
        "teaser": prose and teaser,
        "legal": legal,
        "listing": listing,
    }
    return " ".join(name for name, flag in flags.items() if flag)


def _is_stopped(norm: str) -> bool:
    """Whether a sentence ends before the quotation marks and brackets at the end of a line."""
    return norm.endswith("(完)") or norm.rstrip(_CLOSERS).endswith(_STOPPED)


# A row of a table, which has its number in the first cell.
_NUMBERED_ROW = re.compile(r"\|?\s?\d{1,3}\s?\|")


def _is_listing(norm: str, sentences: int) -> bool:
    """Headline after headline on one line, as on pages that were broken into."""
    if sentences * 150 > len(norm) or _NUMBERED_ROW.match(norm) is not None:
        return False
    items = [item for item in _ITEMS.split(norm[:4000]) if item]
    if len(items) < 8:
        return False
    mean = len(norm[:4000]) / len(items)
    bars = len(_BAR.findall(norm[:4000]))
    commas = norm[:4000].count(",")
    return 4 <= mean <= 40 and (
        bars >= 6 or commas * 2 < len(items) or (sentences == 0 and commas >= 12 and mean > 9)
    )


@lru_cache(maxsize=8192)
def is_spam(text: str) -> bool:
    """Whether the text holds words that only pages which were broken into hold."""
    return labels().lexicons["spam"].fits(text.lower())


forget(is_spam.cache_clear)


def is_offer(sign: Signs) -> bool:
    """Whether a line without a sentence offers plants or land: several words of that trade at once."""
    if sign.may & ESTATE == 0:
        return False
    norm = sign.line.norm
    plain = not sign.stop and sign.length <= _OFFER_LONGEST and "。" not in norm
    return plain and labels().lexicons["estate"].fits(norm)


def is_title_like(sign: Signs) -> bool:
    """Whether the line could be a headline in a list: short, no sentence, no field."""
    return (
        sign.rule is None and 5 <= sign.length <= 60 and sign.han >= 4 and not sign.line.norm.endswith("。")
    )


@lru_cache(maxsize=1024)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of `text`."""
    return _NONE.union(*[map(add, run, run[1:]) for run in _RUN.findall(text)])

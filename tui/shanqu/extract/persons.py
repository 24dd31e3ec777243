"""Persons: a surname beside a title, a verb of speech or a credit; then every repeat of the name."""

from __future__ import annotations

import re

from shanqu.extract.document import Document
from shanqu.extract.foreign import foreigners
from shanqu.extract.segment import frequency, is_verb, tag, words
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, occurrences, runs_of
from shanqu.gazetteer import terms
from shanqu.gazetteer.tables import once

_STOP = frozenset(',，。;；:：、!！?？”“)）(（》《\n 　\t/|—-·…’"')
_NAME_MIN = 2
# How the dictionary marks adverbs and times.
_ADVERBS = ("d", "ad", "z", "t")
_CREDIT_BLOCK = re.compile(r"[(（]([^()（）\n]{0,40}(?:记者|通讯员)[^()（）\n]{2,60})[)）]")
_SHOT = re.compile(r"(?<![一-龥])([一-龥]{2,3}) ?/?摄(?![一-龥])")


def _people(name: str) -> tuple[str, ...]:
    return terms.words("people", name)


@once
def _credit() -> re.Pattern[str]:
    roles = any_of((*_people("press"), *_people("photographers")))
    return re.compile(
        rf"(?P<role>{roles})[:：]?\s*(?P<names>(?:[一-龥]{{2,4}}(?:[ 　、]+|(?=[)）\n/]|$|文|摄|通讯员))){{1,6}})"
    )


@once
def _given() -> tuple[str, str]:
    """Patterns for surnames of one and of two characters."""
    return tuple(  # type: ignore[return-value]
        any_of(name for name in terms.surnames() if len(name) == length) for length in (1, 2)
    )


def find_persons(doc: Document) -> list[Span]:
    """Persons of a document with every repeat of their names."""
    text = doc.text
    found: dict[str, str] = {}
    _add_credits(text, found)
    for match in _title_pattern().finditer(text):
        if text[match.end() - 1 : match.end() + 1] in _people("across"):
            continue  # 山居|民宿|胜地: 居民 is none
        name = name_at(text, match.end(), titled=True)
        if name:
            found.setdefault(name, "reporter" if match.group() in _people("press") else "title before")
    for pattern, how in (
        (_before_pattern(), "verb or title after"),
        (_told_pattern(), "told"),
        (_is_pattern(), "is"),
        (_called_pattern(), "called"),
    ):
        for match in pattern.finditer(text):
            if _plausible(match.group(1), strict=True):
                found.setdefault(match.group(1), how)
    _add_listed(text, found)
    return foreigners(text) + _repeats(text, found)


def _add_credits(text: str, found: dict[str, str]) -> None:
    """Who wrote or took the pictures: `reporter` for the press, so that readers of names can leave them out."""
    for match in _credit().finditer(text):
        how = "credit" if match["role"] in _people("photographers") else "reporter"
        for name in re.findall(r"[一-龥]{2,4}", match["names"]):
            if is_name_shape(name):
                found.setdefault(name, how)
    for match in _CREDIT_BLOCK.finditer(text):
        for name in re.findall(r"(?<![一-龥])[一-龥]{2,4}(?![一-龥])", match.group(1)):
            if is_name_shape(name):
                found.setdefault(name, "reporter")
    for match in _SHOT.finditer(text):
        if is_name_shape(match.group(1)):
            found.setdefault(match.group(1), "credit")


def _add_listed(text: str, found: dict[str, str]) -> None:
    """Names that a list goes on with: 副县长张某、王某某."""
    for name in list(found):
        for at in occurrences(text, name):
            match = _listed_names().match(text, at + len(name))
            others = match.group().strip("、").split("、") if match else []
            if len(others) > 1 and match and text.startswith("、", match.end()):
                last = name_at(text, match.end() + 1, titled=True)
                others += [last] if last else []
            for other in others:
                if is_name_shape(other) and frequency(other) < 150:
                    found.setdefault(other, "list")


@once
def _listed_names() -> re.Pattern[str]:
    """The rest of a list of persons, from the mark behind the first on."""
    return re.compile(rf"(?:、[一-龥]{{2,3}}?(?=[、,，。;；等]|{any_of(_people('attend'))}))+")


@once
def _title_pattern() -> re.Pattern[str]:
    names = [title for title in terms.titles() if title not in _people("behind")] + list(_people("kin"))
    return re.compile(any_of(names) + r"(?:[、/][一-龥]{2,8}?[长任记员])?(?=[一-龥])")


@once
def _before_pattern() -> re.Pattern[str]:
    one, two = _given()
    return re.compile(
        rf"(?:(?<=[,，。;；:：!！?？”“)）\n 　据])|^)((?:{two}|{one})[一-龥]{{1,2}}?){any_of(_people('adverbs'))}{{0,2}}{any_of(_people('said'))}"
    )


@once
def _told_pattern() -> re.Pattern[str]:
    """Of three characters behind 的 and in front of words that only a person's name precedes."""
    return re.compile(rf"(?<=的)({_given()[0]}[一-龥]{{2}})(?={any_of(_people('told'))})")


@once
def _called_pattern() -> re.Pattern[str]:
    """Of whom it is said that they are called so: 一个叫某某某的农民."""
    one, two = _given()
    return re.compile(rf"叫((?:{two}|{one})[一-龥]{{1,2}})(?=的[一-龥]{{0,6}}?{any_of(_people('folk'))})")


@once
def _is_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[,，。;；:：!！?？”“)）\n])|(?<=[村镇乡]的)|^)({_given()[0]}[一-龥]{{1,2}}?)是[^,，。;；]{{2,30}}?{any_of(_people('callings'))}(?=[,，。;；])"
    )


def is_name_shape(name: str) -> bool:
    """Whether a name begins like a person's and is no longer than one."""
    surnames = terms.surnames()
    head = name[:2] in surnames or name[:1] in surnames
    return head and 2 <= len(name) <= 4 and name[-1] not in "县镇局" and not _blocked(name)


def _blocked(name: str) -> bool:
    return name[:2] in _people("not_names") or name[:3] in _people("not_names")


def _plausible(name: str, *, strict: bool) -> bool:
    if not is_name_shape(name):
        return False
    return not (strict and (frequency(name) > 150 or frequency(name[:2]) > 3000))


def name_at(text: str, at: int, *, titled: bool) -> str | None:
    """The name that begins at `at`: the longest whose right side is a boundary, a verb or a title."""
    head = 2 if text[at : at + 2] in terms.surnames() else 1 if text[at : at + 1] in terms.surnames() else 0
    if not head or (_blocked(text[at : at + 3]) and text[at + 3 : at + 4] not in _STOP):
        return None
    for given in (2, 1):
        end = at + head + given
        name = text[at:end]
        if (
            (_is_clean(name, head + given) or _called_so(text, name, end))
            and _boundary(text, end)
            and not _cuts_word(text, end)
            and not _takes_verb(name, head + 1)
            and (len(name) > _NAME_MIN or frequency(name) < 150)
        ):
            return name
    return _by_words(text, at, head) if titled else None


def _called_so(text: str, name: str, end: int) -> bool:
    """Whether a name ends with 和, as the verb of speech or the 等 behind it tells: 戴某和|说, 刘某和|等领导."""
    return name.endswith("和") and text.startswith((*_people("said_first"), "等"), end)


def _cuts_word(text: str, end: int) -> bool:
    """Whether a common word (正在, 介绍) begins with the last character before `end`, and none right at it (表示)."""
    return (
        frequency(text[end - 1 : end + 1]) > 1000
        and not others_follow(text, end)
        and not text.startswith(_people("said_first"), end)
    )


def others_follow(text: str, at: int) -> bool:
    """Whether 等 at `at` tells of others beside the person named before it: 张某|等一同, 徐某某|等5位."""
    behind = text[at + 1 : at + 2]
    return text.startswith("等", at) and (behind.isdigit() or text.startswith(_people("attend"), at + 1))


def _takes_verb(name: str, shorter: int) -> bool:
    """Whether `name` is a shorter name with the verb that reports a speech (王宏称,)."""
    return len(name) == shorter + 1 and name[-1] in "称说道"


def _is_clean(name: str, length: int) -> bool:
    return (
        len(name) == length
        and all("一" <= char <= "龥" for char in name)
        and not name.endswith(tuple("的在说是了和与等把对被也就摄"))
    )


def _boundary(text: str, end: int) -> bool:
    if end >= len(text) or text[end] in _STOP:
        return True
    if text.startswith(_people("follow"), end) or text.startswith(terms.titles(), end):
        return not (text[end] in "和与" and _acts(text, end + 1) and not _is_verb_name(text, end))
    return _acts(text, end)


def _acts(text: str, at: int) -> bool:
    """Whether a verb or an adverb of two characters or more begins at `at`."""
    pieces = words(text[at : at + 6])
    return bool(pieces) and (is_verb(pieces[0]) or (len(pieces[0]) > 1 and tag(pieces[0]) in _ADVERBS))


def _is_verb_name(text: str, at: int) -> bool:
    """Whether a person may be named behind the 和 at `at`."""
    return text[at + 1 : at + 2] in terms.surnames() and not _blocked(text[at + 1 : at + 4])


def _by_words(text: str, at: int, head: int) -> str | None:
    """Without a boundary to go by: two given characters unless a longer word begins with the second."""
    tail = text[at : at + head + 6]
    if not all("一" <= char <= "龥" for char in tail[: head + 2]) or len(tail) < head + 2:
        return None
    pieces = words(tail[head:])
    first = pieces[0] if pieces else ""
    if len(pieces) > 1 and len(first) == 1 and len(pieces[1]) > 1:
        name = tail[: head + 1]
    elif len(first) == 2 or (len(pieces) > 1 and len(first) == 1 and len(pieces[1]) == 1):
        name = tail[: head + 2]
    else:
        return None
    told = tag(name) == "nr" or (frequency(name) < 5 and frequency(first) < 2000)
    return name if _is_clean(name, len(name)) and told else None


def _repeats(text: str, found: dict[str, str]) -> list[Span]:
    spans = ((start, end, text[start:end]) for start, end in runs_of(text, found))
    return [Span("person", start, end, name, None, found[name]) for start, end, name in spans]

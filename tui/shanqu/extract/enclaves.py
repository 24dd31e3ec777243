"""Grounds that a county has elsewhere, by names without a noun of parks: 常山飞地, “义莲飞地” of 义乌 and 莲都, 丽水深圳创新中心."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.lexicon import Entry, place_scanner
from shanqu.extract.parks import helped, park_span
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_FULL = re.compile("(?<=[一-龥]{2})[县市区]$")
# So many characters around a house are read for the word that tells that it is an enclave.
_AROUND = 60
# So many characters a house's name has before its noun at most, and what its own word is.
_LONGEST = 8
_OWN = re.compile("(?:(?![的在有和与及、])[一-龥A-Za-z]){0,6}")
# What centres are called that one place has in another.
_CENTRE = re.compile("(?:科技|产业|人才)?创新中心")


def enclaves(text: str) -> list[Span]:
    """The enclaves that `text` names by their place or by a character of each of the two that share them."""
    places = [(start, end, entry) for start, end, entry in place_scanner().scan(text) if entry.code != "33"]
    ends = {end: (start, entry) for start, end, entry in places}
    spans = []
    for match in _noun().finditer(text):
        lead = ends.get(match.start())
        if lead and _is_county(lead[1]):
            spans.append(park_span(lead[0], match.end(), text[lead[0] : match.end()]))
        elif lead is None and (
            code := _shared(text[max(0, match.start() - 2) : match.start()], places, text)
        ):
            start = match.start() - 2
            spans.append(replace(park_span(start, match.end(), text[start : match.end()]), code=code))
    return spans + _centres(text, places) + _houses(text, places)


@once
def _noun() -> re.Pattern[str]:
    enclave, behind = (listed("bodies", "park", name) for name in ("enclave", "not_enclaves"))
    return re.compile(rf"(?:产业|科创|人才|消薄|生态)?{enclave}(?!{behind})")


def _is_county(entry: Entry) -> bool:
    """Whether a place is a county or prefecture of the province."""
    return entry.kind == "place" and entry.code is not None


def _shared(short: str, places: list[tuple[int, int, Entry]], text: str) -> str | None:
    """The code of the place helped of two that the text names and that have one character each of `short`; None where
    it does not name such."""
    if len(short) < 2:
        return None
    pairs = [
        {entry.code: entry for start, end, entry in places if char in _short(text[start:end]) and entry.code}
        for char in short
    ]
    first, second = (sorted(pair) for pair in pairs)
    for one in first:
        for other in second:
            if one != other:
                return helped(one, other)
    return None


def _houses(text: str, places: list[tuple[int, int, Entry]]) -> list[Span]:
    """Houses that the words around tell to be enclaves, in quotation marks or called after a county: 遂昌科创大厦, “某某大厦”."""
    if not _enclave().search(text):
        return []
    spans = []
    led = {start: end for start, end, entry in places if _is_county(entry)}
    for house in _house().finditer(text):
        own = text[max(0, house.start() - _LONGEST) : house.start()]
        if own.endswith(words("bodies", "park", "not_houses")):
            continue
        low = house.start() - len(own)
        marked = own.rfind("“") if text.startswith("”", house.end()) else -1
        starts = range(low, house.start()) if marked < 0 else [low + marked + 1]
        named = (at for at in starts if at in led or marked >= 0)
        at = next((at for at in named if _OWN.fullmatch(text, led.get(at, at), house.start())), None)
        if at is None:
            continue
        if _enclave().search(text, max(0, at - _AROUND), house.end() + _AROUND):
            spans.append(park_span(at, house.end(), text[at : house.end()]))
    return spans


@once
def _enclave() -> re.Pattern[str]:
    return re.compile(listed("bodies", "park", "enclave"))


@once
def _house() -> re.Pattern[str]:
    return re.compile(listed("bodies", "park", "houses"))


def _short(name: str) -> str:
    return _FULL.sub("", name)


def _centres(text: str, places: list[tuple[int, int, Entry]]) -> list[Span]:
    """The centres that one place has in another: 丽水|深圳|创新中心."""
    starts = {start: end for start, end, _ in places}
    spans = []
    for start, end, entry in places:
        second = starts.get(end)
        centre = _CENTRE.match(text, second) if second else None
        if centre and _is_county(entry) and not _FULL.search(text[start:end]):
            spans.append(park_span(start, centre.end(), text[start : centre.end()]))
    return spans

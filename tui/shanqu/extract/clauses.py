"""Clauses of a sentence, and whom a sentence is about."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from functools import lru_cache

from shanqu.extract.attribution import Owner
from shanqu.extract.measures import last_measure
from shanqu.gazetteer import place_by_code, resolve

_CLAUSE = re.compile(r"[,，;；。:：!！?？]")


def head_owner(owners: list[tuple[int, int, Owner]]) -> Owner | None:
    """Whom a sentence is about: the first named, the county where prefecture and county stand together."""
    for (_, end, owner), (start, _, following) in itertools.pairwise(owners):
        inner = owner.code and following.code and following.code.startswith(owner.code)
        return following if inner and start - end <= 1 else owner
    return owners[0][2] if owners else None


def counted_in(among: str, code: str | None) -> str:
    """The area of a ranking, spelled out: 全市 is the prefecture of the place that the figure is of (`code`), 全省 no province
    that one could tell where that place is unknown."""
    if among in ("浙江", "浙江省") or (among == "全省" and code):
        return "浙江省内"
    if among in ("全市", "全区", "全县"):
        place = place_by_code((code or "")[:4]) if among == "全市" else place_by_code(code or "")
        return f"{place.name}内" if place else among
    place = resolve(among)
    return f"{place.name}内" if place else among


def within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether one of the spans holds `at`."""
    return any(start <= at < end for start, end in spans)


def overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether `[start, end)` shares a character with one of the spans."""
    return any(low < end and start < high for low, high in spans)


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds `at` begins."""
    stops = _stops(text)
    before = bisect_left(stops, at)
    return stops[before - 1] + 1 if before else 0


def listed(text: str) -> list[str]:
    """The items of a list of measures."""
    parts = re.split(r"[、和与及]", re.sub(r"(?:占全[省市县区国].*|年均|累计|同比|各|均)$", "", text))
    return [part for part in parts if 2 <= len(part) <= 14]


def said_behind(text: str, item: str) -> str:
    """What follows the last item of a list of measures."""
    at = text.rfind(item)
    return text[at + len(item) :] if at >= 0 else verb_part(text)


def verb_part(text: str) -> str:
    """What follows the last measure: the verbs that govern the figures."""
    found = last_measure(text)
    return text[found[1] :] if found else text[-8:]


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds `at` ends."""
    stops = _stops(text)
    before = bisect_left(stops, at)
    return stops[before] if before < len(stops) else len(text)


@lru_cache(maxsize=8)
def _stops(text: str) -> list[int]:
    """Where the marks stand that end clauses. Remembered for the sentences that are being read: each figure asks for it."""
    return [match.start() for match in _CLAUSE.finditer(text)]

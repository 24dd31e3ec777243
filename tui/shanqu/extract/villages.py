"""Villages: of no gazetteer, known by what stands around their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from shanqu.extract.edges import cut_off
from shanqu.extract.segment import frequency
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed, occurrences
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Places that villages lie in and are named right behind: those of the lists, and towns.
_HOMES = ("gazetteer", "townships", "towns", "county")
_TOWN = ("镇", "乡", "街道")
_ITEM = re.compile("[一-龥]{2,3}?村(?=[、,，。;；)）的等两三四五六个村则均都也先被入获共]|$)")


def find_villages(text: str, places: Sequence[Span] = ()) -> list[Span]:
    """Every mention of a village right behind the township, district or park that it lies in or behind one of the `places`, of
    those in a list of villages, and of those that the text names more than once or tells of as villages are told of
    (某某村党支部, 某某村农民)."""
    found = {match.span() for match in _behind().finditer(text) if _name(text, *match.span())}
    found |= {span for home in places for span in _at(text, home)}
    found |= {match.span("name") for match in _hamlet().finditer(text)} if "自然村" in text else set()
    found |= {span for match in _list().finditer(text) for span in _members(text, match)}
    alone = [match for match in _alone().finditer(text) if _name(text, *match.span("name"))]
    often = Counter(match["name"] for match in alone)
    named = {text[start:end] for start, end in found}
    named |= {match["name"] for match in alone if match["sign"] is not None or often[match["name"]] > 1}
    for name in named:
        found |= {
            (at, at + len(name))
            for at in occurrences(text, name)
            if not _goes_on().match(text, at + len(name))
        }
    return [
        Span("place", start, end, text[start:end], None, "villages") for start, end in sorted(_apart(found))
    ]


@once
def _hamlet() -> re.Pattern[str]:
    """A hamlet of a village, or a village that is called one, behind where it lies: 柳家村|溪源头自然村."""
    not_names = listed("regions", "villages", "never_begin")
    return re.compile(
        rf"(?<=[村镇乡道])(?!{not_names})(?P<name>[一-龥]{{2,4}}?(?<![个数几两三四五六七八九十多各等有的为是])自然村)(?!落)"
    )


def _apart(found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The spans but those that overlap with one that begins later (龙川|乡村 in 龙川乡|村头村)."""
    return found - {one for one, after in pairwise(sorted(found)) if after[0] < one[1]}


def _at(text: str, home: Span) -> list[tuple[int, int]]:
    """The village right behind the place that it lies in: 屏南镇|坪田村, 永嘉|南陈村. Behind a town's full name more of them are
    taken for names (三源村, 大洋村), and with 的 only a list of them."""
    if home.how not in _HOMES:
        return []
    town = text.endswith(_TOWN, home.start, home.end)
    match = _named().match(text, home.end)
    if match is None:
        return []
    name = match.group()
    if town:
        barred = name.startswith(words("regions", "villages", "never_begin")) or name in words(
            "regions", "villages", "never"
        )
        return [] if barred else [match.span()]
    whole = home.how != "county" and home.length < 5 and len(name) > 2 and frequency(name[:-1]) == 0
    return [match.span()] if whole and _name(text, *match.span()) else []


@once
def _named() -> re.Pattern[str]:
    not_behind = listed("regions", "villages", "not_before")
    return re.compile(rf"(?:[一-龥]{{2,3}}?|村[头口前后尾])(?<![镇乡])村(?!{not_behind})")


@once
def _list() -> re.Pattern[str]:
    """Villages in a list: 上垟村、下垟村、西山村."""
    return re.compile(
        r"(?:(?<=[,，。;；:：、“(（\n的镇乡道])|^)[一-龥]{2,3}村(?:、[一-龥]{2,3}村)+(?=[,，。;；)）的等则均都也先被入获共]|[两三四五六]?个?村)"
    )


def _members(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """The villages of a list, if all of them bear names and most of these are no words."""
    spans = [one.span() for one in _ITEM.finditer(text, match.start(), match.end())]
    strange = [span for span in spans if frequency(text[span[0] : span[1] - 1]) == 0]
    return spans if len(strange) * 2 >= len(spans) and all(_name(text, *span) for span in spans) else []


@once
def _behind() -> re.Pattern[str]:
    not_behind = listed("regions", "villages", "not_before")
    return re.compile(rf"(?<=[镇乡道区县])(?![镇乡区县])[一-龥]{{1,3}}(?<![镇乡])村(?!{not_behind})")


@once
def _goes_on() -> re.Pattern[str]:
    return re.compile(
        rf"(?!{listed('regions', 'villages', 'signs')}){listed('regions', 'villages', 'not_before')}"
    )


@once
def _alone() -> re.Pattern[str]:
    """A name between marks, or behind a word that leads to a place."""
    leads, signs, not_behind = (
        listed("regions", "villages", name) for name in ("leads", "signs", "not_before")
    )
    return re.compile(
        rf"(?:(?<=[,，。;；:：、“(（\n])|{leads})(?P<name>(?!{leads})[一-龥]{{2,3}}村)(?=(?P<sign>{signs})|(?!{not_behind}))"
    )


def _name(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    return (
        frequency(name) == 0
        and not name.startswith(words("regions", "villages", "not_names"))
        and not cut_off(text, start, end)
    )

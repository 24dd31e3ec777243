"""Villages: of no gazetteer, known by what stands around their names."""

from __future__ import annotations

import re
from collections import Counter

from shanqu.extract.edges import cut_off
from shanqu.extract.segment import frequency
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed, occurrences
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words


def find_villages(text: str) -> list[Span]:
    """Every mention of a village right behind the township, district or park that it lies in, or that the text names more than
    once or tells of as villages are told of (某某村党支部, 某某村农民)."""
    found = {match.span() for match in _behind().finditer(text) if _name(text, *match.span())}
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
    return [Span("place", start, end, text[start:end], None, "villages") for start, end in sorted(found)]


@once
def _behind() -> re.Pattern[str]:
    not_behind = listed("regions", "villages", "not_before")
    return re.compile(rf"(?<=[镇乡道区县])(?![镇乡区县])[一-龥]{{1,3}}村(?!{not_behind})")


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

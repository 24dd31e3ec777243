"""Which county a whole text is about: whose figures are before any place is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.attribution import NOBODY, Owner, only_compared
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.tables import once

# Within so many characters a text says what it is about.
_EARLY = 200


def sole_owner(spans: list[Span], text: str) -> Owner:
    """The county that figures belong to before any is named, where the whole text names just one.

    A single mention far from the beginning does not make a text about a county, nor do several where nothing before them
    speaks of a county (全县), or where the prefecture is named first, which 我市 then is.
    """
    named = [
        span
        for span in spans
        if span.kind == "place" and span.code and len(span.code) == 6 and not only_compared(text, span)
    ]
    if named and named[0].start > _EARLY:
        city = any(span.code == (named[0].code or "")[:4] for span in spans if span.start < named[0].start)
        if city or len(named) == 1 or not _county().search(text, 0, named[0].start):
            return NOBODY
    codes = {span.code for span in named if span.code}
    if len(codes) == 1 and (_of_city(spans, min(codes)) or about_beyond(spans, min(codes))):
        return NOBODY
    if not codes:  # then by the full names of counties and zones inside those of offices and firms
        names = [span.canonical for span in spans if span.kind in ("organization", "company")]
        inside = [
            (entry.code, entry.full) for name in names for _, _, entry in place_scanner().scan(name)
        ] + [
            (entry.code, entry.kind == "park") for name in names for _, _, entry in name_scanner().scan(name)
        ]
        codes = {code for code, full in inside if code and full and len(code) == 6}
    place = place_by_code(codes.pop()) if len(codes) == 1 else None
    return Owner(place.name, place.code, "discourse") if place else NOBODY


@once
def _county() -> re.Pattern[str]:
    """Words for the county that a text is about: 全县, 我县."""
    return re.compile(listed("figures", "owners", "county"))


def _of_city(spans: list[Span], county: str) -> bool:
    """Whether a text that names the county is about the prefecture: it names that first, and no more seldom."""
    named = [span.code for span in spans if span.kind == "place" and span.code in (county, county[:4])]
    return named[0] != county and named.count(county[:4]) >= named.count(county)


def about_beyond(spans: Sequence[Span], county: str) -> bool:
    """Whether a text that names the county is about one beyond the province: it names that first by its full name, and the
    county but once or less often."""
    places = [span for span in spans if span.kind == "place"]
    first = next((span for span in places if span.code == county or span.how == "county"), None)
    if first is None or first.code or first.length != len(first.canonical):
        return False
    named = sum(span.canonical == first.canonical for span in places)
    return sum(span.code == county for span in places) < max(named, 2)

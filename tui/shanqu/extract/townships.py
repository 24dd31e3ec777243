"""Townships, by their own names or their short ones, in the counties that a text names."""

from __future__ import annotations

import re
from collections import Counter

from shanqu.extract.lexicon import Entry, Scanner
from shanqu.extract.segment import frequency
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once

# A township's short name is no word that texts use more often.
_SELDOM = 4
# The end of a sum, and what goes on behind it: 6亿|元和, 3万|平方.
_SUMS = re.compile(r"[\d十百千万亿](?:[元亩吨台套件个家米]|平方|公[里顷斤])")


@once
def _township_scanner() -> Scanner:
    forms: dict[str, Entry] = {}
    for town in regions.townships():
        for form in _forms(town):
            if len(form) > 1 and not form.endswith("区"):
                full = form != town.short
                if full or form not in forms:
                    forms[form] = Entry("place", town.name, None, "townships", full)
    return Scanner(forms)


def _forms(town: regions.Township) -> set[str]:
    """How a township is written: by its name, its short name, and the kind that it had or will have (镇 for 街道)."""
    return {town.name, town.short, *(town.short + kind for kind in ("镇", "乡", "街道"))}


@once
def _towns_by_form() -> dict[str, tuple[regions.Township, ...]]:
    found: dict[str, list[regions.Township]] = {}
    for town in regions.townships():
        for form in sorted(_forms(town)):
            found.setdefault(form, []).append(town)
    return {form: tuple(towns) for form, towns in found.items()}


def find_townships(text: str, places: list[Span], home: str | None) -> list[Span]:
    """Townships of the counties that the text names, and of `home`, where it comes from. A short form must follow its
    county's name."""
    counts = Counter(span.code for span in places if span.code and len(span.code) == 6)
    if home:
        counts[home] += 1
    ends = {span.end: span.code for span in places if span.code}
    taken = {at for span in places for at in range(span.start, span.end)}
    spans = []
    for start, end, entry in _township_scanner().scan(text):
        if not entry.full and _SUMS.match(text, max(start - 1, 0)):
            continue
        if start in taken and not (entry.full and text[end - 1] in "镇乡道" and end not in taken):
            continue
        form = text[start:end]
        town = _choose(form, ends.get(start), counts, full=entry.full)
        if town is None:
            continue
        county = place_by_code(town.county)
        name = f"{county.name}{town.name}" if county else town.name
        spans.append(Span("place", start, _land(text, end), name, town.county, "townships"))
    return spans


def _land(text: str, end: int) -> int:
    """The end of a town's name with the island or village that is called after it: 衢山|岛."""
    called = text[end : end + 1] in ("岛", "村") and pieces(text[end : end + 3])[0] == text[end]
    return end + called


def _choose(form: str, adjacent: str | None, counts: Counter[str], *, full: bool) -> regions.Township | None:
    towns = _towns_by_form()[form]
    beside = [town for town in towns if town.county == adjacent]
    if beside:
        return beside[0]
    if not full and form[-1] not in "镇" and frequency(form) > _SELDOM:
        return None
    named = sorted((town for town in towns if counts[town.county]), key=lambda town: -counts[town.county])
    return named[0] if named else None

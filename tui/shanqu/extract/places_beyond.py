"""Counties beyond the province, whose names are asked for more than those of its own: behind their province, by their short
names where the text gives them in full."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency, tag
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, listed, runs_of
from shanqu.gazetteer import regions
from shanqu.gazetteer.tables import once

# Last characters of the names of counties.
_KINDS = "县市区旗"
# A word that the dictionary has seen so seldom is a name.
_RARE = 50
# A word that the dictionary has seen so often is more than a place: 河口.
_OFTEN = 400


def find_beyond(text: str, places: list[Span]) -> list[Span]:
    """Counties beyond Zhejiang right behind the name of their province, by their short names too; and of those whose full
    name has but two characters (歙县), which is a part of many a word, also right behind the name of their city."""
    taken = {span.start for span in places}
    found = []
    for span in places:
        of_city = span.how == "city" and not span.code
        counties = _tiny_counties() if of_city else regions.counties_elsewhere().get(span.canonical, {})
        if span.end in taken:
            continue
        for length in (4, 3, 2):
            name = counties.get(text[span.end : span.end + length])
            if name:
                end = span.end + (len(name) if text.startswith(name, span.end) else length)
                found.append(Span("place", span.end, end, name, None, "county"))
                break
    found += [
        Span("place", *match.span(), match.group(), None, "county")
        for match in _governed_tiny().finditer(text)
        if match.start() not in taken
    ]
    return found


@once
def _governed_tiny() -> re.Pattern[str]:
    """Such a county's name before its own government: 歙县|县委."""
    return re.compile(rf"{any_of(_tiny_counties())}(?=县(?:委|政府|人民政府|长|域|城|级))")


@once
def _tiny_counties() -> dict[str, str]:
    return {
        name: name
        for named in regions.counties_elsewhere().values()
        for name in named.values()
        if len(name) == 2
    }


def named_again(text: str, places: list[Span]) -> list[Span]:
    """The places, and with them where a county or city beyond Zhejiang goes by its short name that the text gives in full
    elsewhere: 青川县…|青川. Such spans are found `again`, be the short name one of the lists or not."""
    full = {
        span.canonical: span
        for span in places
        if span.how in ("county", "city") and not span.code and text[span.start : span.end] == span.canonical
    }
    shorts = {name[:-1]: span for name, span in full.items() if name[-1] in _KINDS and len(name) > 2}
    shorts |= {name: span for name, span in full.items() if name in _tiny_counties()}
    shorts |= {form: span for name, span in full.items() for form in _without_peoples(name)}
    taken = {at for span in places for at in range(span.start, span.end)}
    again = [
        replace(shorts[text[start:end]], start=start, end=end, how="again")
        for start, end in runs_of(text, [form for form in shorts if _only_place(form)])
        if taken.isdisjoint(range(start, end))
        and not cut_off(text, start, end)
        and not text.startswith(("镇", "乡", "村", "街道", "山", "江", "河"), end)
    ]
    known = [
        replace(span, how="again") if text[span.start : span.end] in shorts and not span.code else span
        for span in places
    ]
    return [*known, *again]


def _without_peoples(name: str) -> list[str]:
    """What a county that is called by those who live there, too, goes by in short: 恭城|瑶族|自治县."""
    own = _autonomous().fullmatch(name)
    forms = [f"{own[1]}县", own[1]] if own else []
    return [form for form in forms if frequency(form) < _OFTEN]


@once
def _autonomous() -> re.Pattern[str]:
    return re.compile(rf"([一-龥]{{2,6}}?)(?:{listed('regions', 'elsewhere', 'peoples')}族)+自治[县旗]")


def _only_place(form: str) -> bool:
    """Whether a short name is a word that is hardly used but for the place."""
    return form not in place_scanner().entries and (tag(form) == "ns" or frequency(form) < _RARE)

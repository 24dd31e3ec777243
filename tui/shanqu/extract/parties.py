"""Who in a sentence may be a partner: counties, cities, universities and firms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.saying import Said
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, listed
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words


class Party(NamedTuple):
    """A name in a sentence that may be a partner; `place` tells that it is a place's."""

    start: int
    end: int
    name: str
    code: str | None
    place: bool


@once
def pairing_words() -> Lexicon:
    """The words for the sorts of pairing."""
    return Lexicon(words("events", "pairing", "kinds"), words("events", "pairing", "not"))


@once
def pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [pairing] in events.toml, `<name>`, in it."""
    return re.compile(
        re.sub(r"(?<!P)<([a-z_]+)>", lambda name: listed("events", "pairing", name[1]), template)
    )


def find_parties(said: Said) -> list[Party]:
    """The counties, cities, universities and firms of a sentence; of places that stand in one another the inner."""
    found: list[Party] = []
    for span in said.spans:
        start, end = span.start - said.sentence.start, span.end - said.sentence.start
        if span.kind == "place" and span.how != "country" and span.code != "33":
            found.append(
                _elsewhere(said.text, start, end, span) if span.code is None else _county(start, end, span)
            )
        elif span.kind == "park" and span.code and not _zone_of_pair(said.text[start:end]):
            place = place_by_code(span.code)
            if place:
                found.append(Party(start, end, place.name, place.code, True))
        elif span.kind == "organization":
            found.extend(_in_office(said.text, start, end))
        elif span.kind == "company":
            found.append(Party(start, end, span.canonical, None, False))
    found.sort(key=lambda party: (party.start, -party.end))
    whole = [one for one in found if not any(_holds(other, one) for other in found)]
    made: list[Party] = []
    for one in whole:
        if made and one.place and made[-1].place and made[-1].end == one.start:
            one = one._replace(start=made.pop().start)
        made.append(one)
    return made


def _county(start: int, end: int, span: Span) -> Party:
    place = place_by_code(span.code or "")
    return Party(start, end, place.name if place else span.canonical, span.code, True)


def _elsewhere(text: str, start: int, end: int, span: Span) -> Party:
    """A place outside the province, or the county behind it that lies there and that no list holds (四川省|金口河区)."""
    inner = re.compile("(?:[一-龥]{2,3}[市州盟])?([一-龥]{1,4}?[县区旗市])").match(text, end)
    if inner and text[end - 1] in "省市州" and not place_scanner().entries.get(inner[1]):
        return Party(inner.start(1), inner.end(1), inner[1], None, True)
    return Party(start, end, span.canonical, None, True)


def _holds(outer: Party, inner: Party) -> bool:
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end - outer.start > inner.end - inner.start
    )


def _zone_of_pair(name: str) -> bool:
    return next(pairing_words().find(name), None) is not None


def _in_office(text: str, start: int, end: int) -> Iterator[Party]:
    """A school; or the places and schools that a name holds which took in more than one (甲县与乙大学…研究院)."""
    name = text[start:end]
    link = pattern("[与和同]").search(name)
    if link is None:
        if pattern("<schools>$|大学").search(name):
            yield Party(start, end, name, None, False)
        return
    for low, high, entry in place_scanner().scan(name):
        place = place_by_code(entry.code) if entry.code else None
        if place and place.code != "33":
            yield Party(start + low, start + high, place.name, place.code, True)
    school = re.search(r"[一-龥]{2,8}?大学", name[link.end() :])
    if school:
        low = start + link.end() + school.start()
        yield Party(low, low + len(school.group()), school.group(), None, False)

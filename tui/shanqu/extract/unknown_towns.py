"""Towns and subdistricts that no gazetteer has: by their county before them, or by themselves where no word is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency, is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# How long the codes of prefectures and counties are.
_CODES = (4, 6)
# What the names of each kind do not end with.
_NO_ENDS = {"镇": "not_towns", "乡": "not_parishes", "街道": "not_streets"}
_LOCATING = ("county", "city", "again")
# A word that the dictionary has seen so often is no town's own name; a place's that it has seen so often may be another's.
_RARE, _KNOWN = 100, 500


def find_unknown_towns(text: str, places: Sequence[Span]) -> list[Span]:
    """The towns that are none of `places`: right behind one that is a county or city, whose they are then, and wherever the
    same name, or one that is no word, stands by itself."""
    taken = {at for span in places for at in range(span.start, span.end)}
    ends = {span.end: span for span in places if _holds_towns(span)}
    spans: list[Span] = []
    named: dict[str, Span] = {}
    for match in _town().finditer(text):
        start, end = match.span("town")
        county = ends.get(start)
        if not taken.isdisjoint(range(start, end)) or not _may_be_name(match["name"], match["kind"]):
            continue
        if county is not None:
            span = Span(
                "place",
                start,
                end,
                _full_name(county, match["town"]),
                county.code,
                "townships" if county.code else "towns",
            )
            named.setdefault(match["town"], span)
            spans.append(span)
            taken.update(range(start, end))
        elif match["town"] in named or _is_no_word(text, start, match["name"]):
            known = named.get(match["town"])
            canonical, code = (known.canonical, known.code) if known else (match["town"], None)
            spans.append(Span("place", start, end, canonical, code, "townships" if code else "towns"))
    return spans


@once
def _town() -> re.Pattern[str]:
    """A town's name behind a place, a mark or a word that leads up to places."""
    entries = "|".join(map(re.escape, words("regions", "towns", "leads")))
    behind = listed("regions", "towns", "not_behind")
    return re.compile(
        rf"(?:(?<=[县市区州旗省])|(?<![一-龥])|(?<={entries}))(?=(?P<town>(?P<name>[一-龥]{{2,4}}?)(?P<kind>镇|乡(?!村(?!民|委|干))|街道))(?!{behind}))"
    )


def _holds_towns(span: Span) -> bool:
    """Whether towns may be named right behind a place: a county or city, here or elsewhere."""
    if span.code:
        return len(span.code) in _CODES
    return span.how in _LOCATING


def _full_name(county: Span, town: str) -> str:
    place = place_by_code(county.code) if county.code else None
    return f"{place.name if place else county.canonical}{town}"


def _may_be_name(name: str, kind: str) -> bool:
    """Whether what stands before the kind may be a town's own name."""
    if name.endswith(words("regions", "towns", _NO_ENDS[kind])):
        return False
    parts = pieces(name)
    return not set(name) & set(words("regions", "towns", "no_characters")) and not any(map(is_verb, parts))


def _is_no_word(text: str, start: int, name: str) -> bool:
    """Whether a name that stands by itself is no ordinary word, and that of no known place."""
    if not 2 <= len(name) <= 3 or name in place_scanner().entries:
        return False
    seen = frequency(name)
    return (
        seen < _RARE if tag(name) in ("n", "nz", "nr") else seen == 0 or (tag(name) == "ns" and seen < _KNOWN)
    )

"""Development zones and parks, and public bodies: by suffix, with the name's beginning found leftwards."""

from __future__ import annotations

import re

from shanqu.extract.document import Document
from shanqu.extract.edges import begins_with_place, left_edge, run_before
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, listed, modifiers
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.gazetteer.zones import zone_by_name
from shanqu.model import EntityKind

# What stands in no park's name behind the place that leads it.
_PARTICLE = re.compile("[的了各在是将已被把为由从于对使让有等暨“]|^[与和及、—-]")

# What the government is called by that an office without a place belongs to: 县|商务局.
_LEVELS = ("省", "市", "县", "区")


def find_bodies(doc: Document) -> list[Span]:
    """Parks and organisations; bare forms (经开区) stand for the one zone that the text has named."""
    parks = _suffixed(doc.text, "park") + _listed_zones(doc.text)
    return parks + _suffixed(doc.text, "organization") + _bare_zones(doc.text, parks)


@once
def _endings(kind: str) -> Lexicon:
    return Lexicon(words("bodies", kind, "endings"), words("bodies", kind, "not_endings"))


@once
def _bare_use() -> re.Pattern[str]:
    """A zone's bare word: at the head of a word group or behind a preposition."""
    bare = listed("bodies", "park", "bare")
    return re.compile(rf"(?<![一-龥]){bare}|(?<=[在从到由为我该园与对向使了的]){bare}")


@once
def _no_bare() -> re.Pattern[str]:
    return re.compile(rf"{listed('bodies', 'park', 'not_after')}的?$")


def _suffixed(text: str, kind: EntityKind) -> list[Span]:
    spans = []
    for head, end in _endings(kind).find(text):
        start = left_edge(text, head)
        start = _paired(text, _from_place(text, start, head), head) if kind == "park" else start
        start = _office(text, start, head, end) if kind == "organization" else start
        start = max(_after_quote(text, start, head), _known_start(text, start, end))
        start = behind_town(text, start, head) if kind == "park" else start
        core = text[start:head]
        office = (
            kind == "organization"
            and core in _LEVELS
            and text.endswith(words("bodies", kind, "offices"), head, end)
        )
        enough = office or (kind == "park" and core + text[head:end] in words("bodies", "park", "enough"))
        if not enough and (not core or len(core) > 26 or modifiers("bodies", kind, "generic").covers(core)):
            continue
        name = text[start:end]
        if name.count("“") != name.count("”"):
            name = name.replace("“", "").replace("”", "")
        spans.append(
            park_span(start, end, name)
            if kind == "park"
            else Span("organization", start, end, name, None, "suffix")
        )
    return spans


def behind_town(text: str, start: int, end: int) -> int:
    """The start of a park's name behind the town where it lies, and behind a county's full name that another place follows:
    平桥镇|西溪工业园, 岱山县|岱山经济开发区."""
    entries = place_scanner().entries
    town = next((at for at in range(min(end, start + 7), start + 2, -1) if text[start:at] in _towns()), start)
    county = next(
        (at for at in range(min(end, start + 9), start + 2, -1) if text[start:at] in entries), start
    )
    again = text[county - 1] in "县市区" and any(
        text[county : county + size] in entries for size in (4, 3, 2)
    )
    return town if town > start else county if again else start


@once
def _towns() -> frozenset[str]:
    return frozenset(town.name for town in regions.townships())


def _from_place(text: str, start: int, head: int) -> int:
    """The start of a park's name at the place that leads it, over a conjunction inside the name (缙云县缝纫及机电…园区)."""
    at = run_before(text, head)
    for piece in pieces(text[at:head]):
        rest = text[at + len(piece) : head]
        leads = at < start and piece in place_scanner().entries
        if leads and "及" in rest and not _PARTICLE.search(rest):
            return at
        at += len(piece)
    return start


# An office by the level of its government: 县|建设局.
_LEVELLED = re.compile(r"[省市县区](?![委长内里级域场块政级])[一-龥]{2,8}")


def _office(text: str, start: int, head: int, end: int) -> int:
    """The start of an office's name at the level of its government, over words that else end a name, where it stands in a
    list of such (县经商局、县建设局)."""
    at = run_before(text, head)
    listed = "、" in (text[at - 1 : at], text[end : end + 1])
    inside = listed and at < start and _LEVELLED.fullmatch(text, at, head) is not None
    return at if inside and not _PARTICLE.search(text, at, head) else start


# A place and the dash by which a park's name joins it to another.
_PARTNER = re.compile(r"(?P<place>[一-龥]{2,4})(?:——?|--?|－|–|·|~)$")


def _paired(text: str, start: int, head: int) -> int:
    """The start of a park's name at the first of the two places that share it (文成—瑞安山海协作产业园)."""
    partner = _PARTNER.search(text, max(0, start - 6), start)
    if partner is None or not begins_with_place(text, start, head):
        return start
    entries = place_scanner().entries
    return next(
        (at for at in range(partner.start(), start - 1) if text[at : partner.end("place")] in entries), start
    )


def _known_start(text: str, start: int, end: int) -> int:
    """Where a zone or body of the lists begins that ends at `end`, so that nothing before it is taken along."""
    entries = name_scanner().entries
    for at in range(start, end - 2):
        entry = entries.get(text[at:end])
        if entry is not None and entry.kind in ("park", "organization"):
            located = entry.kind == "organization" and text[start:at] in place_scanner().entries
            return start if located else _with_province(text, at, end)
    return start


def _with_province(text: str, start: int, end: int) -> int:
    """The start of a zone's name at the province, as official names have it: 浙江遂昌经济开发区."""
    official = text.endswith(words("bodies", "park", "official"), start, end) and begins_with_place(
        text, start, end
    )
    return start - 2 if official and text.startswith("浙江", max(0, start - 2)) and start > 1 else start


def _after_quote(text: str, start: int, end: int) -> int:
    """The start behind an opening quote that the name does not close."""
    core = text[start:end]
    if core.count("“") > core.count("”"):
        return start + core.rfind("“") + 1
    return start


def park_span(start: int, end: int, name: str) -> Span:
    """The park called `name`, by its full name and the place it belongs to where the lists know it."""
    short = name.removeprefix("浙江")
    zone = (
        zone_by_name(name)
        or zone_by_name(short)
        or zone_by_name(re.sub(r"(?<=[一-龥]{2})[县市区](?=经|高|工)", "", short, count=1))
    )
    if zone:
        return Span("park", start, end, zone.name, zone.code, "zones")
    return Span("park", start, end, name, owner_code(name), "suffix")


def owner_code(name: str) -> str | None:
    """The code of the last county or prefecture of Zhejiang that stands inside a park's name; of the mountain county
    where it shares the park with another (山海协作)."""
    codes = [entry.code for _, _, entry in place_scanner().scan(name) if entry.code and entry.code != "33"]
    places = [place_by_code(code) for code in codes]
    mountain = [place.code for place in places if place and place.mountain]
    return mountain[0] if len(mountain) == 1 else codes[-1] if codes else None


def _listed_zones(text: str) -> list[Span]:
    return [
        Span("park", _with_province(text, start, end), end, entry.canonical, entry.code, "zones")
        for start, end, entry in name_scanner().all(text)
        if entry.kind == "park"
    ]


def _bare_zones(text: str, parks: list[Span]) -> list[Span]:
    """经开区 on its own: the zone with the most mentions among those of its kind."""
    counts: dict[tuple[str, str | None], int] = {}
    for span in parks:
        if text[span.start : span.end].endswith(words("bodies", "park", "zone_ends")):
            key = (span.canonical, span.code)
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return []
    best = max(counts, key=lambda key: counts[key])
    if len(counts) > 1 and counts[best] < 0.6 * sum(counts.values()):
        return []
    return [
        Span("park", match.start(), match.end(), best[0], best[1], "alias")
        for match in _bare_use().finditer(text)
        if not _no_bare().search(text[max(0, match.start() - 5) : match.start()])
        and not begins_with_place(text, max(0, match.start() - 2), match.start())
        and ("高新" in match.group()) == ("高新" in best[0])
    ]

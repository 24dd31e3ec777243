"""Development zones and parks, and public bodies: by suffix, with the name's beginning found leftwards."""

from __future__ import annotations

import re

from shanqu.extract.document import Document
from shanqu.extract.edges import begins_with_place, left_edge, run_before
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, any_of, listed, modifiers
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.gazetteer.zones import zone_by_name
from shanqu.model import EntityKind

# What stands in no park's name behind the place that leads it.
_PARTICLE = re.compile("[的了各在是将已被把为由从于对使让有等暨“]|^[与和及、—-]")

# What leads up to the list of a zone's parts.
_LEADS = re.compile("由|有|的|下辖|包括|分为")

# What the government is called by that an office without a place belongs to: 县|商务局.
_LEVELS = ("省", "市", "县", "区")


def find_bodies(doc: Document) -> list[Span]:
    """Parks and organisations; bare forms (经开区) stand for the one zone that the text has named."""
    parks = _suffixed(doc.text, "park") + _listed_zones(doc.text) + _shared(doc.text)
    parks += _parts(doc.text, parks)
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
        start = _from_place(text, start, head) if kind == "park" else start
        start = _office(text, start, head, end) if kind == "organization" else start
        start -= next((len(word) for word in _PARTIES if text.endswith(word, 0, start)), 0)
        start = max(_after_quote(text, start, head), _known_start(text, start, end))
        start = behind_address(text, _behind_zone(text, start, head), head) if kind == "park" else start
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
        how = "committee" if text[head:end] in words("bodies", "organization", "committees") else "suffix"
        spans.append(
            park_span(start, end, name)
            if kind == "park"
            else Span("organization", start, end, name, None, how)
        )
    return spans


def behind_address(text: str, start: int, end: int) -> int:
    """The start of a park's name behind the full name of the town or county where it lies, if the park has a name of its
    own: 平桥镇|西溪工业园, 岱山县|岱山经济开发区, but 岱山县工业园区. `end` is where the noun begins that the name ends with."""
    sizes = range(min(8, end - start), 2, -1)
    place = next((size for size in sizes if _is_address(text[start : start + size])), 0)
    return start + place if place and _own_name(text, start + place, end) else start


def _is_address(name: str) -> bool:
    return name in _towns() or (name[-1] in "县市区" and name in place_scanner().entries)


def _own_name(text: str, start: int, end: int) -> bool:
    """Whether what stands before a park's noun is more than its trade: a place, or a word that the dictionary does not
    know and takes apart."""
    if text.startswith("小镇", end):
        return start < end
    if begins_with_place(text, start, end) or any(
        text.startswith(town, start, end) for town in _towns_by_head().get(text[start : start + 2], ())
    ):
        return True
    return [len(piece) for piece in pieces(text[start:end])[:2]] == [1, 1]


@once
def _towns_by_head() -> dict[str, tuple[str, ...]]:
    """The towns' short names by their first two characters."""
    found: dict[str, tuple[str, ...]] = {}
    for town in regions.townships():
        if len(town.short) > 1:
            found[town.short[:2]] = (*found.get(town.short[:2], ()), town.short)
    return found


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


# What parties and leagues are called by before their place.
_PARTIES = ("中共", "共青团")

# An office by the level of its government: 县|建设局.
_LEVELLED = re.compile(r"[省市县区](?![委长内里级域场块政级])[一-龥]{2,8}")


def _office(text: str, start: int, head: int, end: int) -> int:
    """The start of an office's name over words that else end a name: at the level of its government, where it stands in a
    list of such (县经商局、县建设局), and at the place whose two charges it joins (某某市规划与|建设局)."""
    at = run_before(text, head)
    if at >= start or _PARTICLE.search(text, at, head):
        return start
    listed = "、" in (text[at - 1 : at], text[end : end + 1])
    if listed and _LEVELLED.fullmatch(text, at, head):
        return at
    county = next((place for first, place, _ in place_scanner().scan(text[at:head]) if not first), 0)
    rest = text[at + county : head]
    joins = county and text[end - 1] in "局委厅" and re.fullmatch(r"[一-龥]{2,6}[与和及][一-龥]{0,4}", rest)
    return at if joins and next(place_scanner().scan(rest), None) is None else start


# What joins the two places that share a park (文成—瑞安), and the place of one in brackets: 文成（瑞安）.
_JOINT = re.compile(r"(?:——?|--?|－|–|·|~)(?=[一-龥])|[(（](?=[一-龥]{2,8}[)）])")


def _shared(text: str) -> list[Span]:
    """The parks that two places share: 文成—瑞安山海协作产业园, 文成（瑞安）飞地, 文成—瑞安“共富工坊”."""
    entries = place_scanner().entries
    spans = []
    for joint in _JOINT.finditer(text):
        sizes = (size for size in (5, 4, 3, 2) if text[joint.start() - size : joint.start()] in entries)
        size = next(sizes, 0)
        second = place_scanner().begins(text[joint.end() : joint.end() + 5]) if size else None
        if not size or (second is None and joint.group() not in "(（"):
            continue
        match = _shared_noun().match(text, joint.end())
        if match and not _PARTICLE.search(match["rest"]):
            start = joint.start() - size
            spans.append(park_span(start, match.end(), _plain(text[start : match.end()])))
    return spans


@once
def _shared_noun() -> re.Pattern[str]:
    """What follows the joint: places, words, and a noun of parks, in quotation marks or not."""
    nouns = any_of([*words("bodies", "park", "endings"), "飞地", "工坊", "园"])
    return re.compile(
        rf"(?P<rest>[一-龥]{{2,8}}[)）]?(?:[—－–·~-]+[一-龥]{{2,4}})?[一-龥]{{0,8}}?)(?:“[一-龥]{{0,6}}?{nouns}”{nouns}?|“飞地”[一-龥]{{0,4}}?{nouns}|{nouns})(?!区|企业)"
    )


def _plain(name: str) -> str:
    return name.replace("“", "").replace("”", "")


def _known_start(text: str, start: int, end: int) -> int:
    """Where a zone or body of the lists begins that ends at `end`, so that nothing before it is taken along."""
    entries = name_scanner().entries
    for at in range(start, end - 2):
        entry = entries.get(text[at:end])
        if entry is not None and entry.kind in ("park", "organization"):
            located = entry.kind == "organization" and text[start:at] in place_scanner().entries
            return start if located else _with_province(text, at, end)
    return start


def _behind_zone(text: str, start: int, head: int) -> int:
    """The start of a park's name behind the zone that it is a part of, if the part has a name of its own."""
    ends = (end for first, end, entry in name_scanner().scan(text[start:head]) if entry.kind == "park")
    inside = max(ends, default=0)
    own = text[start + inside : head]
    return start + inside if inside and own and _is_part(own) else start


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


@once
def _part() -> re.Pattern[str]:
    """What a zone is divided into, by a word of its own and a noun of parts."""
    return re.compile(rf"(?P<own>[一-龥A-Z]{{1,5}}?){listed('bodies', 'park', 'parts')}(?![一-龥]?管)")


def _parts(text: str, parks: list[Span]) -> list[Span]:
    """The parts of zones right behind them, one or a list: 某某工业园区|城东区块, 某某开发区由|东片、西片|组成."""
    spans = []
    for zone in parks:
        leads = _LEADS.match(text, zone.end)
        at = leads.end() if leads else zone.end
        while (match := _part().match(text, at)) and _is_part(match["own"]):
            spans.append(park_span(at, match.end(), match.group()))
            at = match.end() + 1
            if not text.startswith(("、", "和"), match.end()):
                break
    return spans


def _is_part(own: str) -> bool:
    """Whether the word before a noun of parts is a name."""
    described = _PARTICLE.search(own) or modifiers("bodies", "park", "generic").covers(own)
    return not described and not any(is_verb(piece) for piece in pieces(own))


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

"""Development zones and parks, and public bodies: by suffix, with the name's beginning found leftwards."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.document import Document
from shanqu.extract.edges import begins_with_place, left_edge, run_before
from shanqu.extract.enclaves import enclaves
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.offices import county_offices, more_offices
from shanqu.extract.park_edges import (
    PARTICLE,
    at_owner,
    behind_address,
    behind_builder,
    behind_level,
    behind_use,
    behind_zone,
    over_zone,
    zone_start,
)
from shanqu.extract.park_lists import shared_heads, tied
from shanqu.extract.parks import (
    behind_joints,
    is_aim,
    no_park,
    park_span,
    parts_of,
    shared_parks,
    short_names,
)
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import EntityKind

# So many characters a name in quotation marks has before its noun at most.
_LONGEST_QUOTED = 10
_MARKS = re.compile("[“”‘’]")
# What the government is called by that an office without a place belongs to: 县|商务局.
_LEVELS = ("省", "市", "县", "区")


def find_bodies(doc: Document) -> list[Span]:
    """Parks and organisations; bare forms (经开区) stand for the one zone that the text has named."""
    parks = (
        enclaves(doc.text) + _suffixed(doc.text, "park") + _listed_zones(doc.text) + shared_parks(doc.text)
    )
    parks = [span for span in parks + parts_of(doc.text, parks) if not is_aim(doc.text, span)]
    parks = tied(behind_joints(doc.text, parks) + shared_heads(doc.text))
    short = [*_bare_zones(doc.text, parks), *short_names(doc.text, parks)]
    return parks + _suffixed(doc.text, "organization") + county_offices(doc.text) + short


@once
def _endings(kind: str) -> Lexicon:
    endings = words("bodies", kind, "endings")
    longer = [f"{ending}区" for ending in endings if ending.endswith("园")]
    return Lexicon([*endings, *longer], words("bodies", kind, "not_endings"))


@once
def _bare_use() -> re.Pattern[str]:
    """A zone's bare word: at the head of a word group or behind a preposition."""
    bare = listed("bodies", "park", "bare")
    return re.compile(rf"(?<![一-龥]){bare}|(?<=[在从到由为我该园与对向使了的]){bare}")


@once
def _no_bare() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('bodies', 'park', 'not_after')}的?|最[一-龥]{{1,3}}的)$")


def _start(text: str, kind: EntityKind, head: int, end: int) -> int:
    """Where the name begins whose noun stands at `[head, end)`."""
    start = left_edge(text, head)
    start = _from_place(text, start, head) if kind == "park" else _office(text, start, head, end)
    start -= next((len(word) for word in _PARTIES if text.endswith(word, 0, start)), 0)
    start = max(_after_quote(text, start, head), _known_start(text, start, end))
    start = min(start, _quoted_start(text, head, end))
    start = _zone_before(text, start) if text[start] in "(（" else start
    if kind != "park":
        start += text.startswith(_FORMER, start)
        return _behind_other(text, min(start, _county_start(text, head)), head)
    start += text.startswith("原", start) and start + 1 < head
    start = behind_level(text, behind_use(text, behind_builder(text, start, head), end), head)
    if any(text.startswith(words("bodies", "park", "enough"), at) for at in (head, head - 2)):
        levels = words("bodies", "park", "levels")
        start += next((len(level) for level in levels if text.startswith(level, start)), 0)
    start = at_owner(text, behind_zone(text, over_zone(text, start, head), head))
    start = behind_address(text, start, head)
    return _behind_province(text, start, head, end)


def _zone_before(text: str, bracket: int) -> int:
    """Where the zone begins whose ground lies at the place in the bracket that opens there: 某某高新区|(武汉)离岸科创园."""
    start = zone_start(text, bracket)
    noun = lexicon("bodies", "park", "whole").ends(text, bracket)
    return left_edge(text, noun) if start == bracket and noun < bracket else start


def _behind_other(text: str, start: int, head: int) -> int:
    """The start of an office's name behind another one that 和 joins to it, which is no county's first character: 县经信局和|县商务局."""
    return max((match.end() for match in _OTHER.finditer(text, start, head)), default=start)


def _behind_province(text: str, start: int, head: int, end: int) -> int:
    """The start of a park's name behind 浙江 or 中国 before the place that leads it, unless the name is an official one: 浙江|杭州某某小镇."""
    led = text.startswith(("浙江", "中国"), start) and begins_with_place(text, start + 2, head)
    official = (*words("bodies", "park", "official"), *_SERVICES)
    return start + 2 if led and not text.endswith(official, start, end) else start


def _county_start(text: str, head: int) -> int:
    """Where the county begins whose government is named, though it be called like a verb (和|新建区|政府); `head` if none is."""
    sizes = (size for size in (5, 4, 3) if text[head + 1 - size : head + 1] in place_scanner().entries)
    return head + 1 - next(sizes, 1)


def _suffixed(text: str, kind: EntityKind) -> list[Span]:
    spans = []
    notions = words("bodies", "park", "notions")
    for head, end in _endings(kind).find(text):
        start = _start(text, kind, head, end)
        core = text[start:head]
        office = (
            kind == "organization"
            and core in _LEVELS
            and text.endswith(words("bodies", kind, "offices"), head, end)
        )
        enough = office or (kind == "park" and core + text[head:end] in words("bodies", "park", "enough"))
        if not enough and (
            not core
            or len(core) > 26
            or "等地" in core
            or (kind == "park" and (no_park(core, text[head:end]) or text.startswith(notions, end)))
            or modifiers("bodies", kind, "generic").covers(_MARKS.sub("", core))
        ):
            continue
        name = text[start:end]
        if kind == "park" and core in place_scanner().entries and text.startswith(_PARTS, head):
            spans += _county_part(text, start, end)
            continue
        if name.count("“") != name.count("”"):
            name = name.replace("“", "").replace("”", "")
        governs = text[head:end] in words("bodies", "organization", "committees") or name.startswith(_PARTIES)
        how = "committee" if governs else "suffix"
        spans.append(
            park_span(start, end, name)
            if kind == "park"
            else Span("organization", start, end, name, None, how)
        )
        if office or (kind == "organization" and core and name[0] in _LEVELS):
            spans += more_offices(text, end)
    return spans


def _county_part(text: str, start: int, end: int) -> list[Span]:
    """A county's part of a zone, by the name of both (某某产业集聚区|常山片区); alone it is but a part of something."""
    whole = zone_start(text, start)
    return [replace(park_span(whole, end, text[whole:end]), how="part")] if whole < start else []


def _from_place(text: str, start: int, head: int) -> int:
    """The start of a park's name at the place that leads it, over a conjunction inside the name (缙云县缝纫及机电…园区)."""
    at = run_before(text, head)
    for piece in pieces(text[at:head]):
        rest = text[at + len(piece) : head]
        leads = at < start and piece in place_scanner().entries
        joined = "及" in rest or ("和" in rest and text.startswith(_SERVICES, head))
        if leads and joined and not PARTICLE.search(rest):
            return at
        at += len(piece)
    return start


# Parks for two trades, whose names may join them by 和: 某某锯床和特色机械装备产业|创新服务综合体.
_SERVICES = ("创新服务综合体", "产业创新服务综合体")

# What a county's part at an event or of a zone named before is called: 龙游|区块.
_PARTS = ("区块", "片区", "分区")

# Where one office ends and 和 joins another to it.
_OTHER = re.compile("(?<=[局委办厅会联协院校社府])[和与及](?=[省市县区])")

# An office of which somebody was head: 原|省社科院.
_FORMER = tuple(f"原{level}" for level in _LEVELS)

# What parties and leagues are called by before their place.
_PARTIES = ("中共", "共青团")

# An office by the level of its government: 县|建设局.
_LEVELLED = re.compile(r"[省市县区](?![委长内里级域场块政级])[一-龥]{2,8}")


def _office(text: str, start: int, head: int, end: int) -> int:
    """The start of an office's name over words that else end a name: at the level of its government, where it stands in a
    list of such (县经商局、县建设局), and at the place whose two charges it joins (某某市规划与|建设局)."""
    at = run_before(text, head)
    if at >= start or PARTICLE.search(text, at, head):
        return start
    listed = "、" in (text[at - 1 : at], text[end : end + 1])
    if listed and _LEVELLED.fullmatch(text, at, head):
        return at
    county = next((place for first, place, _ in place_scanner().scan(text[at:head]) if not first), 0)
    rest = text[at + county : head]
    joins = county and text[end - 1] in "局委厅" and re.fullmatch(r"[一-龥]{2,6}[与和及][一-龥]{0,4}", rest)
    return at if joins and next(place_scanner().scan(rest), None) is None else start


def _known_start(text: str, start: int, end: int) -> int:
    """Where a zone or body of the lists begins that ends at `end`, so that nothing before it is taken along."""
    entries = name_scanner().entries
    for at in range(start, end - 2):
        entry = entries.get(text[at:end])
        if entry is not None and entry.kind in ("park", "organization"):
            located = entry.kind == "organization" and text[start:at] in place_scanner().entries
            return start if located else _with_province(text, at, end)
    return start


def _quoted_start(text: str, head: int, end: int) -> int:
    """Where the quotation begins that the name is all of (“外某某医化区块”); `end` if none."""
    mark = text.rfind("“", max(0, head - _LONGEST_QUOTED), head) if text.startswith("”", end) else -1
    whole = mark >= 0 and run_before(text, head) <= mark + 1 and "”" not in text[mark:head]
    return mark + 1 if whole else end


def _with_province(text: str, start: int, end: int) -> int:
    """The start of a name of the lists at the province, as official names have it: 浙江遂昌经济开发区, 浙江某某科技产业园."""
    official = text.endswith("产业园", start, end) or (
        text.endswith(words("bodies", "park", "official"), start, end) and begins_with_place(text, start, end)
    )
    return start - 2 if official and text.startswith("浙江", max(0, start - 2)) and start > 1 else start


def _after_quote(text: str, start: int, end: int) -> int:
    """The start behind an opening quote that the name does not close."""
    core = text[start:end]
    if core.count("“") > core.count("”"):
        return start + core.rfind("“") + 1
    return start


def _listed_zones(text: str) -> list[Span]:
    """The zones of the lists, those that are called by no noun with the one behind them (漕河泾|园区)."""
    zones, grounds = (lexicon("bodies", "park", name) for name in ("endings", "grounds"))
    return [
        Span(
            "park",
            _with_province(text, start, end),
            end if zones.ends(text, end) < end else grounds.begins(text, end),
            entry.canonical,
            entry.code,
            "zones",
        )
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

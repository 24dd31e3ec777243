"""Development zones and parks: their parts, those that two places share, and what each is called by in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shanqu.extract.edges import begins_with_county, cut_off
from shanqu.extract.firm_aliases import DEFINED
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.park_edges import OF_TAIWAN, PARTICLE, is_part, only_kinds, place_length
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, lexicon, listed, modifiers, occurrences
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words
from shanqu.gazetteer.zones import zone_by_name

# Last characters of a park's own word that tell that it is one: 永兴南|园.
_BRAND_ENDS = "园谷港城镇湾岛"
# So much of the text before a park is read for a word of aim.
_AIM_SEEN = 20
# Behind the first of a list of parts.
_NEXT_PART = ("、", "和", "及", "与")
# What leads up to the list of a zone's parts.
_LEADS = re.compile("由|有|的|下辖|包括|分为")


def behind_joints(text: str, parks: list[Span]) -> list[Span]:
    """The parks, those behind whose name's conjunction another begins that the text has by itself as that one: 于某根和|某某
    开发区."""
    names = {text[span.start : span.end] for span in parks}
    cut = []
    for span in parks:
        joints = (match.end() for match in _JOINED.finditer(text, span.start + 2, span.end))
        start = next((at for at in joints if text[at : span.end] in names), span.start)
        cut.append(park_span(start, span.end, text[start : span.end]) if start > span.start else span)
    return cut


_JOINED = re.compile("[和与及]")
# What joins the two places that share a park (文成—瑞安), and the place of one in brackets: 文成（瑞安）.
_JOINT = re.compile(r"(?:——?|--?|－|–|·|~)(?=[一-龥])|[(（](?=[一-龥]{2,8}[)）])")


def shared_parks(text: str) -> list[Span]:
    """The parks that two places share: 文成—瑞安山海协作产业园, 文成（瑞安）飞地, 文成—瑞安“共富工坊”."""
    entries = place_scanner().entries
    spans = []
    for joint in _JOINT.finditer(text):
        sizes = (size for size in (5, 4, 3, 2) if text[joint.start() - size : joint.start()] in entries)
        size = next(sizes, 0)
        second = place_scanner().begins(text[joint.end() : joint.end() + 5]) if size else None
        if not size or (second is None and joint.group() not in "(（"):
            continue
        codes = entries[text[joint.start() - size : joint.start()]].code, second.code if second else None
        if codes[0] and codes[0] == codes[1]:  # 伙伴是某某县——某某产业园
            continue
        match = _shared_noun().match(text, joint.end())
        if match and not PARTICLE.search(match["rest"]):
            start = joint.start() - size
            span = park_span(start, match.end(), _plain(text[start : match.end()]))
            spans.append(replace(span, code=None if lies_beyond(span.canonical) else helped(*codes)))
    return spans


def lies_beyond(name: str) -> bool:
    """Whether a park's `name` tells that it lies beyond the province, with the partner of a county here: 某某·某某东西部协作产业园."""
    far = any(word in name for word in words("bodies", "park", "far_off"))
    return far or any(_shared_beyond(name, joint) for joint in _JOINT.finditer(name))


def _shared_beyond(name: str, joint: re.Match[str]) -> bool:
    """Whether a park, called `name`, is shared with a place beyond the province that stands behind the `joint` in its name: it
    lies there, unless it is that one's enclave. Not where the first is a mountain county, which is helped itself, and the
    great cities are where counties have their own."""
    first, second = place_scanner().begins(name), name[joint.end() :]
    place = place_by_code(first.code) if first and first.code else None
    if (
        place is None
        or place.mountain
        or "飞地" in name
        or second.startswith(words("bodies", "park", "hosts"))
    ):
        return False
    entry = place_scanner().begins(second)
    if entry is None:
        return joint.group() not in "(（" and _elsewhere(second)
    return entry.code is None and entry.how in ("city", "county")


def _elsewhere(second: str) -> bool:
    """Whether the words begin with the short name of a county beyond the province that no place here is called by."""
    named = regions.counties_elsewhere().values()
    return any(second[:size] in counties for counties in named for size in (4, 3, 2))


def helped(first: str | None, second: str | None) -> str | None:
    """The code of the place whose park it is of two that share it: the mountain county's, else the first one's."""
    one, other = (place_by_code(code) if code else None for code in (first, second))
    return second if other and other.mountain and one and not one.mountain else first


@once
def _shared_noun() -> re.Pattern[str]:
    """What follows the joint: places, words, and a noun of parks, in quotation marks or not."""
    nouns = any_of([*words("bodies", "park", "endings"), "飞地", "工坊", "园"])
    return re.compile(
        rf"(?P<rest>(?:[一-龥]{{2,8}}[)）]|[一-龥]{{2,8}}?)(?:[—－–·~-]+[一-龥]{{2,4}})?[一-龥]{{0,8}}?)(?:“[一-龥]{{0,6}}?{nouns}”{nouns}?|“飞地”[一-龥]{{0,4}}?{nouns}|{nouns})(?!区|企业)(?<!幼儿园)(?<!公园)"
    )


def _plain(name: str) -> str:
    return name.replace("“", "").replace("”", "")


@once
def _part() -> re.Pattern[str]:
    """What a zone is divided into, by a word of its own and a noun of parts."""
    return re.compile(rf"(?P<own>[一-龥A-Z]{{1,5}}?){listed('bodies', 'park', 'parts')}(?![一-龥]?管)")


def parts_of(text: str, parks: list[Span]) -> list[Span]:
    """The parts of zones right behind them, one or a list: 某某工业园区|城东区块, 某某开发区由|东片、西片|组成."""
    spans = []
    for zone in parks:
        leads = _LEADS.match(text, zone.end)
        at = leads.end() if leads else zone.end
        called = words("bodies", "park", "named_parts")
        while (match := _part().match(text, at)) and (is_part(match["own"]) or match.group() in called):
            spans.append(park_span(at, match.end(), match.group()))
            at = match.end() + 1
            if not text.startswith(("、", "和"), match.end()):
                break
        ground = None if leads else _ground().match(text, zone.end)
        county = None if leads or ground else _COUNTY_PART.match(text, zone.end)
        if county and begins_with_county(text, zone.end):
            spans.append(park_span(zone.end, county.end(), county.group()))
        if ground and text.endswith(words("bodies", "park", "whole"), zone.start, zone.end) and _own(ground):
            spans.append(park_span(zone.end, ground.end(), ground.group()))
    return spans


def with_their_parts(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans, of a zone and its part right behind it (某某工业园区|城东片区) one: that is the part's full name. Where parts are listed
    behind their zone each stands for itself."""
    parks = {span.start: span for span in spans if span.kind == "park"}
    joined: dict[Span, Span | None] = {}
    for zone in parks.values():
        part = parks.get(zone.end)
        if part is None or zone in joined or text[part.end : part.end + 1] in _NEXT_PART:
            continue
        if _part().fullmatch(text, part.start, part.end):
            joined[zone] = replace(zone, end=part.end, canonical=zone.canonical + text[part.start : part.end])
            joined[part] = None
    return [whole for span in spans if (whole := joined.get(span, span)) is not None]


# The part of a zone that a county has: 某某高新区|高明园.
_COUNTY_PART = re.compile("(?P<own>[一-龥]{2,3})园(?![一-龥]?[区林艺地内])")


@once
def _ground() -> re.Pattern[str]:
    """What lies in a zone and is called by its trade: 某某经济开发区|现代医药园."""
    nouns = any_of(noun for noun in words("bodies", "park", "endings") if noun.endswith(("园", "平台")))
    return re.compile(rf"(?P<own>[一-龥A-Z]{{2,8}}?)(?P<noun>{nouns})(?![区一-龥]?管|区|内)")


def _own(ground: re.Match[str]) -> bool:
    """Whether the words before the noun of what lies in a zone are a name or its trade, not what is said or done there."""
    own, noun = ground["own"], ground["noun"]
    many = modifiers("bodies", "park", "generic")
    if PARTICLE.search(own) or own.startswith(words("bodies", "park", "beside")) or many.covers(own + noun):
        return False
    makes = (*words("industries", "works"), *words("industries", "makes"), "智造")
    return not any(is_verb(piece) and piece not in makes for piece in pieces(own))


def no_park(core: str, noun: str) -> bool:
    """Whether what stands before a noun of parks makes no name: something done, a level, a province, a trade."""
    kind = core.endswith("型") and next(place_scanner().scan(core), None) is None
    return (
        "着" in core
        or "”规划" in core
        or kind
        or _chained(core)
        or _described(core)
        or (noun == "港区" and _DISTRICT.fullmatch(core) is not None)
        or core.startswith(OF_TAIWAN)
        or _ranked(core)
        or _province(core)
        or _only_class(core, noun)
    )


def _chained(core: str) -> bool:
    """Whether the words before a park's noun are a row of other such nouns that name no place: 众创空间—孵化器—|产业园."""
    if core.endswith(("—", "–", "-")):
        return True
    links = re.split("[—–-]+", core)
    links = links if len(links) > 1 else []
    nouns = lexicon("bodies", "park", "endings")
    chained = any(nouns.ends(link) < len(link) for link in links)
    return chained and next(place_scanner().scan(core), None) is None


def _described(core: str) -> bool:
    """Whether a park's own word but tells of what kind many are: 某某市传统|产业园区, 生态型都市|工业园区."""
    rest = core[place_length(core) :]
    kind = _TYPE.search(core) and next(place_scanner().scan(core), None) is None
    return rest in words("bodies", "park", "described") or bool(kind)


# What stands before 港区 in the name of a city's district: 某州市|泉|港区.
_DISTRICT = re.compile("(?:[一-龥]{1,4}市)?[一-龥]")
_TYPE = re.compile("(?<=[一-龥]{2})(?<!新)型")


def _ranked(core: str) -> bool:
    """Whether what stands before a park's noun begins with its level and names no place: 市级示范轻工|小微园."""
    return (
        core.startswith(words("bodies", "park", "levels")) and next(place_scanner().scan(core), None) is None
    )


def _province(core: str) -> bool:
    """Whether but a province stands before a noun of parks: 浙江省|工业园区."""
    entry = place_scanner().entries.get(core)
    return entry is not None and (entry.how == "province" or entry.code == "33")


def _only_class(core: str, noun: str) -> bool:
    """Whether what stands before a noun of parks is but a trade, of which many parks are (航空|产业平台), or a place that has
    many such (某某市|产业平台)."""
    if noun in words("bodies", "park", "of_places") and core in place_scanner().entries:
        return True
    forms = (core, core + "业", core + "产业")
    return noun in words("bodies", "park", "classes") and any(form in industries() for form in forms)


def short_names(text: str, parks: list[Span]) -> list[Span]:
    """Where a park is named again without the place before it (某某市|滨海新区), or by its own word and the noun's last
    character (永兴南园, of a 某某永兴南园小微企业创业园)."""
    spans = []
    defined = {span.canonical: match[1] for span in parks if (match := DEFINED.match(text, span.end))}
    for full in {span.canonical: span for span in parks}.values():
        for form in (*_short_forms(full.canonical), *filter(None, [defined.get(full.canonical)])):
            found = occurrences(text, form)
            spans += [
                Span("park", at, at + len(form), full.canonical, full.code, "short")
                for at in found
                if not cut_off(text, at, at + len(form))
            ]
    return spans


def _short_forms(name: str) -> Iterator[str]:
    own = name[place_length(name) :]
    noun = lexicon("bodies", "park", "endings").ends(own)
    generic = modifiers("bodies", "park", "generic")
    core = own[:noun]
    listed_one = core and core not in words("bodies", "park", "many_are") and zone_by_name(name) is not None
    named = not generic.covers(core) or (noun == 0 and own.endswith("新区")) or bool(listed_one)
    brief = own in words("bodies", "park", "brief")
    if own != name and (brief or (len(own) > 3 and named)) and not _JOINT.match(own):
        yield own
    if len(core) > 3 and core[-1] in _BRAND_ENDS:
        yield core


def is_aim(text: str, span: Span) -> bool:
    """Whether a park without a place in its name is but what somebody wants to make of one: 打造|绿色发展示范区."""
    name = text[span.start : span.end]
    aimed = (
        name.endswith(words("bodies", "park", "aims"))
        and span.how in ("suffix", "tagger")
        and span.code is None
    )
    if [len(piece) for piece in pieces(name)[:2]] == [1, 1] and not only_kinds(name[:2]):
        return False  # 彭|月|产业基地
    before = text[max(0, text.rfind("\n", 0, span.start) + 1, span.start - _AIM_SEEN) : span.start]
    return aimed and _aiming().search(before) is not None and next(place_scanner().scan(name), None) is None


@once
def _aiming() -> re.Pattern[str]:
    return re.compile(rf"{listed('bodies', 'park', 'aiming')}(?!的)[^,，。;；“]*$")


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
    if lies_beyond(name):
        return None
    return mountain[0] if len(mountain) == 1 else codes[-1] if codes else None

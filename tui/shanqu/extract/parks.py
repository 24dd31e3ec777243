"""Development zones and parks: behind the address and the zone that lead them, their parts, those that two places share,
and what each is called by in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from shanqu.extract.edges import begins_with_place, cut_off, run_before
from shanqu.extract.firm_aliases import DEFINED
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, lexicon, listed, modifiers, occurrences
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words
from shanqu.gazetteer.zones import zone_by_name

# What stands in no park's name behind the place that leads it.
PARTICLE = re.compile("[的了各在是将已被把为由从于对使让有等暨“]|以及|^[与和及、—-]")

# Last characters of a park's own word that tell that it is one: 永兴南|园.
_BRAND_ENDS = "园谷港城镇湾岛"
_LONGEST_ZONE = 16
# So much of the text before a park is read for a word of aim.
_AIM_SEEN = 20
# What leads up to the list of a zone's parts.
_LEADS = re.compile("由|有|的|下辖|包括|分为")


def behind_address(text: str, start: int, end: int) -> int:
    """The start of a park's name behind the full name of the town or county where it lies, if the park has a name of its
    own: 平桥镇|西溪工业园, 岱山县|岱山经济开发区, but 岱山县工业园区. `end` is where the noun begins that the name ends with."""
    while (size := _place_length(text[start : start + 8])) and _is_above(text[start : start + size]):
        if not begins_with_place(text, start + size, end):
            break
        start += size
    sizes = range(min(8, end - start), 2, -1)
    place = next((size for size in sizes if _is_address(text[start : start + size])), 0)
    return start + place if place and _own_name(text, start + place, end) else start


def _is_above(name: str) -> bool:
    """Whether a place is a province or city by its full name, or a province but this one (安徽)."""
    return (len(name) > 2 and name[-1] in "省市") or place_scanner().entries[name].how == "province"


def _is_address(name: str) -> bool:
    town = name.endswith(("镇", "乡", "街道")) and name in regions.town_names()
    return town or (name[-1] in "县市区" and name in place_scanner().entries)


def _own_name(text: str, start: int, end: int) -> bool:
    """Whether what stands before a park's noun is more than its trade: a place, or a word that the dictionary does not
    know and takes apart."""
    if text.startswith("小镇", end):
        return start < end
    towns = regions.town_names()
    if begins_with_place(text, start, end) or any(
        text[start:last] in towns for last in range(start + 2, end + 1)
    ):
        return True
    return [len(piece) for piece in pieces(text[start:end])[:2]] == [1, 1]


def behind_zone(text: str, start: int, head: int) -> int:
    """The start of a park's name behind the zone that it is a part of, if the part has a name of its own; `head` where the
    part is only described (某某开发区|核心片区)."""
    ends = (end for first, end, entry in name_scanner().scan(text[start:head]) if entry.kind == "park")
    inside = max(ends, default=0)
    own = text[start + inside : head]
    if not inside or not own:
        return start
    if _is_part(own):
        return start + inside
    return head if text.startswith(words("bodies", "park", "parts"), head) else start


def over_zone(text: str, start: int, head: int) -> int:
    """The start of a park's name at the zone of the lists that begins before it and ends within: 屏|都综合新区|生物产业园."""
    low = run_before(text, start)
    zones = ((at, end) for at, end, entry in name_scanner().scan(text[low:head]) if entry.kind == "park")
    return next((low + at for at, end in zones if low + at < start < low + end), start)


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
            spans.append(replace(span, code=_helped(*codes)))
    return spans


def _helped(first: str | None, second: str | None) -> str | None:
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
        while (match := _part().match(text, at)) and _is_part(match["own"]):
            spans.append(park_span(at, match.end(), match.group()))
            at = match.end() + 1
            if not text.startswith(("、", "和"), match.end()):
                break
    return spans


def no_park(core: str, noun: str) -> bool:
    """Whether what stands before a noun of parks makes no name: something done, a level, a province, a trade."""
    return "着" in core or _ranked(core) or _province(core) or _only_class(core, noun)


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
    """Whether what stands before a noun of parks is but a trade, of which many parks are: 航空|产业平台."""
    forms = (core, core + "业", core + "产业")
    return noun in words("bodies", "park", "classes") and any(form in industries() for form in forms)


def zone_start(text: str, end: int) -> int:
    """Where the zone of the lists begins that ends at `end`; `end` if none does."""
    entries = name_scanner().entries
    for start in range(max(0, end - _LONGEST_ZONE), end - 3):
        entry = entries.get(text[start:end])
        if entry is not None and entry.kind == "park":
            return start
    return end


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
    own = name[_place_length(name) :]
    noun = lexicon("bodies", "park", "endings").ends(own)
    generic = modifiers("bodies", "park", "generic")
    named = not generic.covers(own[:noun]) or (noun == 0 and own.endswith("新区"))
    if own != name and len(own) > 3 and named and not _JOINT.match(own):
        yield own
    brand = own[:noun]
    if len(brand) > 3 and brand[-1] in _BRAND_ENDS:
        yield brand


def _place_length(name: str) -> int:
    entries = place_scanner().entries
    return next((size for size in range(min(8, len(name)), 1, -1) if name[:size] in entries), 0)


def is_aim(text: str, span: Span) -> bool:
    """Whether a park without a place in its name is but what somebody wants to make of one: 打造|绿色发展示范区."""
    name = text[span.start : span.end]
    aimed = name.endswith(words("bodies", "park", "aims")) and span.how == "suffix" and span.code is None
    before = text[max(0, text.rfind("\n", 0, span.start) + 1, span.start - _AIM_SEEN) : span.start]
    return aimed and _aiming().search(before) is not None and next(place_scanner().scan(name), None) is None


@once
def _aiming() -> re.Pattern[str]:
    return re.compile(rf"{listed('bodies', 'park', 'aiming')}(?!的)[^,，。;；“]*$")


def _is_part(own: str) -> bool:
    """Whether the word before a noun of parts is a name."""
    described = PARTICLE.search(own) or modifiers("bodies", "park", "generic").covers(own)
    return not described and not any(is_verb(piece) for piece in pieces(own))


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

"""Where a park's name begins: behind the address, the firm and the zone that lead it."""

from __future__ import annotations

import re

from shanqu.extract.edges import begins_with_county, begins_with_place, run_before
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency, is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import Lexicon, listed, modifiers
from shanqu.gazetteer import regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# What stands in no park's name behind the place that leads it.
PARTICLE = re.compile("[的了各在是将已被把为由从于对使让有等暨“]|以及|^[与和及、—-]")
_LONGEST_ZONE = 16
# What is called like a town, in the lists or not.
_TOWN = re.compile("[一-龥]{2,3}(?<![小集城古])镇(?!镇)")
# The prefecture of a province elsewhere, with the province: 贵州省黔南州|.
_REGION = re.compile("[一-龥]{2,3}省[一-龥]{2,4}(?:自治州|州|盟|地区)(?=[一-龥]{2,3}[县市区])")
# What is called by a mountain or a water: 凤凰山|工业区.
_LAND = re.compile("[一-龥]{2,3}[山岭湖江溪河湾洋坑垟岙塘畈坪洲岛]")
# For whose firms or farmers a park is: 某某市|台湾工业园.
OF_TAIWAN = ("台湾", "海峡两岸")
# A town or county before the park that is called by the same word: 坪东镇|坪东工业园.
_TWICE = re.compile(r"([一-龥]{2,3})(?:[镇乡县市区]|街道)(?=\1)")
# What somebody makes of a park, perhaps of more than one: 以某某园|和某某园为核心.
_USED = re.compile("[^,，。;；]{0,24}为")
# A word that the dictionary has seen so often is no park's own.
RARE = 200


def behind_address(text: str, start: int, end: int) -> int:
    """The start of a park's name behind the full name of the town or county where it lies, if the park has a name of its
    own: 平桥镇|西溪工业园, 岱山县|岱山经济开发区, but 岱山县工业园区. `end` is where the noun begins that the name ends with."""
    region = _REGION.match(text, start, end)
    start = region.end() if region and region.end() < end else start
    while (size := place_length(text[start : start + 8])) and _is_above(text[start : start + size]):
        placed = begins_with_place(text, start + size, end) or begins_with_county(text, start + size)
        if not placed or text.startswith(OF_TAIWAN, start + size):
            break
        start += size
    above = place_length(text[start : start + 3])
    county = place_length(text[start + above : end])
    if above and _is_address(text[start + above : start + above + county]):
        start += above  # 绍兴|柯桥区|某某文创园
    town = _TOWN.match(text, start, end)
    elsewhere = town and town.end() < end and town.group() not in regions.town_names()
    elsewhere = elsewhere and not begins_with_place(text, start, end)
    if town and elsewhere and not only_kinds(text[town.end() : end]):
        return town.end()
    sizes = range(min(8, end - start), 2, -1)
    twice = _TWICE.match(text, start, end)
    if twice:
        return twice.end()
    place = next((size for size in sizes if _is_address(text[start : start + size])), 0)
    if text.startswith(OF_TAIWAN, start + place):
        return start
    if not place or not own_name(text, start + place, end):
        return start
    return behind_address(text, start + place, end)


def at_owner(text: str, start: int) -> int:
    """The start at the place that a park for those of Taiwan belongs to, which stands before that word."""
    if not text.startswith(OF_TAIWAN, start):
        return start
    sizes = (
        size for size in range(8, 1, -1) if text[max(0, start - size) : start] in place_scanner().entries
    )
    return start - next(sizes, 0)


@once
def _builder() -> re.Pattern[str]:
    leads = listed("bodies", "park", "not_begin")
    return re.compile(rf".{{2,12}}?(?:集团|公司|股份)(?:投资|建设|开发|打造|入驻|落户|在)+|{leads}")


def behind_builder(text: str, start: int, head: int) -> int:
    """The start of a park's name behind the firm that builds it (某某集团建设|某某工业园) and what is done with it."""
    found = _builder().match(text, start, head)
    return found.end() if found and found.end() < head else start


def only_kinds(core: str) -> bool:
    """Whether nothing but words of kind stand before a park's noun."""
    return _kinds().covers(core)


@once
def _kinds() -> Lexicon:
    """Words that tell of what kind a park is, and name none."""
    trades = (*industries(), *words("products", "names"), *words("companies", "trades"))
    works = (*words("industries", "works"), *words("industries", "makes"))
    return Lexicon([*words("bodies", "park", "generic"), *trades, *works])


def _is_above(name: str) -> bool:
    """Whether a place is a province or city by its full name, or a province but this one (安徽)."""
    return (len(name) > 2 and name[-1] in "省市") or place_scanner().entries[name].how == "province"


def _is_address(name: str) -> bool:
    town = name.endswith(("镇", "乡", "街道")) and name in regions.town_names()
    return town or (len(name) > 2 and name[-1] in "县市区" and name in place_scanner().entries)


def _is_rare(piece: str) -> bool:
    """Whether a word is seldom and a place's or a person's: what a park is called by (东桥|产业园区), unless goods are (杨梅)."""
    named = len(piece) > 1 and tag(piece).startswith(("ns", "nr")) and piece not in name_scanner().entries
    return named and frequency(piece) < RARE


def own_name(text: str, start: int, end: int) -> bool:
    """Whether what stands before a park's noun is more than its trade: a place, or a word that the dictionary does not
    know and takes apart."""
    if text.startswith("小镇", end):
        return start < end
    if text.startswith(words("bodies", "park", "called"), start, end):
        return True
    towns = regions.town_names()
    if begins_with_place(text, start, end) or any(
        text[start:last] in towns for last in range(start + 2, end + 1)
    ):
        return True
    first = pieces(text[start:end])[:2]
    if first and _LAND.fullmatch(first[0]):
        return True
    # 荣|华山|产业组团
    led = len(first) == 2 and len(first[0]) == 1 and tag(first[1]) == "ns"
    return led or [len(piece) for piece in first] == [1, 1] or any(map(_is_rare, first))


def behind_zone(text: str, start: int, head: int) -> int:
    """The start of a park's name behind the zone that it is a part of, if the part has a name of its own; `head` where the
    part is only described (某某开发区|核心片区)."""
    ends = (end for first, end, entry in name_scanner().scan(text[start:head]) if entry.kind == "park")
    inside = max(ends, default=0)
    own = text[start + inside : head]
    if not inside or not own:
        zone = max((found.end() for found in _whole_zone().finditer(text, start, head)), default=head)
        if zone == head or (is_part(text[zone:head]) and text[zone] not in "(（"):
            return min(zone, head) if zone < head else start
        return head if text.startswith(words("bodies", "park", "parts"), head) else start
    if is_part(own):
        return start + inside
    return head if text.startswith(words("bodies", "park", "parts"), head) else start


@once
def _whole_zone() -> re.Pattern[str]:
    """The nouns of zones that have parts, behind a name."""
    return re.compile(rf"(?<=[一-龥]{{2}}){listed('bodies', 'park', 'whole')}(?![域块])")


def over_zone(text: str, start: int, head: int) -> int:
    """The start of a park's name at the zone of the lists that begins before it and ends within: 屏|都综合新区|生物产业园."""
    low = run_before(text, start)
    zones = ((at, end) for at, end, entry in name_scanner().scan(text[low:head]) if entry.kind == "park")
    return next((low + at for at, end in zones if low + at < start < low + end), start)


def zone_start(text: str, end: int) -> int:
    """Where the zone of the lists begins that ends at `end`; `end` if none does."""
    entries = name_scanner().entries
    for start in range(max(0, end - _LONGEST_ZONE), end - 3):
        entry = entries.get(text[start:end])
        if entry is not None and entry.kind == "park":
            return start
    return end


def place_length(name: str) -> int:
    entries = place_scanner().entries
    return next((size for size in range(min(8, len(name)), 1, -1) if name[:size] in entries), 0)


def is_part(own: str) -> bool:
    """Whether the word before a noun of parts is a name."""
    described = (
        PARTICLE.search(own) or own[0] in "分含有下" or modifiers("bodies", "park", "generic").covers(own)
    )
    return not described and not any(is_verb(piece) for piece in pieces(own))


@once
def _aimed_at() -> re.Pattern[str]:
    levels = listed("bodies", "park", "levels")
    return re.compile(rf"[一-龥]{{2,}}{levels}(?=[一-龥]{{2}})")


def behind_level(text: str, start: int, head: int) -> int:
    """The start of a park's name behind the level that it is raised to and what is done for it: 某某园培育市级|渠南工业园."""
    aimed = _aimed_at().match(text, start, head)
    return aimed.end() if aimed and not only_kinds(text[aimed.end() : head]) else start


def behind_use(text: str, start: int, end: int) -> int:
    """The start of a park's name behind 以, where the words behind tell what the park serves as: 以|某某科创中心|为核心."""
    return start + 1 if text.startswith("以", start) and _USED.match(text, end) else start

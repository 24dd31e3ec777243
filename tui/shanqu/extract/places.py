"""Places: the gazetteer's names, minus those that the text does not support."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from shanqu.extract.document import Document
from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import Entry, place_scanner
from shanqu.extract.places_beyond import find_beyond, named_again
from shanqu.extract.span import Span
from shanqu.extract.townships import find_townships
from shanqu.extract.unknown_towns import find_unknown_towns
from shanqu.extract.villages import find_villages
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code, regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import surnames

# The other sides of grounds, so near 东至.
_BOUNDS, _BOUNDS_NEAR = re.compile("[西南北](?:[至临靠到邻接]|侧至)|四至"), 48
_ELSEWHERE = ("county", "abroad", "city")
# A figure right behind the name of whom a list tells: 遂昌140家,龙泉|128家.
_COUNTED = r"[+-]?\d[\d.]{0,6}(?:[%％家亩吨]|个(?!月)|[万亿](?:元|人|亩))"


@once
def _support() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may stand right before a doubtful name, right behind it, and behind it at the head of a clause: a county's
    trade (庆元竹木产业) or what is said of it (武义是全国最大的…)."""
    before, after = (
        listed("regions", "doubtful", "support", "before"),
        listed("regions", "doubtful", "support", "after"),
    )
    trades, said = (
        listed("regions", "doubtful", "support", "trades"),
        listed("regions", "doubtful", "support", "said"),
    )
    return (
        re.compile(rf"(?:{before}|\d年|[去今]年)$"),
        re.compile(after),
        re.compile(rf"[一-龥]{{2,8}}?{trades}|{said}[一-龥\d]|{_COUNTED}"),
    )


@once
def _station() -> re.Pattern[str]:
    lines, stops = listed("regions", "stations", "lines"), listed("regions", "stations", "stops")
    return re.compile(rf"[一-龥]{{2}}{lines}[一-龥]{{0,4}}?{stops}(?!点)")


def find_places(doc: Document) -> list[Span]:
    """Every mention of a place, in order. Doubtful short names need support somewhere in the document."""
    raw = [_of_its_counties(doc.text, *one) for one in place_scanner().all(doc.text)]
    doubtful = regions.doubt()
    believed = {entry.canonical for start, end, entry in raw if entry.full and entry.code}
    for start, end, entry in raw:
        if _ruled_out(doc.text, start, end, doc.text[start:end]):
            continue
        doubted = not entry.full and doc.text[start:end] in doubtful.words
        supported = (
            not doubted or _supported(doc.text, start, end) or _heads_line(doc.text, start, end, entry)
        )
        if entry.code and not entry.full and supported:
            believed.add(entry.canonical)
    believed |= _rarely_else(doc.text, raw, doubtful)
    believed |= _linked(doc.text, raw, believed)
    believed |= _by_company(doc.text, raw, believed)
    spans = []
    for start, end, entry in raw:
        form = doc.text[start:end]
        if not entry.full and form in doubtful.words and entry.canonical not in believed:
            continue
        if not _ruled_out(doc.text, start, end, form) and not _other(doc.text, start, end, entry):
            spans.append(
                Span("place", start, _own_end(doc.text, start, end), entry.canonical, entry.code, entry.how)
            )
    spans.extend(find_beyond(doc.text, spans))
    spans = named_again(doc.text, spans)
    spans.extend(find_townships(doc.text, spans, doc.home))
    spans.extend(find_unknown_towns(doc.text, spans))
    spans.extend(find_villages(doc.text, spans))
    spans.extend(_stations(doc.text))
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _rarely_else(text: str, raw: Sequence[tuple[int, int, Entry]], doubtful: regions.Doubt) -> set[str]:
    """Names that hardly mean anything else, where the text is about Zhejiang or comes back to them."""
    named = Counter(entry.canonical for _, _, entry in raw if entry.code and entry.code.startswith("33"))
    sure = {
        entry.canonical
        for start, end, entry in raw
        if (entry.code or "").startswith("33") and (entry.full or text[start:end] not in doubtful.words)
    }
    whole = _whole().search(text) is not None
    return {
        entry.canonical
        for start, end, entry in raw
        if not entry.full
        and text[start:end] in doubtful.rare
        and (
            whole or sure - {entry.canonical} or named[entry.canonical] > 1 or _is_mountain(entry.code or "")
        )
    }


@once
def _whole() -> re.Pattern[str]:
    return re.compile(listed("regions", "doubtful", "speaks", "whole"))


# What joins two counties: 龙泉和萧山, 龙泉-萧山.
_LINK = re.compile("[和与及同、—–-]")


def _linked(text: str, raw: Sequence[tuple[int, int, Entry]], believed: set[str]) -> set[str]:
    """Doubtful names that are joined to a believed county's."""
    return {
        entry.canonical
        for one, two in pairwise(raw)
        if _LINK.fullmatch(text, one[1], two[0])
        for (_, _, entry), (_, _, other) in ((one, two), (two, one))
        if len(entry.code or "") == len(other.code or "") == 6 and other.canonical in believed
    }


def _by_company(text: str, raw: Sequence[tuple[int, int, Entry]], believed: set[str]) -> set[str]:
    """Doubtful names that the rest of the text supports: the only county named where it speaks of 全县, and any
    mountain county where two others are named surely."""
    counties = {entry.canonical for _, _, entry in raw if entry.code and len(entry.code) == 6}
    if len(counties) == 1:
        kind = next(iter(counties))[-1]
        lone = kind == "县" or not any(entry.code and len(entry.code) == 4 for _, _, entry in raw)
        return counties if lone and speaks_of(kind).search(text) else set()
    mountain = {entry.canonical for _, _, entry in raw if entry.code and _is_mountain(entry.code)}
    return mountain if len(believed & counties) >= 2 else set()


@once
def speaks_of(kind: str) -> re.Pattern[str]:
    """Words by which a text speaks of the one county, city or district (`kind` is the last character of its name) that
    it names."""
    said, but = (listed("regions", "doubtful", "speaks", part + kind) for part in ("", "not_"))
    return re.compile(
        rf"(?<![一-龥]){said}(?!{but})|{listed('regions', 'doubtful', 'speaks', 'anywhere_' + kind)}(?!{but})"
    )


def _is_mountain(code: str) -> bool:
    place = place_by_code(code)
    return place is not None and place.mountain


def _supported(text: str, start: int, end: int) -> bool:
    heads = start == 0 or not "一" <= text[start - 1] <= "龥"
    before, after, said = _support()
    if text.endswith("以", 0, start) and text.startswith("为例", end):
        return True
    return bool(
        before.search(text[max(0, start - 3) : start])
        or after.match(text[end : end + 3])
        or (heads and said.match(text[end : end + 14]))
    )


def _heads_line(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a mountain county's name stands alone at the head of a line, as that of which the line tells: 【云和】, 云和:."""
    before = text[max(0, start - 1) : start] or "\n"
    return before in _LINE_HEADS and text[end : end + 1] in _LINE_TELLS and _is_mountain(entry.code or "")


def _ruled_out(text: str, start: int, end: int, form: str) -> bool:
    doubtful = regions.doubt()
    torn = text.startswith(doubtful.not_before.get(form, ()), end) or text.endswith(
        doubtful.not_after.get(form, ()), 0, start
    )
    return torn or _only_bounds(text, start)


# Words for what lies in a place, which begin with the last character of its full name: 温州|市区, 泰顺|县城.
_WITHIN = re.compile(
    "市(?:区(?!域|块|县)|内|级|场(?!镇|乡|村)|民(?![政族办营间主宗俗]))|县(?:城(?![东南西北关郊])|内|级)"
)


# What the counties of a prefecture are called together, behind its short name: 丽水|县市区, 金华|县（市、区）.
_ITS_COUNTIES = re.compile("县[(（]?(?:市、?区|区、?市)")


def _of_its_counties(text: str, start: int, end: int, entry: Entry) -> tuple[int, int, Entry]:
    """The place found at `[start, end)`; the prefecture where a county that is no more (丽水县) seems to stand before the word
    for all counties of it."""
    if not entry.full or not _ITS_COUNTIES.match(text, end - 1):
        return start, end, entry
    short = place_scanner().entries.get(text[start : end - 1])
    return (start, end - 1, short) if short and short.code != entry.code else (start, end, entry)


def _own_end(text: str, start: int, end: int) -> int:
    """The end of a place's name, without the character that belongs to the word behind it."""
    shorter = _WITHIN.match(text, end - 1) and text[start : end - 1] in place_scanner().entries
    return end - 1 if shorter else end


def _other(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a place elsewhere is but a part of a longer name or of other words: 仁川镇, 其中山区."""
    if entry.code is None and cut_off(text, start, end):
        return True
    if entry.how == "country" and _of_a_person(text, start):
        return True
    if entry.how not in _ELSEWHERE:
        return False
    if text[end : end + 1] in ("镇", "乡", "村", "岛") or text.startswith("街道", end):
        return True
    if text[start] in "镇乡" and _behind_town(text, start):
        return True
    if not text[start:end].endswith("区"):
        return False
    if text.startswith(("块", "域"), end):
        return True
    before = text[max(0, start - 1) : start]
    return "一" <= before <= "龥" and before not in "省市和与及在到赴从自"


# Surnames that join or lead to a country much more often.
_LEADING = frozenset("和与及向从对到在于")


def _of_a_person(text: str, start: int) -> bool:
    """Whether a country's name is the rest of a person's in a list: 周某某、陈|波兰."""
    surname = text[max(0, start - 1) : start]
    return surname in surnames() and surname not in _LEADING and text.endswith("、", 0, start - 1)


# What stands before and behind a place's name that heads a line.
_LINE_HEADS = ("\n", "【", "(", "（", "●", "■", "▲", "◆", "★", "·", "、")
_LINE_TELLS = ("】", ":", "：", ")", "）")
# What may stand before the name of a place.
_LEADS = "省市的和与及、在到赴从自往至向是为等"


def _behind_town(text: str, at: int) -> bool:
    """Whether the 镇 or 乡 with which a place's name seems to begin at `at` ends that of a town: 沙洲|镇江边村, but 江苏|镇江."""
    before = text[max(0, at - 1) : at]
    if not "一" <= before <= "龥" or before in _LEADS:
        return False
    entries = place_scanner().entries
    return not any(text[max(0, at - size) : at] in entries for size in (2, 3, 4))


def _only_bounds(text: str, start: int) -> bool:
    """Whether 东至 at `start` tells where grounds end (东至某路,南至某河), and names no county."""
    if not text.startswith("东至", start):
        return False
    if text.startswith("县", start + 2):
        return text.startswith(("道", "界", "城", "级", "乡"), start + 3)
    line = text.rfind("\n", 0, start) + 1
    return bool(_BOUNDS.search(text[max(line, start - _BOUNDS_NEAR) : start + _BOUNDS_NEAR]))


def _stations(text: str) -> list[Span]:
    """Motorway exits and railway stations, from the name of their line onwards."""
    spans = []
    for match in _station().finditer(text):
        start = match.start()
        name = text[start - 1 : start + 2]
        if name in place_scanner().entries:  # 千岛湖|高铁站: three characters
            start -= 1
        spans.append(Span("place", start, match.end(), text[start : match.end()], None, "stations"))
    return spans

"""Figures that a text tells by the way: of a firm or works in another place, of a railway or river that only passes, of the
province's own funds. They are nobody's that the text is about."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set

from shanqu.extract.asking import Asked
from shanqu.extract.attribution import Owner, opens_clause
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.tables import once
from shanqu.model import Scope

# So many yuan and people no county has, and so many yuan no mountain county of which nobody speaks.
_MOST_MONEY, _MOST_PEOPLE, _MOST_UNSAID = 1e12, 3e6, 2e11
# So much a year no firm of a mountain county turns over, but for the few that are named with it.
_MOST_OF_A_FIRM = 1e10
_COUNTY_CODE = 6
# All the firms of a place.
_ALL_FIRMS = re.compile("规上|规模以上|工业|集群|产业|行业|全[县市区]")
# How names of firms begin that are the province's or the nation's, and those of its schools and the like.
_LARGER = ("浙江省", "省", "中国", "国家", "国网")
_LARGER_BODIES, _WHOLE_BODIES = ("浙江", "中国", "国家", "省"), ("大学", "学院", "医院", "科学院", "农科院")
# How places beyond the province were found; so far from its name a text says where a firm comes from.
_BEYOND = ("province", "city", "county", "again")
_NEAR = 24
# What a sentence may begin with and have figures of.
_HEADS = ("place", "company", "organization", "park")
# Behind a country's name: a firm or the like from there.
_FOREIGN_FIRM = re.compile("[一-龥·A-Za-z]{1,10}?(?:公司|集团|协会)")
# Waters and ports, which are larger than the counties by them.
_WATERS = ("港", "江", "河", "水系")
# Before the place of which the next clause tells: 一江之隔的|某市,.
_SPOKEN_OF = re.compile("(?<!来自)[一-龥]的(?:[一-龥]{2}省?)?$")


def too_large(owner: Owner, scope: Scope, asked: Asked, value: float | None) -> bool:
    """Whether a figure is larger than that of any county, or of any firm in it, might be: 区域生产总值18万亿元, 辐射人口1.5亿, or the
    turnover of a group that has invested there."""
    size, unit = value or 0, asked.unit
    if len(owner.code or "") != _COUNTY_CODE:
        return False
    if size >= {"元": _MOST_MONEY, "人": _MOST_PEOPLE}.get(unit, math.inf):
        return True
    place = place_by_code(owner.code or "")
    if unit != "元" or owner.attribution != "discourse" or place is None or not place.mountain:
        return False
    if scope in ("company", "project") and _of_a_firm().search(asked.indicator):
        return size >= _MOST_OF_A_FIRM and not _ALL_FIRMS.search(asked.text, 0, asked.start)
    return size >= _MOST_UNSAID


def of_stranger(owner: Owner, asked: Asked, strangers: Set[str]) -> bool:
    """Whether a figure is what a firm has in all that is none of the county's: the province's or the nation's by its name, or one of
    the `strangers`."""
    name = asked.subject.name if asked.subject and asked.subject.scope == "company" else ""
    place = place_by_code(owner.code or "")
    if asked.subject and asked.subject.body and owner.attribution == "discourse" and place:
        name = asked.subject.name
        entry = place_scanner().begins(name)
        if entry and entry.code not in (None, "33", place.code) and place.short not in name:
            return True
        return name.startswith(_LARGER_BODIES) and name.endswith(_WHOLE_BODIES) and place.short not in name
    if not name or owner.attribution != "discourse" or place is None or place.short in name:
        return False
    if not (name.startswith(_LARGER) or name in strangers or _called_after_another(name, place.code)):
        return False
    return _is_a_firms(asked.indicator)


def _called_after_another(name: str, code: str) -> bool:
    """Whether a firm is called after a place beyond the prefecture of the county `code`, and not after the province."""
    entry = place_scanner().begins(name)
    if entry is None or entry.code == "33":
        return False
    return not code.startswith(entry.code[:4]) if entry.code else entry.how in _BEYOND


def strangers_of(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """The firms of which the text tells that they are from beyond the province: 总部位于某市的某某集团, 某某股份是某省的一家企业."""
    from_there = [one for one in spans if one.kind == "place" and not one.code and one.how in _BEYOND]
    found: set[str] = set()
    for span in spans:
        if span.kind != "company":
            continue
        before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        named = [one for one in from_there if span.start - _NEAR <= one.start < span.end + _NEAR]
        for place in named:
            said = text[place.start : place.end]
            ahead = place.end <= span.start and _from_beyond(said).search(before)
            if ahead or (place.start >= span.end and _is_from(said).match(after)):
                found.add(span.canonical)
    return frozenset(found)


def _from_beyond(place: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:总部|来自|是)[一-龥]{{0,6}}?{place}[一-龥]{{0,4}}的(?:[一-龥]{{0,6}}(?:企业|公司|巨头|龙头))?$"
    )


def _is_from(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[是,，]|的)?(?:总部(?:设?在|位于)|来自|是)(?:一家)?(?:[一-龥]{{2,3}}省?)?{place}")


def _is_a_firms(indicator: str) -> bool:
    """Whether a measure is one that a firm has as a whole, and none of a project of its."""
    return any(said().search(indicator) for said in (_of_a_firm, _of_its_people))


@once
def _of_its_people() -> re.Pattern[str]:
    return re.compile("员工|职工|工人|产值|产能|装机|销量|门店|广场|工厂数|基地数")


@once
def _of_a_firm() -> re.Pattern[str]:
    return re.compile(listed("figures", "elsewhere", "of_a_firm"))


def told_by_the_way(text: str, spans: Sequence[Span], offset: int, low: int, at: int, indicator: str) -> bool:
    """Whether the words between `low`, where the last county named before it ends, and the figure at `at` show that it is
    not of the text's county. `offset` is the sentence's start in the coordinates of `spans`; `indicator` is what it measures."""
    if _passing().search(text, low, at) or _of_the_province().match(text, low, at):
        return True
    if _that_country().search(text, low, at) or _of_the_nation().search(text[low:at]):
        return True
    if _counted().match(text, at) and _found_nationwide().search(text[low:at]):
        return True
    if _opens_elsewhere(text, spans, offset, low, at):
        return True
    if _is_a_firms(indicator) and _of_another_firm(text, spans, offset, low, at):
        return True
    return _of_works_elsewhere(text, spans, offset, low, at)


def _of_works_elsewhere(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether a place beyond the province is told to be where the firm sits (总部位于某市), where its works are (某市工厂) or
    where the clause is set (在某省某市,)."""
    for span in spans:
        start, end = span.start - offset, span.end - offset
        if span.kind != "place" or span.code or span.canonical == "中国" or not low <= start < end <= at:
            continue
        if span.how == "nature":
            if (
                span.canonical.endswith(_WATERS)
                and opens_clause(text, start)
                and _has_itself().match(text, end)
            ):
                return True
            continue
        if _seated().search(text[:start]) or _works().match(text, end, at):
            return True
        if _runs_there().match(text, end, at) and _in().search(text[:start]):
            return True
        if span.how != "country" and _SPOKEN_OF.search(text[:start]) and text[end] in ",，":
            return True
        if span.how != "country" and _set_in().search(text[:start]) and text[end] in ",，":
            return True
    return False


def _opens_elsewhere(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether the sentence begins with a place beyond the province, or with what is called after one (武汉高校), which is no firm or
    guest that has come from there."""
    head = next((one for one in spans if one.kind in _HEADS), None)
    if head is None or head.start - offset >= at:
        return False
    place = next((one for one in spans if one.kind == "place" and one.start == head.start), None)
    if place is None or low > place.end - offset:
        return False
    if place.code or place.canonical in ("中国", "浙江省"):
        return False
    end = place.end - offset
    if place.how not in _BEYOND and not (place.how == "country" and _FOREIGN_FIRM.match(text, end, at)):
        return False
    return opens_clause(text, place.start - offset) and not _brought().search(text, end, at)


@once
def _brought() -> re.Pattern[str]:
    """What tells that somebody from a place beyond does something for the county, or that it is but named with others."""
    return re.compile(listed("figures", "elsewhere", "brought"))


def _of_another_firm(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether the firm last named before the figure is but a customer or the like (下游客户某某股份), or has works all over the
    country."""
    firms = [
        one for one in spans if one.kind == "company" and low <= one.start - offset and one.end - offset <= at
    ]
    if not firms or _partner_unknown().search(text[firms[-1].end - offset : at]):
        return _partner_unknown().search(text[low:at]) is not None
    start, end = firms[-1].start - offset, firms[-1].end - offset
    return _partner().search(text[:start]) is not None or _all_over().search(text[end:at]) is not None


@once
def _seated() -> re.Pattern[str]:
    return re.compile(
        rf"总部{listed('figures', 'elsewhere', 'seated')}(?:[一-龥]{{2,4}}[省市])?(?:[一-龥]{{2,3}})?$"
    )


@once
def _works() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[一-龥]{{0,8}}的)?(?:新|老|总|分|生产)?{listed('figures', 'elsewhere', 'works')}(?![一-龥]{{0,3}}[引搬迁落])"
    )


@once
def _has_itself() -> re.Pattern[str]:
    """What stands behind the name of a port or river itself, and of nothing that is called after it."""
    return re.compile(
        rf"20\d\d年|{listed('figures', 'owners', 'now')}|{listed('figures', 'elsewhere', 'of_waters')}"
    )


@once
def _in() -> re.Pattern[str]:
    return re.compile("在(?:[一-龥]{2,4}、)*(?:[一-龥]{2,4})?$")


@once
def _runs_there() -> re.Pattern[str]:
    """What somebody does at a place where he is not at home: 在意大利普拉托|办起服装厂, 在内蒙古、江苏|等地的产能."""
    runs = listed("figures", "elsewhere", "runs")
    return re.compile(rf"(?:[一-龥]{{2,6}})?{runs}|(?:、[一-龥]{{2,4}})*等[地省国]的")


@once
def _of_the_nation() -> re.Pattern[str]:
    """The measure of a whole nation or market, right before a figure: 全国中药饮片市场规模|2500亿元."""
    nation, of_nations = (listed("figures", "elsewhere", name) for name in ("nation", "of_nations"))
    return re.compile(
        rf"(?<![占居列达为是以的]){nation}[一-龥]{{0,8}}?{of_nations}(?:已|年|约|近|超过?|达到?|为|突破|接近|有望)*$"
    )


@once
def _found_nationwide() -> re.Pattern[str]:
    """How many things the whole nation has, or somebody found in all of it: 在全国发现|4310个淘宝村."""
    found = listed("figures", "elsewhere", "found_nationwide")
    counted = "(?:共|总共|累计|已|已经|目前|现)*"
    return re.compile(
        rf"(?:(?:^|[,，;；。“])[^,，;；。“在占]{{0,6}}(?:全国|全球){counted}有|(?:全国|全球)(?:各地|范围内?)?{counted}{found})了?"
        r"(?:[\d.,]+万?多?[个家条座项][一-龥]{1,8}[、和及])*(?:约|近|超过?|大约)?$"
    )


@once
def _counted() -> re.Pattern[str]:
    """A number of things, and no share of them."""
    return re.compile(r"[\d.,]+万?[余多]?[个家条座项](?!百分点)")


@once
def _set_in() -> re.Pattern[str]:
    return re.compile("(?:^|[。;；“])[而但]?(?:远)?在(?:[一-龥]{2,4})?$")


@once
def _partner() -> re.Pattern[str]:
    return re.compile(rf"{listed('figures', 'elsewhere', 'partners')}(?:是|为|包括|——|:|：|之一的?)?[“‘]?$")


@once
def _partner_unknown() -> re.Pattern[str]:
    """A customer or the like that is called by a name which nobody knows, in the clause of its figure."""
    partners, not_names = (listed("figures", "elsewhere", name) for name in ("partners", "not_partners"))
    return re.compile(
        rf"(?:下游|上游|主要|最大)的?{partners}(?!{not_names}|[\d一二三四五六七八九十])[^,，。;；]{{2,24}}$"
    )


@once
def _all_over() -> re.Pattern[str]:
    return re.compile(
        "(?:在|于)?(?:全国|全球|国内外|海内外)(?:各地)?(?:共?拥?有|设有|建有|布局)了?[^,，。;；]{0,8}(?:基地|工厂|子公司|分公司)"
        "|^在(?:全国|全球|国内外|海内外)(?:各地)?(?:已|共|累计|先后)*(?:拥?有|设|建|开|布局|运营|投|落地)"
    )


@once
def _passing() -> re.Pattern[str]:
    """A railway, motorway or river that a clause begins with, and how long it is or what it costs."""
    ways, whole = (listed("figures", "elsewhere", name) for name in ("passing", "whole_length"))
    return re.compile(
        rf"(?:^|(?<=[,，;；。“]))[一-龥]{{1,8}}{ways}{whole}(?!.*(?:境内|段))|全线[约近]?[\d.]+公里"
    )


@once
def _of_the_province() -> re.Pattern[str]:
    now, funds = listed("figures", "owners", "now"), listed("figures", "elsewhere", "funds")
    return re.compile(
        rf"\s*(?:20\d\d年|{now})?[,，]?(?:浙江)?省[一-龥]{{0,6}}{funds}(?![一-龥]*(?:[我全该][县市区]|当地))"
    )


@once
def _that_country() -> re.Pattern[str]:
    return re.compile("该国")

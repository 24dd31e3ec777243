"""Figures that a text tells by the way: of a firm or works in another place, of a railway or river that only passes, of the
province's own funds. They are nobody's that the text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# So many yuan and people no county has.
_MOST_MONEY, _MOST_PEOPLE = 1e12, 3e6
_COUNTY_CODE = 6


def more_than_a_county(code: str | None, unit: str, value: float | None) -> bool:
    """Whether a figure is larger than any county's: 区域生产总值18万亿元, 辐射人口1.5亿."""
    most = {"元": _MOST_MONEY, "人": _MOST_PEOPLE}.get(unit)
    return most is not None and len(code or "") == _COUNTY_CODE and (value or 0) >= most


def told_by_the_way(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether the words between `low`, where the last county named before it ends, and the figure at `at` show that it is
    not of the text's county. `offset` is the sentence's start in the coordinates of `spans`."""
    if _passing().search(text, low, at) or _of_the_province().match(text, low, at):
        return True
    if _that_country().search(text, low, at):
        return True
    return _of_works_elsewhere(text, spans, offset, low, at) or _of_another_firm(text, spans, offset, low, at)


def _of_works_elsewhere(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether a place beyond the province is told to be where the firm sits (总部位于某市), where its works are (某市工厂) or
    where the clause is set (在某省某市,)."""
    for span in spans:
        start, end = span.start - offset, span.end - offset
        if span.kind != "place" or span.code or span.canonical == "中国" or not low <= start < end <= at:
            continue
        if _seated().search(text[:start]) or _works().match(text, end, at):
            return True
        if span.how != "country" and _set_in().search(text[:start]) and text[end] in ",，":
            return True
    return False


def _of_another_firm(text: str, spans: Sequence[Span], offset: int, low: int, at: int) -> bool:
    """Whether the firm last named before the figure is but a customer or the like (下游客户某某股份), or has works all over the
    country."""
    firms = [one for one in spans if one.kind == "company" and low <= one.start - offset and one.end - offset <= at]
    if not firms:
        return False
    start, end = firms[-1].start - offset, firms[-1].end - offset
    return _partner().search(text[:start]) is not None or _all_over().search(text, end, at) is not None


@once
def _seated() -> re.Pattern[str]:
    return re.compile(rf"总部{listed('figures', 'elsewhere', 'seated')}(?:[一-龥]{{2,4}}[省市])?(?:[一-龥]{{2,3}})?$")


@once
def _works() -> re.Pattern[str]:
    return re.compile(rf"(?:[一-龥]{{0,8}}的)?(?:新|老|总|分|生产)?{listed('figures', 'elsewhere', 'works')}(?![一-龥]{{0,3}}[引搬迁落])")


@once
def _set_in() -> re.Pattern[str]:
    return re.compile("(?:^|[。;；“])[而但]?(?:远)?在(?:[一-龥]{2,4})?$")


@once
def _partner() -> re.Pattern[str]:
    return re.compile(rf"{listed('figures', 'elsewhere', 'partners')}(?:是|为|包括|——|:|：|之一的?)?[“‘]?$")


@once
def _all_over() -> re.Pattern[str]:
    return re.compile(
        "(?:在|于)?(?:全国|全球|国内外|海内外)(?:各地)?(?:共?拥?有|设有|建有|布局)了?[^,，。;；]{0,8}(?:基地|工厂|子公司|分公司)"
    )


@once
def _passing() -> re.Pattern[str]:
    """A railway, motorway or river that a clause begins with, and how long it is or what it costs."""
    ways, whole = (listed("figures", "elsewhere", name) for name in ("passing", "whole_length"))
    return re.compile(rf"(?:^|(?<=[,，;；。“]))[一-龥]{{1,8}}{ways}{whole}(?!.*(?:境内|段))")


@once
def _of_the_province() -> re.Pattern[str]:
    now, funds = listed("figures", "owners", "now"), listed("figures", "elsewhere", "funds")
    return re.compile(rf"\s*(?:20\d\d年|{now})?[,，]?(?:浙江)?省[一-龥]{{0,6}}{funds}(?![一-龥]*(?:[我全该][县市区]|当地))")


@once
def _that_country() -> re.Pattern[str]:
    return re.compile("该国")

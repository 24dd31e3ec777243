"""How wide a figure is meant where its measure or its clause leaves no choice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        # What a trade or a ware has, and no county.
        ("缙云县的锯床远销海外,国内市场占有率稳定在八成。", "八成", "industry"),
        ("江山市的木门产量占全国的四分之一。", "四分之一", "industry"),
        # A trade by a word for trades, by a name in quotes; not a part of the county's books.
        ("江山市预计今年锂电产业产值将达80亿元。", "80亿元", "industry"),
        ("常山县“两柚一茶”产值达到100亿元。", "100亿元", "industry"),
        ("常山县去年规上工业产值100亿元。", "100亿元", "area"),
        # A way that is built, and not the roads of a county.
        ("景宁县境内的山岭隧道全长7公里。", "7公里", "project"),
        ("景宁县农村公路通车里程2286公里。", "2286公里", "area"),
        # A plot; profits of a firm.
        ("永嘉县挂牌出让桥头镇一宗地块,起始价3900万元。", "3900万元", "project"),
        ("永嘉县一家公司发布年报,归母净利润1.2亿元。", "1.2亿元", "company"),
        # A county behind a zone, by what it does.
        ("衢州智造新城产值90亿元;龙游县实现规上工业产值200亿元。", "200亿元", "area"),
        # Foreign trade is the county's.
        ("龙泉市外贸进出口总额28亿元。", "28亿元", "area"),
        # What turns to all of a county or town is its own, and what only is held against it is not.
        ("新昌工业园区好戏连台。“去年,全镇完成工业总产值53亿元。”镇长说。", "53亿元", "area"),
        ("磐安县药业园区产值16亿元,占全县规上工业产值的15%。", "15%", "zone"),
        # A firm that goes by no name; the approval of what firms put in is the county's.
        ("常山县一家轴承厂订单多。今年2月,企业又投入3000万元新建厂房。", "3000万元", "company"),
        # A phase of a port is built; what a phase of a zone has may be the zone's.
        ("龙游县港区二期总投资9亿元,设计年吞吐能力600万吨。", "600万吨", "project"),
    ],
)
def test_the_width_of_a_figure(reading: Reading, text: str, value: str, scope: str) -> None:
    assert {fact.scope for fact in reading(text).facts if value in fact.value_text} == {scope}


def test_what_all_firms_of_a_county_earn_is_no_firms(reading: Callable[..., Extraction]) -> None:
    earned = reading("云和县规上企业营收50亿元、净利润3亿元。").facts[-1]
    assert (earned.indicator, earned.scope) == ("净利润", "area")


def test_what_one_firm_earns_stays_its(reading: Callable[..., Extraction]) -> None:
    earned = reading("云和县的浙江云龙机械有限公司营收5亿元、净利润3000万元。").facts[-1]
    assert (earned.indicator, earned.scope) == ("净利润", "company")

"""Figures told by the thing beside them, differences between places, values in clean decimals, and dates told otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.numbers import parse_number, times
from shanqu.extract.quantities import find_quantities
from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
Facts = Callable[..., dict[str, Fact]]


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        ("云和县境内14座隧道全部由市交投建设。", "隧道数", 14, "座"),
        ("云和县今年新建桥梁9座。", "桥梁数", 9, "座"),
        ("云和县已开通航线7条。", "航线数", 7, "条"),
        ("云和县的无人机去年飞行2600架次。", "飞行架次", 2600, "架次"),
        ("云和县配套的人才公寓一期已交付360套。", "人才公寓套数", 360, "套"),
        ("云和县的数据中心现有机柜800架。", "机柜数", 800, "架"),
        ("云和县的茶企沙龙至今共举办43期。", "举办期数", 43, "期"),
        ("云和县的木玩出口到70多个国家和地区。", "出口国家数", 70, "个"),
        ("云和县去年拿下一家连锁店30万套积木的订单。", "订单量", 300000, "套"),
        ("云和县建成绿道35公里。", "绿道长度", 35000, "米"),
        ("云和县的叶蜡石探明储量约600万吨。", "储量", 6000000, "吨"),
        ("云和县的电站完成开挖12.5万立方米。", "开挖量", 125000, "立方米"),
        ("云和县的木门企业有80万樘/年的能力。", "产能", 800000, "樘/年"),
    ],
)
def test_numbers_are_told_by_the_thing_beside_them(
    facts_of: Facts, text: str, indicator: str, value: float, unit: str
) -> None:
    fact = facts_of("云和动态", text)[indicator]
    assert (fact.value, fact.unit, fact.place) == (value, unit, "云和县")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("云和县的产业园分2期建设。", "举办期数"),
        ("云和县举办第43期沙龙。", "举办期数"),
        ("云和县迎来30个国家的客商。", "出口国家数"),
        ("云和县今年实施9座隧道项目。", "隧道数"),
        ("云和县的“蟹公寓”养着7万套设备。", "公寓套数"),
        ("云和县城离高速公路12公里。", "高速公路长度"),
    ],
)
def test_where_the_thing_is_another_nothing_is_counted(facts_of: Facts, text: str, indicator: str) -> None:
    assert indicator not in facts_of("云和动态", text)


def test_a_number_of_which_some_are_counted_tells_of_what_these_are(facts_of: Facts) -> None:
    facts = facts_of("云和动态", "云和县的数据中心有机柜800架,已上架620架。")
    assert facts["上架机柜数"].value == 620
    assert not facts_of("云和动态", "云和县的数据中心有机柜800架,已上架网页620个。").get("上架机柜数")


def test_the_rest_are_such_as_were_counted_before(reading: Reading) -> None:
    facts = reading("云和县有26家企业搬迁,龙泉市接了15家,其余11家落在邻县。").facts
    assert [fact.value for fact in facts if fact.unit == "家"] == [26, 15, 11]


def test_ways_are_told_by_their_parts(reading: Reading) -> None:
    facts = reading("铁路全长90公里,其中云和段40公里、龙泉段50公里。").facts
    assert [(fact.indicator, fact.value) for fact in facts] == [
        ("长度", 90000),
        ("长度", 40000),
        ("长度", 50000),
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("云和县民宿入住率81%,比景宁高6个百分点。", "民宿入住率差距(较景宁)", 6),
        ("云和县技术人员占比只有7.5%,比丽水市平均低1.3个百分点。", "技术人员占比差距(较丽水市平均)", -1.3),
        ("云和县税收9亿元,比景宁少2亿元。", "税收差距(较景宁)", -2e8),
        ("云和县税收9亿元,比上年多1亿元。", "税收变化", 1e8),
        ("云和县GDP120亿元,是景宁的1.3倍。", "GDP倍数(较景宁)", 1.3),
    ],
)
def test_what_is_held_against_another_is_a_difference(
    facts_of: Facts, text: str, indicator: str, value: float
) -> None:
    fact = facts_of("云和经济", text)[indicator]
    assert (fact.value, fact.place) == (value, "云和县")


def test_a_rate_beside_something_that_is_no_place_has_no_difference(facts_of: Facts) -> None:
    facts = facts_of("云和经济", "云和县完成率81%,比时间进度高6个百分点。")
    assert not any("差距" in name for name in facts)


def test_values_are_those_that_one_would_write() -> None:
    assert times(4.1, 1e6) == 4100000
    assert parse_number("2.3万亿") == 2.3e12
    assert parse_number("1,234,567,890,123") == 1234567890123
    assert [item.value for item in find_quantities("开发4.1平方公里,剩下0.3平方公里")] == [4100000, 300000]


def test_a_negative_growth_is_one(facts_of: Facts) -> None:
    assert facts_of("云和经济", "云和县工业投资去年负增长3.2%。")["工业投资增速"].value == -3.2
    assert facts_of("云和经济", "云和县工业投资去年增长3.2%。")["工业投资增速"].value == 3.2


def test_each_of_something_is_no_number_of_it() -> None:
    assert find_quantities("腾出来的每一亩地") == []


def test_the_end_of_a_sum_is_no_place(reading: Reading) -> None:
    mentions = reading("莲都区、云和县、庆元县、青田县分别为4亿元和2亿元。").mentions
    assert not any(mention.text == "元和" for mention in mentions)


def test_a_price_is_no_person(reading: Reading) -> None:
    mentions = reading("云和县标准厂房租金9元/平方米·月。").mentions
    assert not any(mention.kind == "person" for mention in mentions)
    mentions = reading("云和县迎来设计师卡罗琳·贝尔曼女士。").mentions
    assert any(mention.kind == "person" for mention in mentions)


@pytest.mark.parametrize(
    ("text", "indicator", "norm", "status"),
    [
        ("云和县的木玩小镇2021年4月签约,同年8月开工。", "开工时间", "2021-08", "actual"),
        ("云和县的木玩小镇预计2026Q3投产。", "投产时间", "2026-07/2026-09", "forecast"),
        ("云和县的木玩小镇将于2026年年中开工。", "开工时间", "2026", "planned"),
        ("按计划,云和县的木玩小镇2026年底投产。", "投产时间", "2026", "planned"),
        ("3月8日,云和港区二期通过交工验收。", "交工验收时间", None, "actual"),
        ("2024年3月8日,云和木玩小镇主体封顶。", "封顶时间", "2024-03-08", "actual"),
        ("云和县的木玩小镇今年年底竣工。", "竣工时间", None, "planned"),
    ],
)
def test_dates_are_told_in_other_ways(
    facts_of: Facts, text: str, indicator: str, norm: str | None, status: str
) -> None:
    fact = facts_of("云和动态", text)[indicator]
    assert (fact.period_norm, fact.status) == (norm, status)


def test_the_middle_of_a_year_is_no_part_of_the_nations_name(facts_of: Facts) -> None:
    facts = facts_of("云和动态", "云和县的木玩小镇2023年中国木玩节上开工。")
    assert all("年中" not in fact.value_text for fact in facts.values())


def test_a_named_park_starts_and_a_ceremony_does_not(facts_of: Facts) -> None:
    assert facts_of("云和动态", "云和县木玩产业园2019年启动,已有企业30家。")["启动"].period_norm == "2019"
    assert "启动" not in facts_of("云和动态", "云和县木玩产业园2019年举行启动仪式。")


def test_what_comes_after_an_event_puts_it_ahead(facts_of: Facts) -> None:
    assert facts_of("云和动态", "云和木玩项目9月投产后产能将达120万套。")["投产"].status == "planned"
    assert facts_of("云和动态", "云和木玩项目去年9月投产后接到大单。")["投产"].status == "actual"


def test_growth_against_the_month_before_has_its_sign() -> None:
    assert [item.value for item in find_quantities("收入8亿元,环比-3.6%")] == [8e8, -3.6]

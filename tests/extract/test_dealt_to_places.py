"""Rates that 分别 deals out to places, sums of a plan that are done, and names that all pages shall spell alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def test_rates_dealt_out_to_places_rise_and_fall_each_by_its_own_verb(reading: Reading) -> None:
    found = reading("上半年,泰顺县技改投资6.3亿元,同比增长21.5%,而同期瓯海区、龙湾区分别增长3.2%和下降7.4%。")
    rates = {(fact.place, fact.indicator, fact.value) for fact in found.facts if fact.kind == "growth"}
    assert rates == {
        ("泰顺县", "技改投资增速", 21.5),
        ("瓯海区", "技改投资增速", 3.2),
        ("龙湾区", "技改投资增速", -7.4),
    }


def test_measures_with_different_verbs_stay_measures(reading: Reading) -> None:
    found = reading("前三季度,天台县用电量、出口额分别增长8%和下降3%。")
    assert {(fact.indicator, fact.value) for fact in found.facts} == {("用电量增速", 8), ("出口额增速", -3)}


def test_a_town_with_which_growth_is_compared_is_no_measure(reading: Reading) -> None:
    found = reading("去年壶镇镇五金产值120亿元,同比增长8%,增速比新建镇、东渡镇分别高2.1个和1.3个百分点。")
    assert not [fact.indicator for fact in found.facts if "镇" in fact.indicator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云和县:计划投资31.4亿元,完成16.8亿元。",
            {"计划总投资": (31.4, "planned"), "完成投资": (16.8, "actual")},
        ),
        (
            "这批侨资项目计划总投资18亿元,已到位7.2亿元。",
            {"计划总投资": (18, "planned"), "到位资金": (7.2, "actual")},
        ),
    ],
)
def test_what_is_done_of_a_plan_is_no_plan(
    reading: Reading, text: str, expected: dict[str, tuple[float, str]]
) -> None:
    found = {fact.indicator: (round((fact.value or 0) / 1e8, 2), fact.status) for fact in reading(text).facts}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全社会研发费用3.1亿元,相当于地区生产总值的1.9%。", "研发费用占GDP比重"),
        ("去年,镇里工业产值64亿元,占景宁全县的52%。", "工业产值占全县比重"),
        ("2023年全县研发投入强度达3.7%。", "研发投入强度"),
        ("公司带动就业150人,人均月工资4800元。", "人均月工资"),
        ("总投资2.2亿元的标准厂房发布公告,招标控制价1.9亿元。", "投标限价"),
        ("去年,电站缴纳各类税费1.7亿元。", "税收"),
    ],
)
def test_a_measure_has_one_name_however_it_is_worded(reading: Reading, text: str, indicator: str) -> None:
    assert indicator in {fact.indicator for fact in reading(text).facts}

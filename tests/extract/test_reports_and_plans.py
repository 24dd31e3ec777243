"""Figures of plans, budgets and reports on how a county did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def named(reading: Reading, text: str) -> dict[str, float | None]:
    return {fact.indicator: fact.value for fact in reading(text).facts if fact.kind != "milestone"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云和县1至5月完成财政总收入4120万元,占年初预算9800万元的42%,同比下降6.1%。",
            {"财政总收入": 4120e4, "财政总收入预算": 9800e4, "预算完成率": 42, "财政总收入增速": -6.1},
        ),
        (
            "云和县非税收入870万元,为年初预算1500万元的58%。",
            {"非税收入": 870e4, "非税收入预算": 1500e4, "预算完成率": 58},
        ),
        (
            "云和县税收收入完成1.2亿元,占调整预算90.5%,占一般公共预算收入的39%。",
            {"税收": 1.2e8, "预算完成率": 90.5, "税收占一般公共预算收入比重": 39},
        ),
        ("云和县税收收入占一般公共预算收入的85%。", {"税收占一般公共预算收入比重": 85}),
    ],
)
def test_how_much_of_a_budget_is_done(reading: Reading, text: str, expected: dict[str, float | None]) -> None:
    assert named(reading, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "庆元县万元GDP能耗下降5%,规上工业单位增加值能耗下降6%。",
            {"单位GDP能耗增速": -5, "单位工业增加值能耗增速": -6},
        ),
        ("庆元县企业万元产值能耗下降5%。", {"单位能耗增速": -5}),
        ("庆元县研发投入占GDP比重由2020年的1.8%提高到2.6%。", {"研发费用占GDP比重": 2.6}),
        ("庆元县生产总值是2010年的3倍,年均增长11%。", {"GDP倍数": 3, "GDP年均增速": 11}),
        ("庆元县第三产业所占比重年均提高1.5个百分点。", {"第三产业占比变化": 1.5}),
        ("旅游业对庆元县经济增长的贡献率达12%。", {"经济增长贡献率": 12}),
        ("庆元县科技进步贡献率达65%。", {"科技进步贡献率": 65}),
        (
            "庆元县每万人专利授权量12件,每千老年人口拥有床位45张。",
            {"每万人专利授权量": 12, "每千老年人口床位数": 45},
        ),
        ("庆元县专利授权量12件,拥有床位45张。", {"专利授权量": 12, "床位数": 45}),
        (
            "庆元县化学需氧量、氨氮等主要污染物减排量分别达到30吨、20吨。",
            {"化学需氧量减排量": 30, "氨氮减排量": 20},
        ),
        (
            "庆元县生产总值、人均生产总值分别达到85亿元、6万元。",
            {"GDP": 85e8, "人均GDP": 6e4},
        ),
        ("庆元县“尖兵”“领雁”立项7个。", {"立项数": 7}),
        ("庆元县招引项目35个,完成年度计划的78%。", {"招引项目数": 35, "年度目标完成率": 78}),
    ],
)
def test_measures_are_named_whole(reading: Reading, text: str, expected: dict[str, float | None]) -> None:
    assert named(reading, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "松阳县生产总值增长8%,比全省、全市分别快1.2个和0.6个百分点。",
            {"GDP增速差距(较全省)": 1.2, "GDP增速差距(较全市)": 0.6},
        ),
        (
            "松阳县生产总值增长4%,分别低于全省、全市平均0.7和1.4个百分点。",
            {"GDP增速差距(较全省平均)": -0.7, "GDP增速差距(较全市平均)": -1.4},
        ),
        (
            "松阳县固定资产投资增速分别比遂昌、云和快19个和22个百分点。",
            {"固定资产投资增速差距(较遂昌)": 19, "固定资产投资增速差距(较云和)": 22},
        ),
        ("松阳县生产总值增长6%,增幅比上年高1.2个百分点。", {"GDP增速变化": 1.2}),
        ("松阳县生产总值年均增长9%,低于“十二五”期间2个百分点。", {"GDP增速变化": -2}),
        ("松阳县城镇化率达60%,年均提高1个百分点。", {"城镇化率变化": 1}),
    ],
)
def test_rates_are_held_against_others_and_against_other_times(
    reading: Reading, text: str, expected: dict[str, float | None]
) -> None:
    found = {name: value for name, value in named(reading, text).items() if "差距" in name or "变化" in name}
    assert found == expected


def test_the_schedule_is_no_time_against_which_a_rate_changed(reading: Reading) -> None:
    assert "变化" not in "".join(named(reading, "松阳县完成率81%,比时间进度高6个百分点。"))


def test_rates_in_brackets_of_that_against_which_another_is_held_are_nobodys(reading: Reading) -> None:
    found = named(reading, "松阳县生产总值增长8%,比全省(7.1%)和全国平均水平(6.9%)分别高0.9、1.1个百分点。")
    assert found == {"GDP增速": 8, "GDP增速差距(较全省平均)": 0.9, "GDP增速差距(较全国平均)": 1.1}
    assert 12 in named(reading, "松阳县工业投资(增长12%)较快增长。").values()


@pytest.mark.parametrize(
    "text",
    ["景宁县纳税过亿元的企业达30家。", "景宁县产值超10亿元的企业有5家。", "景宁县总投资超10亿元项目12个。"],
)
def test_what_those_who_are_counted_must_pass_is_no_fact(reading: Reading, text: str) -> None:
    assert [fact.kind for fact in reading(text).facts] == ["count"]


def test_what_a_firm_has_passed_is_a_fact(reading: Reading) -> None:
    assert named(reading, "景宁县工业总产值首次突破100亿元。") == {"工业总产值": 100e8}


@pytest.mark.parametrize(
    "text",
    [
        "到2025年,全县单位地区生产总值能耗比2020年下降14.5%。",
        "到2025年,泰顺县高新技术产业增加值占规上工业增加值比重达到70%左右。",
        "到2027年,泰顺县获得省级以上科技进步奖2项以上。",
    ],
)
def test_targets_stand_far_behind_their_year(reading: Reading, text: str) -> None:
    assert {fact.status for fact in reading(text).facts} == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "2025年,全县单位地区生产总值能耗比2020年下降14.5%。",
        "到2022年底,泰顺县已有规上企业120家以上。",
    ],
)
def test_what_was_reached_is_no_target(reading: Reading, text: str) -> None:
    assert {fact.status for fact in reading(text).facts} == {"actual"}

"""Figures of more than a county beside those of one, prices that are no investment, and figures dealt out unlike in kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.periods import find_periods
from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]


def by_value(extraction: Extraction) -> dict[float | None, Fact]:
    return {fact.value: fact for fact in extraction.facts}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "云和县工业增加值23亿元,增长9.3%,全省平均增长7.2%,全国增长6.1%。",
            {9.3: "云和县", 7.2: None, 6.1: None},
        ),
        ("同期全国钢管产量900万吨,松阳县钢管产量12万吨。", {9e6: None, 12e4: "松阳县"}),
        ("云和县木玩企业众多,全国80%的木玩出自这里。", {80: "云和县"}),
        ("云和县是全国最大的木玩基地,去年产值90亿元。", {90e8: "云和县"}),
        ("日前,省政府批复6家开发区整合方案,庆元县在列。", {6: None}),
        ("日前,省经信厅公布庆元县6家专精特新企业。", {6: "庆元县"}),
        ("庆元县报省政府批准,设立开发区,引进企业6家。", {6: "庆元县"}),
    ],
)
def test_what_is_of_the_nation_or_the_province_is_no_countys(
    reading: Reading, text: str, places: dict[float, str | None]
) -> None:
    found = by_value(reading(text))
    assert {value: found[value].place for value in places} == places


def test_a_rate_of_the_province_measures_what_the_countys_did(reading: Reading) -> None:
    facts = reading("云和县规上工业增加值增长9.3%,全省平均增长7.2%。").facts
    assert {fact.indicator for fact in facts} == {"规上工业增加值增速"}


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("缙云县一宗工业用地以3.6亿元价格竞得。", "成交价"),
        ("缙云县一地块以1.2亿元成交。", "成交价"),
        ("缙云县某厂以总投资3.6亿元的项目竞得土地。", "总投资"),
    ],
)
def test_what_land_was_sold_for_is_no_investment(reading: Reading, text: str, indicator: str) -> None:
    assert [fact.indicator for fact in reading(text).facts] == [indicator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年上半年,遂昌县工商户和注册资本分别增加114个、169亿元。",
            [("工商户数变化", 114), ("注册资本变化", 169e8)],
        ),
        (
            "遂昌县工商户和注册资本分别减少14个、9亿元。",
            [("工商户数变化", -14), ("注册资本变化", -9e8)],
        ),
        (
            "龙泉市新增市场主体和注册资本分别为3114户、16.9亿元。",
            [("新增市场主体数", 3114), ("注册资本", 16.9e8)],
        ),
    ],
)
def test_figures_dealt_out_may_be_of_unlike_units(
    reading: Reading, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(fact.indicator, fact.value) for fact in reading(text).facts] == expected


def test_each_part_of_a_whole_has_its_own_share(reading: Reading) -> None:
    facts = reading("龙泉市有制笔工人3200人,其中男性占42%,女性占58%。").facts
    assert [(fact.indicator, fact.value) for fact in facts][1:] == [("男性占比", 42), ("女性占比", 58)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("磐安县完成工业投资4.2亿元,完成年度目标的31%。", ["actual", "actual"]),
        ("磐安县年度目标是完成工业投资4.2亿元。", ["target"]),
        ("磐安县今年生产总值预期增长6%,工业投资增长15%。", ["target", "target"]),
        ("磐安县今年生产总值预计增长6%。", ["forecast"]),
    ],
)
def test_how_much_of_an_aim_is_done_is_no_aim(reading: Reading, text: str, status: list[str]) -> None:
    assert [fact.status for fact in reading(text).facts] == status


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("前8个月产值9亿元,9月末贷款5亿元。", ["前8个月", "9月末"]),
        ("比计划提前8个月建成。", []),
        ("9月27日举行,8月下旬开工。", ["9月27日"]),
        ("年内开工,三年投入2亿元。", ["年内", "三年"]),
        ("按三年行动计划分步实施。", ["三年"]),
        ("9月当月增长5%,比一季度、上半年分别加快1个百分点。", ["9月当月"]),
        ("去年同期仅3亿元,比去年同期增长7%。", ["去年同期"]),
        ("2023年度税收5亿元。", ["2023年度"]),
        ("“五一”假期接待游客9万人次。", ["“五一”假期"]),
    ],
)
def test_what_dates_a_figure(text: str, periods: list[str]) -> None:
    assert [period.text for period in find_periods(text)] == periods


def test_the_month_at_the_head_of_a_clause_dates_its_figure(reading: Reading) -> None:
    facts = reading("前三季度,莲都区发放贷款17.8亿元。9月末,全区贷款余额143.6亿元。").facts
    assert [fact.period for fact in facts] == ["前三季度", "9月末"]


def test_figures_go_on_as_wide_as_the_one_before(reading: Reading) -> None:
    text = "位于龙游县的云溪物流港去年开港,港区完成吞吐量32万吨,同比增长7.9%;铁路专线发出9万吨。"
    assert len({fact.scope for fact in reading(text).facts}) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("永嘉县出口48亿元,增长7%。同期温州全市出口1682亿元。", {48e8: "永嘉县", 1682e8: "温州市"}),
        ("永嘉县出口48亿元,居温州全市第一。永嘉县出口增长7%。", {48e8: "永嘉县", 7: "永嘉县"}),
        ("松阳县集中开工项目9个。全年26县工业投资增速不低于15%。", {9: "松阳县", 15: None}),
    ],
)
def test_a_whole_city_is_none_of_its_counties(
    reading: Reading, text: str, places: dict[float, str | None]
) -> None:
    facts = {fact.value: fact.place for fact in reading(text).facts}
    assert {value: facts[value] for value in places} == places


def test_what_only_a_countys_books_know_is_of_no_works_or_small_town(reading: Reading) -> None:
    found = reading(
        "云和县商贸提速,童话小镇加快建设,浙西水产城主体工程结顶,全社会消费品零售总额85.6亿元,增长10%。"
    )
    sales = [fact for fact in found.facts if "零售" in fact.indicator]
    assert {(fact.subject, fact.scope) for fact in sales} == {("云和县", "area")}


def test_what_is_put_into_a_small_town_stays_its(reading: Reading) -> None:
    (fact,) = reading("云和木玩小镇完成投资5亿元。").facts
    assert (fact.subject, fact.scope) == ("云和木玩小镇", "zone")

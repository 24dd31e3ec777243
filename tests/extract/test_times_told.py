"""Times in brackets, days, years to come, and what only bounds or measures another time; when things were founded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.periods import find_periods, normalise
from shanqu.model import Extraction, Fact

Facts = Callable[..., dict[str, Fact]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今后五年,产值翻番。", "今后五年"),
        ("7月22日,集中签约5个项目。", "7月22日"),
        ("投产首年,产值3亿元。", "首年"),
        ("自去年试运行以来,完成3800艘次。", "自去年试运行以来"),
        (",到今年4月底,投产12家。", "到今年4月底"),
        ("今年一至三季度,产值3亿元。", "今年一至三季度"),
    ],
)
def test_times_are_found_as_they_are_written(text: str, period: str) -> None:
    assert [one.text for one in find_periods(text)] == [period]


@pytest.mark.parametrize("text", ["是去年同期的18倍。", "今日头条报道。", "第二年级学生。"])
def test_what_measures_or_names_something_else_is_no_time(text: str) -> None:
    assert not find_periods(text)


def test_relative_ends_and_quarters_are_dated_by_the_year_of_publication() -> None:
    assert normalise("到今年4月底", 2024) == "2024-04"
    assert normalise("今年一至三季度", 2024) == "2024-01/2024-09"
    assert normalise("后年", 2024) == "2026"


def test_a_time_in_brackets_behind_a_figure_is_that_figures(reading: Reading) -> None:
    facts = reading("云和云上玩具有限公司营业收入:4.41亿元(2021年)、4.97亿元(2022年)。").facts
    assert [(fact.value_text, fact.period) for fact in facts if fact.indicator == "营业收入"] == [
        ("4.41亿元", "2021年"),
        ("4.97亿元", "2022年"),
    ]


def test_a_time_right_before_the_next_figure_is_not_of_the_one_before(reading: Reading) -> None:
    facts = reading("云和县茶产业产值22亿元,而三年前是13亿元。").facts
    assert {fact.value_text: fact.period for fact in facts} == {"22亿元": None, "13亿元": "三年前"}


def test_what_brackets_only_include_is_no_time_to_go_on_with(reading: Reading) -> None:
    text = "今年云和县新开工项目26个(含2011年签约项目)。到位资金3亿元。"
    assert "2011年" not in [fact.period for fact in reading(text).facts]


def test_firms_are_founded_and_listed_on_dates(reading: Reading) -> None:
    facts = reading("云和云上玩具有限公司成立于2009年,2021年3月在上交所上市。").facts
    told = [(fact.indicator, fact.period_norm) for fact in facts if fact.kind == "event"]
    assert told == [("成立", "2009"), ("上市", "2021-03")]


@pytest.mark.parametrize(
    "text", ["2021年3月,云和云上玩具有限公司成立研发中心。", "2021年,上市公司云上玩具有限公司增资。"]
)
def test_to_set_up_something_else_founds_no_firm(reading: Reading, text: str) -> None:
    assert not [fact for fact in reading(text).facts if fact.indicator in ("成立", "上市")]


def test_a_deadline_is_open_at_its_start_and_a_counted_batch_has_none(reading: Reading) -> None:
    dated = reading("云和木玩城项目预计2026年6月前投产。").facts
    assert [fact.period_norm for fact in dated if fact.kind == "milestone"] == ["/2026-06"]
    counted = reading("截止5月底,云和县“开工一批”项目10个。").facts
    assert not [fact for fact in counted if fact.kind == "milestone"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("在不到4年的时间里,招引项目44个。", "不到4年"),
        ("短短两年,落户企业31家。", "短短两年"),
        ("将近四年时间里,引进企业20家。", "将近四年时间"),
        ("接下来三年,投资40亿元。", "接下来三年"),
        ("未来3到5年,产值突破50亿元。", "未来3到5年"),
        ("约三年内投资12亿元。", "约三年内"),
        ("未来五年,投资100亿元。", "未来五年"),
        # What only stands before a period bounds something else, or is a plan.
        ("产值超过2021年的水平。", "2021年"),
        ("该企业将三年内投产。", "三年内"),
        ("税收超5亿元,三年来增长8%。", "三年来"),
    ],
)
def test_what_bounds_a_number_of_years_is_printed_with_it(text: str, printed: str) -> None:
    assert [one.printed for one in find_periods(text)] == [printed]


def test_a_hedge_before_the_years_is_the_periods_and_not_the_figures(reading: Reading) -> None:
    found = reading("松阳县在不到4年的时间里,集聚起以精密部件为主的项目44个,其中亿元以上的3个。")
    assert {(fact.value_text, fact.period, fact.hedge) for fact in found.facts} >= {("44个", "不到4年", None)}


@pytest.mark.parametrize(
    ("text", "period", "norm"),
    [
        ("三年多来,云和县引进项目42个。", "三年多来", None),
        ("半年来,云和县引进项目12个。", "半年来", None),
        ("报告期内,云和县新增规上企业9家。", "报告期内", None),
        ("国庆中秋假期,云和县接待游客3万人次。", "国庆中秋假期", None),
        ("党的十九大以来,云和县新增企业300家。", "党的十九大以来", None),
        ("改革开放以来,云和县企业发展到3000家。", "改革开放以来", None),
        ("云和县上一年税收3亿元。", "上一年", None),
        ("二季度末,云和县贷款余额90亿元。", "二季度末", None),
        ("“十三五”末,云和县有规上企业120家。", "“十三五”末", "2020"),
        ("“十四五”前三年,云和县税收12亿元。", "“十四五”前三年", "2021/2023"),
        ("“十四五”期间,云和县税收12亿元。", "“十四五”期间", "2021/2025"),
    ],
)
def test_times_are_read_as_the_page_has_them(
    reading: Callable[..., Extraction], text: str, period: str, norm: str | None
) -> None:
    (fact,) = reading(text).facts
    assert (fact.period, fact.period_norm) == (period, norm)


def test_the_year_before_that_only_compares_is_no_time(reading: Callable[..., Extraction]) -> None:
    (fact,) = reading("云和县税收较上一年增长5%。").facts
    assert fact.period is None

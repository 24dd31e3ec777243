"""Figures that stand beside those of a whole or of other places, and figures of which a page has lost a part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.numbers import parse_number
from shanqu.extract.periods import find_periods
from shanqu.extract.quantities import find_quantities
from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
Facts = Callable[..., dict[str, Fact]]


@pytest.mark.parametrize(
    ("words", "value", "whole"),
    [
        ("高于全省平均3.2个百分点", 3.2, "全省平均"),
        ("低于全市1.4个百分点", -1.4, "全市"),
        ("比全省平均水平高2.5个百分点", 2.5, "全省平均"),
        ("比全国低0.6个百分点", -0.6, "全国"),
    ],
)
def test_a_rate_tells_how_far_it_is_from_the_wholes(
    facts_of: Facts, words: str, value: float, whole: str
) -> None:
    facts = facts_of("遂昌工业", f"上半年,遂昌县规上工业增加值增长8.1%,{words}。")
    fact = facts[f"规上工业增加值增速差距(较{whole})"]
    assert (fact.value, fact.unit, fact.place, fact.period) == (value, "个百分点", "遂昌县", "上半年")


def test_how_far_an_amount_is_from_the_wholes_is_not_asked(facts_of: Facts) -> None:
    facts = facts_of("遂昌工业", "遂昌县工业总产值18亿元,高于全省平均3.2个百分点。")
    assert not any("差距" in name for name in facts)


def test_what_a_trade_gives_to_growth_is_not_by_how_much_the_whole_changed(facts_of: Facts) -> None:
    facts = facts_of("遂昌经济", "上半年,遂昌县服务业拉动全县GDP增长2.6个百分点。")
    assert list(facts) == ["拉动GDP增长"]


def test_rates_in_brackets_are_those_of_the_places_before_them(reading: Reading) -> None:
    text = "从各地看,规上工业增加值增速居前的是龙泉(12.5%)、遂昌县(9.8%),云和(-3.1%)负增长。"
    facts = [(fact.place, fact.value) for fact in reading(text).facts if fact.kind == "growth"]
    assert facts == [("龙泉市", 12.5), ("遂昌县", 9.8), ("云和县", -3.1)]


def test_what_else_stands_in_brackets_is_no_rate_of_a_list(reading: Reading) -> None:
    facts = reading("规上工业增加值居前的是龙泉(含竹口镇)和遂昌县(占全市12.5%)。").facts
    assert not [fact for fact in facts if fact.kind == "growth"]


@pytest.mark.parametrize("text", ["实现工业总产值0万元,", "实现工业总产值00亿元,"])
def test_a_sum_whose_digits_are_lost_is_none(text: str) -> None:
    assert find_quantities(text) == []


def test_nought_items_are_a_number() -> None:
    assert [item.value for item in find_quantities("新增企业0家,")] == [0]
    assert parse_number("0万") == 0


@pytest.mark.parametrize("text", ["数十家超市", "几百万元设备", "数千名工人"])
def test_some_tens_are_not_ten(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [("企业近千家,", 1000, "近"), ("店铺上百家,", 100, "上"), ("企业上万家,", 10000, "上")],
)
def test_hundreds_need_no_digit_behind_a_hedge(text: str, value: float, hedge: str) -> None:
    (item,) = find_quantities(text)
    assert (item.value, item.hedge) == (value, hedge)


def test_a_fraction_is_no_growth(facts_of: Facts) -> None:
    assert not any(name.endswith("增速") for name in facts_of("青田杨梅", "青田县的杨梅已被订购了四分之一。"))


def test_many_pieces_before_a_project_are_what_it_makes(facts_of: Facts) -> None:
    facts = facts_of("龙泉项目", "龙泉市云帆工贸年产20万件汽车配件项目开工。")
    assert (facts["产能"].value, facts["产能"].unit) == (200000, "件")
    assert "签约项目数" in facts_of("龙泉项目", "龙泉市今年签约12件技改项目。")


def test_a_lost_dash_makes_no_month() -> None:
    assert [period.text for period in find_periods("今年14月,全县产值增长5%")] == ["今年"]
    assert [period.text for period in find_periods("今年12月,全县产值增长5%")] == ["今年12月"]


@pytest.mark.parametrize("text", ["2023年云和年鉴", "茶业2015年10期"])
def test_years_of_yearbooks_and_issues_date_nothing(text: str) -> None:
    assert find_periods(text) == []


def test_a_feast_belongs_to_its_year() -> None:
    periods = find_periods("2023年端午小长假接待游客18万人次,今年“五一”假期20万人次")
    assert [period.text for period in periods] == ["2023年端午小长假", "今年“五一”假期"]


def test_a_plans_document_is_no_period() -> None:
    assert find_periods("项目通过市级“十四五”规划评审") == []
    assert [period.text for period in find_periods("“十四五”规划期间投资3亿元")] == ["“十四五”规划期间"]


def test_a_sum_goes_by_the_time_that_its_sentence_names(facts_of: Facts) -> None:
    facts = facts_of("遂昌招商", "三年来,遂昌县累计引进企业72家。")
    assert facts["引进企业数"].period == "三年来"


def test_a_programme_in_quotes_is_no_number_of_projects(reading: Reading) -> None:
    assert not [fact for fact in reading("天台县的“四个一批”项目竣工投产。").facts if fact.kind == "count"]
    assert [fact.value for fact in reading("天台县有四个项目竣工。").facts if fact.kind == "count"] == [4]


def test_a_class_of_counties_is_no_number_of_them(reading: Reading) -> None:
    assert not [fact for fact in reading("台州市开工项目超过10个的县不多。").facts if fact.unit == "个"]

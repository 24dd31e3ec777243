"""Figures of less than the county though nothing but the county is named: of goods, of classes of firms, of each, of the zone
spoken of before."""

from __future__ import annotations

import pytest

from shanqu.clean import clean
from shanqu.extract import extract
from shanqu.model import Fact, Page


def facts(sentence: str) -> dict[str, Fact]:
    """The facts of a sentence in an article on one county, by what is printed."""
    text = f"遂昌快讯\n2024-03-05 来源:遂昌新闻网\n{sentence}\n"
    return {fact.value_text: fact for fact in extract(clean(Page("x", text, "utf-8", ""))).facts}


@pytest.mark.parametrize(
    ("sentence", "goods"),
    [
        ("今年,遂昌县香菇产量3000吨,产值2亿元。", "香菇"),
        ("今年,遂昌县茶叶产量1.1万吨,同比增长5%,产值2亿元。", "茶叶"),
        ("全县茶园面积12万亩,总产值达2亿元。", "茶园"),
        ("全县现有民宿489家,2021年营业收入2亿元。", "民宿"),
    ],
)
def test_what_goods_bring_in_is_not_the_countys(sentence: str, goods: str) -> None:
    fact = facts(sentence)["2亿元"]
    assert (fact.place, fact.subject, fact.scope) == ("遂昌县", goods, "industry")


@pytest.mark.parametrize(
    "sentence",
    [
        "今年,遂昌县香菇产量3000吨;全县产值2亿元。",
        "遂昌县新增工业用地面积120亩,产值2亿元。",
        "遂昌县有规上企业98家,实现产值2亿元。",
    ],
)
def test_what_goes_on_about_the_county_is_the_countys(sentence: str) -> None:
    assert facts(sentence)["2亿元"].scope == "area"


def test_goods_come_before_a_trade_named_earlier() -> None:
    said = facts("2013年遂昌县食用菌产业产值5亿元;杨梅种植面积2万亩,实现产值2亿元,下降4%。")
    assert (said["5亿元"].subject, said["2亿元"].subject, said["4%"].subject) == (
        "食用菌产业",
        "杨梅",
        "杨梅",
    )


def test_a_class_of_firms_is_named_with_its_amount() -> None:
    assert facts("2008年,遂昌县招商引资企业实现产值76亿元。")["76亿元"].subject == "招商引资企业"
    assert facts("2008年,遂昌县规上企业实现产值76亿元。")["76亿元"].subject == "遂昌县"


@pytest.mark.parametrize(
    "sentence",
    [
        "遂昌县有3家企业产值超10亿元。",
        "遂昌县有5家企业税收突破10亿元。",
        "遂昌县14个项目中7个项目投资额都超10亿元。",
    ],
)
def test_what_each_of_several_reaches_is_no_figure_of_the_county(sentence: str) -> None:
    assert not any("10亿元" in printed for printed in facts(sentence))


@pytest.mark.parametrize(
    "sentence",
    ["遂昌县5家企业总产值超10亿元。", "遂昌县3个项目总投资超10亿元。", "遂昌县5家企业产值近10亿元。"],
)
def test_what_several_have_together_is(sentence: str) -> None:
    assert any("10亿元" in printed for printed in facts(sentence))


def test_a_series_goes_on_about_the_zone_that_began_it() -> None:
    said = facts(
        "2019年云溪园区规上工业总产值30亿元,2020年突破40亿元。2021年突破60亿元已成定局。2022年努力突破100亿元。"
    )
    assert [fact.scope for fact in said.values()] == ["zone"] * 4
    assert [fact.status for fact in said.values()] == ["actual", "actual", "actual", "target"]
    said = facts("2019年云溪园区规上工业总产值30亿元。全县规上工业总产值60亿元。")
    assert [fact.scope for fact in said.values()] == ["zone", "area"]


def test_a_rate_is_named_by_whole_words() -> None:
    assert facts("遂昌县规上工业企业复工率100%。")["100%"].indicator == "企业复工率"


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        ("永嘉县有泵阀企业1700家。龙头企业远岱阀门股份去年产值28亿元。", 28e8, "company"),
        ("永嘉县有泵阀企业1700家。龙头企业产值28亿元。", 28e8, "area"),
        ("淳安县水业兴旺。投资18亿元的青泉四期今年动工。", 18e8, "project"),
        ("缙云县机床小镇去年规上产值30亿元;全县规上产值280亿元。", 280e8, "area"),
        ("缙云县机床小镇去年规上产值30亿元,占全县规上产值的9%。", 9, "zone"),
    ],
)
def test_a_firm_or_a_thing_without_a_known_name_is_not_the_whole_county(
    text: str, value: float, scope: str
) -> None:
    assert [fact.scope for fact in facts(text).values() if fact.value == value] == [scope]

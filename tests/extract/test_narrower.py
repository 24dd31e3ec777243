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
    ("sentence", "goods"),
    [
        ("遂昌县竹制品出口额2亿元。", "竹制品"),
        ("去年遂昌县阀门产品总产值达2亿元。", "阀门"),
        ("遂昌县一季度电梯零部件产值2亿元,增长7%。", "电梯零部件"),
        ("遂昌县农产品网络销售额2亿元。", "农产品"),
        ("遂昌县机电产品出口2亿元。", "机电产品"),
    ],
)
def test_what_goods_in_front_of_it_bring_in_is_not_the_countys(sentence: str, goods: str) -> None:
    fact = facts(sentence)["2亿元"]
    assert (fact.place, fact.subject, fact.scope) == ("遂昌县", goods, "industry")


@pytest.mark.parametrize(
    "sentence",
    [
        "遂昌县出口2亿元。",
        "遂昌县工业方面产值2亿元。",
        "遂昌县自营出口额2亿元。",
        "遂昌县规上工业总产值2亿元。",
    ],
)
def test_what_the_county_brings_in_is_the_countys(sentence: str) -> None:
    fact = facts(sentence)["2亿元"]
    assert (fact.place, fact.subject) == ("遂昌县", "遂昌县")


def test_a_trade_that_goes_by_no_name_is_a_trade() -> None:
    assert facts("遂昌县的竹炭企业超过90家,行业总产值逾2亿元。")["逾2亿元"].scope == "industry"


def test_what_an_office_of_the_nation_counts_is_no_countys() -> None:
    found = facts("近日,商务部公布新认定的105家外贸转型升级基地名单,遂昌县名列其中。")
    assert found["105家"].place is None


def test_the_end_of_a_year_until_which_is_counted_is_no_date_of_an_event() -> None:
    found = facts("截至去年底,遂昌县产业飞地产值2亿元,成为全市首个投产的飞地。")
    assert [fact.kind for fact in found.values()].count("milestone") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "遂昌县对年销售收入5000万元以上、增幅达20%以上的企业,给予50万元奖励。",
        "遂昌县对总投资1亿元以上的新引进项目,按设备投资额给予补助。",
    ],
)
def test_what_a_policy_asks_for_is_no_figure(sentence: str) -> None:
    assert not {"5000万元以上", "20%以上", "1亿元以上"} & facts(sentence).keys()


def test_what_is_done_for_firms_that_have_it_is_not_asked_of_them() -> None:
    found = facts("遂昌县对产值40亿元的纸业十分重视,产值40亿元,增长8%。")
    assert "8%" in found


def test_what_a_trade_of_a_zone_brings_in_is_not_all_of_the_zones() -> None:
    found = facts("2022年遂昌医械小镇实现销售收入24亿元;其中医疗器械产业实现销售收入8亿元。")
    assert (found["24亿元"].scope, found["8亿元"].scope) == ("zone", "zone")
    assert (found["24亿元"].subject, found["8亿元"].subject) == ("遂昌医械小镇", "医疗器械产业")


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


def test_what_a_trade_brings_in_is_not_the_countys_however_it_is_measured() -> None:
    fact = facts("1至2月,遂昌县新能源产业实现规上工业增加值8亿元,同比增长19%。")["8亿元"]
    assert (fact.place, fact.scope) == ("遂昌县", "industry")


def test_what_the_firms_of_a_trade_that_are_counted_bring_in_is_the_trades() -> None:
    fact = facts("去年,遂昌县“大车配”产业规上企业118家,实现产值164亿元。")["164亿元"]
    assert fact.scope == "industry" and fact.subject and "大车配" in fact.subject
    fact = facts("去年,遂昌县规上工业企业118家,实现产值164亿元。")["164亿元"]
    assert (fact.subject, fact.scope) == ("遂昌县", "area")


def test_a_sentence_that_calls_something_a_trade_goes_on_about_it() -> None:
    found = facts("竹炭是遂昌的当家产业,2023年规上产值52亿元。遂昌工业稳中有进,2023年规上产值252亿元。")
    assert (found["52亿元"].subject, found["52亿元"].scope) == ("竹炭", "industry")
    assert found["252亿元"].scope == "area"


def test_a_firm_by_whose_figures_a_sentence_goes_does_not_have_them() -> None:
    found = facts("国网浙江电力最新数据:10月份,遂昌县全社会用电量2亿千瓦时。")
    assert [(fact.place, fact.scope) for fact in found.values()] == [("遂昌县", "area")]

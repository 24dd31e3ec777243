"""Figures told of one piece, one mu, one day or one village: what they measure, whose they are and of when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[[str], Extraction]


def one(extraction: Extraction, value: str) -> Fact:
    """The only fact with a value."""
    found = [fact for fact in extraction.facts if fact.value_text == value]
    assert len(found) == 1, extraction.facts
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("云和县的雪梨一斤可以卖到12元。", "12元", "每斤价格"),
        ("云和县的红茶每斤可以卖600-1000元。", "600-1000元", "每斤价格"),
        ("云和县的土蜂蜜一瓶卖120元。", "120元", "每瓶价格"),
        ("云和县的雪梨以8元/斤的价格收购。", "8元/斤", "价格"),
        ("云和县每亩能捕捞田鱼300多斤。", "300多斤", "亩产"),
        ("云和县一亩地能收稻谷1000斤。", "1000斤", "亩产"),
        ("云和县水稻平均亩产达550公斤。", "550公斤", "亩产"),
        ("云和县一亩毛收入1.5万元。", "1.5万元", "亩均毛收入"),
        ("云和县亩均增收3000元。", "3000元", "亩均增收"),
        ("云和县村民一个月能挣3500元。", "3500元", "月收入"),
        ("云和县村民一天能赚150元。", "150元", "日收入"),
        ("云和县村民说,一年能赚十来万元。", "十来万元", "年收入"),
        ("云和县全村共有27户人家。", "27户", "全村户数"),
        ("云和县全村218户、760人。", "760人", "全村人口"),
    ],
)
def test_what_is_had_of_one(reading: Reading, text: str, value: str, indicator: str) -> None:
    assert one(reading(text), value).indicator == indicator


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("云和县一个项目卖了3000万元。", "3000万元", "销售额"),
        ("云和县的工厂一年赚800万元。", "800万元", "利润"),
        ("云和县一家企业产值5亿元。", "5亿元", "产值"),
        ("云和县亩均税收15万元。", "15万元", "亩均税收"),
        ("云和县加工费800元/吨。", "800元/吨", "加工费"),
        ("云和县今年11月卖茶收入3000元。", "3000元", "收入"),
    ],
)
def test_what_only_looks_like_it(reading: Reading, text: str, value: str, indicator: str) -> None:
    assert one(reading(text), value).indicator == indicator


def test_of_many_mu_the_figure_is_no_yield(reading: Reading) -> None:
    facts = reading("云和县的农户种的21亩能收稻谷5000斤。").facts
    assert "亩产" not in {fact.indicator for fact in facts}


def test_what_else_a_mu_yields(reading: Reading) -> None:
    facts = reading("云和县每亩可以收割稻谷1200斤,捕捞田鱼300多斤。")
    assert [fact.indicator for fact in facts.facts] == ["亩产", "亩产"]


def test_what_is_bought_up_is_no_yield(reading: Reading) -> None:
    facts = reading("云和县水稻亩产1200斤,收购稻谷800斤。").facts
    assert [fact.value_text for fact in facts if fact.indicator == "亩产"] == ["1200斤"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("云和县累计签订授权许可合同1009份。", "合同数"),
        ("云和县今年已出货210万箱。", "出货量"),
        ("云和县有茶叶加工户45家。", "茶叶加工户数"),
        ("云和县有加工企业45家。", "企业数"),
    ],
)
def test_what_is_counted(reading: Reading, text: str, indicator: str) -> None:
    (fact,) = reading(text).facts
    assert fact.indicator == indicator


def test_one_mu_that_something_is_told_of_is_no_area(reading: Reading) -> None:
    assert [fact.value_text for fact in reading("云和县一亩茶园收入能有8000元。").facts] == ["8000元"]


def test_numbers_with_a_hyphen_that_are_no_range(reading: Reading) -> None:
    assert reading("云和县的产品A-300台。").facts == ()


def test_a_village_that_was_told_of_keeps_the_figures_of_the_next_sentence(reading: Reading) -> None:
    facts = reading("云和县石塘镇小顺村有养殖户260户。2020年,全村养殖收入约1.8亿元,人均收入达8万元。")
    assert one(facts, "8万元").subject == "云和县石塘镇小顺村"


def test_the_whole_county_is_not_the_village(reading: Reading) -> None:
    facts = reading("云和县石塘镇小顺村有养殖户260户。全县雪梨产值6亿元,人均收入3万元。")
    assert one(facts, "3万元").subject == "云和县"


def test_a_hamlet_is_a_village(reading: Reading) -> None:
    assert one(reading("云和县石塘镇柳家村溪源头自然村共有27户人家。"), "27户").subject == "溪源头自然村"


def test_so_many_hamlets_are_none(names: Callable[[str, str], list[str]]) -> None:
    assert not [name for name in names("place", "云和县石塘镇8个自然村散落在山间。") if "自然村" in name]


def test_words_that_lead_to_a_number_are_no_subject(reading: Reading) -> None:
    facts = reading("2021年云和县全县农技员共累计推广新技术16项。")
    assert one(facts, "16项").subject == "云和县"


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("云和县的合作社一年卖出笋干30吨。", "30吨", "一年"),
        ("云和县的床位从8张增加到现在的1800多张。", "1800多张", "现在"),
        ("云和县早些年年收入不足2万元,如今年收入20万元。", "不足2万元", "早些年"),
        ("云和县的民宿一年能卖出笋干30万元。", "30万元", None),
        ("云和县过去一年产值300万元。", "300万元", "过去一年"),
        ("2023年,云和县产值20亿元,每年带动增收20万元。", "20万元", None),
        ("2023年,云和县产值20亿元,税收1亿元。", "1亿元", "2023年"),
    ],
)
def test_times_of_speech(reading: Reading, text: str, value: str, period: str | None) -> None:
    assert one(reading(text), value).period == period

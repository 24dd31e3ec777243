"""Bulletins of statistics: each sector by its name, each figure of the year that the title names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
FactsOf = Callable[..., dict[str, Fact]]
Names = Callable[[str, str], list[str]]

BULLETIN = (
    "2021年庆元县国民经济和社会发展统计公报",
    "全年实现地区生产总值91.3亿元,增长7.9%。其中,第一产业增加值8.6亿元,第二产业增加值33.1亿元,金融业增加值增长6.2%。",
    "经核实,2020年地区生产总值为84.7亿元。",
    "全年粮食总产量5.1万吨,与上年持平;食用菌产量9.8万吨,增长2.4%。农作物播种面积23.6万亩。",
    "年末存款余额188.2亿元,贷款余额171.5亿元,分别增长10.3%和13.6%。财政总收入11.9亿元。",
)


@pytest.fixture(scope="module")
def facts(facts_of: FactsOf) -> dict[str, Fact]:
    return facts_of(*BULLETIN)


def test_sectors_keep_their_names(facts: dict[str, Fact]) -> None:
    assert facts["第一产业增加值"].value == 8.6e8
    assert facts["第二产业增加值"].value == 33.1e8
    assert (facts["金融业增加值增速"].value, facts["金融业增加值增速"].subject) == (6.2, "金融业")
    assert "增加值" not in facts


def test_what_a_bulletin_does_not_date_is_of_the_year_in_its_title(facts: dict[str, Fact]) -> None:
    dated = {
        name: facts[name].period_norm
        for name in ("GDP", "粮食产量", "农作物播种面积", "存款余额", "财政总收入")
    }
    assert dated == dict.fromkeys(dated, "2021")


def test_what_is_level_with_last_year_is_not_of_last_year(facts: dict[str, Fact]) -> None:
    assert facts["食用菌产量"].period_norm == "2021"


def test_rates_are_dealt_out_to_the_measures_before_them(facts: dict[str, Fact]) -> None:
    assert (facts["存款余额增速"].value, facts["贷款余额增速"].value) == (10.3, 13.6)


def test_only_a_county_has_a_budget(facts: dict[str, Fact]) -> None:
    assert facts["财政总收入"].scope == "area"


def test_without_a_report_a_year_of_an_earlier_paragraph_does_not_date_what_follows(reading: Reading) -> None:
    _, fact = reading("2020年,遂昌县产值10亿元。\n遂昌县有企业486家。").facts
    assert (fact.indicator, fact.period) == ("企业数", None)


@pytest.mark.parametrize(
    ("text", "indicator", "subject"),
    [
        ("遂昌县造纸和纸制品业完成产值31.6亿元。", "产值", "造纸和纸制品业"),
        ("遂昌县农副食品加工业完成产值7.4亿元。", "产值", "农副食品加工业"),
        ("遂昌县规上工业完成产值131.6亿元。", "规上工业产值", "遂昌县"),
    ],
)
def test_a_trades_output_is_its_own(reading: Reading, text: str, indicator: str, subject: str) -> None:
    (fact,) = reading(text).facts
    assert (fact.indicator, fact.subject) == (indicator, subject)


def test_trades_of_the_national_classification_are_found_whole(names: Names) -> None:
    text = "松阳县计算机、通信和其他电子设备制造业增长5%,木材加工和木、竹、藤、棕、草制品业下降2%。"
    assert names("industry", text) == [
        "计算机、通信和其他电子设备制造业",
        "木材加工和木、竹、藤、棕、草制品业",
    ]
    assert names("industry", "松阳县金属制品业和化工产品制造业都在增长。") == ["金属制品业", "化工产品制造业"]


def test_the_earlier_wording_of_a_trade_is_the_same_trade(reading: Reading) -> None:
    said = reading("松阳县化学原料及化学制品制造业增长5%。").mentions
    assert [mention.canonical for mention in said if mention.kind == "industry"] == [
        "化学原料和化学制品制造业"
    ]

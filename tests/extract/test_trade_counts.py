"""Numbers of a trade's firms and people are the trade's, and so is what follows them; those of all firms are the county's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("松阳县现有茶叶加工企业210家。", "210家"),
        ("全县共有240余家轴承企业,大多在城南。", "240余家"),
        ("青瓷产业是龙泉市的特色产业,从业人员1.6万人。", "1.6万人"),
        ("云和县有木玩企业1100家,其中规上93家。", "93家"),
        ("庆元县竹木制品企业320家,实现产值41亿元。", "41亿元"),
        ("三门县橡胶企业180家,产值61亿元,占全县规上工业的21%。", "21%"),
        ("浦江全县水晶加工户由2.1万家减至380家。", "380家"),
        ("据统计,全镇茶企共46家。", "46家"),
        ("上半年,天台县规上工业产值201亿元,其中橡胶行业增长12%。", "12%"),
    ],
)
def test_of_a_trade(reading: Reading, text: str, value: str) -> None:
    fact = next(fact for fact in reading(text).facts if fact.value_text == value)
    assert fact.scope == "industry"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("松阳县现有规上工业企业210家。", "210家"),
        ("全县共有高新技术企业240余家。", "240余家"),
        ("青瓷产业是龙泉市的特色产业。全市新增规上企业36家。", "36家"),
        ("云和县大力发展木玩产业,今年新上规企业12家。", "12家"),
        ("庆元县竹木产业产值41亿元,全县规上企业201家。", "201家"),
        ("三门县与国企、民企共14家签约。", "14家"),
        ("一季度全县出口30亿元,其中家电占45%。", "45%"),
    ],
)
def test_of_the_county(reading: Reading, text: str, value: str) -> None:
    fact = next(fact for fact in reading(text).facts if fact.value_text == value)
    assert fact.scope == "area"


@pytest.mark.parametrize(
    "text",
    [
        "云和县光伏产业近五年年均增长40%。",
        "近5年,光伏产业年均增长40%以上。",
        "云和县光伏产业过去三年同比增长9%。",
    ],
)
def test_what_a_trade_grew_by_a_year_is_the_trades(reading: Callable[..., Extraction], text: str) -> None:
    (fact,) = reading(text).facts
    assert (fact.subject, fact.scope) == ("光伏产业", "industry")
    assert fact.indicator.startswith("光伏产业")


def test_what_farming_puts_out_is_of_no_trade_told_of_before(reading: Callable[..., Extraction]) -> None:
    output = reading("云和县建筑业产值12亿元,农业总产值5亿元。").facts[-1]
    assert (output.subject, output.scope) == ("云和县", "area")


@pytest.mark.parametrize("verb", ["开出", "开设", "创办"])
def test_the_verb_of_who_opens_shops_is_no_part_of_what_is_counted(reading: Reading, verb: str) -> None:
    (fact,) = reading(f"庆元人在外地{verb}小吃店3200家。").facts
    assert fact.indicator == "小吃店数"

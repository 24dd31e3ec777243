"""Rates in plain words: 少了两成, 倒涨了9%, and those whose measure the clause before names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年上半年,松阳县榨油机产量2.1万台,同比少了6.4%。", ("榨油机产量增速", -6.4)),
        ("旺季一过,青田县杨梅收购价跌了三成。", ("杨梅收购价增速", -30)),
        ("天台县去年出口额涨了两成。", ("出口额增速", 20)),
        ("搬进新厂房后,这家云和玩具厂能耗压减了12%。", ("能耗增速", -12)),
        ("文成县香榧产量比丰年少了近四成,价格高了17%。", ("价格增速", 17)),
        ("永嘉县去年拉链出口11亿元,出口均价涨14%。", ("出口均价增速", 14)),
    ],
)
def test_plain_verbs_tell_what_moves_and_which_way(
    reading: Reading, text: str, expected: tuple[str, float]
) -> None:
    assert expected in {(fact.indicator, fact.value) for fact in reading(text).facts}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("开化、常山两县茶具订单大涨,分别增长27%、16%。", {"订单金额增速"}),
        ("龙游县外贸出口逆势上扬,前三季度增长11.7%。", {"出口额增速"}),
        ("月报里有个数字值得一看:规上工业增加值,前8个月增长10.3%。", {"规上工业增加值增速"}),
    ],
)
def test_a_bare_rate_is_of_what_the_clause_before_tells_to_move(
    reading: Reading, text: str, indicators: set[str]
) -> None:
    assert {fact.indicator for fact in reading(text).facts} == indicators


def test_a_part_cut_off_is_no_rate(reading: Reading) -> None:
    found = reading("磐安县这家机床厂砍掉三分之一的低端型号,当年营收掉了9%。").facts
    assert {(fact.indicator, fact.value) for fact in found} == {("营业收入增速", -9)}


def test_a_rate_that_falls_between_two_figures_keeps_its_own_name(reading: Reading) -> None:
    found = reading("缙云县一家阀门厂换了设备,次品率却由3.1%降到0.9%。").facts
    assert [(fact.indicator, fact.value) for fact in found] == [("次品率", 3.1), ("次品率", 0.9)]


@pytest.mark.parametrize(
    "text",
    [
        "公司有专利52项,博士14位,年年有客商上门。",
        "他是村里办厂的第一位老板。",
        "她接待的第一位客人来自金华。",
    ],
)
def test_persons_counted_hold_no_rank(reading: Reading, text: str) -> None:
    assert "排名" not in {fact.indicator for fact in reading(text).facts}


@pytest.mark.parametrize("text", ["综合排名由146位,跃升到第97位。", "全国排名从原来的146位一跃进入百强。"])
def test_a_position_from_which_it_moves_is_a_rank(reading: Reading, text: str) -> None:
    assert any(fact.value == 146 and fact.kind == "rank" for fact in reading(text).facts)

"""Positions by those among whom they are counted, behind a rate, and at the ends of a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.ranks import find_positions
from shanqu.model import Extraction

Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "value", "among"),
    [
        ("规上企业712家,位居金华各县(市)第三。", 3, "金华"),
        ("亩均税收28万元,衢州六个县(市、区)里第一。", 1, "衢州"),
        ("投资额居全县各平台首位。", 1, "全县各平台"),
        ("产能居亚洲第二。", 2, "亚洲"),
        ("园区亩均税收列全市产业园第一。", 1, "全市产业园"),
        ("外汇存款全省县级第一。", 1, "全省县级"),
        ("以34.1%的增幅第一,", 1, None),
        ("云和增长29.8%第二,", 2, None),
        ("考核由末位升到第四。", 4, None),
    ],
)
def test_positions_are_counted_among_any_class(text: str, value: float, among: str | None) -> None:
    found = find_positions(text)
    assert [(item.value, item.among) for item in found] == [(value, among)]


@pytest.mark.parametrize(
    "text",
    [
        "坚持质量第一、安全第一。",
        "居第二中学旁。",
        "在全市第三届运动会上。",
        "全县召开第六次党代会。",
        "安排第一批项目。",
        "仙居由末位升起。",
    ],
)
def test_other_ordinals_are_no_positions(text: str) -> None:
    assert not find_positions(text)


def test_positions_that_are_dealt_out_follow_the_first() -> None:
    found = find_positions("两项增速分列湖州第二、第一。")
    assert [item.value for item in found] == [2, 1]
    assert {item.among for item in found} == {"湖州"}


def test_positions_that_are_dealt_out_to_measures_rank_each(reading: Reading) -> None:
    text = "云和县规上工业产值、工业投资分别增长5.1%、9.2%,增速分别居丽水市第三、第二。"
    ranked = {fact.value: fact.subject for fact in reading(text).facts if fact.kind == "rank"}
    assert ranked == {3: "云和县规上工业产值增速", 2: "云和县工业投资增速"}


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("云和县研发机构总数跻身全市前30位,其中2020年排第30位、2021年第21位。", ["云和县研发机构总数"] * 3),
        ("云和县GDP增速排全市第二,2022年列第三位,2023年列第一位。", ["云和县GDP增速"] * 3),
        ("云和县综合考核连续三年获全市第一,招商考核排名第二。", ["云和县综合考核", "云和县招商考核"]),
        ("云和县连续三年获全市第一。", ["云和县"]),
        ("云和县举办比赛,2022年居全市第三。", ["云和县"]),
    ],
)
def test_what_is_ranked_is_told_once_for_several_years(
    reading: Callable[..., Extraction], text: str, ranked: list[str]
) -> None:
    found = [fact for fact in reading(text).facts if fact.kind == "rank"]
    assert [fact.subject for fact in found] == ranked

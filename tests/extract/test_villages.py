"""Villages, which no gazetteer has, by what stands around their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Names = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "villages"),
    [
        ("云和县石塘镇小顺村分到了第一笔玉米款。", ["小顺村"]),
        ("景宁县东坑镇三根村的茶园里雾气未散。", ["三根村"]),
        ("安文街道石头村的老屋都修好了。", ["石头村"]),
        ("永嘉暨家寨村的梯田上榜了。", ["暨家寨村"]),
        ("洞头海霞村、永嘉屿田村上榜首批名单。", ["海霞村", "屿田村"]),
        ("文成的双桂村、朱雅村、岭后村则入选省级名录。", ["双桂村", "朱雅村", "岭后村"]),
        ("永嘉县岩坦镇屿北村、埭头村的石屋成了民宿。", ["屿北村", "埭头村"]),
        ("其中界首村入选全国典型案例。", ["界首村"]),
    ],
)
def test_villages_behind_their_towns_and_counties_and_in_lists(
    names: Names, text: str, villages: list[str]
) -> None:
    found = names("place", text)
    assert [name for name in found if name.endswith("村")] == villages


@pytest.mark.parametrize(
    "text",
    [
        "屏南镇中心村建设快过一年。",
        "云和县新农村建设走在前列。",
        "龙泉乡村旅游火了。",
        "全镇的空壳村、薄弱村都消除了。",
        "遂昌县示范村、特色村各有招数。",
        "松阳渔业村、农业村的收入差不多。",
        "这里有移民村、库区村、城郊村。",
        "各乡镇村干部都来了。",
        "泰顺传统村落多。",
        "常山县各乡镇的小渔村热闹起来。",
    ],
)
def test_kinds_of_villages_are_none(names: Names, text: str) -> None:
    assert [name for name in names("place", text) if "村" in name] == []

"""Where the names of parks begin and end in the prose of offices, and what is called like one and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.park_edges import behind_address, behind_builder, behind_zone, only_kinds
from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A town or county and a park of the same word; a town of no list; a county of another province.
        ("该县决定在垅东镇垅东工业园内建厂。", ["垅东工业园"]),
        ("公司位于蓝姥山镇泉井头工业集中区。", ["泉井头工业集中区"]),
        ("遂昌县白栗山工业区的企业陆续复工。", ["白栗山工业区"]),
        ("近日,安徽金寨经济开发区新增用地300亩。", ["金寨经济开发区"]),
        # The town of a list before a trade belongs to the park, and so does the county before a bare kind.
        ("桐琴镇食品接触容器小微园开园。", ["桐琴镇食品接触容器小微园"]),
        ("遂昌县经济开发区去年产值120亿元。", ["遂昌县经济开发区"]),
    ],
)
def test_a_park_begins_behind_the_place_that_is_but_its_address(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在乐平工业园区澜山片区,生产线正在调试。", ["乐平工业园区澜山片区"]),
        ("武义经济开发区桐屏片区新增用地300亩。", ["武义经济开发区桐屏片区"]),
        # Of several parts each stands for itself, and so does what is called by its trade.
        ("武义经济开发区桐屏片区、溪里片区新增用地300亩。", ["武义经济开发区", "桐屏片区", "溪里片区"]),
        ("泽雅澜港产业园化工片区内管网已经建成。", ["泽雅澜港产业园"]),
    ],
)
def test_a_zone_and_the_one_part_behind_it_are_one_name(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关于白澜工业园区扩容的答复。", ["白澜工业园区"]),
        ("澜通集团建设澜通工业园,总投资5亿元。", ["澜通工业园"]),
        ("市里派人管理蓝溪工业园。", ["蓝溪工业园"]),
        ("一行赴枞阳县调研枞阳经济开发区。", ["枞阳经济开发区"]),
    ],
)
def test_what_leads_up_to_a_park_is_left_out(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


def test_a_bracket_is_no_part_of_a_zone() -> None:
    assert behind_zone("武义新材料产业园（泉溪）", 0, 10) == 0


def test_only_a_firm_and_what_it_does_are_left_out() -> None:
    text = "澜通集团澜通工业园"
    assert behind_builder(text, 0, 6) == 0
    assert behind_builder("澜通集团建设澜通工业园", 0, 8) == 6


def test_a_conjunction_ends_where_the_text_has_the_park_by_itself(names: Names) -> None:
    text = "于友根和澜桥经济技术开发区负责人一同参加。澜桥经济技术开发区去年引进企业12家。"
    assert names("park", text) == ["澜桥经济技术开发区"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日前,缙云县台湾工业园揭牌。", ["缙云县台湾工业园"]),
        ("首家台湾企业进驻唯一的台湾农民创业园。", []),
        ("还将打造成综合型工业园区。", []),
    ],
)
def test_for_whom_or_of_what_kind_it_is_names_no_park(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize("name", ["澜湖数字文化创意产业园", "遂昌澜谷众创城", "松阳澜山驾驶科技园"])
def test_words_of_doing_are_part_of_a_park_s_name(names: Names, name: str) -> None:
    assert names("park", f"此前,{name}已经开园。") == [name]


def test_a_zone_without_a_noun_takes_the_one_behind_it(reading: Reading) -> None:
    parks = [
        mention for mention in reading("中心位于上海市松江区漕河泾园区。").mentions if mention.kind == "park"
    ]
    assert [(park.text, park.canonical) for park in parks] == [("漕河泾园区", "漕河泾新兴技术开发区")]


def test_goods_tell_of_the_kind_of_a_park_and_name_none() -> None:
    assert only_kinds("茶叶加工")
    assert not only_kinds("蓝井头")
    text = "仙居县杨梅精深加工产业园"
    assert behind_address(text, 0, text.index("产业园")) == 0

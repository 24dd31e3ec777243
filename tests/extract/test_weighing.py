"""Rules and tagger weighed: what a name takes along, and what is none although it stands where names do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.ordinary import ordinary
from shanqu.extract.span import Span
from shanqu.model import EntityKind

Names = Callable[[str, str], list[str]]


def test_a_firm_takes_the_place_of_its_branch_along(names: Names) -> None:
    text = "宁波澜泽新材料有限公司（衢州）今年扩产,员工增至三百人。"
    assert names("company", text) == ["宁波澜泽新材料有限公司（衢州）"]
    assert names("company", "宁波澜泽新材料有限公司（筹）今年扩产。") == ["宁波澜泽新材料有限公司"]


def test_a_firm_takes_its_works_at_a_place_along(names: Names) -> None:
    assert names("company", "浙江澜泽集团衢江工厂昨日投产。") == ["浙江澜泽集团衢江工厂"]
    assert names("company", "浙江澜泽集团今年工厂扩产。") == ["浙江澜泽集团"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("company", "遂昌金属制品、天台汽车零部件、永嘉泵阀等产业带动一方。"),
        ("company", "浙江民企纷纷到这里办厂。"),
        ("park", "公司和园区都在招人,产业园里灯火通明。"),
        ("project", "一批创新型项目正在抓紧建设。"),
        ("person", "坚持高水平规划、高能级引领。"),
        ("organization", "各地部门要把工作做细。"),
    ],
)
def test_words_that_many_share_are_no_names(names: Names, kind: str, text: str) -> None:
    assert names(kind, text) == []


def test_no_name_reaches_over_a_mark(names: Names) -> None:
    text = "围绕产业—科技—人才—政策深度融合,园区引进澜泽半导体、棠溪精密等企业。"
    for kind in ("company", "park", "organization", "project"):
        assert not [name for name in names(kind, text) if set(name) & set("—、,。")]


def test_the_parts_of_a_list_are_names_of_their_own(names: Names) -> None:
    text = "签约的企业有棠溪精密、霁川生物和晏禾机器人。"
    assert names("company", text) == ["棠溪精密", "霁川生物", "晏禾机器人"]


def test_whoever_speaks_is_a_person_wherever_he_is_named_again(names: Names) -> None:
    text = "“我们先试一个月。”合作社社长钟晏清说。后来,钟晏清把机器租给了邻村。"
    assert names("person", text) == ["钟晏清", "钟晏清"]


def test_the_bounds_of_a_plot_are_no_names(names: Names) -> None:
    text = "该区块四至范围:东至狮子山工业园区环城路、南至衢宁高速、西至规划松阴路、北至高亭街。"
    assert names("park", text) == ["狮子山工业园区"]
    assert [*names("company", text), *names("project", text)] == []


def test_a_block_in_the_east_of_a_town_is_no_district_elsewhere(names: Names) -> None:
    assert names("place", "松阳县城东区块已经完成征地。") == ["松阳县"]
    assert "西宁市" in names("place", "考察团到西宁市城东区走访。")


def test_what_a_verb_governs_begins_behind_it(names: Names) -> None:
    assert names("park", "以项目落地助推产业园发展,填补了我县无省级经济开发区的空白。") == []


@pytest.mark.parametrize(("name", "nothing"), [("碳达峰", True), ("光伏", True), ("棠溪精密", False)])
def test_a_programme_or_a_trade_is_no_firm_however_sure_the_tagger_is(name: str, nothing: bool) -> None:
    assert ordinary(Span("company", 0, len(name), name, None, "tagger"), 0.99, name) is nothing


@pytest.mark.parametrize(
    ("lead", "name"), [("以“山水之城”闻名的", "浙江丽水"), ("公司年产2000万平", "方米棠溪")]
)
def test_no_name_is_two_places_or_begins_within_a_unit(lead: str, name: str) -> None:
    text = f"{lead}{name}正在展现新貌。"
    assert ordinary(Span("company", len(lead), len(lead) + len(name), name, None, "tagger"), 0.99, text)


def test_no_goods_and_no_trade_begin_inside_a_word_or_a_place(names: Names) -> None:
    assert names("product", "县域国土面积大多是山林。") == []
    assert names("product", "县里的土面远近闻名。") == ["土面"]
    assert names("industry", "作为丽水经济转型发展的主平台。") == []


@pytest.mark.parametrize(
    ("kind", "name", "behind"),
    [
        ("company", "棠霁双育", "的思路"),
        ("company", "经济运行科(综合科)", "科长"),
        ("park", "海外新能源自行车中高端市场", "。"),
        ("park", "上虞将力争经开区", "进位"),
    ],
)
def test_a_notion_an_office_a_market_and_an_aim_are_no_names(
    kind: EntityKind, name: str, behind: str
) -> None:
    text = f"按照{name}{behind}推进。"
    assert ordinary(Span(kind, 2, 2 + len(name), name, None, "tagger"), 0.99, text)

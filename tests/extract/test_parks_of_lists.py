"""Parks that share the noun of their list, zones by their short names, and parks whose nouns are those of trades."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.park_lists import shared_heads, tied
from shanqu.extract.parks import park_span
from shanqu.extract.trade_lists import find_listed_trades
from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]


def listed(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.canonical) for span in shared_heads(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县有城东、澜溪和白垟三个工业园。", ["城东", "澜溪", "白垟"]),
        ("镇里的溪口、洋坑、大畈3个工业区块连成一片。", ["溪口", "洋坑", "大畈"]),
        ("青澜、白岩等4个省级工业园区实行集中供热。", ["青澜", "白岩"]),
        ("建成碧澜、沙垟两个小微企业园。", ["碧澜", "沙垟"]),
    ],
)
def test_the_parks_of_a_list_share_its_noun(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


def test_a_park_of_a_list_is_called_in_full_by_its_noun() -> None:
    assert listed("依托澜溪、白垟两大工业集聚区。") == [
        ("澜溪", "澜溪工业集聚区"),
        ("白垟", "白垟工业集聚区"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "建成省级、市级两个工业园区。",
        "建设生产、生活、生态三大功能区。",
        "形成了医药、汽车、电子三大产业园。",
        "建设东部、西部两个工业园。",
        "湖州、嘉兴两个高新区获评优秀。",
        "目前有在建、待建两个小微园。",
        "药材长在云岭尖、三叠岩和白鹤峰三大山系片区。",
        "老城、新城两个片区。",
        "澜溪、白垟、沙垟两个工业园。",
        "围绕招商、服务、要素三大平台。",
    ],
)
def test_no_list_of_levels_trades_uses_or_cities_names_parks(text: str) -> None:
    assert listed(text) == []


def test_a_zone_in_short_is_the_one_in_full() -> None:
    full, short, other = "澜江经济技术开发区", "澜江经开区", "澜江高新区"
    bound = tied([park_span(0, len(name), name) for name in (full, short, other)])
    assert [span.canonical for span in bound] == [full, full, other]


def test_of_two_full_names_a_short_one_means_neither() -> None:
    parks = ["澜江经济技术开发区", "澜江经济开发区", "澜江经开区"]
    assert [span.canonical for span in tied([park_span(0, len(name), name) for name in parks])] == parks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目位于澜塘智慧城区域内,交通便捷。", ["澜塘智慧城"]),
        ("澜西科创大走廊今年新引进人才200名。", ["澜西科创大走廊"]),
        ("海州澜海深度合作区加快建设。", ["海州澜海深度合作区"]),
        ("澜州动力谷产值超千亿。", ["澜州动力谷"]),
        ("公司落在绍兴柯桥区兰亭文创园。", ["兰亭文创园"]),
        ("衢州海创园开园十年。海创园已孵化企业300家。", ["衢州海创园", "海创园"]),
        ("龙澜氟化工园通过验收。", ["龙澜氟化工园"]),
    ],
)
def test_parks_have_many_nouns(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "建设智慧城市和数字城市,推进智慧城管。",
        "推进创新基地建设,打造生态城。",
        "众创空间—孵化器—加速器—产业园。",
        "打造“种子仓—孵化器—加速器—产业园”的链条。",
        "加快推进重要产业平台建设。",
        "城市发展新区要按部署推进。",
        "打造具有水乡特色的储能产业集聚区。",
        "珠海市“十四五”规划重点片区建成。",
        "高山蔬菜产业带动增收。",
        "县域产业平台有了新动能。",
    ],
)
def test_what_is_aimed_at_or_only_described_is_no_park(names: Names, text: str) -> None:
    assert names("park", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县培育出了食用菌、竹木、铅笔三大主导产业。", ["食用菌", "竹木", "铅笔"]),
        (
            "瞄准新能源汽车、移动智能终端、5G移动通信网络三大新兴产业招商。",
            ["新能源汽车", "移动智能终端", "5G移动通信网络"],
        ),
        ("形成澜瓷制品、汽车零部件、水暖洁具等块状经济。", ["澜瓷制品", "汽车零部件", "水暖洁具"]),
        ("茶产业、中药材产业和油茶产业成为富民产业。", ["茶产业", "中药材产业", "油茶产业"]),
        ("重点发展出版、印刷两大产业。", ["印刷"]),
    ],
)
def test_items_of_trade_lists_begin_behind_what_leads_up_to_them(text: str, expected: list[str]) -> None:
    found = {text[span.start : span.end] for span in find_listed_trades(text)}
    assert sorted(found, key=text.index) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5万吨冷链仓储物流项目签约。", ["5万吨冷链仓储物流项目"]),
        ("签约50万头生猪屠宰加工项目。", ["50万头生猪屠宰加工项目"]),
    ],
)
def test_the_figure_of_its_size_belongs_to_a_project(names: Names, text: str, expected: list[str]) -> None:
    assert names("project", text) == expected


def test_kinds_of_projects_are_counted_and_name_none(names: Names) -> None:
    assert names("project", "集成电路重点项目、外资重大项目、总部项目三类共52个项目签约。") == []


def test_an_autonomous_county_goes_by_its_short_name(names: Names) -> None:
    text = "贵州省道真仡佬族苗族自治县发展食用菌。道真县招商,道真的菇农增收。"
    assert names("place", text) == ["贵州省", "道真仡佬族苗族自治县", "道真县", "道真"]


def test_a_prefecture_that_is_no_city_is_a_place_elsewhere(names: Names) -> None:
    text = "大理州鹤庆县和恩施土家族苗族自治州来人考察,黔东南州签约。"
    assert names("place", text) == ["大理州", "鹤庆县", "恩施土家族苗族自治州", "黔东南州"]
    assert names("place", "文山会海要不得,他在大理求学。") == []


def test_a_short_name_that_is_a_word_is_no_county_alone(names: Names) -> None:
    text = "云南省河口瑶族自治县发展边贸。河口县有码头,船在河口停靠。"
    assert names("place", text) == ["云南省", "河口瑶族自治县", "河口县"]


def test_a_rank_in_quotation_marks_is_no_trade(names: Names) -> None:
    assert names("industry", "培育三大“国字号”主导产业。") == []


def test_a_verb_that_parts_a_zone_is_no_part_of_the_first_name(reading: Callable[..., Extraction]) -> None:
    found = reading("云和县的园区规划面积9平方公里,分溪坪、岭坑、黄溪三个片区。")
    names = {span.canonical for span in found.mentions if span.kind == "park"}
    assert {"溪坪片区", "岭坑片区", "黄溪片区"} <= names

"""Where the names of projects begin and end in lists, behind marks and in brackets, and what is only a class of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.ordinary import ordinary
from shanqu.extract.project_lists import find_items, find_listed
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span
from shanqu.extract.weighing import TAGGED

Names = Callable[[str, str], list[str]]


def of(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "签约的还有年产3万吨清漆生产线项目、节能型电炉装备基地建设项目、白水尖乡村度假项目等。",
            ["节能型电炉装备基地建设项目", "白水尖乡村度假项目"],
        ),
        (
            "谈成了5万吨玻纤拉丝项目、森林小火车特色旅游项目、木本油料项目(二期)。",
            ["森林小火车特色旅游项目", "木本油料项目(二期)"],
        ),
        ("先后引进灯具项目、考察老城改造项目。", []),
        ("抓好新建项目、省市县重点项目、亿元以上产业项目。", []),
        ("农产品、特色旅游项目都受欢迎。", []),
    ],
)
def test_the_marks_of_a_list_bound_the_projects_in_it(text: str, expected: list[str]) -> None:
    assert of(text, find_items(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "我市“青禾”年产20万吨电池材料、棠溪资源年产1.5万吨六氟磷酸锂等2个重点工程项目全部开工。",
            ["年产20万吨电池材料", "年产1.5万吨六氟磷酸锂"],
        ),
        (
            "入选的项目分别是云溪县白水电站项目和棠溪食品年产调味料4万箱建设项目、青禾智慧农场项目。",
            ["云溪县白水电站项目", "年产调味料4万箱建设项目", "青禾智慧农场项目"],
        ),
        (
            "既有云溪绿色建材生产基地、青禾孵化器基地等产业项目,也有白水海塘工程、枫岭大道改造工程等民生项目。",
            ["云溪绿色建材生产基地", "青禾孵化器基地", "白水海塘工程", "枫岭大道改造工程"],
        ),
        ("年产20万吨电池材料、1.5万吨清漆,产值12亿元。", []),
    ],
)
def test_a_list_of_projects_names_outputs_and_works(text: str, expected: list[str]) -> None:
    assert of(text, find_listed(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日,浙棠核电项目也动工。", ["浙棠核电项目"]),
        ("近日,国棠新材料项目落地。", ["国棠新材料项目"]),
        ("项目是中棠合作重点工程,", []),
        ("近日,云峰镇项目开工。", []),
        ("遂昌(杭州)产业合作区重点项目开工。", []),
        ("通过实施一批传统产业提升项目,", []),
        ("县城古民居景区开发项目;", []),
        ("清洁能源项目9个,民生设施项目5个。", []),
        ("“大干项目、干大项目”成为共识。", []),
        ("拟在西区兴建棠溪商会总部经济大楼。", ["棠溪商会总部经济大楼"]),
        ("整治云溪河道(藤桥至河口段)修复工程。", []),
        (
            "包括遂昌至龙泉铁路项目(一期工程)、枫岭公路工程。",
            ["遂昌至龙泉铁路项目(一期工程)", "枫岭公路工程"],
        ),
        ("生产设备、电子信息等现代产业项目。", []),
    ],
)
def test_a_coined_name_behind_a_mark_is_that_of_a_project(text: str, expected: list[str]) -> None:
    assert of(text, find_projects(text)) == expected


@pytest.mark.parametrize(
    ("before", "name", "none"),
    [
        ("引进", "新能源商用车驱动桥智能工厂", False),
        ("引进", "新引进项目", True),
        ("园区等", "电商物流产业项目", True),
        ("扩建", "(二期)", True),
        ("打造世界级的", "泵与电机研发生产基地", True),
        ("推进", "硬核标杆项目", True),
        ("实施一批", "传统产业改造项目", True),
    ],
)
def test_the_tagger_is_not_believed_that_a_class_is_a_project(before: str, name: str, none: bool) -> None:
    text = f"{before}{name},全年"
    span = Span("project", len(before), len(before) + len(name), name, None, TAGGED)
    assert ordinary(span, 0.9, text) is none


def test_what_a_thing_unites_is_no_project_of_its_own() -> None:
    text = "项目打造集信息交易、货运班车中心、仓储为一体的智慧港。"
    span = Span("project", 10, 16, text[10:16], None, TAGGED)
    assert span.canonical == "货运班车中心"
    assert ordinary(span, 0.9, text)


def test_a_project_is_named_wherever_its_name_is_said_again(names: Names) -> None:
    text = "总投资12亿元的年产5万吨特种纸项目签约。目前,年产5万吨特种纸项目已经动工。"
    assert names("project", text) == ["年产5万吨特种纸项目"] * 2


def test_a_project_holds_the_goods_that_it_is_called_by(names: Names) -> None:
    text = "总投资8亿元,遂昌县云峰街道的锂电池隔膜智能工厂正式投用,预计年底达产。"
    assert names("project", text) == ["锂电池隔膜智能工厂"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("涵盖品质农业、林业、水经济等五大富民强市产业,各乡镇都有。", ["品质农业", "林业", "水经济"]),
        ("资金、土地等两大要素保障产业发展。", []),
        ("培育以节能环保为导向的生态产业。", ["节能环保"]),
        ("棠溪镇成为省示范性产业链。", []),
    ],
)
def test_a_counted_list_is_one_of_trades_whatever_it_calls_them(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("industry", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年福棠三期项目开工。", ["福棠三期项目"]),
        ("小水电二期工程启动。", []),
        ("学校三期项目推进。", []),
        ("当前正在推进改扩建项目。", []),
        ("走进棠枫阀门的数字化生产车间,工人正忙。", []),
        (
            "集中开工棠化年产6000吨非织造布、恒枫水晶广场等项目22个。",
            ["年产6000吨非织造布", "恒枫水晶广场"],
        ),
    ],
)
def test_a_brand_names_a_phase_and_a_list_goes_on_behind_goods(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("project", text) == expected

"""Projects by what they are called after: names in lists of many, brands, towns, grounds, and what is told of one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from shanqu.extract.ordinary import ordinary
from shanqu.extract.project_bodies import of_bodies
from shanqu.extract.project_counts import find_counted
from shanqu.extract.project_lines import find_set_apart
from shanqu.extract.project_lists import find_listed, find_outputs
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span, without_overlaps
from shanqu.extract.undertakings import of_firms
from shanqu.extract.weighing import TAGGED

Names = Callable[[str, str], list[str]]


def of(text: str, spans: Iterable[Span]) -> list[str]:
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "投资96亿元的棠宏新材、青晟二期等21个产业项目,投资22亿元的遂昌博物馆、棠江大桥等12个政府投资项目投用。",
            ["棠宏新材", "青晟二期", "遂昌博物馆", "棠江大桥"],
        ),
        ("遂昌富屏森林食品、松阳青禾茶旅开发等农业项目6个。", ["遂昌富屏森林食品", "松阳青禾茶旅开发"]),
        ("推进棠澳风电二期、遂昌北部供水管网等项目建设。", ["棠澳风电二期", "遂昌北部供水管网"]),
        ("棠镇首府、城东路南段延伸等18个项目正在办理手续。", ["棠镇首府", "城东路南段延伸"]),
        ("涵盖城市更新、民生保障等20个项目。", []),
        ("涵盖新能源、新材料等一批重大项目。", []),
        ("总投资9亿元的棠禾钢构等项目落户。", []),
        ("青岭村、白水村等民生实事项目开工。", []),
        ("开展礼堂扩建、棠江酒店等项目建设。", []),
        ("包含青塘乐园、棠禾农场等项目于一体的庄园。", []),
    ],
)
def test_what_a_list_calls_projects_has_names_of_its_own(text: str, expected: list[str]) -> None:
    assert of(text, find_counted(text, frozenset())) == expected


def test_what_may_be_a_firm_among_projects_is_left_to_the_tagger() -> None:
    text = "同日,遂昌智慧粮仓、松阳云端牧场等项目动工。"
    assert {span.how for span in find_counted(text, frozenset())} == {"among"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集中开工项目8个,包括遂昌生物制药基地、棠觉幼儿园等。", ["遂昌生物制药基地", "棠觉幼儿园"]),
        ("已建成遂昌青屏水库和松阳云岭灌区等项目。", ["遂昌青屏水库", "松阳云岭灌区"]),
        ("推进棠绍温铁路、铁路遂昌西站等重点项目。", ["棠绍温铁路", "铁路遂昌西站"]),
        ("项目包括建设营地大楼、山地酒店。", []),
        ("实施遂昌水库和乡镇道路等项目。", []),
    ],
)
def test_a_list_names_works_by_short_names_and_two_in_one_item(text: str, expected: list[str]) -> None:
    assert of(text, find_listed(text, frozenset())) == expected


def test_what_is_put_out_in_a_day_names_a_project_too() -> None:
    text = "该厂日产2万吨熟料项目点火。"
    assert of(text, find_outputs(text)) == ["日产2万吨熟料项目"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A brand before a place, or a part of the country.
        ("湖州的唯棠会华东运营总部项目,总投资6亿元。", ["唯棠会华东运营总部项目"]),
        ("走进遂昌某某项目,", []),
        # The town before a name, and 来 within one.
        ("连日来,万棠镇紫来智能仓储项目加紧施工。", ["紫来智能仓储项目"]),
        ("万棠镇负责人就开始关注农光互补项目。", []),
        # Told of one alone.
        ("近日,智慧供应链分拨项目总投资3亿元。", ["智慧供应链分拨项目"]),
        ("近日,智慧供应链分拨项目越来越多。", []),
        ("天棠县一季度集中开工暨总部经济大楼项目开工仪式举行。", ["总部经济大楼项目"]),
        # Works told apart by a number, and by where they lie.
        ("遂昌3号海上风电并网。", ["遂昌3号海上风电"]),
        ("位于云峰街道坑口村的三叠潭水库是重点。", ["三叠潭水库"]),
        ("浙江遂昌抽水蓄能电站项目获得核准。", ["浙江遂昌抽水蓄能电站项目"]),
        ("抽水蓄能电站项目是全县最大的。", []),
        # Of two parts.
        ("其中之一的棠科生物酶及化学药物产业化基地项目投产。", ["棠科生物酶及化学药物产业化基地项目"]),
        # What is done at a place, and classes.
        ("公司拟在遂昌县建设特种塑料应用项目,分期实施。", ["特种塑料应用项目"]),
        ("遂昌清洁能源项目建设如火如荼。", []),
        ("这是遂昌县第一个百亿投资项目。", []),
        ("全省首个遂昌海上风电扩建项目。", []),
        ("实施遂昌、松阳四大都市区综合枢纽建设工程。", []),
        ("实施国省道改扩建项目。", []),
    ],
)
def test_a_project_is_called_by_more_than_its_kind(text: str, expected: list[str]) -> None:
    assert of(text, without_overlaps(find_projects(text))) == expected


def test_a_firm_that_invests_in_works_names_them() -> None:
    text = "棠峰机械有限公司投资卫生用品生产项目,年内竣工。"
    assert of(text, of_firms(text, [text.index("投资")])) == ["卫生用品生产项目"]
    text = "棠峰机械有限公司投资增长很快,"
    assert of_firms(text, [text.index("投资")]) == []


@pytest.mark.parametrize(
    ("name", "kind", "how", "after", "found"),
    [
        ("棠茗云岭生态工业园", "park", "suffix", "项目建设现场", True),
        ("棠茗云岭生态工业园", "park", "suffix", "项目16个", False),
        ("遂昌经济开发区", "park", "zones", "项目签约", False),
        ("遂昌职业学院云溪校区", "organization", "suffix", "建设项目,", True),
        ("遂昌县经信局", "organization", "suffix", "项目科", False),
    ],
)
def test_the_noun_behind_grounds_and_houses_makes_projects_of_them(
    name: str, kind: str, how: str, after: str, found: bool
) -> None:
    text = name + after
    spans = of_bodies(text, [Span(kind, 0, len(name), name, None, how)])
    assert bool(spans) is found


def test_a_line_names_grounds_and_houses_over_what_describes_them() -> None:
    text = (
        "文旅项目\n遂昌人文博览中心\n项目位于城东,占地8亩。\n2\n麦棠滩文化产业园\n总投资2亿元。\n遂昌山水\n"
    )
    assert of(text, find_set_apart(text, frozenset())) == ["遂昌人文博览中心", "麦棠滩文化产业园"]


@pytest.mark.parametrize(
    ("before", "name", "none"),
    [
        ("集观光、购物于一体的", "欧式休闲乐园", True),
        ("", "抽水蓄能电站项目", True),
        ("是全国首个原址", "海上风电扩建项目", True),
        ("在", "新湖校区建设项目", False),
        ("又", "新引进建设项目", True),
    ],
)
def test_the_tagger_is_not_believed_of_kinds_and_of_what_is_the_first(
    before: str, name: str, none: bool
) -> None:
    text = f"{before}{name},"
    span = Span("project", len(before), len(before) + len(name), name, None, TAGGED)
    assert ordinary(span, 0.9, text) is none


def test_a_project_is_found_again_without_its_phase_though_a_trade_stands_in_it(names: Names) -> None:
    text = "浙江棠澳核电项目一期工程进展顺利,厂房施工持续推进。棠澳核电项目是国家重点项目,总投资约1200亿元。"
    assert "棠澳核电项目" in names("project", text)

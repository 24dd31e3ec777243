"""Projects that a page sets apart in fields and on lines of their own, and the words by which others are none."""

from __future__ import annotations

import pytest

from shanqu.extract.ordinary import ordinary
from shanqu.extract.project_lines import find_set_apart
from shanqu.extract.project_lists import find_listed, find_outputs
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span
from shanqu.extract.weighing import TAGGED


def names(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公示\n一、项目名称:遂昌县年产5万吨特种纸技改项目", ["遂昌县年产5万吨特种纸技改项目"]),
        ("公示\n项目名称:青禾文具年产5亿支铅笔项目", ["年产5亿支铅笔项目"]),
        ("公示\n3项目名称:青禾智慧物流港|建设单位:某某公司", ["青禾智慧物流港"]),
        (
            "清单\n云溪县白水岭引水工程\n52省道云溪县城段改建工程\n",
            ["云溪县白水岭引水工程", "52省道云溪县城段改建工程"],
        ),
        (
            "清单\n云溪县白水岭引水工程\n云溪至青禾公路白水至枫岭段\n",
            ["云溪县白水岭引水工程", "云溪至青禾公路白水至枫岭段"],
        ),
        ("旅游\n2.云山寺景区东扩工程(二期)\n项目总投资额约2亿元。", ["云山寺景区东扩工程(二期)"]),
        ("旅游\n望云居精品民宿群\n项目位于白水镇。", ["望云居精品民宿群"]),
        ("旅游\n望云居精品民宿群\n游客很多。", []),
        ("第一季度\n省重点建设项目\n4个农水项目\n加快推进重大水利工程\n", []),
        ("云溪县白水岭引水工程\n工程今天开工。", []),
    ],
)
def test_a_field_or_a_line_names_a_project_as_a_whole(text: str, expected: list[str]) -> None:
    assert names(text, find_set_apart(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "主要项目有G522(原83省道)云溪至白水段公路改建工程、云溪县枫岭小学工程、青禾商品市场项目(云溪县)等。",
            ["G522(原83省道)云溪至白水段公路改建工程", "云溪县枫岭小学工程", "青禾商品市场项目"],
        ),
        ("集中开工的包括云锦度假酒店项目、青禾房车营地等13个项目。", ["云锦度假酒店项目", "青禾房车营地"]),
        ("该项目与云溪技师学院项目为两校融合项目,占地广、投资多。", []),
    ],
)
def test_a_list_behind_its_word_names_projects(text: str, expected: list[str]) -> None:
    assert names(text, find_listed(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年产40万套汽车内饰件等一批汽车零部件强链补链延链项目签约。", ["年产40万套汽车内饰件"]),
        ("年产3万吨装饰原纸等生产线项目签约。", ["年产3万吨装饰原纸等生产线项目"]),
    ],
)
def test_words_that_count_the_projects_end_the_last_of_them(text: str, expected: list[str]) -> None:
    assert names(text, find_outputs(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("举行振兴“云溪药材”论坛及合作项目签约仪式。", []),
        ("各专题审批比同批“4+1”项目快35天。", []),
        ("云溪小镇开发工程部经理介绍。", []),
        ("有两家消防器材招商项目落地。", []),
        ("宣布遂昌工业园区项目集中开工。", []),
        (
            "总投资8亿元的云岭森林养生度假区正在施工,投资8亿元的云岭养生度假区开工。",
            ["云岭森林养生度假区", "云岭养生度假区"],
        ),
        ("云岭森林养生度假区风景如画。", []),
    ],
)
def test_gatherings_offices_and_comparisons_are_no_projects(text: str, expected: list[str]) -> None:
    assert names(text, find_projects(text)) == expected


@pytest.mark.parametrize(
    ("name", "none"),
    [
        ("康养基地", True),
        ("景区扩建改造", True),
        ("研学基地", True),
        ("华侨文化合作试验区", True),
        ("两家消防器材招商项目", True),
        ("智能工厂项目", False),
        ("云岭康养基地", False),
    ],
)
def test_one_ordinary_word_makes_no_name_of_what_is_built(name: str, none: bool) -> None:
    text = f"规划了{name}。"
    assert ordinary(Span("project", 3, 3 + len(name), name, None, TAGGED), 0.9, text) is none


def test_a_brand_behind_its_place_stays_with_what_it_builds() -> None:
    text = "还有青田县世恒智能制造项目签约。"
    brand = Span("company", 2, 7, "青田县世恒")
    assert "青田县世恒智能制造项目" in names(text, find_projects(text, [brand]))
    text = "还有青田县世恒新材料薄膜制造项目签约。"
    firm = Span("company", 2, 10, "青田县世恒新材料")
    assert names(text, find_projects(text, [firm])) == ["薄膜制造项目"]


def test_the_brand_of_a_firm_stays_with_what_it_builds() -> None:
    text = "上月底江科达动力电池生产基地落户白水镇。"
    firm = Span("company", 3, 6, "江科达")
    assert "江科达动力电池生产基地" in names(text, find_projects(text, [firm]))

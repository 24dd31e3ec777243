"""Parks by names without a noun of their own, by nouns that are new, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌与莲都共建的“义莲飞地”落户企业12家。", ["义莲飞地"]),
        ("开化飞地首批5家企业投产。", ["开化飞地"]),
        ("丽水深圳创新中心正式启用。", ["丽水深圳创新中心"]),
        ("要打造以南棠科创中心与沙枫湖科创园为核心的集聚带。", ["南棠科创中心", "沙枫湖科创园"]),
        ("整合八棠创业园培育市级枫南工业园。", ["八棠创业园", "枫南工业园"]),
        ("公司位于常山县芳村镇未来工业园。", ["未来工业园"]),
        ("我们来到江南新区,只见塔吊林立。", ["江南新区"]),
        ("棠西科创带、棠枫数智湾入驻企业90家。", ["棠西科创带", "棠枫数智湾"]),
        ("他走进东棠国际人才创业街区。", ["东棠国际人才创业街区"]),
        (
            "仙居经济开发区现代医药园新增企业6家。",
            ["仙居经济开发区", "现代医药园"],
        ),
    ],
)
def test_parks_called_in_more_ways(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "丽水飞地经济越做越大,常山飞地模式走向全省。",
        "推介会在棠州市泉港区举行。",
        "衢州市传统产业园区转型升级。",
        "要遵循“生态型都市工业园区”的发展方向。",
        "当地建起四个产业孵化集聚区。",
        "北京创新中心的专家说,省级创新中心不少。",
    ],
)
def test_classes_and_districts_are_no_parks(names: Names, text: str) -> None:
    assert names("park", text) == []


def test_an_enclave_of_two_counties_belongs_to_the_mountain_county(
    reading: Callable[..., Extraction],
) -> None:
    spans = reading("镇海区与龙泉市共建镇龙飞地。").mentions
    assert [one.code for one in spans if one.text == "镇龙飞地"] == ["331181"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("创新创业大赛在棠宁高新区(武汉)离岸科创园区举行。", ["棠宁高新区(武汉)离岸科创园区"]),
        ("佛山高新区高明园将打造科创型园区,工人很多。", ["佛山高新区", "高明园"]),
        ("衢州高新区内公园里,衢州高新区花园式厂房。", ["衢州高新区", "衢州高新区"]),
    ],
)
def test_a_zone_has_grounds_in_brackets_and_parts_of_counties(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("park", text) == expected


def test_whose_firm_it_is_and_whose_office_it_was_stand_before_the_name(names: Names) -> None:
    text = "台企柏枫(吉安)电子有限公司落户,原省社科院院长来调研。"
    assert names("company", text) == ["柏枫(吉安)电子有限公司"]
    assert names("organization", text) == ["省社科院"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "分别为金义新区科棠智造产业园基础设施一期工程项目和城市更新项目。",
            ["金义新区科棠智造产业园基础设施一期工程项目"],
        ),
        (
            "会场设在永康经济开发区老棠工业产业园区及基础设施配套工程现场。",
            ["永康经济开发区老棠工业产业园区及基础设施配套工程"],
        ),
        ("缙云工业园区基础设施项目很多,工业园区项目集中开工。", []),
    ],
)
def test_works_of_grounds_are_projects_by_the_names_of_both(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("project", text) == expected


def test_the_end_of_a_longer_word_ends_no_body(names: Names) -> None:
    assert names("organization", "书记在金华分会场出席。") == []

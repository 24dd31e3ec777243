"""Zones by their committees, short forms, parts and phases, houses that are enclaves, and parks that lie beyond the province."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("龙游经济开发区管委会主任介绍,区内企业212家。", ["龙游经济开发区"]),
        ("三门沿海工业城占地30平方公里。去年,沿海工业城产值85亿元。", ["三门沿海工业城", "沿海工业城"]),
        ("龙游经济开发区高新片区新增规上企业12家。", ["龙游经济开发区高新片区"]),
        ("慈溪—常山山海协作产业园(常山园区)二期封顶。", ["慈溪—常山山海协作产业园(常山园区)"]),
        ("良渚新城和艺尚小镇入驻企业360家。", ["良渚新城", "艺尚小镇"]),
        ("位于滨江区的遂昌科创大厦是遂昌的科创飞地。", ["遂昌科创大厦"]),
        ("走进余杭区“天目云谷大厦”,这里是开化县的科创飞地。", ["天目云谷大厦"]),
    ],
)
def test_parks_found(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在台州市产业平台考核中排名第2。",
        "松阳大厦去年交付业主。",
        "缙云县政府大楼和缙云电力大厦附近有块飞地。",
    ],
)
def test_classes_and_common_houses_are_no_parks(names: Names, text: str) -> None:
    assert names("park", text) == []


def test_what_is_said_of_many_zones_is_no_short_form_of_one(names: Names) -> None:
    text = "宁波国家高新技术产业开发区成立。全省国家高新技术产业开发区增多。"
    assert "国家高新技术产业开发区" not in names("park", text)


def test_the_phase_of_a_parks_part_is_no_project(names: Names) -> None:
    assert names("project", "慈溪—常山山海协作产业园(常山园区)二期封顶。") == []


def test_an_enclave_of_a_kind_is_the_mountain_countys(reading: Reading) -> None:
    facts = reading("鄞州区与衢江区结对。去年开建的鄞衢产业飞地占地1501亩。").facts
    assert [fact.place for fact in facts if fact.indicator == "占地面积"] == ["衢江区"]


@pytest.mark.parametrize(
    "text",
    [
        "近年来,桐乡市与四川茂县共建产业园,总投资4.3亿元。",
        "海宁市与四川省黑水县共建的产业园区,总投资4.3亿元。",
        "镇海区在贵州省晴隆县建设扶贫产业园,总投资4.3亿元。",
        "桐乡·茂县东西部协作产业园总投资4.3亿元。",
        "南浔·广安东西部协作产业园总投资4.3亿元。",
        "桐乡·屏山纺织产业园总投资4.3亿元。",
    ],
)
def test_what_is_built_beyond_the_province_is_no_figure_of_the_partner(reading: Reading, text: str) -> None:
    assert [fact.place for fact in reading(text).facts if fact.indicator == "总投资"] == [None]


def test_those_whom_a_city_helps_have_their_own_figures(reading: Reading) -> None:
    facts = reading("去年,宁波对口协作的凉山11个县人均纯收入达13220元。").facts
    assert {fact.place for fact in facts if fact.kind == "level"} == {None}
    facts = reading("海盐县结对的景宁县去年产值35亿元。").facts
    assert [fact.place for fact in facts if fact.indicator == "产值"] == ["景宁畲族自治县"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2021年,平湖市与四川省石渠县共建飞地园区,园区落户平湖经济技术开发区,总投资8亿元。", "平湖市"),
        ("海曙区与衢江区共建的产业园总投资8亿元。", "海曙区"),
        ("龙泉—上海科创飞地总投资8亿元。", "龙泉市"),
        ("嘉善—庆元—九寨沟“飞地”产业园总投资8亿元。", "庆元县"),
        ("嘉兴—汶川飞地产业园总投资8亿元。", "嘉兴市"),
        ("位于罗阳镇的泰顺(南山)装备智造园总投资8亿元。", "泰顺县"),
        ("嘉善县和四川省九寨沟县结对,嘉善县总投资8亿元建厂。", "嘉善县"),
    ],
)
def test_what_is_built_here_is(reading: Reading, text: str, place: str) -> None:
    assert [fact.place for fact in reading(text).facts if fact.indicator == "总投资"] == [place]

"""Roads, tunnels, lines and waterworks: projects where they are told to be built, nothing but places elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Names = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桐岭至棠溪高铁全线铺轨完成。", ["桐岭至棠溪高铁"]),
        ("省里昨日宣布峨眉至汉源高速公路开工。", ["峨眉至汉源高速公路"]),
        ("交通方面:凉棠公路改造完成投资2400万元。", ["凉棠公路改造"]),
        ("景温高速公路全长60公里,总投资112亿元。", ["景温高速公路"]),
        ("衢景铁路松阳至丽水段开始铺轨。", ["衢景铁路松阳至丽水段"]),
        ("公司中标杭棠温高速改扩建三门段,工期三年。", ["杭棠温高速改扩建三门段"]),
        ("棠山港二期开工建设,新建泊位6个。", ["棠山港二期"]),
        ("110千伏枫口变电站建成投运。", ["110千伏枫口变电站"]),
        ("枫坑水电站增效扩容改造完成。", ["枫坑水电站增效扩容改造"]),
        ("县里推进义龙棠高速公路、龙景高速公路前期工作。", ["义龙棠高速公路", "龙景高速公路"]),
        ("省里谋划新建遂昌北互通。", ["遂昌北互通"]),
        ("G635国道棠坪段主体完工。", ["G635国道棠坪段"]),
    ],
)
def test_ways_are_projects_where_they_are_told_to_be_built(
    names: Names, text: str, expected: list[str]
) -> None:
    assert names("project", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "浙赣铁路、沪昆高速、320国道贯穿全境,交通便利。",
        "全县农村公路建设加快推进,新改建公路120公里。",
        "高速公路建设全面铺开,高铁建设进展顺利。",
        "从丽水高速出口下来,沿330国道行驶十分钟就到。",
        "我县公路建设完成投资3亿元,水库建设完成投资2亿元。",
        "丽水市公路建设加快推进。",
        "水库移民安置工作有序推进。",
        "企业离高铁站10分钟车程,离高速公路出口2公里。",
        "棠溪港开工以来,渔民都来停船。",
        "开化县水库数量多,小水电站清理整改完成。",
    ],
)
def test_roads_that_are_there_and_classes_of_works_are_none(names: Names, text: str) -> None:
    assert names("project", text) == []


def test_a_motorway_is_called_in_short_by_the_same_name(reading: Callable[..., Extraction]) -> None:
    text = "景棠高速公路景宁至文成段传来捷报。景棠高速全长57.8公里,概算121亿元。"
    spans = reading(text).mentions
    found = [(one.text, one.canonical) for one in spans if one.kind == "project"]
    assert ("景棠高速", "景棠高速公路") in found

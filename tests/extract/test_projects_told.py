"""Projects that counts, sums, sites and marks show to be such, whatever they are called, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from extraction import article_of

from shanqu.extract import extract
from shanqu.extract.ordinary import part_of_another
from shanqu.extract.project_counts import find_counted
from shanqu.extract.project_edges import behind_wider, in_short
from shanqu.extract.project_lists import find_listed
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span, without_overlaps
from shanqu.extract.weighing import TAGGED


def of(text: str, spans: Iterable[Span]) -> list[str]:
    return [text[start:end] for start, end in sorted({(span.start, span.end) for span in spans})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集团投资90亿元的光伏铜带、镀锡铜杆、铸造硬质合金3个重大项目签约。", ["光伏铜带", "镀锡铜杆", "铸造硬质合金"]),
        ("集团投资90亿元的光伏铜带、镀锡铜杆4个重大项目签约。", []),
        ("遂昌、松阳、云和3个重点项目开工。", []),
        ("智能制造、新材料2个项目开工。", []),
        ("签约、开工2个项目。", []),
        (
            "已落户的有投资8亿元的云瑞电解锌、投资6亿元的棠富锌业、投资2亿元的青禾钢构等大项目。",
            ["云瑞电解锌", "棠富锌业", "青禾钢构"],
        ),
        ("总投资8亿元的产业项目、总投资6亿元的民生项目开工。", []),
        (
            "其中,云泉铁路棠溪段总投资153亿元、白水文化生态园总投资80亿元。",
            ["云泉铁路棠溪段", "白水文化生态园"],
        ),
        ("产业项目总投资57亿元、基础设施项目总投资24亿元。", []),
        ("包括云峰片区道路改造、青禾数字农场在内的22个项目开工。", ["云峰片区道路改造", "青禾数字农场"]),
        ("包括遂昌、松阳在内的8个县的项目。", []),
    ],
)  # fmt: skip
def test_a_count_or_a_sum_shows_items_to_be_projects(text: str, expected: list[str]) -> None:
    assert of(text, find_counted(text, frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("集中开工活动在云屏中学迁建工程现场举行。", ["云屏中学迁建工程"]),
        ("集中开工活动在重点工程现场举行。", []),
        ("316国道遂昌县城至白水段改造项目竣工。", ["316国道遂昌县城至白水段改造项目"]),
        ("沿316国道,遂昌县城至白水段改造项目竣工。", ["遂昌县城至白水段改造项目"]),
        ("位于白水的山猫能源一体化项目7月投产。", ["山猫能源一体化项目"]),
        ("位于云溪镇的一处新材料项目正在冲刺。", []),
        ("拟将“云家山茶场龙井茶产业集群建设项目”列入计划。", ["云家山茶场龙井茶产业集群建设项目"]),
        ("拟将“重大产业项目”列入计划。", []),
        ("棠龙纺织第四期项目开工。", ["棠龙纺织第四期项目"]),
        ("整个棠灵昆段该项目全长4公里。", []),
        ("“浙里云谷”重点攻坚项目之一开工。", []),
        ("总投资2亿元的青禾钢构等大项目落户。", []),
        ("全年引进招商引资合同项目422项。", []),
        ("民办教育系列工程、城市更新类项目开工。", []),
        ("大力实施农机产业强链补链工程。", []),
    ],
)
def test_where_a_project_lies_and_what_marks_it_tell_its_name(text: str, expected: list[str]) -> None:
    assert of(text, without_overlaps(find_projects(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "项目包括云溪枢纽物流产业园(云溪电商服务中心)、白水农产品冷链物流园(一期交易市场)等。",
            ["云溪枢纽物流产业园", "白水农产品冷链物流园"],
        ),
        ("工程分别是云溪水库灌区、白水引水三期、棠溪流域水资源配置等。", ["云溪水库灌区", "白水引水三期", "棠溪流域水资源配置"]),
        ("先后走访了云溪枢纽物流产业园、白水农产品冷链物流园。", []),
    ],
)  # fmt: skip
def test_a_list_of_projects_may_name_grounds_and_waters(text: str, expected: list[str]) -> None:
    assert of(text, find_listed(text, frozenset())) == expected


def test_a_name_begins_behind_the_province_and_the_city_that_its_county_lies_in() -> None:
    text = "浙江省宁波市宁海县青禾水库"
    assert text[behind_wider(text, 0, len(text)) :] == "宁海县青禾水库"
    assert behind_wider("宁海县青禾水库", 0, 7) == 0
    assert behind_wider("丽水市浙西南科创产业园", 0, 11) == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("遂昌县青禾水厂项目", ["遂昌县青禾水厂", "青禾水厂"]),
        (
            "浙江棠澳核电项目一期工程",
            ["棠澳核电项目", "棠澳核电项目一期", "浙江棠澳核电项目", "浙江棠澳核电项目一期"],
        ),
        ("年产5万套阀门项目", []),
        ("遂昌县改造工程", []),
    ],
)
def test_a_project_is_known_again_in_short(name: str, expected: list[str]) -> None:
    span = Span("project", 0, len(name), name)
    assert sorted(name[one.start : one.end] for one in in_short(name, [span])) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("致力打造中国汽车空调智造基地。", "中国汽车空调智造基地", True),
        ("主要建设研发中心、青禾检测中心。", "青禾检测中心", True),
        ("主要建设研发中心,青禾检测中心开工。", "青禾检测中心", False),
        ("公司斥资建成青禾检测中心。", "青禾检测中心", False),
        ("主要建设青禾检测中心项目。", "青禾检测中心项目", False),
    ],
)
def test_what_a_project_consists_of_and_the_rank_aimed_at_are_no_projects(
    text: str, name: str, part: bool
) -> None:
    at = text.index(name)
    assert part_of_another(Span("project", at, at + len(name), name, None, TAGGED), text) is part


def test_what_a_list_calls_trades_are_no_firms() -> None:
    text = "遂昌周边有复合材料、电机电控、电子软件等产业链上下游企业。\n"
    found = extract(article_of(text)).mentions
    assert {one.text for one in found if one.kind == "industry"} >= {"复合材料", "电机电控", "电子软件"}
    assert not [one for one in found if one.kind == "company"]

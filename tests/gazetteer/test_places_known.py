"""The gazetteer: how many places there are and by which names they answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from shanqu.gazetteer import counties, place_by_code, prefectures, resolve
from shanqu.gazetteer.indicators import row_of
from shanqu.gazetteer.regions import townships
from shanqu.gazetteer.zones import zone_by_name, zones


def test_the_divisions_are_complete() -> None:
    assert (len(counties()), len(prefectures()), len(townships())) == (90, 11, 1387)
    assert sum(place.mountain for place in counties()) == 26


@pytest.mark.parametrize(
    ("name", "county"),
    [
        ("遂昌", "遂昌县"),
        ("suichang", "遂昌县"),
        ("sc", "遂昌县"),
        ("SC", "遂昌县"),
        ("上虞市", "上虞区"),
        ("绍兴县", "柯桥区"),
        ("景宁", "景宁畲族自治县"),
        ("江干区", "上城区"),
        ("丽水", "丽水市"),
        ("yueqing", "乐清市"),
        ("lq", "龙泉市"),
    ],
)
def test_a_place_answers_to_its_names(name: str, county: str) -> None:
    place = resolve(name)
    assert place is not None and place.name == county


@pytest.mark.parametrize("name", ["", "nowhere", "朝阳", "hz"])
def test_an_unknown_or_shared_name_is_nobodys(name: str) -> None:
    assert resolve(name) is None


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("丽水市", "lishui"),
        ("乐清市", "yueqing"),
        ("台州市", "taizhou"),
        ("天台县", "tiantai"),
        ("缙云县", "jinyun"),
        ("嵊州市", "shengzhou"),
        ("莲都区", "liandu"),
        ("鄞州区", "yinzhou"),
    ],
)
def test_readings_that_dictionaries_get_wrong(name: str, pinyin: str) -> None:
    place = resolve(name)
    assert place is not None and place.pinyin == pinyin


def test_membership_has_dates() -> None:
    pingyang = resolve("平阳")
    assert pingyang is not None and pingyang.mountain and pingyang.left == "2024-08"


def test_every_zone_belongs_to_a_known_place() -> None:
    assert all(zone.code is None or place_by_code(zone.code) for zone in zones())
    zone = zone_by_name("丽水经开区")
    assert zone is not None and (zone.name, zone.code) == ("丽水经济技术开发区", "3311")


@pytest.mark.parametrize(
    ("indicator", "label"),
    [
        ("总投资", "总投资"),
        ("招引落地项目数", "项目数"),
        ("规上工业增加值年均增速", "增加值增速"),
        ("排名(温州市内)", "排名"),
        ("累计完成投资目标", "完成投资"),
        ("审批时限(全流程审批)", "审批时限"),
        ("胡柚面积", "农业"),
        ("茶园面积目标", "农业"),
        ("标准厂房面积", "占地与建筑面积"),
        ("林地面积", "占地与建筑面积"),
        ("闻所未闻之数", "闻所未闻之数"),
    ],
)
def test_an_indicator_has_its_row(indicator: str, label: str) -> None:
    assert row_of(indicator).label == label


def test_counties_load_without_heavy_libraries() -> None:
    code = "import sys; from shanqu.gazetteer import counties; counties(); print({'jieba','pypinyin','lxml','textual'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

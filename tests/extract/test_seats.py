"""Whose figures are by what a name is or by where it stands: firms called after a county, counties with tiny names, names
right before a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]


def fact_of(reading: Reading, text: str, form: str) -> Fact:
    """The figure of `text` that is printed as `form`."""
    (fact,) = [one for one in reading(text).facts if form in one.value_text]
    return fact


@pytest.mark.parametrize(
    "text",
    [
        "义乌市工业产值增长3%。武义县文旅集团去年营业收入48亿元。",
        "武义县远帆电气集团来泰顺县考察。泰顺县税收增长3%。远帆电气集团2023年营收48亿元。",
    ],
)
def test_a_firm_called_after_a_county_is_that_countys_wherever_it_is_told_of(
    reading: Reading, text: str
) -> None:
    assert fact_of(reading, text, "48").place == "武义县"


def test_what_such_a_firm_has_elsewhere_is_not_its_own_countys(reading: Reading) -> None:
    assert fact_of(reading, "武义县金帆纸业公司去年在缙云县的产值为48亿元。", "48").place == "缙云县"


def test_a_firm_called_after_a_prefecture_tells_no_county(reading: Reading) -> None:
    text = "遂昌县税收增长3%。丽水市远帆电气集团2023年营收48亿元。"
    assert fact_of(reading, text, "48").place != "丽水市"


def test_the_name_right_before_a_figure_has_it(reading: Reading) -> None:
    text = "26县亩均税收平均18万元,其中最高的缙云县31万元、最低的文成县12万元。"
    assert [fact_of(reading, text, form).place for form in ("31", "12")] == ["缙云县", "文成县"]


def test_a_figure_still_describes_the_place_behind_it(reading: Reading) -> None:
    assert fact_of(reading, "总产值48亿元的缙云县位列其中。", "48").place == "缙云县"


def test_a_county_of_two_characters_is_known_behind_its_city_and_then_again(reading: Reading) -> None:
    text = "宣城市泾县代表团来开化县考察。泾县2023年规上工业总产值48亿元,与开化县相当。"
    extraction = reading(text)
    assert [one.canonical for one in extraction.mentions if one.text == "泾县"] == ["泾县"] * 2
    assert fact_of(reading, text, "48").place is None


def test_two_characters_are_no_county_where_no_city_stands_before_them(reading: Reading) -> None:
    extraction = reading("丽水市各县、邻县和县城的建成县道都很好。")
    assert {one.canonical for one in extraction.mentions if one.kind == "place"} == {"丽水市"}


def test_a_mountain_county_is_no_host_to_the_enclave_of_a_richer_one(reading: Reading) -> None:
    text = (
        "缙云县12个村领到了分红。分红来源于富阳—缙云山海协作“消薄飞地”远帆小微产业园项目投资。"
        "去年11月,缙云县与杭州市富阳区签署山海协作“消薄飞地”远帆小微产业园项目投资协议。依次确定48个村入股,共出资1亿元与富阳区"
        "在该区春江街道经济开发区合作开发项目。随着缙云富阳两地合作的深入,缙云全县村集体收入翻番。"
    )
    assert fact_of(reading, text, "48").place == "缙云县"

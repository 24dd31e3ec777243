"""Figures of enclaves, of places beyond the province, of 全市 and of parts: whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]
Names = Callable[[str, str], list[str]]


def _figures(extraction: Extraction) -> list[Fact]:
    return [fact for fact in extraction.facts if fact.kind not in ("event", "pairing")]


@pytest.mark.parametrize(
    "text",
    [
        "松阳—余姚飞地位于余姚经济开发区,规划面积800亩,开工项目4个。",
        "余姚—松阳飞地位于余姚经济开发区,规划面积800亩,开工项目4个。",
        "余姚市与松阳县共建的“飞地”落户余姚经济开发区,首期用地80亩。飞地已引进企业6家,去年产值2.1亿元。",
    ],
)
def test_an_enclave_is_not_the_county_s_where_it_lies(reading: Reading, text: str) -> None:
    figures = _figures(reading(text))
    assert len(figures) >= 2
    assert {fact.place for fact in figures} == {"松阳县"}


def test_a_zone_without_an_enclave_is_the_county_s_where_it_lies(reading: Reading) -> None:
    text = "松阳企业到余姚投资,落户余姚经济开发区,该开发区去年产值90亿元。"
    assert {fact.place for fact in _figures(reading(text))} == {"余姚市"}


def test_a_shared_enclave_ends_at_its_first_noun(names: Names) -> None:
    text = "松阳—余姚飞地落户余姚滨海经济开发区。"
    assert names("park", text)[0] == "松阳—余姚飞地"


def test_the_whole_city_is_the_one_that_the_sentence_names(reading: Reading) -> None:
    text = "缙云县引进项目17个。义乌市经信局局长何晓说,义乌缺的是地,全市工业用地利用率达95%。"
    assert _figures(reading(text))[-1].place == "义乌市"
    text = "缙云县引进项目17个,全市排名第二。缙云县招商干劲足,全市实到外资3亿美元。"
    assert _figures(reading(text))[-1].place == "丽水市"


def test_a_part_is_of_the_place_of_its_whole(reading: Reading) -> None:
    text = "项目部设在三门县海游街道。椒江区规上工业产值310亿元,增长5%,其中缝纫机行业增长8.2%。三门县的事与椒江无关。"
    assert {fact.place for fact in _figures(reading(text))} == {"椒江区"}
    text = "金华市新增企业620家,其中磐安县15家。"
    assert [fact.place for fact in _figures(reading(text))] == ["金华市", "磐安县"]


def test_firms_brought_from_a_county_are_not_its_own(reading: Reading) -> None:
    text = "武义、磐安都在承接外溢:武义去年引进永康企业43家。"
    assert [fact.place for fact in _figures(reading(text))] == ["武义县"]
    text = "武义学永康,永康去年引进企业43家。"
    assert [fact.place for fact in _figures(reading(text))] == ["永康市"]


def test_a_zone_beyond_the_province_is_no_county_s(reading: Reading) -> None:
    text = "安徽省宁国市与浙江省安吉县相连。宁国经济技术开发区去年实现产值420亿元;安吉经济开发区产值388亿元。"
    one, other = _figures(reading(text))
    assert (one.place, one.scope, one.subject) == (None, "zone", "宁国经济技术开发区")
    assert other.place == "安吉县"


def test_a_county_beyond_goes_by_its_short_name_once_named_in_full(names: Names) -> None:
    text = "四川省广元市青川县种起了白茶。安吉县派人到青川教技术,青川镇没有去。"
    assert names("place", text).count("青川") == 1
    assert "青川" not in names("place", "安吉县派人到青川教技术。")
    text = "海南省东方市的人来学习,东方欲晓时他们已到安吉县。"
    assert "东方" not in names("place", text)


def test_a_city_does_not_begin_with_the_end_of_a_town(names: Names) -> None:
    assert "镇江" not in names("place", "安吉县沙州镇江边村种茶。")
    assert "镇江" in names("place", "茶苗运到江苏镇江和安吉县。")


def test_two_places_are_no_firm(names: Names) -> None:
    assert names("company", "茶苗捐给了湖南古丈、贵州普安等地。") == []


def test_a_dash_between_a_county_and_its_own_park_joins_nothing(names: Names) -> None:
    text = "两地的伙伴是泰顺县——泰顺山海协作“消薄飞地”就在这里。"
    assert not any("——" in name for name in names("park", text))

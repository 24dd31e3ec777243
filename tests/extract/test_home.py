"""What the medium of a page tells of the places that its text does not name."""

from __future__ import annotations

import pytest

from shanqu.clean import clean
from shanqu.extract import extract
from shanqu.model import Extraction, Page

BODY = "连日来，{}紫竹小微企业创业园项目正加班加点赶进度。该项目总投资10.8亿元，总用地面积230.9亩，一期厂房已经结顶。"


def read(source: str, body: str) -> Extraction:
    text = f"紫竹小微园赶工忙\n2019年04月17日 10:03:59 来源：{source}\n{body}\n"
    return extract(clean(Page("p", text, "utf-8", "")))


def places(found: Extraction) -> set[str | None]:
    return {fact.place for fact in found.facts if fact.value is not None}


def test_a_township_is_that_of_the_county_whose_paper_tells_of_it() -> None:
    found = read("平阳新闻网", BODY.format("万全镇"))
    assert [mention.canonical for mention in found.mentions if mention.kind == "place"] == ["平阳县万全镇"]
    assert places(found) == {"平阳县"}


def test_our_county_is_that_of_its_paper() -> None:
    assert places(read("今日常山", BODY.format("我县"))) == {"常山县"}


def test_our_city_is_that_of_its_paper() -> None:
    assert places(read("丽水日报", BODY.format("我市"))) == {"丽水市"}
    assert places(read("丽水日报", BODY.format("某县"))) == {None}
    central = "我市企业受益。2021年至2025年，中央财政累计安排100亿元以上奖补资金。"
    assert places(read("丽水日报", central)) == {None}


def test_our_county_is_that_of_the_office_that_signs() -> None:
    signed = BODY.format("我县") + "\n(松阳县统计局 叶雯)"
    assert places(read("统计快报", signed)) == {"松阳县"}
    assert places(read("统计快报", BODY.format("当地") + "\n(松阳县统计局 叶雯)")) == {None}
    assert places(read("平阳新闻网", signed)) == {"平阳县"}


@pytest.mark.parametrize("source", ["浙江日报", "平阳新闻网"])
def test_a_paper_lends_its_county_to_nobody_who_does_not_speak_of_it(source: str) -> None:
    assert places(read(source, BODY.format("某地"))) == {None}


def test_a_county_that_the_text_names_is_not_that_of_the_paper() -> None:
    assert places(read("平阳新闻网", BODY.format("遂昌县"))) == {"遂昌县"}

"""Whose a figure is, of when, how wide and of what, where no rule alone can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.choosing import Option, best, weights
from shanqu.model import Extraction, Fact

Reading = Callable[[str], Extraction]


def one(extraction: Extraction, value: str) -> Fact:
    """The only fact with a value."""
    found = [fact for fact in extraction.facts if fact.value_text == value]
    assert len(found) == 1, extraction.facts
    return found[0]


def test_the_option_whose_signs_weigh_most_is_chosen() -> None:
    sign = max(weights()["place"], key=lambda name: weights()["place"][name])
    assert best("place", [Option("a", ["no such sign"]), Option("b", [sign])]) == "b"


def test_of_options_that_weigh_the_same_the_first_is_chosen() -> None:
    assert best("place", [Option("a", []), Option("b", ["no such sign"])]) == "a"


def test_without_options_there_is_no_choice() -> None:
    with pytest.raises(ValueError, match="empty"):
        best("place", [])


def test_an_office_names_the_county_whose_figures_it_gives(reading: Reading) -> None:
    text = "松阳县经信局通报了上半年工业运行情况。规上工业企业实现产值86.3亿元,同比增长7.2%。"
    assert one(reading(text), "86.3亿元").place == "松阳县"


def test_the_whole_city_is_the_prefecture_of_the_county_spoken_of(reading: Reading) -> None:
    text = "青田县规上工业增加值52.1亿元,增长8.8%。同期,全市规上工业增加值达到512.4亿元。"
    facts = reading(text)
    assert (one(facts, "52.1亿元").place, one(facts, "512.4亿元").place) == ("青田县", "丽水市")


def test_a_county_is_carried_over_paragraphs(reading: Reading) -> None:
    text = (
        "“山里也能造机床。”在缙云县壶镇镇,老厂长指着新车间说。\n"
        "几年来,产业链越接越长。去年,全县机床装备产业产值126.4亿元。\n"
        "今年一季度,新签约项目11个。"
    )
    assert [fact.place for fact in reading(text).facts] == ["缙云县", "缙云县"]


def test_figures_of_a_firm_stay_the_firms_over_sentences(reading: Reading) -> None:
    text = "浙江云杉泵业有限公司位于永嘉县。公司现有员工320人。去年,企业实现产值4.1亿元。"
    facts = reading(text)
    assert {one(facts, "320人").scope, one(facts, "4.1亿元").scope} == {"company"}


def test_an_amount_after_another_place_is_of_the_same_measure(reading: Reading) -> None:
    facts = reading("2023年规上工业增加值,平阳县142.6亿元、苍南县78.9亿元。").facts
    assert [(fact.place, fact.value) for fact in facts] == [
        ("平阳县", 14_260_000_000),
        ("苍南县", 7_890_000_000),
    ]
    assert len({fact.indicator for fact in facts}) == 1


def test_a_number_that_measures_nothing_is_left_out(reading: Reading) -> None:
    assert reading("遂昌县会议室在3号楼,出席者每人发了2本书。").facts == ()


def test_what_many_counties_have_is_not_given_to_the_one_that_is_named_later(reading: Reading) -> None:
    text = (
        "当前,山区26县拥有18个开发区。\n景宁县竞得土地的企业来了。景宁县新签约项目3个。景宁县财政收入8亿元。"
    )
    assert one(reading(text), "18个").place is None


def test_a_county_named_only_later_owns_what_the_county_is_said_to_have(reading: Reading) -> None:
    text = "全县新签约项目3个。\n仙居县的医疗器械产业由此起步。"
    assert one(reading(text), "3个").place == "仙居县"

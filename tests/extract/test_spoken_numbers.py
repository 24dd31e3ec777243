"""Numbers as people say them: two digits for a range, a round number without its digit, and the hedges of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.numbers import spoken_range
from shanqu.model import Extraction

Reading = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("两三千", (2000, 3000)),
        ("二三十万", (200_000, 300_000)),
        ("三五千", (3000, 5000)),
        ("一两亿", (1e8, 2e8)),
        ("十七八", (17, 18)),
        ("一百二三十", (120, 130)),
        ("一百五六", (150, 160)),
        ("两万三四千", (23_000, 24_000)),
    ],
)
def test_two_digits_side_by_side_are_a_range(text: str, ends: tuple[float, float]) -> None:
    assert spoken_range(text) == ends


@pytest.mark.parametrize(
    "text", ["二〇二五", "二五", "三二", "二十三", "一百二十", "三千五百", "五五", "二三四"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert spoken_range(text) is None


@pytest.mark.parametrize(
    ("text", "told", "low", "high"),
    [
        ("云和县的茶厂年产值三四百万元。", "三四百万元", 3_000_000, 4_000_000),
        ("云和县的菇棚年产量四五十吨。", "四五十吨", 40, 50),
        ("云和县有民宿七八十家。", "七八十家", 70, 80),
        ("云和县山地面积占全县的七八成。", "七八成", 70, 80),
    ],
)
def test_a_figure_told_as_a_range_has_limits_and_no_one_value(
    reading: Reading, text: str, told: str, low: float, high: float
) -> None:
    (fact,) = reading(text).facts
    assert (fact.value_text, fact.value, fact.value_low, fact.value_high) == (told, None, low, high)


@pytest.mark.parametrize("text", ["云和县有两三家企业。", "云和县村口有三五家企业。"])
def test_a_few_are_no_figure(reading: Reading, text: str) -> None:
    assert reading(text).facts == ()


@pytest.mark.parametrize(
    ("text", "told", "value", "low", "high", "hedge"),
    [
        ("云和县百余家企业入驻。", "百余家", 100, 100, 200, "余"),
        ("云和县香榧林种植面积千余亩。", "千余亩", 1000, 1000, 2000, "余"),
        ("云和县共流转土地万余亩。", "万余亩", 10_000, 10_000, 20_000, "余"),
        ("云和县的玩具厂员工百把人。", "百把人", 100, 100, 200, "把"),
        ("云和县的民宿年收入小二十万元。", "小二十万元", 200_000, None, 200_000, "小"),
        ("云和县的民宿年收入差不多40万元。", "差不多40万元", 400_000, None, None, "差不多"),
    ],
)
def test_hedges_of_speech(
    reading: Reading, text: str, told: str, value: float, low: float | None, high: float | None, hedge: str
) -> None:
    (fact,) = reading(text).facts
    assert (fact.value_text, fact.value, fact.value_low, fact.value_high, fact.hedge) == (
        told,
        value,
        low,
        high,
        hedge,
    )


@pytest.mark.parametrize(
    "text", ["云和县百家企业进村。", "云和县的万亩茶园。", "云和县数万余人。", "云和县的百多年老店。"]
)
def test_round_numbers_that_are_names_stay_none(reading: Reading, text: str) -> None:
    assert reading(text).facts == ()


def test_the_end_of_another_word_is_no_hedge(reading: Reading) -> None:
    (fact,) = reading("云和县各大小一百家企业。").facts
    assert (fact.value_text, fact.hedge) == ("一百家", None)

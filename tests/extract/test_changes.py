"""Of which years figures are between which something changed."""

from __future__ import annotations

from collections.abc import Callable

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def _years(found: Extraction) -> dict[str, str | None]:
    return {fact.value_text: fact.period_norm for fact in found.facts}


def test_later_changes_of_a_paragraph_are_between_the_years_of_the_first(reading: Reading) -> None:
    found = reading(
        "云和县生产总值从2013年的52亿元增至2018年的86亿元。财政总收入由6亿元提高到11亿元,税收从4亿元增加到7亿元。"
    )
    years = {
        "52亿元": "2013",
        "86亿元": "2018",
        "6亿元": "2013",
        "11亿元": "2018",
        "4亿元": "2013",
        "7亿元": "2018",
    }
    assert _years(found) == years


def test_a_year_said_in_between_ends_that(reading: Reading) -> None:
    found = reading("云和县生产总值从2013年的52亿元增至2018年的86亿元。2019年,全县税收从4亿元增至7亿元。")
    assert _years(found)["4亿元"] != "2013"


def test_a_figure_that_no_change_begins_with_keeps_its_year(reading: Reading) -> None:
    found = reading("云和县生产总值从2013年的52亿元增至2018年的86亿元。2017年财政总收入11亿元,税收7亿元。")
    assert _years(found)["7亿元"] == "2017"

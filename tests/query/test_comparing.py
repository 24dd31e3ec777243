"""Counties side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.model import Fact
from shanqu.query import Cell, Comparison, Library, find_county
from shanqu.query.tables import as_csv, as_html, as_markdown, as_records

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
SHANGYU = ("place", "上虞", "上虞区", "330604")
LISHUI = ("place", "丽水", "丽水市", "3311")
PARK = ("park", "遂昌经济开发区", "遂昌经济开发区", "331123")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
OTHER = ("company", "丙丁化工", "丙丁化工", None)
_TEXT = "遂昌与上虞结对协作。甲乙纸业在丽水遂昌投资16亿元!丙丁化工很大。遂昌经济开发区扩建。"


def _fact(value: str, **more: object) -> Fact:
    start = _TEXT.index("16亿元")
    fields = {"indicator": "总投资", "kind": "level", "sentence": "…", "code": "331123", **more}
    return Fact(start, start + 4, value, sentence_start=10, sentence_end=26, **fields)  # type: ignore[arg-type]


def _cell(comparison: Comparison, label: str, column: int = 0) -> Cell:
    (row,) = [row for row in comparison.rows if row.label == label]
    return row.cells[column]


@pytest.fixture
def compare(put: Callable[..., int], library_dir: Path) -> Callable[..., Comparison]:
    def build(*facts: Fact, copies: int = 1) -> Comparison:
        for copy in range(copies):
            put(_TEXT, f"/{copy}", SUICHANG, SHANGYU, LISHUI, PARK, FIRM, OTHER, title="题", facts=facts)
        with Library.open(library_dir) as library:
            return library.compare(["331123", "330604"])

    return build


def test_the_columns_are_the_counties_asked_for(compare: Callable[..., Comparison]) -> None:
    comparison = compare()
    assert [(one.name, one.mountain) for one in comparison.counties] == [("遂昌县", True), ("上虞区", False)]


def test_names_need_the_county_in_their_sentence_or_in_their_name(compare: Callable[..., Comparison]) -> None:
    comparison = compare()
    (firm,) = _cell(comparison, "企业").values
    assert (firm.text, firm.evidence.text) == ("甲乙纸业", "甲乙纸业在丽水遂昌投资16亿元!")
    assert [value.text for value in _cell(comparison, "园区").values] == ["遂昌经济开发区"]
    assert _cell(comparison, "企业", 1).values == ()


def test_a_figure_leads_to_its_sentence_and_says_how_to_read_it(compare: Callable[..., Comparison]) -> None:
    fact = _fact("16亿元", subject="纸业扩产", period="去年", scope="project", status="forecast", hedge="约")
    (value,) = _cell(compare(fact), "总投资").values
    assert (value.text, value.note) == ("16亿元", "纸业扩产 去年(未定年) 项目 预计 约")
    assert value.evidence.text == "甲乙纸业在丽水遂昌投资16亿元!"
    assert [value.evidence.text[start:end] for start, end in value.evidence.hits] == ["16亿元"]


def test_a_dated_actual_figure_of_the_county_needs_no_words(compare: Callable[..., Comparison]) -> None:
    (value,) = _cell(compare(_fact("16亿元", period="2020年", period_norm="2020")), "总投资").values
    assert value.note == "2020年"


def test_what_is_said_already_is_not_said_again(compare: Callable[..., Comparison]) -> None:
    facts = (
        _fact("16亿元", subject="纸业项目", scope="project", status="forecast", hedge="预计"),
        _fact("16亿", subject="遂昌县"),
    )
    assert [value.note for value in _cell(compare(*facts), "总投资").values] == ["纸业项目 预计", ""]


def test_an_indicator_told_more_closely_stands_in_the_row_of_its_kind(
    compare: Callable[..., Comparison],
) -> None:
    (value,) = _cell(compare(_fact("36天", indicator="审批时限(签约到开工)")), "审批时限").values
    assert value.note == "审批时限(签约到开工)"


def test_an_indicator_under_another_label_is_named(compare: Callable[..., Comparison]) -> None:
    (value,) = _cell(compare(_fact("16亿元", indicator="投资额")), "总投资").values
    assert value.note == "投资额"


def test_a_figure_that_no_row_is_made_for_is_still_shown(compare: Callable[..., Comparison]) -> None:
    (value,) = _cell(compare(_fact("16座", indicator="闻所未闻之数")), "其他数字").values
    assert (value.text, value.note) == ("16座", "闻所未闻之数")


def test_reprints_count_once(compare: Callable[..., Comparison]) -> None:
    comparison = compare(_fact("16亿元"), copies=3)
    assert _cell(comparison, "文章数").values[0].text == "1"
    assert _cell(comparison, "文章数").texts == 1
    assert len(_cell(comparison, "总投资").values) == 1
    assert _cell(comparison, "总投资").texts == 1


def test_partners_are_other_places_in_a_sentence_on_cooperation(compare: Callable[..., Comparison]) -> None:
    comparison = compare()
    for column, partner in ((0, "上虞区"), (1, "遂昌县")):
        (value,) = _cell(comparison, "结对与山海协作", column).values
        assert (value.text, value.evidence.text) == (partner, "遂昌与上虞结对协作。")


def test_rows_of_figures_are_shown_only_where_something_is_said(compare: Callable[..., Comparison]) -> None:
    assert [row.label for row in compare().rows] == [
        "文章数", "产业", "园区", "企业", "项目", "人物", "结对与山海协作",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["遂昌县", "遂昌", "suichang", "sc"])
def test_counties_are_found_by_any_of_their_names(name: str) -> None:
    assert find_county(name) == "331123"


def test_what_is_no_county_is_not_found() -> None:
    assert find_county("浙江省") is None and find_county("巴黎") is None


def test_records_hold_every_value_with_its_evidence(compare: Callable[..., Comparison]) -> None:
    records = [one for one in as_records(compare(_fact("16亿元"))) if one["label"] == "总投资"]
    assert [(one["county"], one["texts"], len(one["values"])) for one in records] == [
        ("遂昌县", 1, 1),
        ("上虞区", 0, 0),
    ]
    assert list(records[0]["values"][0]) == [
        "text", "note", "article", "title", "site", "published", "sentence", "start", "end",
    ]  # fmt: skip


def test_tables_escape_what_their_format_would_obey(compare: Callable[..., Comparison]) -> None:
    comparison = compare(_fact("=<b>|16*"))
    assert "'=<b>|16*" in as_csv(comparison)
    assert r"=\<b\>\|16\*" in as_markdown(comparison)
    assert "=&lt;b&gt;|16*" in as_html(comparison)

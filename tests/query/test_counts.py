"""Counts that are drawn, and reading tools over the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.query import Library
from shanqu.text.width import text_width

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
TRADE = ("industry", "造纸业", "造纸业", None)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    put("遂昌的造纸业很强,甲乙纸业在遂昌。", "/1", SUICHANG, FIRM, TRADE, published="2021-07-01")
    put("造纸业要靠甲乙纸业,遂昌的造纸业要变强。", "/2", SUICHANG, FIRM, TRADE, published="2023")
    put("哪里都有造纸业。", "/3", TRADE)
    with Library.open(library_dir) as opened:
        yield opened


def test_years_have_no_gap_and_the_unknown_ones_come_last(library: Library) -> None:
    table = library.years(["331123"])
    assert (table.column_keys, table.counts) == (("2021", "2022", "2023"), ((1, 0, 1),))


def test_a_term_is_counted_by_county_and_year(library: Library) -> None:
    table = library.frequency("造纸业")
    assert dict(zip(table.row_keys, table.counts, strict=True)) == {
        "331123": (1, 0, 2, 0),
        "": (0, 0, 0, 1),
    }


def test_industries_are_counted_by_county(library: Library) -> None:
    table = library.county_industries()
    assert (table.rows, table.columns, table.counts) == (("遂昌县",), ("造纸业",), ((2,),))


def test_pairs_are_named_in_one_sentence(library: Library) -> None:
    found = {(pair.first_name, pair.second_name): pair.texts for pair in library.pairs()}
    assert found[("遂昌县", "甲乙纸业")] == 2
    firm = library.find_entity("甲乙纸业")
    assert firm is not None
    assert {pair.second_name for pair in library.neighbours(firm, ["industry"])} == {"造纸业"}


def test_concordance_lines_are_aligned_and_lead_back_to_the_page(library: Library) -> None:
    lines = library.kwic("造纸业", cells=8)
    assert len(lines) == 4
    assert {text_width(line.left) for line in lines} == {text_width(line.right) for line in lines} == {8}
    page = library.article(lines[0].article).article.page.text
    assert page[lines[0].ref.start : lines[0].ref.end] == "造纸业"


def test_concordance_lines_sort_by_their_neighbours(library: Library) -> None:
    rights = [line.right.strip() for line in library.kwic("造纸业", cells=8, sort="right")]
    assert rights == sorted(rights)
    lefts = [line.left.strip()[::-1] for line in library.kwic("造纸业", cells=8, sort="left")]
    assert lefts == sorted(lefts)


def test_a_concordance_of_an_entity_has_all_its_mentions(library: Library) -> None:
    place = library.find_entity("遂昌")
    assert place is not None
    assert [line.hit for line in library.kwic_of(place)] == ["遂昌"] * 3


def test_collocates_name_their_measure(library: Library) -> None:
    found = library.collocates("造纸业", span=20)
    assert (found.measure, found.hits) == ("logDice", 4)
    assert {word.text for word in found.words} == {"遂昌县", "甲乙纸业"}


def test_an_entity_is_counted_and_has_neighbours_by_all_its_names(library: Library) -> None:
    trade, place = library.find_entity("造纸业"), library.find_entity("遂昌")
    assert trade is not None and place is not None
    table = library.frequency("遂昌县", entity=place)
    assert (table.row_keys, table.column_keys, table.counts) == (
        ("331123",),
        ("2021", "2022", "2023"),
        ((2, 0, 1),),
    )
    assert sum(map(sum, table.counts)) == library.kwic_number("", place, 99)
    assert library.frequency("遂昌县").rows == ()
    found = library.collocates("遂昌县", span=20, entity=place)
    assert found.hits == 3 and {word.text for word in found.words} == {"造纸业", "甲乙纸业"}


def test_nothing_is_found_of_nothing(library: Library) -> None:
    assert library.kwic(" ") == [] and library.collocates("").words == () and library.frequency("").rows == ()

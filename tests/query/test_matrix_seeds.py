"""The matrix of the sample articles: every core figure of the gold, and a sentence behind every value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from comparison import build

from shanqu.gazetteer.indicators import row_of
from shanqu.indexing import add
from shanqu.query import Library, parse
from shanqu.query.matrix import refs
from shanqu.query.matrix_shapes import MatrixRow

ROOT = Path(__file__).parents[2]
GOLD = tuple(json.loads(line) for line in (ROOT / "tests/gold/facts.jsonl").read_text("utf-8").splitlines())
PLACES = tuple(dict.fromkeys(fact["place"] for fact in GOLD if fact["core"] and fact["place"]))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    directory = tmp_path_factory.mktemp("seeds")
    add([ROOT / "seeds"], directory)
    with Library.open(directory) as opened:
        yield opened


def _spans(library: Library, place: str) -> dict[str, set[tuple[str, int, int]]]:
    """For each row where its figures stand: the number of the seed, and the span of the page."""
    key = library.find_column(place)
    assert key is not None
    names = {id: Path(library.article(id).article.page.path).name[:3] for id in library.search(parse(""))}
    return {
        row.label: {
            (names[ref.article], ref.start, ref.end)
            for figure in library.cell([key], row.key, 0).figures
            for ref in figure.refs
        }
        for row in library.matrix([key]).rows
    }


@pytest.mark.parametrize("place", PLACES)
def test_core_figures_stand_in_the_row_where_a_reader_looks(library: Library, place: str) -> None:
    found = _spans(library, place)
    missed = [
        (fact["indicator"], fact["value_text"])
        for fact in GOLD
        if fact["core"] and fact["place"] == place
        if not any(
            doc == fact["doc"] and start < fact["end"] and fact["start"] < end
            for doc, start, end in found.get(row_of(fact["indicator"]).label, ())
        )
    ]
    assert missed == []


def _opened(library: Library, keys: list[str], row: MatrixRow, at: int) -> list[str]:
    """The sentences that Enter shows on a cell."""
    cell = row.cells[at]
    found = library.cell_refs(keys, row.key, at) if cell.more else refs(cell)
    return [sentence.text for sentence in library.sentences(found)]


def _walk(library: Library) -> tuple[int, list[tuple[str, str, str]]]:
    """How many values all matrices of a library hold, and those without a sentence that prints them: among those of the

    value itself, and among those that Enter shows, where there is room for all values of the cell.
    """
    keys = [column.key for column in library.columns() if column.articles]
    values, missing = 0, []
    for first in range(0, len(keys), 6):
        matrix = library.matrix(keys[first : first + 6])
        for row in matrix.rows:
            for at, (column, cell) in enumerate(zip(matrix.columns, row.cells, strict=True)):
                asked = [one.key for one in matrix.columns]
                opened = _opened(library, asked, row, at)
                whole = library.cell(asked, row.key, at) if cell.more else cell
                # What is shown stands among all that there is.
                assert {one.text for one in cell.figures} <= {one.text for one in whole.figures}
                for figure in whole.figures:
                    values += 1
                    shown = [sentence.text for sentence in library.passages(figure.refs)]
                    if not all(any(figure.text in one for one in found) for found in (shown, opened)):
                        missing.append((column.name, row.label, figure.text))
                named = library.passages(cell.named)
                assert bool(named) is (cell.state == "unvalued"), (column.name, row.label)
    return values, missing


def test_every_value_of_every_place_is_printed_in_a_sentence(library: Library) -> None:
    values, missing = _walk(library)
    assert values > 200
    assert missing == []


def test_every_value_of_a_made_up_library_is_printed_in_a_sentence(tmp_path: Path) -> None:
    build(tmp_path, 60)
    with Library.open(tmp_path) as opened:
        values, missing = _walk(opened)
    assert values > 1000
    assert missing == []


def test_no_row_of_the_core_figures_is_the_last_resort() -> None:
    named = [fact["indicator"] for fact in GOLD if fact["core"] and fact["place"]]
    assert [name for name in named if row_of(name).group.startswith("其他")] == []


def test_the_sentences_of_a_cell_are_found_in_the_order_of_its_figures(library: Library) -> None:
    places = [place.key for place in library.columns() if place.articles]
    cells = [
        (place, row.key) for place in places for row in library.matrix([place]).rows if row.cells[0].figures
    ]
    assert len(cells) > 100
    for place, row in cells:
        assert library.cell_refs([place], row, 0) == refs(library.cell([place], row, 0)), (place, row)

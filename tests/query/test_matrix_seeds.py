"""The matrix of the sample articles: every core figure of the gold, and a sentence behind every value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from shanqu.gazetteer.indicators import row_of
from shanqu.indexing import add
from shanqu.query import Library, parse

ROOT = Path(__file__).parents[2]
PLACES = ("平阳县", "仙居县", "遂昌县", "丽水市", "衢州市", "上虞区")
OTHERS = ("景宁畲族自治县", "龙游县", "丽水经济技术开发区", "杭州湾上虞经济技术开发区")


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
    gold = (json.loads(line) for line in (ROOT / "tests/gold/facts.jsonl").read_text("utf-8").splitlines())
    missed = [
        (fact["indicator"], fact["value_text"])
        for fact in gold
        if fact["core"] and fact["place"] == place
        if not any(
            doc == fact["doc"] and start < fact["end"] and fact["start"] < end
            for doc, start, end in found.get(row_of(fact["indicator"]).label, ())
        )
    ]
    assert missed == []


@pytest.mark.parametrize("place", PLACES + OTHERS)
def test_every_value_is_printed_in_its_sentence(library: Library, place: str) -> None:
    key = library.find_column(place)
    assert key is not None
    matrix = library.matrix([key, "331022"])
    values = 0
    for row in matrix.rows:
        for cell in row.cells:
            for figure in cell.figures:
                values += 1
                shown = library.passages(figure.refs)
                assert shown and figure.text in shown[0].text, (row.label, figure.text)
    assert values


def test_no_row_of_the_core_figures_is_the_last_resort() -> None:
    gold = (json.loads(line) for line in (ROOT / "tests/gold/facts.jsonl").read_text("utf-8").splitlines())
    named = [fact["indicator"] for fact in gold if fact["core"] and fact["place"]]
    assert [name for name in named if row_of(name).group.startswith("其他")] == []

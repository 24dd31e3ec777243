"""All articles in order, looked up only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.query import Library, parse
from shanqu.query import everything as windows
from shanqu.store.writer import Store

_DATES = (None, "2021", "2021-06", "2021-06-03", "2023-11-15", "--09-28")


@pytest.fixture
def library(put: Callable[..., int], store: Store, library_dir: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(windows, "_WINDOW", 4)
    for number in range(23):
        put("遂昌县。", f"/{number}", published=_DATES[number % len(_DATES)])
    with Library.open(library_dir) as opened:
        yield opened


def test_it_is_the_list_of_all_in_order(library: Library) -> None:
    order = library.search(parse(""))
    found = library.everything()
    assert list(found) == list(order)
    assert [found[at] for at in range(len(order) - 1, -1, -1)] == list(reversed(order))
    assert (found[-1], found[5:8]) == (order[-1], list(order[5:8]))
    with pytest.raises(IndexError):
        found[len(order)]


def test_the_place_of_each_is_counted(library: Library) -> None:
    order = library.search(parse(""))
    found = library.everything()
    assert [found.index(id) for id in order] == list(range(len(order)))
    with pytest.raises(ValueError):
        found.index(99)


def test_what_has_been_taken_out_meanwhile_is_no_article(library: Library, store: Store) -> None:
    order = library.search(parse(""))
    found = library.everything()
    with store.transaction():
        for id in order[:3]:
            store.delete(id)
    assert [found[at] for at in range(len(order) - 3, len(order))] == [0, 0, 0]
    assert library.rows([0]) == []

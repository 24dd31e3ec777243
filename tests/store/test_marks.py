"""The marks of reprints: in whichever table they are, they are found, counted and taken away."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator

import pytest

from shanqu.store import marks
from shanqu.store.writer import Store

_CROWD = 4
_ANY_HASH = 1 << 32


@pytest.fixture
def connection(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    monkeypatch.setattr(marks, "FULL", 30)
    found = store._connection
    found.execute("BEGIN")
    yield found
    found.rollback()


def _number(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _leave_many(connection: sqlite3.Connection, articles: range) -> dict[int, set[int]]:
    """Mark articles at random, moving on after each as an import does; what each was marked with."""
    dice = random.Random(articles.start)
    left = {}
    for article in articles:
        left[article] = {dice.randrange(_ANY_HASH) for _ in range(10)}
        marks.leave(connection, article, left[article], _CROWD)
        marks.move_on(connection)
    return left


def test_marks_are_found_wherever_they_have_moved(connection: sqlite3.Connection) -> None:
    left = _leave_many(connection, range(1, 101))
    assert all(_number(connection, table) for table in ("mark", "mark_waiting", "mark_new"))
    assert sum(_number(connection, table) for table in ("mark", "mark_waiting", "mark_new")) == 1000
    for article, hashes in left.items():
        assert marks.shared(connection, hashes) == {article: 10}


def test_a_small_table_that_is_not_full_stays_as_it_is(connection: sqlite3.Connection) -> None:
    marks.leave(connection, 1, range(29), _CROWD)
    marks.move_on(connection)
    assert _number(connection, "mark_new") == 29
    marks.leave(connection, 2, [7], _CROWD)
    marks.move_on(connection)
    assert _number(connection, "mark_new") == 0
    assert marks.shared(connection, [7, 8]) == {1: 2, 2: 1}


def test_marks_are_taken_away_wherever_they_have_moved(connection: sqlite3.Connection) -> None:
    left = _leave_many(connection, range(1, 101))
    for article, hashes in left.items():
        marks.wipe(connection, article, hashes)
    assert not any(_number(connection, table) for table in ("mark", "mark_waiting", "mark_new"))


def test_the_crowd_of_a_mark_is_counted_over_all_tables(connection: sqlite3.Connection) -> None:
    for article in range(1, 10):
        marks.leave(connection, article, [5], _CROWD)
        _leave_many(connection, range(100 * article, 100 * article + 20))
    assert set(marks.shared(connection, [5])) == {1, 2, 3, 4}


def test_an_article_that_is_marked_again_has_each_mark_once(connection: sqlite3.Connection) -> None:
    left = _leave_many(connection, range(1, 61))
    for article, hashes in left.items():
        marks.leave(connection, article, hashes, _CROWD)
        marks.move_on(connection)
        assert marks.shared(connection, hashes) == {article: 10}

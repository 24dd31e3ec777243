"""Reprints among many articles: excerpts are found, crowds of copies cost no more than a few."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest

from shanqu.store import reprints
from shanqu.store.writer import Store
from shanqu.text.sketches import containment, is_whole, sampled, sketch


def story(seed: int, sentences: int = 60) -> str:
    dice = random.Random(seed)
    chars = [chr(0x4E00 + at) for at in range(2500)]
    return "。".join("".join(dice.choices(chars, k=20)) for _ in range(sentences))


@pytest.fixture
def connection(store: Store) -> Iterator[sqlite3.Connection]:
    found = store._connection
    found.execute("BEGIN")
    yield found
    found.rollback()


def put(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute(
        "INSERT INTO article (id, path, sha256, rules, title, chars, kept, places, shape, reprints)"
        " VALUES (?1, ?1, '', 1, '', 0, 0, '[]', 0, ?1)",
        (number,),
    )
    reprints.add_sketch(connection, number, sketch(text))


def group(connection: sqlite3.Connection, number: int) -> list[int]:
    for kin in reprints.changed(connection):
        reprints.regroup_large(connection, kin)
    rows = connection.execute(
        "SELECT id FROM article WHERE reprints = (SELECT reprints FROM article WHERE id = ?) ORDER BY id",
        (number,),
    )
    return [row[0] for row in rows]


def marks(connection: sqlite3.Connection) -> int:
    return len(_held(connection))


def _held(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The marks, wherever they are: hash and article."""
    tables = " UNION ALL ".join(f"SELECT * FROM {name}" for name in ("mark", "mark_waiting", "mark_new"))
    return connection.execute(tables).fetchall()


def test_an_excerpt_of_a_tenth_joins_the_whole_in_either_order(connection: sqlite3.Connection) -> None:
    long = story(1, 120)
    excerpt = long[700:950]
    assert is_whole(sketch(excerpt)) and not is_whole(sketch(long))
    put(connection, 1, long)
    put(connection, 2, story(2, 120))
    put(connection, 3, excerpt)
    assert group(connection, 1) == [1, 3]
    other = story(3, 120)
    put(connection, 4, other[100:350])
    put(connection, 5, other)
    assert group(connection, 5) == [4, 5]


def test_containment_of_an_excerpt_is_compared_on_what_both_sketches_hold() -> None:
    long = story(1, 120)
    assert containment(sketch(long), sketch(long[700:950])) > 0.95
    assert containment(sketch(long), sketch(story(2, 10))) == 0.0
    assert sampled(sketch(long)) == sketch(long)


def test_copies_leave_no_marks_and_take_over_when_the_first_goes(connection: sqlite3.Connection) -> None:
    put(connection, 1, story(1))
    alone = marks(connection)
    for number in range(2, 200):
        put(connection, number, story(1))
    assert marks(connection) == alone
    assert len(group(connection, 7)) == 199
    reprints.remove_sketch(connection, 1)
    assert group(connection, 1) == [1]
    assert len(group(connection, 7)) == 198
    put(connection, 500, story(1)[:400])
    assert 500 in group(connection, 7)


def test_a_mark_is_kept_for_a_crowd_and_no_more(connection: sqlite3.Connection) -> None:
    for number in range(1, 121):
        put(connection, number, f"{story(1)}。{story(1000 + number, 2)}")
    assert len(group(connection, 1)) == 120
    assert max(Counter(value for value, _ in _held(connection)).values()) == reprints.CROWD
    for number in range(1, 100):
        reprints.remove_sketch(connection, number)
    assert group(connection, 120) == list(range(100, 121))
    put(connection, 500, story(1))
    assert 500 in group(connection, 120)


def test_a_small_group_falls_apart_when_what_held_it_together_changes(connection: sqlite3.Connection) -> None:
    one, two = story(1, 30), story(2, 30)
    put(connection, 1, one)
    put(connection, 2, two)
    put(connection, 3, one + two)
    put(connection, 4, one)
    assert group(connection, 1) == [1, 2, 3, 4]
    reprints.remove_sketch(connection, 3)
    assert group(connection, 1) == [1, 4]
    assert group(connection, 2) == [2]


def test_a_phrase_that_all_use_joins_nobody(connection: sqlite3.Connection) -> None:
    phrase = story(99, 4)
    for number in range(1, 60):
        put(connection, number, f"{story(number)}{phrase}")
    assert all(group(connection, number) == [number] for number in range(1, 60))

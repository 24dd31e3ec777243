"""The marks by which articles find their reprints (see `reprints`), in three tables.

The marks of one article lie all over a table that is in their order: each would have another page of a large file
written anew. So they go into a small table first; when that is full, all at once and in order, into a larger one; and
each time one part of that, in turn, moves on into the largest. (The rolling merge of O'Neil, Cheng, Gawlick and
O'Neil, "The log-structured merge-tree", 1996.)
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from zlib import crc32

_LAST = "mark"
_SMALL, _LARGER = "mark_new", "mark_waiting"
_LEVELS = (_LAST, _LARGER, _SMALL)
TABLES = "".join(
    f"""
CREATE TABLE IF NOT EXISTS {name} (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
"""
    for name in (_LARGER, _SMALL)
)
# So many are moved on: those of some 2,000 articles.
FULL = 100_000
# The larger table moves on in so many parts, by the upper bits of the hashes.
_PARTS = 16
_HASH_BITS = 32
_BATCH = 400


def leave(connection: sqlite3.Connection, article: int, hashes: Collection[int], crowd: int) -> None:
    """Mark an article, but with no hash that `crowd` articles are marked with."""
    held = " UNION ALL ".join(f"SELECT article FROM {level} WHERE hash = ?1" for level in _LEVELS)
    connection.executemany(
        f"INSERT INTO {_SMALL} (hash, article) SELECT ?1, ?2"
        f" WHERE (SELECT count(*) < ?3 AND NOT coalesce(max(article = ?2), 0) FROM ({held}))",
        [(value, article, crowd) for value in hashes],
    )


def marked(connection: sqlite3.Connection, hashes: Collection[int]) -> dict[int, set[int]]:
    """The articles that are marked with any of the hashes, with which of them."""
    found: dict[int, set[int]] = {}
    for batch in batches(hashes):
        for level in _LEVELS:
            rows = connection.execute(
                f"SELECT article, hash FROM {level} WHERE hash IN ({', '.join('?' * len(batch))})", batch
            )
            for article, value in rows:
                found.setdefault(article, set()).add(value)
    return found


def wipe(connection: sqlite3.Connection, article: int, hashes: Collection[int]) -> None:
    """Take the marks of an article away."""
    for level in _LEVELS:
        connection.executemany(
            f"DELETE FROM {level} WHERE hash = ? AND article = ?", [(value, article) for value in hashes]
        )


def shared(connection: sqlite3.Connection, hashes: Collection[int]) -> Counter[int]:
    """The articles that are marked with any of the hashes, with how many of them."""
    found: Counter[int] = Counter()
    for batch in batches(hashes):
        for level in _LEVELS:
            rows = connection.execute(
                f"SELECT article, count(*) FROM {level} WHERE hash IN ({', '.join('?' * len(batch))})"
                " GROUP BY article",
                batch,
            )
            for article, number in rows:
                found[article] += number
    return found


def move_on(connection: sqlite3.Connection) -> None:
    """After many articles: empty the small table if it is full."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {_SMALL} LIMIT ?)", (FULL,)
    ).fetchone()
    if number < FULL:
        return
    # Whose turn it is follows from the last article: that needs no counter in the library.
    (last,) = connection.execute(f"SELECT max(article) FROM {_SMALL}").fetchone()
    width = (1 << _HASH_BITS) // _PARTS
    start = crc32(str(last).encode()) % _PARTS * width
    _move(connection, _SMALL, _LARGER, 0, 1 << _HASH_BITS)
    _move(connection, _LARGER, _LAST, start, start + width)


def _move(connection: sqlite3.Connection, source: str, target: str, start: int, end: int) -> None:
    span = (start, end)
    connection.execute(
        f"INSERT INTO {target} SELECT hash, article FROM {source} WHERE hash >= ? AND hash < ?"
        " ORDER BY hash, article",
        span,
    )
    connection.execute(f"DELETE FROM {source} WHERE hash >= ? AND hash < ?", span)


def batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The numbers, in order, by as many as one statement asks for."""
    left = iter(sorted(numbers))
    while batch := list(islice(left, _BATCH)):
        yield batch

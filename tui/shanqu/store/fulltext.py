"""Writing side of the full-text index. It holds no texts: whoever takes an article out must tell its text again."""

from __future__ import annotations

import sqlite3

# FTS5 merges by itself in strokes that can stall a single write for seconds, so that is turned off, and the
# writer merges in strokes of so many pages: some 5 ms after a small write, as much as it takes after a large one.
_STROKE = 16
_PAGES_PER_WRITE = 8
_TIDY_STROKE = 256


def put(connection: sqlite3.Connection, number: int, body: str, title: str) -> None:
    """Take in the tokens of an article's text and title."""
    connection.execute("INSERT INTO fulltext (rowid, body, title) VALUES (?, ?, ?)", (number, body, title))


def remove(connection: sqlite3.Connection, number: int, body: str, title: str) -> None:
    """Forget an article; the tokens must be those that were put in."""
    connection.execute(
        "INSERT INTO fulltext (fulltext, rowid, body, title) VALUES ('delete', ?, ?, ?)",
        (number, body, title),
    )


def merge(connection: sqlite3.Connection, writes: int) -> None:
    """One stroke of merging after a transaction of `writes` articles, so that segments stay few."""
    _merge(connection, max(_STROKE, _PAGES_PER_WRITE * writes))


def merge_more(connection: sqlite3.Connection) -> bool:
    """One larger stroke; whether there may be more to do."""
    return _merge(connection, _TIDY_STROKE)


def _merge(connection: sqlite3.Connection, pages: int) -> bool:
    before = connection.total_changes
    connection.execute("INSERT INTO fulltext (fulltext, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= 2

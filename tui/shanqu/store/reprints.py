"""Groups of reprints: articles whose sketches overlap enough, joined through any of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

CONTAINMENT = 0.6
# The share that a handful of sampled hashes have in common says little: shorter texts stay alone.
FEWEST_HASHES = 8


def _signed(value: int) -> int:
    value &= 0xFFFF_FFFF_FFFF_FFFF
    return value - (1 << 64) if value >> 63 else value


def add_sketch(connection: sqlite3.Connection, article: int, sketch: Collection[int]) -> None:
    """Store the hashes of an article and join it with its reprints."""
    connection.executemany(
        "INSERT OR IGNORE INTO sketch (hash, article) VALUES (?, ?)",
        [(_signed(value), article) for value in sketch],
    )
    connection.execute("UPDATE article SET shape = ? WHERE id = ?", (len(sketch), article))
    _join(connection, article)


def remove_sketch(connection: sqlite3.Connection, article: int) -> None:
    """Forget the hashes of an article; the others of its group find together again without it."""
    connection.execute("DELETE FROM sketch WHERE article = ?", (article,))
    connection.execute("UPDATE article SET shape = 0 WHERE id = ?", (article,))
    group = connection.execute("SELECT reprints FROM article WHERE id = ?", (article,)).fetchone()[0]
    members = [
        row[0]
        for row in connection.execute("SELECT id FROM article WHERE reprints = ? ORDER BY id", (group,))
    ]
    connection.executemany("UPDATE article SET reprints = id WHERE id = ?", [(member,) for member in members])
    for member in members:
        _join(connection, member)


def _join(connection: sqlite3.Connection, article: int) -> None:
    groups = connection.execute(
        "SELECT DISTINCT other.reprints FROM"
        " (SELECT b.article AS id, count(*) AS shared FROM sketch a JOIN sketch b ON b.hash = a.hash"
        "  WHERE a.article = ?1 GROUP BY b.article) AS near"
        " JOIN article other ON other.id = near.id JOIN article self ON self.id = ?1"
        " WHERE min(self.shape, other.shape) >= ?2 AND near.shared >= ?3 * min(self.shape, other.shape)",
        (article, FEWEST_HASHES, CONTAINMENT),
    ).fetchall()
    found = {row[0] for row in groups}
    if len(found) > 1:
        smallest = min(found)
        connection.executemany(
            "UPDATE article SET reprints = ? WHERE reprints = ?",
            [(smallest, group) for group in found if group != smallest],
        )

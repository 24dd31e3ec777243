"""Which articles hold a single character, kept by blocks of articles (see `blocks`).

The full-text index is of pairs: for a single character it has to go through all pairs that begin with it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from shanqu.store.bits import BITS, SIZE, WIDTH, bits_of, bytes_of
from shanqu.text.fold import fold

# The one character that becomes another one by what stands beside it.
_BY_NEIGHBOURS = "Σ"


def seal(connection: sqlite3.Connection, block: int) -> None:
    """Keep the characters of a block of articles."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    rows = connection.execute(
        "SELECT id, title, body FROM article JOIN text ON article = id WHERE id BETWEEN ? AND ?",
        (block << BITS, (block + 1 << BITS) - 1),
    )
    for id, title, body in rows:
        for char in characters(title) | characters(body):
            places[char].append(id & SIZE - 1)
    connection.execute("DELETE FROM char_block WHERE block = ?", (block,))
    connection.executemany(
        "INSERT INTO char_block (block, char, articles) VALUES (?, ?, ?)",
        [(block, char, _packed(places[char])) for char in sorted(places)],
    )


def characters(text: str) -> set[str]:
    """The characters of a text, folded."""
    plain = set(text)
    return set(fold(text if _BY_NEIGHBOURS in plain else "".join(plain)))


def _packed(places: list[int]) -> bytes:
    """The articles as numbers of two bytes, or, if that is longer, as bits."""
    return bytes_of("H", places) if 2 * len(places) < WIDTH else bits_of(places)

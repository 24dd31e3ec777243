"""Which articles hold a single character, kept by blocks of articles (see `blocks`).

The full-text index is of pairs: for a single character it has to go through all pairs that begin with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from shanqu.store.bits import WIDTH, bytes_of, places_of
from shanqu.store.phrases import Texts
from shanqu.text.fold import fold

_PLANE = 0x10000
# The one character that becomes another one by what stands beside it.
_BY_NEIGHBOURS = "Σ"


def seal(connection: sqlite3.Connection, block: int, articles: Iterable[Texts]) -> None:
    """Keep the characters of a block of articles."""
    held = _held([(place, text) for place, texts in articles for text in texts])
    connection.execute("DELETE FROM char_block WHERE block = ?", (block,))
    connection.executemany(
        "INSERT INTO char_block (block, char, articles) VALUES (?, ?, ?)",
        [(block, char, _packed(held[char])) for char in sorted(held)],
    )


def _held(texts: list[tuple[int, str]]) -> dict[str, bytes]:
    """For each folded character the articles, as bits."""
    import numpy as np

    rows = np.zeros((_PLANE, WIDTH), np.uint8)
    rare: dict[str, set[int]] = {}
    for place, text in texts:
        known = fold(text) if _BY_NEIGHBOURS in text else text
        codes = np.frombuffer(known.encode("utf-32-le"), "<u4")
        if len(codes) and codes.max() >= _PLANE:
            for char in set(known):
                if ord(char) >= _PLANE:
                    rare.setdefault(fold(char), set()).add(place)
            codes = codes[codes < _PLANE]
        rows[codes, place >> 3] |= 1 << (place & 7)
    found: dict[str, int] = {}
    for code in np.flatnonzero(rows.any(axis=1)).tolist():
        char = fold(chr(code))
        found[char] = found.get(char, 0) | int.from_bytes(rows[code].tobytes(), "little")
    for char, places in rare.items():
        found[char] = found.get(char, 0) | sum(1 << place for place in places)
    return {char: bits.to_bytes(WIDTH, "little") for char, bits in found.items()}


def characters(text: str) -> set[str]:
    """The characters of a text, folded."""
    plain = set(text)
    return set(fold(text if _BY_NEIGHBOURS in plain else "".join(plain)))


def _packed(bits: bytes) -> bytes:
    """The articles as numbers of two bytes, or, if that is longer, as bits."""
    number = int.from_bytes(bits, "little").bit_count()
    return bytes_of("H", places_of(bits)) if 2 * number < WIDTH else bits

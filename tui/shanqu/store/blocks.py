"""What blocks of consecutive articles name, where and when they appeared, laid out so that any of them are counted at once.

A block is derived from the tables of articles and namings, and goes as soon as one of its articles changes; until
`seal` makes it again, its articles are counted through the tables. What many articles of a block name is a row of
bits, one an article; what few name stands with the article. Numbers are little-endian.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

BITS = 12
SIZE = 1 << BITS
TABLES = f"""
CREATE TABLE facet_block (
    block INTEGER PRIMARY KEY,      -- the articles with these numbers, after division by {SIZE}
    sites TEXT NOT NULL,            -- JSON list of pairs, with the number of articles; first of those that are not there
    site_of BLOB NOT NULL,          -- of each article its position there, 2 bytes
    years TEXT NOT NULL,
    year_of BLOB NOT NULL,
    common BLOB NOT NULL,           -- codes of what many articles name, 8 bytes
    named BLOB NOT NULL,            -- for each of them the articles, {SIZE} bits
    starts BLOB NOT NULL,           -- of each article and of their end: its first byte in `rare`, 4 bytes
    rare BLOB NOT NULL,             -- codes of what few name, article by article, 8 bytes
    rare_times BLOB NOT NULL,       -- and how often each does, 4 bytes
    digits BLOB NOT NULL,           -- for each of `common` the number of binary digits of how often, 1 byte
    times BLOB NOT NULL             -- for each digit the articles, {SIZE} bits
);
CREATE TRIGGER unseal_new AFTER INSERT ON article BEGIN
    DELETE FROM facet_block WHERE block = new.id >> {BITS};
END;
CREATE TRIGGER unseal_changed AFTER UPDATE OF site, published ON article BEGIN
    DELETE FROM facet_block WHERE block = new.id >> {BITS};
END;
CREATE TRIGGER unseal_gone AFTER DELETE ON article BEGIN
    DELETE FROM facet_block WHERE block = old.id >> {BITS};
END;
"""
YEAR = "CASE WHEN published >= '0' THEN substr(published, 1, 4) END"
# Fewer articles than these are counted quickly enough through the tables.
_LEAST = 1024
# A row of bits is quicker to count than so many single codes.
_COMMON = 16
WIDTH = SIZE // 8
# Kinds are numbered in codes by their position here: a new one goes to the end.
KINDS = (
    "place",
    "company",
    "park",
    "organization",
    "person",
    "project",
    "industry",
    "product",
    "policy",
)
KIND_BITS = 4
KIND_CODES = 1 << KIND_BITS


def code_of(entity: int, kind: str) -> int:
    """The code of an entity; of entity 0: of anything of the kind. Its last `KIND_BITS` tell the kind."""
    return entity << KIND_BITS | KINDS.index(kind)


class Article(NamedTuple):
    """What is counted of an article besides what it names."""

    number: int
    site: str | None
    year: str | None


class Naming(NamedTuple):
    """An article names an entity so many times."""

    article: int
    entity: int
    kind: str
    times: int


def unsealed(connection: sqlite3.Connection) -> list[int]:
    """The blocks that are to be made (again)."""
    rows = connection.execute(
        f"SELECT id >> {BITS} AS block FROM article GROUP BY 1 HAVING count(*) >= {_LEAST}"
        " AND block NOT IN (SELECT block FROM facet_block)"
    )
    return [row[0] for row in rows]


def seal(connection: sqlite3.Connection, block: int) -> None:
    """Make a block."""
    span = (block << BITS, (block + 1 << BITS) - 1)
    articles = connection.execute(f"SELECT id, site, {YEAR} FROM article WHERE id BETWEEN ? AND ?", span)
    namings = connection.execute(
        "SELECT article, entity, kind, mentions FROM naming INDEXED BY naming_article CROSS JOIN entity ON id = entity"
        " WHERE article BETWEEN ? AND ? ORDER BY article",
        span,
    )
    row = encoded([Article(*one) for one in articles], map(Naming._make, namings))
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT OR REPLACE INTO facet_block VALUES (?, {marks})", (block, *row))


def seal_all(connection: sqlite3.Connection) -> None:
    """Make all blocks that are to be made."""
    for block in unsealed(connection):
        seal(connection, block)


# Writing a block down.


def encoded(articles: Sequence[Article], namings: Iterable[Naming]) -> tuple[str | bytes, ...]:
    """The columns of a block, without its number."""
    named: dict[int, dict[int, int]] = {}
    for article, entity, kind, times in namings:
        place = article & SIZE - 1
        named.setdefault(code_of(entity, kind), {})[place] = times
        named.setdefault(code_of(0, kind), {})[place] = 1
    common = {code: found for code, found in named.items() if len(found) >= _COMMON or code < KIND_CODES}
    rare: list[list[tuple[int, int]]] = [[] for _ in range(SIZE)]
    for code in named.keys() - common.keys():
        for place, times in named[code].items():
            rare[place].append((code, times))
    planes = [_digits(found) for found in common.values()]
    return (
        *_column({one.number: one.site for one in articles}),
        *_column({one.number: one.year for one in articles}),
        _bytes("Q", common),
        b"".join(map(_bits, common.values())),
        _bytes("I", accumulate((8 * len(found) for found in rare), initial=0)),
        _bytes("Q", (code for found in rare for code, _ in found)),
        _bytes("I", (times for found in rare for _, times in found)),
        bytes(map(len, planes)),
        b"".join(plane for found in planes for plane in found),
    )


def _column(values: Mapping[int, str | None]) -> tuple[str, bytes]:
    counts = Counter(values.values())
    places = {value: place for place, value in enumerate(counts, 1)}
    held = array("H", bytes(2 * SIZE))
    for number, value in values.items():
        held[number & SIZE - 1] = places[value]
    return json.dumps([(None, 0), *counts.items()], ensure_ascii=False), _bytes("H", held)


def _bits(places: Iterable[int]) -> bytes:
    held = bytearray(WIDTH)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return bytes(held)


def _digits(times: Mapping[int, int]) -> list[bytes]:
    """The articles by binary digit of how often they name it."""
    return [
        _bits(place for place, number in times.items() if number >> digit & 1)
        for digit in range(max(times.values()).bit_length())
    ]


def _bytes(typecode: str, values: Iterable[int]) -> bytes:
    held = array(typecode, values)
    if sys.byteorder == "big":
        held.byteswap()
    return held.tobytes()


def numbers_in(typecode: str, data: bytes) -> array[int]:
    """The numbers that a column holds."""
    held = array(typecode)
    held.frombytes(data)
    if sys.byteorder == "big":
        held.byteswap()
    return held

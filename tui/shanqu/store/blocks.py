"""What blocks of consecutive articles name, where and when they appeared, laid out so that any of them are counted at once.

A block repeats what the tables of articles and namings say. It does not hold of the articles that have changed since;
these are noted, and counted through the tables until they are so many that the block is made again. What many articles of a block name is a row of
bits, one an article; what few name stands with the article. Numbers are little-endian.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from shanqu.store.bits import BITS, SIZE, bits_of, bytes_of

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
CREATE TABLE char_block (
    block INTEGER NOT NULL,
    char TEXT NOT NULL,             -- folded
    articles BLOB NOT NULL,         -- that hold it: {SIZE} bits, or, if that is shorter, their places of 2 bytes
    PRIMARY KEY (block, char)
) WITHOUT ROWID;
CREATE TABLE facet_changed (        -- of these articles the blocks do not hold (any more)
    article INTEGER PRIMARY KEY
);
INSERT INTO facet_changed SELECT id FROM article;
CREATE TRIGGER facet_new AFTER INSERT ON article BEGIN
    INSERT OR IGNORE INTO facet_changed VALUES (new.id);
END;
CREATE TRIGGER facet_other AFTER UPDATE OF title, site, published ON article BEGIN
    INSERT OR IGNORE INTO facet_changed VALUES (new.id);
END;
CREATE TRIGGER facet_gone AFTER DELETE ON article BEGIN
    INSERT OR IGNORE INTO facet_changed VALUES (old.id);
END;
"""
YEAR = "CASE WHEN published >= '0' THEN substr(published, 1, 4) END"
# Fewer changed articles than these are counted quickly enough through the tables.
_LEAST = 256
# A row of bits is quicker to count than so many single codes.
_COMMON = 16
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


def changed_blocks(connection: sqlite3.Connection) -> list[int]:
    """The blocks that are to be made (again)."""
    rows = connection.execute(
        f"SELECT article >> {BITS} FROM facet_changed GROUP BY 1 HAVING count(*) >= {_LEAST}"
    )
    return [row[0] for row in rows]


def touched_blocks(connection: sqlite3.Connection) -> set[int]:
    """The blocks of which any article has changed."""
    return {row[0] for row in connection.execute(f"SELECT DISTINCT article >> {BITS} FROM facet_changed")}


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
    connection.execute("DELETE FROM facet_changed WHERE article BETWEEN ? AND ?", span)


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
        bytes_of("Q", common),
        b"".join(map(bits_of, common.values())),
        bytes_of("I", accumulate((8 * len(found) for found in rare), initial=0)),
        bytes_of("Q", (code for found in rare for code, _ in found)),
        bytes_of("I", (times for found in rare for _, times in found)),
        bytes(map(len, planes)),
        b"".join(plane for found in planes for plane in found),
    )


def _column(values: Mapping[int, str | None]) -> tuple[str, bytes]:
    counts = Counter(values.values())
    places = {value: place for place, value in enumerate(counts, 1)}
    held = [0] * SIZE
    for number, value in values.items():
        held[number & SIZE - 1] = places[value]
    return json.dumps([(None, 0), *counts.items()], ensure_ascii=False), bytes_of("H", held)


def _digits(times: Mapping[int, int]) -> list[bytes]:
    """The articles by binary digit of how often they name it."""
    return [
        bits_of(place for place, number in times.items() if number >> digit & 1)
        for digit in range(max(times.values()).bit_length())
    ]

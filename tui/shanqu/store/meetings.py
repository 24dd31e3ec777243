"""Which entities stand in one sentence: kept while writing, for a large library cannot look for them while somebody

waits. Triggers keep how often they do in the whole library.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

# What took their place before held of places and parks alone.
TABLES = """
DROP TRIGGER IF EXISTS meet;
DROP TRIGGER IF EXISTS part;
DROP TABLE IF EXISTS beside;
DROP TABLE IF EXISTS beside_total;
CREATE TABLE met (                  -- an article names an entity and another one in one sentence
    entity INTEGER NOT NULL,
    kind TEXT NOT NULL,             -- of the other one
    other INTEGER NOT NULL,
    article INTEGER NOT NULL,
    sentence INTEGER NOT NULL,      -- the first such sentence
    sentences INTEGER NOT NULL,     -- how many there are
    PRIMARY KEY (entity, kind, other, article)
) WITHOUT ROWID;
CREATE TABLE met_total (
    entity INTEGER NOT NULL,
    kind TEXT NOT NULL,
    other INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    PRIMARY KEY (entity, kind, other)
) WITHOUT ROWID;
"""
TOTALS = """
INSERT INTO met_total SELECT entity, kind, other, count(*), sum(sentences) FROM met GROUP BY entity, kind, other;
CREATE TRIGGER count_met AFTER INSERT ON met BEGIN
    INSERT INTO met_total VALUES (new.entity, new.kind, new.other, 1, new.sentences)
        ON CONFLICT DO UPDATE SET articles = articles + 1, sentences = sentences + new.sentences;
END;
CREATE TRIGGER discount_met AFTER DELETE ON met BEGIN
    UPDATE met_total SET articles = articles - 1, sentences = sentences - old.sentences
        WHERE entity = old.entity AND kind = old.kind AND other = old.other;
    DELETE FROM met_total
        WHERE entity = old.entity AND kind = old.kind AND other = old.other AND articles <= 0;
END;
"""
# Which item of its sentence a mention stands in (see `items`).
ITEMS = """
ALTER TABLE mention ADD COLUMN item INTEGER NOT NULL DEFAULT 0;
"""
# In a sentence with more names than these, a list, only places and parks stand together with the others.
_LIST = 64
# The code of a county has so many figures.
_COUNTY = 6


class Stood(NamedTuple):
    """A mention: its entity, the sentence and the item of it that it stands in, and whether it only tells who reports."""

    sentence: int
    item: int
    entity: int
    kind: str
    code: str
    reporter: bool


class Met(NamedTuple):
    """A row of the table, without its article."""

    entity: int
    kind: str
    other: int
    sentence: int
    sentences: int


class _Named(NamedTuple):
    """An entity in a sentence, with the items that name it."""

    stood: Stood
    items: set[int]

    @property
    def place(self) -> bool:
        """Whether it is a place or park, that others may belong to."""
        return self.stood.kind == "park" or (self.stood.kind == "place" and self.stood.code != "")


def met(mentions: Iterable[Stood]) -> list[Met]:
    """What the sentences of one article name together. A reporter is with nobody, but others are with the reporter;

    a county is not with what an enumeration gives to another one."""
    named: dict[int, dict[int, _Named]] = {}
    for one in mentions:
        sentence = named.setdefault(one.sentence, {})
        items = sentence[one.entity].items if one.entity in sentence else set()
        items.add(one.item)
        if one.entity not in sentence or not one.reporter:
            sentence[one.entity] = _Named(one, items)
    first: dict[tuple[int, str, int], int] = {}
    sentences = Counter[tuple[int, str, int]]()
    for number in sorted(named):
        pairs = _pairs(named[number].values())
        sentences.update(pairs)
        for pair in pairs:
            first.setdefault(pair, number)
    return [Met(*pair, number, sentences[pair]) for pair, number in first.items()]


def _pairs(named: Collection[_Named]) -> list[tuple[int, str, int]]:
    """Entity, the kind of the other one, and the other one."""
    others = [one for one in named if not one.stood.reporter]
    some = others if len(named) <= _LIST else [one for one in others if one.place]
    apart = _apart(named)
    return [
        (one.stood.entity, other.stood.kind, other.stood.entity)
        for one in named
        for other in (others if one.place else some)
        if other is not one and not (apart and (apart(one, other) or apart(other, one)))
    ]


def _apart(named: Collection[_Named]) -> Callable[[_Named, _Named], bool] | None:
    """Whether an enumeration gives something to another county than this one: it stands in an item with another, and the
    county in one with something of its kind, or both with firms of their own. None where the sentence has no two counties in items of their own."""
    homes: dict[int, set[str]] = {}
    kinds: dict[int, set[str]] = {}
    for one in named:
        for item in one.items:
            if one.place and one.stood.code:
                homes.setdefault(item, set()).add(one.stood.code)
            kinds.setdefault(item, set()).add(_sort(one.stood.kind))
    if len(homes) < 2 or len(set().union(*homes.values())) < 2:
        return None

    def apart(county: _Named, other: _Named) -> bool:
        code, kind = county.stood.code, _sort(other.stood.kind)
        listed = {kind, "company"} if all("company" in kinds[item] for item in other.items) else {kind}
        return (
            county.place
            and len(code) == _COUNTY
            and kind != "place"
            and all(homes.get(item, {code}).isdisjoint({code}) for item in other.items)
            and not any(listed.isdisjoint(kinds[item]) for item in county.items)
        )

    return apart


def _sort(kind: str) -> str:
    """Projects often stand for the firms that have them."""
    return "company" if kind == "project" else kind


def add(connection: sqlite3.Connection, article: int, mentions: Iterable[Stood]) -> None:
    """Store what an article names together."""
    _put(connection, article, met(mentions))


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Forget what an article names together, as long as its mentions are there."""
    _take(connection, article, stored(connection, article))


def change(connection: sqlite3.Connection, article: int, before: Collection[Met]) -> None:
    """Store what an article names together now that its mentions have changed; `before` was `stored`."""
    now = stored(connection, article)
    _take(connection, article, set(before).difference(now))
    _put(connection, article, set(now).difference(before))


def stored(connection: sqlite3.Connection, article: int) -> list[Met]:
    """What an article names together by its mentions."""
    return [one for _, found in _stored(connection, "WHERE article = ?", (article,)) for one in met(found)]


def _put(connection: sqlite3.Connection, article: int, found: Iterable[Met]) -> None:
    connection.executemany(
        "INSERT INTO met VALUES (?, ?, ?, ?, ?, ?)", [(*one[:3], article, *one[3:]) for one in found]
    )


def _take(connection: sqlite3.Connection, article: int, found: Iterable[Met]) -> None:
    connection.executemany(
        "DELETE FROM met WHERE entity = ? AND kind = ? AND other = ? AND article = ?",
        [(*one[:3], article) for one in found],
    )


def fill(connection: sqlite3.Connection) -> None:
    """Store it of all articles of a library that was written without, and so without items."""
    for article, mentions in _stored(connection, "", item="0"):
        add(connection, article, mentions)


def _stored(
    connection: sqlite3.Connection, which: str, given: tuple[int, ...] = (), item: str = "item"
) -> Iterator[tuple[int, Iterator[Stood]]]:
    """The mentions of articles, article by article."""
    rows = connection.execute(
        f"SELECT article, sentence, {item}, entity, kind, code, how = 'reporter' FROM mention INDEXED BY mention_article"
        f" CROSS JOIN entity ON id = entity {which} ORDER BY article",
        given,
    )
    for article, found in groupby(rows, itemgetter(0)):
        yield article, (Stood(*row[1:]) for row in found)

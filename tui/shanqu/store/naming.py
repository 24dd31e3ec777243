"""Writing what an article names: entities with their counts, and the names used for them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from shanqu.store import meetings
from shanqu.store.meetings import Stood
from shanqu.store.preparing import Name, Naming, Prepared
from shanqu.text.fold import fold


def add_mentions(connection: sqlite3.Connection, number: int, prepared: Prepared) -> None:
    """Store the mentions of article `number`, and the entities that are new to the library."""
    ids = [entity_of(connection, name) for name in prepared.names]
    counts = Counter(ids[mention.name] for mention in prepared.mentions)
    connection.executemany(
        "INSERT INTO mention (article, entity, start, end, sentence, sentence_end, text, how, item)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, ids[mention.name], *mention[1:]) for mention in prepared.mentions],
    )
    surfaces = {(ids[mention.name], mention.text) for mention in prepared.mentions}
    connection.executemany(
        "INSERT OR IGNORE INTO surface (entity, text, folded) VALUES (?, ?, ?)",
        [(entity, text, fold(text)) for entity, text in sorted(surfaces)],
    )
    connection.executemany(
        "INSERT INTO naming (entity, article, mentions) VALUES (?, ?, ?)",
        [(entity, number, count) for entity, count in counts.items()],
    )
    meetings.add(connection, number, (_stood(one, ids, prepared.names) for one in prepared.mentions))
    connection.executemany(
        "UPDATE entity SET named_articles = named_articles + 1, named_times = named_times + ?2 WHERE id = ?1",
        list(counts.items()),
    )


def remove_mentions(connection: sqlite3.Connection, number: int) -> None:
    """Forget what an article names; entities stay until `forget_unnamed`."""
    rows = connection.execute("SELECT entity, mentions FROM naming WHERE article = ?", (number,)).fetchall()
    connection.executemany(
        "UPDATE entity SET named_articles = named_articles - 1, named_times = named_times - ?2 WHERE id = ?1",
        rows,
    )
    meetings.remove(connection, number)
    connection.execute("DELETE FROM mention WHERE article = ?", (number,))
    connection.execute("DELETE FROM naming WHERE article = ?", (number,))


def forget_unnamed(connection: sqlite3.Connection) -> None:
    """Take out the entities that no article names any more, but those that will be named when a split is undone."""
    connection.execute(
        "DELETE FROM entity WHERE named_articles = 0"
        " AND id NOT IN (SELECT extracted FROM mention WHERE extracted IS NOT NULL)"
    )


def _stood(one: Naming, ids: Sequence[int], names: Sequence[Name]) -> Stood:
    name = names[one.name]
    return Stood(one.sentence, one.item, ids[one.name], name.kind, name.code, one.how == "reporter")


def entity_of(connection: sqlite3.Connection, name: Name) -> int:
    """The id of the entity, which is added where the library does not know it."""
    row = connection.execute(
        "SELECT id FROM entity WHERE kind = ? AND canonical = ? AND code = ?", name[:3]
    ).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO entity (kind, canonical, code, pinyin, initials) VALUES (?, ?, ?, ?, ?) RETURNING id",
            name,
        ).fetchone()
    return int(row[0])

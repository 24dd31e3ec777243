"""Mentions that the user gives to another entity than extraction did.

They are moved in the tables themselves: so all that is counted and kept of entities holds of them without a question
being asked otherwise. The mentions keep what was extracted, and the library what is to be split, for articles to come.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from shanqu.store import following, meetings
from shanqu.store.codec import decode_path, encode_path, numbers
from shanqu.store.naming import entity_of
from shanqu.store.preparing import Name
from shanqu.text.fold import fold

if TYPE_CHECKING:
    from shanqu.store.reader import Reader

TABLES = """
CREATE TABLE split (                -- in the order in which they are carried out
    kind TEXT NOT NULL,
    canonical TEXT NOT NULL,
    code TEXT NOT NULL,
    form TEXT NOT NULL,             -- as pages write it
    path TEXT NOT NULL,             -- of the only article, with its reprints; '': all
    site TEXT NOT NULL,             -- the only one; '': all
    into_canonical TEXT NOT NULL,
    into_code TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    initials TEXT NOT NULL
);
ALTER TABLE mention ADD COLUMN extracted INTEGER;   -- its entity before it was split
CREATE INDEX mention_extracted ON mention (extracted, article) WHERE extracted IS NOT NULL;
"""


class Split(NamedTuple):
    """Mentions of an entity that are written so are of another one: only in the article with that path (and member)

    and its reprints, or only on that site, where these are not empty.
    """

    kind: str
    canonical: str
    code: str
    form: str
    path: str
    site: str
    into_canonical: str
    into_code: str


class _Move(NamedTuple):
    """A mention that goes from one entity to another."""

    mention: int
    text: str
    source: int
    target: int
    extracted: int | None


Reading = Callable[[str, str, str], tuple[str, str]]
_KEPT = "kind, canonical, code, form, path, site, into_canonical, into_code"
_REPRINTS = "SELECT id FROM article WHERE reprints = (SELECT reprints FROM article WHERE id = :article)"
_FOUND = """
    SELECT mention.rowid, article.id, mention.entity, coalesce(extracted, mention.entity), kind, canonical, code,
        text, reprints, coalesce(site, '')
    FROM (SELECT rowid AS row FROM mention WHERE extracted IS NOT NULL {only}
        UNION SELECT mention.rowid FROM split CROSS JOIN entity USING (kind, canonical, code)
        CROSS JOIN mention ON mention.entity = entity.id WHERE text = form {only})
    CROSS JOIN mention ON mention.rowid = row
    CROSS JOIN entity ON entity.id = coalesce(extracted, mention.entity)
    CROSS JOIN article ON article.id = article
"""


def held(reader: Reader) -> list[Split]:
    """Those that the library is split by."""
    return [_decoded(row) for row in reader.all(f"SELECT {_KEPT} FROM split ORDER BY rowid")]


def carry_out(connection: sqlite3.Connection, splits: Iterable[Split], reading: Reading) -> None:
    """Split by these, and no longer by others; `reading` tells pinyin and initials of kind, name and code."""
    connection.execute("DELETE FROM split")
    connection.executemany(
        f"INSERT INTO split ({_KEPT}, pinyin, initials) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (*one[:4], encode_path(one.path), *one[5:], *reading(one.kind, one.into_canonical, one.into_code))
            for one in splits
        ],
    )
    split(connection)


def split(connection: sqlite3.Connection, article: int | None = None) -> None:
    """Give the mentions (of the article and its reprints) to the entities that the splits say."""
    rows = connection.execute(f"SELECT {_KEPT}, pinyin, initials FROM split ORDER BY rowid").fetchall()
    if article is not None and not rows:
        return
    splits = [_decoded(row[:-2]) for row in rows]
    groups = _groups(connection, {one.path for one in splits if one.path})
    readings = {
        (one.kind, one.into_canonical, one.into_code): row[-2:] for one, row in zip(splits, rows, strict=True)
    }
    only = "" if article is None else f"AND article IN ({_REPRINTS})"
    moves: defaultdict[int, list[_Move]] = defaultdict(list)
    for row in connection.execute(_FOUND.format(only=only), {"article": article}).fetchall():
        mention, number, source, extracted, *name, text, group, site = row
        given = _given(splits, (name[0], name[1], name[2]), text, groups[group], site)
        target = extracted
        if given != tuple(name):
            target = entity_of(connection, Name(*given, *readings[given]))
        if target != source:
            kept = None if target == extracted else extracted
            moves[number].append(_Move(mention, text, source, target, kept))
    for number, moved in moves.items():
        _move(connection, number, moved)
    _count(connection, [move for moved in moves.values() for move in moved])


def split_changed(connection: sqlite3.Connection) -> None:
    """Split what is in the groups of reprints that have changed, for some splits hold of an article and its reprints."""
    if connection.execute("SELECT 1 FROM split WHERE path <> '' LIMIT 1").fetchone():
        for (article,) in connection.execute("SELECT reprints FROM regrouped").fetchall():
            split(connection, article)


def _given(
    splits: Sequence[Split], name: tuple[str, str, str], text: str, paths: Collection[str], site: str
) -> tuple[str, str, str]:
    """Kind, name and code of the entity to which the splits, one after the other, give a mention."""
    for one in splits:
        if one[:4] == (*name, text) and one.path in paths and one.site in ("", site):
            name = (one.kind, one.into_canonical, one.into_code)
    return name


def _groups(connection: sqlite3.Connection, paths: Iterable[str]) -> defaultdict[int, set[str]]:
    """For each group of reprints which of these paths, with its member, some article of it has; and '' for all."""
    groups = defaultdict[int, set[str]](lambda: {""})
    for path in paths:
        page, _, member = path.rpartition("#")
        rows = connection.execute(
            "SELECT reprints FROM article WHERE path = ? AND member = '' OR path = ? AND member = ?",
            (encode_path(path), encode_path(page), member),
        )
        for (group,) in rows.fetchall():
            groups[group].add(path)
    return groups


def _move(connection: sqlite3.Connection, article: int, moves: Sequence[_Move]) -> None:
    together = meetings.stored(connection, article)
    connection.executemany(
        "UPDATE mention SET entity = ?, extracted = ? WHERE rowid = ?",
        [(move.target, move.extracted, move.mention) for move in moves],
    )
    meetings.change(connection, article, together)
    entities = [(entity, article) for entity in _entities(moves)]
    connection.executemany("DELETE FROM naming WHERE entity = ? AND article = ?", entities)
    connection.executemany(
        "INSERT INTO naming SELECT entity, article, count(*) FROM mention WHERE entity = ? AND article = ?"
        " GROUP BY entity, article",
        entities,
    )
    following.follow(connection, article)
    connection.execute("INSERT OR IGNORE INTO facet_changed VALUES (?)", (article,))


def _count(connection: sqlite3.Connection, moves: Sequence[_Move]) -> None:
    """Count the entities anew, and note how they are written."""
    connection.execute(
        "UPDATE entity SET (named_articles, named_times) ="
        " (SELECT count(*), coalesce(sum(mentions), 0) FROM naming WHERE entity = entity.id)"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (numbers(_entities(moves)),),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO surface (entity, text, folded) VALUES (?, ?, ?)",
        [(entity, text, fold(text)) for entity, text in sorted({(move.target, move.text) for move in moves})],
    )
    connection.executemany(
        "DELETE FROM surface WHERE entity = ?1 AND text = ?2"
        " AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = ?1 AND text = ?2)",
        sorted({(move.source, move.text) for move in moves}),
    )


def _entities(moves: Iterable[_Move]) -> set[int]:
    return {entity for move in moves for entity in (move.source, move.target)}


def _decoded(row: Sequence[str]) -> Split:
    kind, canonical, code, form, path, site, into, into_code = row
    return Split(kind, canonical, code, form, decode_path(path), site, into, into_code)

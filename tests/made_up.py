"""Small made-up articles, written without the rules of cleaning and extraction."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing

from shanqu.model import Article, Block, Mention, Page, Role
from shanqu.store import Reader, conditions, database_path, finding
from shanqu.store.writer import Store


def article_of(text: str, path: str = "/a.txt", title: str | None = None) -> Article:
    page = Page(path, text, "utf-8", hashlib.sha256(text.encode()).hexdigest())
    return Article(page, (Block(0, len(text), Role.BODY, "test"),), title=title)


def hashes_of(text: str) -> frozenset[int]:
    return frozenset(hash_of(text[at : at + 5]) for at in range(len(text) - 4))


def hash_of(gram: str) -> int:
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest())


def reading_of(mention: Mention) -> tuple[str, str]:
    return {"遂昌县": ("suichang", "sc"), "景宁畲族自治县": ("jingning", "jn")}.get(
        mention.canonical, ("x", "x")
    )


def holding(reader: Reader, literal: str) -> set[int]:
    return set(finding.every(reader, conditions.holding(literal)))


def forget_copy_places(connection: sqlite3.Connection) -> None:
    """Make the file as it was before the places of copies were kept, but for the number of its version."""
    connection.executescript(
        "DROP TRIGGER regroup; DROP TABLE regrouped; DROP INDEX article_shown; DROP INDEX article_behind;"
        "ALTER TABLE article DROP COLUMN behind; DROP TABLE met; DROP TABLE met_total;"
    )
    forget_phrases(connection)


def forget_following(connection: sqlite3.Connection) -> None:
    """Make the file as it was when facts did not follow splits, but for the number of its version."""
    connection.executescript("DROP TRIGGER lead_again; ALTER TABLE fact DROP COLUMN extracted;")


def forget_kin(connection: sqlite3.Connection) -> None:
    """Make the file as it was when all kin were one group, but for the number of its version."""
    forget_following(connection)
    connection.executescript(
        "UPDATE article SET reprints = kin; DROP TABLE kin_changed; DROP INDEX article_kin;"
        "ALTER TABLE article DROP COLUMN kin; ALTER TABLE sketch DROP COLUMN figures;"
    )


def forget_phrases(connection: sqlite3.Connection) -> None:
    """Make the file as it was before phrases were kept, but for the number of its version."""
    forget_kin(connection)
    connection.executescript(
        "DROP TABLE phrase_block; DROP TABLE split; DROP INDEX mention_extracted;"
        "ALTER TABLE mention DROP COLUMN extracted; ALTER TABLE mention DROP COLUMN item;"
    )


def skip_to(store: Store, number: int) -> None:
    """Let the next article have this number, as if others had come in between and gone again."""
    with closing(sqlite3.connect(database_path(store.directory))) as connection:
        connection.execute(
            "INSERT INTO article (id, path, sha256, rules, title, chars, kept, places, shape, reprints)"
            " VALUES (?, '/between', '', 1, '', 0, 0, '[]', 0, 0)",
            (number - 1,),
        )
        connection.commit()


def forget_between(store: Store) -> None:
    with closing(sqlite3.connect(database_path(store.directory))) as connection:
        connection.execute("DELETE FROM article WHERE path = '/between'")
        connection.commit()

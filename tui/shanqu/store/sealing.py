"""Keeping of whole blocks of articles what they name and which characters and phrases they hold."""

from __future__ import annotations

import sqlite3

from shanqu.store import blocks, characters, phrases
from shanqu.store.bits import BITS, SIZE
from shanqu.store.phrases import Texts


def seal(connection: sqlite3.Connection, block: int) -> None:
    """Make a block, or make it again."""
    articles = _articles(connection, block)
    characters.seal(connection, block, articles)
    phrases.seal(connection, block, articles)
    blocks.seal(connection, block)


def seal_phrases(connection: sqlite3.Connection, block: int) -> None:
    """Keep the phrases of a block that was made before any were kept."""
    phrases.seal(connection, block, _articles(connection, block))


def seal_without_phrases(connection: sqlite3.Connection) -> None:
    """Make all blocks that are to be made, as they were before phrases were kept."""
    for block in blocks.changed_blocks(connection):
        characters.seal(connection, block, _articles(connection, block))
        blocks.seal(connection, block)


def _articles(connection: sqlite3.Connection, block: int) -> list[Texts]:
    rows = connection.execute(
        "SELECT id, title, body FROM article JOIN text ON article = id WHERE id BETWEEN ? AND ?",
        (block << BITS, ((block + 1) << BITS) - 1),
    )
    return [Texts(id & (SIZE - 1), (title, body)) for id, title, body in rows]

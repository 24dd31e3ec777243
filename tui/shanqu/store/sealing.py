"""Keeping of whole blocks of articles what they name and which characters they hold."""

from __future__ import annotations

import sqlite3

from shanqu.store import blocks, characters


def seal(connection: sqlite3.Connection, block: int) -> None:
    """Make a block, or make it again."""
    characters.seal(connection, block)
    blocks.seal(connection, block)


def seal_changed(connection: sqlite3.Connection) -> None:
    """Make all blocks that are to be made."""
    for block in blocks.changed_blocks(connection):
        seal(connection, block)

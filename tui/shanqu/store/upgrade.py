"""What only a program can do when the tables change: make texts of records, and fill the full-text index again.

Articles are taken one after the other, so that a large library needs no more memory than a small one.
"""

from __future__ import annotations

import sqlite3

from shanqu.store import folding, reprints
from shanqu.store.codec import amount_of, decode_article, decode_fact
from shanqu.store.grams import grams
from shanqu.text.fold import fold

_BATCH = 64


def fill_texts(connection: sqlite3.Connection) -> None:
    """The cleaned texts out of the records of articles, and the amounts out of those of facts."""
    from shanqu.text.paragraphs import cleaned_text

    last = 0
    while rows := connection.execute(
        "SELECT article, page, record FROM content WHERE article > ? ORDER BY article LIMIT ?", (last, _BATCH)
    ).fetchall():
        texts = [
            (number, cleaned_text(decode_article(record, text=page, path="", member="", sha256="")))
            for number, page, record in rows
        ]
        connection.executemany("INSERT INTO text (article, body) VALUES (?, ?)", texts)
        last = rows[-1][0]
    facts = connection.execute("SELECT rowid, record FROM fact").fetchall()
    found = ((row, decode_fact(record)) for row, record in facts)
    connection.executemany(
        "UPDATE fact SET kind = ?, amount = ? WHERE rowid = ?",
        [(fact.kind, amount_of(fact), row) for row, fact in found],
    )


def refill(connection: sqlite3.Connection) -> None:
    """The full-text index out of the texts."""
    connection.execute("INSERT INTO fulltext (fulltext) VALUES ('delete-all')")
    last = 0
    while rows := connection.execute(
        "SELECT id, title, body FROM article JOIN text ON article = id WHERE id > ? ORDER BY id LIMIT ?",
        (last, _BATCH),
    ).fetchall():
        connection.executemany(
            "INSERT INTO fulltext (rowid, body, title) VALUES (?, ?, ?)",
            [(number, grams(fold(body)), grams(fold(title))) for number, title, body in rows],
        )
        last = rows[-1][0]


def group_again(connection: sqlite3.Connection) -> None:
    """The groups of reprints out of the articles that are kin."""
    for kin in reprints.changed(connection):
        reprints.regroup_large(connection, kin)
    folding.rank_changed(connection)

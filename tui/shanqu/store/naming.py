"""Writing what an article names: mentions with their sentences, entities, and the names used for them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from shanqu.model import Article, Extraction, Mention, Role
from shanqu.store.sentences import page_sentences, sentence_around
from shanqu.text.aligned import strip_span
from shanqu.text.fold import fold

Reading = Callable[[Mention], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article with all that the library is to know of it.

    `sketch` are its hashes for finding reprints; `counties` the names of the counties in it, most often first.
    """

    article: Article
    extraction: Extraction
    sketch: Collection[int] = ()
    counties: Sequence[str] = ()


def add_mentions(connection: sqlite3.Connection, number: int, analysed: Analysed, reading: Reading) -> None:
    """Store the mentions of article `number`, and the entities that are new to the library."""
    spans = _sentences_and_titles(analysed.article)
    counts: Counter[int] = Counter()
    rows = []
    for mention in analysed.extraction.mentions:
        entity = _entity(connection, mention, reading)
        counts[entity] += 1
        around = sentence_around(spans, mention.start, mention.end)
        rows.append((number, entity, mention.start, mention.end, *around, mention.text, mention.how))
    connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO naming (entity, article, mentions) VALUES (?, ?, ?)",
        [(entity, number, count) for entity, count in counts.items()],
    )


def _sentences_and_titles(article: Article) -> list[tuple[int, int]]:
    titles = [
        strip_span(article.page.text, block.start, block.end)
        for block in article.blocks
        if block.role in (Role.TITLE, Role.SUBTITLE)
    ]
    return sorted([*page_sentences(article), *titles])


def _entity(connection: sqlite3.Connection, mention: Mention, reading: Reading) -> int:
    key = (mention.kind, mention.canonical, mention.code or "")
    row = connection.execute(
        "SELECT id FROM entity WHERE kind = ? AND canonical = ? AND code = ?", key
    ).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO entity (kind, canonical, code, pinyin, initials) VALUES (?, ?, ?, ?, ?) RETURNING id",
            (*key, *reading(mention)),
        ).fetchone()
    connection.execute(
        "INSERT OR IGNORE INTO surface (entity, text, folded) VALUES (?, ?, ?)",
        (row[0], mention.text, fold(mention.text)),
    )
    return int(row[0])

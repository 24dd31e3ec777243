"""The one way into the library's file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from shanqu.model import Article, Extraction, Mention, Role
from shanqu.store import reprints
from shanqu.store.codec import encode_article, encode_fact
from shanqu.store.connect import clear_errors, open_for_writing
from shanqu.store.grams import grams
from shanqu.store.sentences import page_sentences, sentence_around
from shanqu.text.aligned import strip_span
from shanqu.text.fold import fold
from shanqu.text.paragraphs import cleaned_text

Reading = Callable[[Mention], tuple[str, str]]
_MERGE_EVERY = 64
_MERGE_PAGES = 256
_COUNTY_CODE = 6


@dataclass(frozen=True, slots=True)
class Known:
    """What the library remembers of one page: enough to tell whether it must be read again."""

    id: int
    sha256: str
    rules: int


def shown_title(article: Article) -> str:
    """The page's title, else what stands for one: the title its container gives, or its file name."""
    page = article.page
    return article.title or page.title_hint or Path(page.path).name


class Store:
    """A library open for writing. Use as a context manager, from one thread.

    All methods raise LibraryError (LibraryBusyError where another writer keeps the lock).
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._connection = open_for_writing(directory)
        self._writes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back. Whatever was not committed is gone."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside become visible to readers together, or not at all."""
        with clear_errors(self.directory):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def source(self, path: str) -> tuple[int, float, int] | None:
        """Size, mtime and version of the rules of a file that was read to its end."""
        with clear_errors(self.directory):
            row = self._connection.execute(
                "SELECT size, mtime, rules FROM source WHERE path = ?", (path,)
            ).fetchone()
        return row and (row[0], row[1], row[2])

    def finish_source(self, path: str, size: int, mtime: float, rules: int) -> None:
        """Remember that a file was read to its end."""
        self._connection.execute(
            "INSERT OR REPLACE INTO source (path, size, mtime, rules) VALUES (?, ?, ?, ?)",
            (path, size, mtime, rules),
        )

    def known(self, path: str) -> dict[str, Known]:
        """The pages of a file that the library holds, by member."""
        with clear_errors(self.directory):
            rows = self._connection.execute(
                "SELECT member, id, sha256, rules FROM article WHERE path = ?", (path,)
            ).fetchall()
        return {row[0]: Known(*row[1:]) for row in rows}

    def write(
        self,
        article: Article,
        extraction: Extraction,
        *,
        rules: int,
        sketch: Collection[int],
        reading: Reading,
    ) -> int:
        """Store an article in place of what the library held under its path and member; return its id.

        `rules` is the version of the rules that read it, `sketch` its hashes for finding reprints, and
        `reading` tells pinyin and initials of an entity that the library does not know yet.
        """
        held = self._connection.execute(
            "SELECT id FROM article WHERE path = ? AND member = ?", (article.page.path, article.page.member)
        ).fetchone()
        if held:
            self._clear(held[0])
        number = self._write_article(article, extraction, rules, held and held[0])
        self._write_text(number, article)
        self._write_mentions(number, article, extraction, reading)
        self._connection.executemany(
            "INSERT INTO fact (article, code, indicator, record) VALUES (?, ?, ?, ?)",
            [(number, f.code or "", f.indicator, encode_fact(f)) for f in extraction.facts],
        )
        reprints.add_sketch(self._connection, number, sketch)
        self._merge_sometimes()
        return number

    def delete(self, number: int) -> None:
        """Take one article out of the library."""
        self._clear(number)
        self._connection.execute("DELETE FROM article WHERE id = ?", (number,))
        self._forget_unnamed()

    def _clear(self, number: int) -> None:
        reprints.remove_sketch(self._connection, number)
        title, body = self._connection.execute(
            "SELECT folded_title, folded FROM content WHERE article = ?", (number,)
        ).fetchone()
        self._connection.execute(
            "INSERT INTO fulltext (fulltext, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (number, grams(title), grams(body)),
        )
        for table in ("content", "mention", "naming", "fact"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))

    def _write_article(self, article: Article, extraction: Extraction, rules: int, number: int | None) -> int:
        page, published = article.page, article.published
        values = {
            "path": page.path,
            "member": page.member,
            "sha256": page.sha256,
            "rules": rules,
            "title": shown_title(article),
            "site": article.site,
            "section": article.column,
            "published": published and published.iso,
            "meaning": published and published.meaning,
            "chars": len(page.text),
            "kept": len(cleaned_text(article)),
            "places": json.dumps(_counties(extraction), ensure_ascii=False),
        }
        if number is not None:
            assignments = ", ".join(f"{name} = :{name}" for name in values)
            self._connection.execute(
                f"UPDATE article SET {assignments} WHERE id = :id", values | {"id": number}
            )
            return number
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        cursor = self._connection.execute(
            f"INSERT INTO article ({names}, shape, reprints) VALUES ({marks}, 0, 0)", values
        )
        number = cursor.lastrowid or 0
        self._connection.execute("UPDATE article SET reprints = id WHERE id = ?", (number,))
        return number

    def _write_text(self, number: int, article: Article) -> None:
        title, body = fold(shown_title(article)), fold(cleaned_text(article))
        self._connection.execute(
            "INSERT INTO content (article, page, record, folded, folded_title) VALUES (?, ?, ?, ?, ?)",
            (number, article.page.text, encode_article(article), body, title),
        )
        self._connection.execute(
            "INSERT INTO fulltext (rowid, title, body) VALUES (?, ?, ?)", (number, grams(title), grams(body))
        )

    def _write_mentions(
        self, number: int, article: Article, extraction: Extraction, reading: Reading
    ) -> None:
        spans = page_sentences(article)
        titles = [
            strip_span(article.page.text, block.start, block.end)
            for block in article.blocks
            if block.role in (Role.TITLE, Role.SUBTITLE)
        ]
        spans = sorted([*spans, *titles])
        counts: Counter[int] = Counter()
        rows = []
        for mention in extraction.mentions:
            entity = self._entity(mention, reading)
            counts[entity] += 1
            around = sentence_around(spans, mention.start, mention.end)
            rows.append((number, entity, mention.start, mention.end, *around, mention.text, mention.how))
        self._connection.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.executemany(
            "INSERT INTO naming (entity, article, mentions) VALUES (?, ?, ?)",
            [(entity, number, count) for entity, count in counts.items()],
        )

    def _entity(self, mention: Mention, reading: Reading) -> int:
        key = (mention.kind, mention.canonical, mention.code or "")
        row = self._connection.execute(
            "SELECT id FROM entity WHERE kind = ? AND canonical = ? AND code = ?", key
        ).fetchone()
        if row is None:
            row = self._connection.execute(
                "INSERT INTO entity (kind, canonical, code, pinyin, initials) VALUES (?, ?, ?, ?, ?) RETURNING id",
                (*key, *reading(mention)),
            ).fetchone()
        entity = int(row[0])
        self._connection.execute(
            "INSERT OR IGNORE INTO surface (entity, text, folded) VALUES (?, ?, ?)",
            (entity, mention.text, fold(mention.text)),
        )
        return entity

    def _forget_unnamed(self) -> None:
        self._connection.execute("DELETE FROM entity WHERE id NOT IN (SELECT entity FROM naming)")

    def _merge_sometimes(self) -> None:
        # Each transaction leaves a segment of the index behind; a step of bounded size folds some together.
        self._writes += 1
        if self._writes % _MERGE_EVERY == 0:
            self._connection.execute(
                "INSERT INTO fulltext (fulltext, rank) VALUES ('merge', ?)", (_MERGE_PAGES,)
            )

    def tidy(self) -> None:
        """After the last write: merge the index, forget entities that nothing names, note statistics."""
        with self.transaction():
            self._forget_unnamed()
            for _ in range(_MERGE_EVERY):
                before = self._connection.total_changes
                self._connection.execute(
                    "INSERT INTO fulltext (fulltext, rank) VALUES ('merge', ?)", (_MERGE_PAGES,)
                )
                if self._connection.total_changes - before < 2:
                    break
        with clear_errors(self.directory):
            self._connection.execute("PRAGMA optimize")


def _counties(extraction: Extraction) -> list[str]:
    counts = Counter(
        mention.canonical
        for mention in extraction.mentions
        if mention.kind == "place" and mention.code and len(mention.code) == _COUNTY_CODE
    )
    return [name for name, _ in counts.most_common()]

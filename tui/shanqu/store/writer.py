"""The one way into the library's file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from shanqu.model import Article
from shanqu.store import reprints
from shanqu.store.codec import encode_article, encode_fact, encode_path
from shanqu.store.connect import clear_errors, open_for_writing
from shanqu.store.grams import grams
from shanqu.store.naming import Analysed, Reading, add_mentions
from shanqu.text.fold import fold
from shanqu.text.names import legible
from shanqu.text.paragraphs import cleaned_text

_MERGE_EVERY = 64
_MERGE_PAGES = 256


@dataclass(frozen=True, slots=True)
class Known:
    """What the library remembers of one page: enough to tell whether it must be read again."""

    id: int
    sha256: str
    rules: int


def shown_title(article: Article) -> str:
    """The page's title, else what stands for one: the title its container gives, or its file name."""
    page = article.page
    return article.title or page.title_hint or legible(Path(page.path).name)


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
                "SELECT size, mtime, rules FROM source WHERE path = ?", (encode_path(path),)
            ).fetchone()
        return row and (row[0], row[1], row[2])

    def finish_source(self, path: str, size: int, mtime: float, rules: int) -> None:
        """Remember that a file was read to its end."""
        self._connection.execute(
            "INSERT OR REPLACE INTO source (path, size, mtime, rules) VALUES (?, ?, ?, ?)",
            (encode_path(path), size, mtime, rules),
        )

    def known(self, path: str) -> dict[str, Known]:
        """The pages of a file that the library holds, by member."""
        with clear_errors(self.directory):
            rows = self._connection.execute(
                "SELECT member, id, sha256, rules FROM article WHERE path = ?", (encode_path(path),)
            ).fetchall()
        return {row[0]: Known(*row[1:]) for row in rows}

    def write(self, analysed: Analysed, *, rules: int, reading: Reading) -> int:
        """Store an article in place of what the library held under its path and member; return its id.

        `rules` is the version of the rules that read it; `reading` tells pinyin and initials of an entity
        that the library does not know yet.
        """
        article, facts = analysed.article, analysed.extraction.facts
        held = self._connection.execute(
            "SELECT id FROM article WHERE path = ? AND member = ?",
            (encode_path(article.page.path), article.page.member),
        ).fetchone()
        if held:
            self._clear(held[0])
        number = self._write_article(analysed, rules, held and held[0])
        self._write_text(number, article)
        add_mentions(self._connection, number, analysed, reading)
        self._connection.executemany(
            "INSERT INTO fact (article, code, indicator, record) VALUES (?, ?, ?, ?)",
            [(number, fact.code or "", fact.indicator, encode_fact(fact)) for fact in facts],
        )
        reprints.add_sketch(self._connection, number, analysed.sketch)
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

    def _write_article(self, analysed: Analysed, rules: int, number: int | None) -> int:
        article = analysed.article
        page, published = article.page, article.published
        values = {
            "path": encode_path(page.path),
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
            "places": json.dumps(analysed.counties, ensure_ascii=False),
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

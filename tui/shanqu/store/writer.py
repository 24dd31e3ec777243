"""The one way into the library's file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from shanqu.store import blocks, folding, fulltext, marks, phrases, reprints, sealing, splitting
from shanqu.store.bits import BITS
from shanqu.store.codec import decode_path, encode_path
from shanqu.store.connect import clear_errors, open_for_writing, take_over_after
from shanqu.store.grams import grams
from shanqu.store.naming import add_mentions, forget_unnamed, remove_mentions
from shanqu.store.preparing import Analysed, Prepared, Reading, prepare
from shanqu.store.splitting import Split
from shanqu.text.fold import fold

# So many writes at once are those of a long import.
_MANY = 16
# Of so many files with the same bytes one is looked for that has moved.
_MOST_ALIKE = 50


class Known(NamedTuple):
    """What the library remembers of one page: enough to tell whether it must be read again."""

    id: int
    sha256: str
    rules: int


class Source(NamedTuple):
    """What the library remembers of a file that was read to its end; `rules` is their version."""

    size: int
    mtime: float
    rules: int
    sha256: str = ""


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
                reprints.regroup(self._connection)
                splitting.split_changed(self._connection)
                folding.rank_changed(self._connection)
                if self._writes:
                    fulltext.merge(self._connection, self._writes)
                if self._writes >= _MANY:
                    self._seal_full_block()
                    marks.move_on(self._connection)
                take_over_after(self._connection, many=self._writes >= _MANY)
            except BaseException:
                self._connection.rollback()
                raise
            finally:
                self._writes = 0
            self._connection.commit()

    def _seal_full_block(self) -> None:
        """In a long import make the block that has become full, so that readers need not wait for its end."""
        last = self._connection.execute("SELECT max(id) FROM article").fetchone()[0] >> BITS
        sealed = self._connection.execute("SELECT coalesce(max(block), -1) FROM facet_block").fetchone()[0]
        if sealed + 1 < last:
            sealing.seal(self._connection, sealed + 1)

    # The files that were read.

    def source(self, path: str) -> Source | None:
        """What is known of a file that was read to its end."""
        with clear_errors(self.directory):
            row = self._connection.execute(
                "SELECT size, mtime, rules, sha256 FROM source WHERE path = ?", (encode_path(path),)
            ).fetchone()
        return row and Source(*row)

    def sources_like(self, source: Source) -> list[str]:
        """The files that had the same bytes, and were read by the same rules."""
        with clear_errors(self.directory):
            rows = self._connection.execute(
                "SELECT path FROM source WHERE sha256 = ? AND sha256 <> '' AND rules = ? LIMIT ?",
                (source.sha256, source.rules, _MOST_ALIKE),
            ).fetchall()
        return [decode_path(path) for (path,) in rows]

    def paths_below(self, root: str) -> list[str]:
        """The file `root`, or the files in that folder, that have articles in the library."""
        folder = root.rstrip(os.sep) + os.sep
        after = folder[:-1] + chr(ord(os.sep) + 1)
        found: list[str] = []
        with clear_errors(self.directory):
            # Names that are no text are kept as bytes, which come after all texts.
            for keep in (encode_path, os.fsencode):
                rows = self._connection.execute(
                    "SELECT DISTINCT path FROM article WHERE path = ? OR path > ? AND path < ?",
                    (keep(root), keep(folder), keep(after)),
                )
                found += (decode_path(path) for (path,) in rows)
        return list(dict.fromkeys(found))

    def finish_source(self, path: str, source: Source) -> None:
        """Remember that a file was read to its end."""
        self._connection.execute(
            "INSERT OR REPLACE INTO source (path, size, mtime, rules, sha256) VALUES (?, ?, ?, ?, ?)",
            (encode_path(path), *source),
        )

    def move_source(self, old: str, new: str) -> None:
        """The file `old` is now called `new`, with all that is known of it."""
        names = (encode_path(new), encode_path(old))
        self._connection.execute("UPDATE OR REPLACE source SET path = ? WHERE path = ?", names)
        self._connection.execute("UPDATE article SET path = ?, gone = 0 WHERE path = ?", names)

    def gone(self) -> list[str]:
        """The files that are marked as gone."""
        with clear_errors(self.directory):
            rows = self._connection.execute("SELECT DISTINCT path FROM article WHERE gone").fetchall()
        return [decode_path(path) for (path,) in rows]

    def mark_gone(self, paths: Iterable[str], *, gone: bool = True) -> int:
        """Note that files are no longer there, or are there again; how many articles that changed."""
        marked = 0
        for path in paths:
            marked += self._connection.execute(
                "UPDATE article SET gone = ?1 WHERE path = ?2 AND gone <> ?1", (gone, encode_path(path))
            ).rowcount
        return marked

    # The articles.

    def known(self, path: str) -> dict[str, Known]:
        """The pages of a file that the library holds, by member."""
        with clear_errors(self.directory):
            rows = self._connection.execute(
                "SELECT member, id, sha256, rules FROM article WHERE path = ?", (encode_path(path),)
            ).fetchall()
        return {row[0]: Known(*row[1:]) for row in rows}

    def write(self, analysed: Analysed, *, rules: int, reading: Reading) -> int:
        """Store an article as `put` does; `reading` tells pinyin and initials of an entity."""
        return self.put(prepare(analysed, reading), rules=rules)

    def put(self, prepared: Prepared, *, rules: int) -> int:
        """Store an article in place of what the library held under its path and member; return its id.

        `rules` is the version of the rules that read it.
        """
        connection = self._connection
        held = connection.execute(
            "SELECT id FROM article WHERE path = ? AND member = ?",
            (encode_path(prepared.path), prepared.member),
        ).fetchone()
        if held:
            self._clear(held[0])
        number = self._put_article(prepared, rules, held and held[0])
        connection.execute(
            "INSERT INTO content (article, page, record) VALUES (?, ?, ?)",
            (number, prepared.page, prepared.record),
        )
        connection.execute("INSERT INTO text (article, body) VALUES (?, ?)", (number, prepared.body))
        fulltext.put(connection, number, *prepared.grams)
        add_mentions(connection, number, prepared)
        connection.executemany(
            "INSERT INTO fact (article, code, indicator, kind, amount, record) VALUES (?, ?, ?, ?, ?, ?)",
            [(number, *fact) for fact in prepared.facts],
        )
        reprints.add_sketch(connection, number, prepared.sketch, prepared.figures)
        splitting.split(connection, number)
        self._writes += 1
        return number

    def delete(self, number: int) -> None:
        """Take one article out of the library."""
        self._clear(number)
        self._connection.execute("DELETE FROM article WHERE id = ?", (number,))
        forget_unnamed(self._connection)
        self._writes += 1

    def _clear(self, number: int) -> None:
        reprints.remove_sketch(self._connection, number)
        title, body = self._connection.execute(
            "SELECT title, body FROM article JOIN text ON article = id WHERE id = ?", (number,)
        ).fetchone()
        fulltext.remove(self._connection, number, grams(fold(body)), grams(fold(title)))
        remove_mentions(self._connection, number)
        for table in ("content", "text", "fact"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))

    def _put_article(self, prepared: Prepared, rules: int, number: int | None) -> int:
        columns = {
            "path": encode_path(prepared.path),
            "member": prepared.member,
            "rules": rules,
            "gone": 0,
        } | prepared.columns
        if number is not None:
            assignments = ", ".join(f"{name} = :{name}" for name in columns)
            self._connection.execute(
                f"UPDATE article SET {assignments} WHERE id = :id", columns | {"id": number}
            )
            return number
        names = ", ".join(columns)
        marks = ", ".join(f":{name}" for name in columns)
        cursor = self._connection.execute(
            f"INSERT INTO article ({names}, shape, reprints) VALUES ({marks}, 0, 0)", columns
        )
        number = cursor.lastrowid or 0
        self._connection.execute("UPDATE article SET reprints = id WHERE id = ?", (number,))
        return number

    def carry_out(self, splits: Iterable[Split], reading: splitting.Reading) -> None:
        """Give the mentions to other entities as these say, and no others; also those that are written from now on."""
        with self.transaction():
            others = blocks.touched_blocks(self._connection)
            splitting.carry_out(self._connection, splits, reading)
        for block in blocks.changed_blocks(self._connection):
            with self.transaction():
                # Where only names have changed, what the texts hold needs no other look at them.
                (sealing.seal if block in others else blocks.seal)(self._connection, block)

    def tidy(self) -> None:
        """After the last write: merge the index, forget entities that nothing names, note statistics.

        Stroke by stroke, each with a transaction of its own: it may be broken off, and other writers get in.
        """
        with self.transaction():
            forget_unnamed(self._connection)
        for kin in reprints.changed(self._connection):
            with self.transaction():
                reprints.regroup_large(self._connection, kin)
        for block in blocks.changed_blocks(self._connection):
            with self.transaction():
                sealing.seal(self._connection, block)
        for block in phrases.missing(self._connection):
            with self.transaction():
                sealing.seal_phrases(self._connection, block)
        more = True
        while more:
            with self.transaction():
                more = fulltext.merge_more(self._connection)
        with clear_errors(self.directory):
            self._connection.execute("PRAGMA optimize")

"""The user's own file: stars, tags and notes. It is never made again, so nothing of the library's is kept in it.

A mark belongs to a page by the hash of its content and by its path: it stays with an article that is moved, and
with one that is changed in its place.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from shanqu.messages import Message, system_reason
from shanqu.store.codec import decode_path, encode_path
from shanqu.store.errors import LibraryBusyError, LibraryError

_TABLES = """
CREATE TABLE mark (
    sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    title TEXT NOT NULL,            -- for people, where the article is in no library any more
    starred INTEGER NOT NULL,
    tags TEXT NOT NULL,             -- JSON list
    note TEXT NOT NULL,
    changed TEXT NOT NULL,          -- ISO 8601
    PRIMARY KEY (sha256, path, member)
) WITHOUT ROWID
"""
_VERSION = 1
_BUSY_SECONDS = 10.0


class Mark(NamedTuple):
    """What the user has put on one article. `sha256`, `path` and `member` are those of its page."""

    sha256: str
    path: str
    member: str
    title: str
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    changed: str = ""

    @property
    def empty(self) -> bool:
        """Whether it says nothing, and need not be kept."""
        return not (self.starred or self.tags or self.note)


class Notes:
    """The file of marks. Any thread may use it; methods raise LibraryError."""

    def __init__(self, path: Path) -> None:
        """`path` need not exist: then there are no marks, and the first one makes it."""
        self.path = path

    def version(self) -> object:
        """Something that changes when the file does."""
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_size

    def all(self) -> list[Mark]:
        """All marks, the latest first."""
        if not self.path.exists():
            return []
        sql = (
            "SELECT sha256, path, member, title, starred, tags, note, changed FROM mark ORDER BY changed DESC"
        )
        with self._opened() as connection:
            return [_mark(row) for row in connection.execute(sql)]

    def put(self, mark: Mark, instead: Mark | None = None) -> None:
        """Keep a mark, or forget it where it is empty; in place of `instead`, which belongs to the same article."""
        with self._opened() as connection:
            for old in filter(None, (instead, mark)):
                key = (old.sha256, encode_path(old.path), old.member)
                connection.execute("DELETE FROM mark WHERE sha256 = ? AND path = ? AND member = ?", key)
            if not mark.empty:
                row = mark._replace(tags=json.dumps(mark.tags, ensure_ascii=False))  # type: ignore[arg-type]
                row = row._replace(path=encode_path(mark.path))  # type: ignore[arg-type]
                connection.execute("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS)
        except OSError as error:
            raise self._error(system_reason(error)) from error
        except sqlite3.Error as error:
            raise self._error(str(error)) from error
        try:
            with connection:
                self._prepare(connection)
                yield connection
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                text = Message("{path}: another process is writing notes; try again", path=self.path)
                raise LibraryBusyError(text) from error
            raise self._error(str(error)) from error
        finally:
            connection.close()

    def _prepare(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > _VERSION:
            raise self._error(Message("it was made by a newer version of shanqu"))
        if found < _VERSION:
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] < _VERSION:
                connection.execute(_TABLES)
                connection.execute(f"PRAGMA user_version = {_VERSION}")

    def _error(self, reason: str) -> LibraryError:
        return LibraryError(
            Message("{path}: the file of notes cannot be used: {reason}", path=self.path, reason=reason)
        )


def _mark(row: tuple[str, str | bytes, str, str, int, str, str, str]) -> Mark:
    sha256, path, member, title, starred, tags, note, changed = row
    return Mark(
        sha256, decode_path(path), member, title, bool(starred), tuple(json.loads(tags)), note, changed
    )

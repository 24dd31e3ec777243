"""The outer lines of all pages of a library, by site, in a file of their own: what templates are learned from.

Deleting the file loses nothing but the memory of pages that are not read again.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from shanqu.store.codec import decode_path, encode_path
from shanqu.store.connect import clear_errors

_NAME = "sites.sqlite"
# Of a site so many pages are looked at, the latest read.
_LOOKED_AT = 400
_TABLES = """
CREATE TABLE IF NOT EXISTS page (
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    site TEXT NOT NULL,
    text INTEGER NOT NULL,              -- equal for copies
    lines BLOB NOT NULL,
    PRIMARY KEY (path, member)
);
CREATE INDEX IF NOT EXISTS page_site ON page (site);
CREATE TABLE IF NOT EXISTS used (       -- the template that a site's pages were last read with
    site TEXT PRIMARY KEY,
    digest INTEGER NOT NULL
) WITHOUT ROWID;
"""


class Edge(NamedTuple):
    """The outer lines of one page, see `clean.template`."""

    path: str
    member: str
    site: str
    text: int
    lines: bytes


class Edges:
    """The pages by site, open for writing. Use as a context manager; what it raises is LibraryError."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        with clear_errors(directory):
            self._connection = sqlite3.connect(directory / _NAME, timeout=30, isolation_level=None)
            self._connection.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _TABLES
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def put(self, edges: list[Edge]) -> None:
        """What pages show now, in place of what they showed before."""
        with clear_errors(self._directory):
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)",
                [(encode_path(edge.path), edge.member, edge.site, edge.text, edge.lines) for edge in edges],
            )
            self._connection.execute("COMMIT")

    def of(self, site: str) -> list[Edge]:
        """The pages of a site that were read last."""
        with clear_errors(self._directory):
            rows = self._connection.execute(
                "SELECT path, member, site, text, lines FROM page WHERE site = ? ORDER BY rowid DESC LIMIT ?",
                (site, _LOOKED_AT),
            ).fetchall()
        return [Edge(decode_path(row[0]), *row[1:]) for row in rows]

    def paths(self, site: str) -> list[str]:
        """The files with pages of a site."""
        with clear_errors(self._directory):
            rows = self._connection.execute(
                "SELECT DISTINCT path FROM page WHERE site = ?", (site,)
            ).fetchall()
        return [decode_path(row[0]) for row in rows]

    def sites(self) -> list[str]:
        """All sites of which pages have been read."""
        with clear_errors(self._directory):
            rows = self._connection.execute("SELECT DISTINCT site FROM page").fetchall()
        return [site for (site,) in rows]

    def move(self, old: str, new: str) -> None:
        """The file `old` is now called `new`."""
        with clear_errors(self._directory):
            names = (encode_path(new), encode_path(old))
            self._connection.execute("UPDATE OR REPLACE page SET path = ? WHERE path = ?", names)

    def used(self) -> dict[str, int]:
        """The digest of the template that each site's pages were read with."""
        with clear_errors(self._directory):
            return dict(self._connection.execute("SELECT site, digest FROM used"))

    def note_used(self, site: str, digest: int) -> None:
        """The pages of the site have been read with this template."""
        with clear_errors(self._directory):
            self._connection.execute("INSERT OR REPLACE INTO used VALUES (?, ?)", (site, digest))

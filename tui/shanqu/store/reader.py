"""Reading side of the library's file: articles and literal search. SQL ends here."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from shanqu.model import Article, Extraction, Mention
from shanqu.store.codec import decode_article, decode_fact, decode_path
from shanqu.store.codec import numbers as numbers
from shanqu.store.conditions import Condition, fused, where
from shanqu.store.connect import broken_off, clear_errors, open_for_reading
from shanqu.store.errors import LibraryInterruptedError

T = TypeVar("T")


class Source(NamedTuple):
    """One article without its findings: to show spans of its page, and to name it."""

    id: int
    title: str
    site: str | None
    published: str | None
    article: Article


class Text(NamedTuple):
    """The cleaned text of one article, with what names it."""

    id: int
    title: str
    site: str | None
    published: str | None
    body: str


class Row(NamedTuple):
    """The listed columns of one article."""

    id: int
    title: str
    site: str | None
    column: str | None
    published: str | None
    meaning: str | None
    path: str
    member: str
    chars: int
    kept: int
    places: str
    duplicates: int
    gone: bool
    keywords: str


_ROW = (
    "SELECT id, title, site, section, published, meaning, path, member, chars, kept, places,"
    " (SELECT count(*) FROM article other WHERE other.reprints = article.reprints) - 1, gone, keywords"
    " FROM article WHERE id IN (SELECT value FROM json_each(?))"
)
_REMEMBERED = 64
_SITED = {"site": "site", "column": "section"}


class Reader:
    """One read-only connection; for the thread that made it. All methods raise LibraryError."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._connection = open_for_reading(directory)
        self._remembered: dict[Hashable, Any] = {}
        self._remembered_at = -1
        self._chosen: Collection[int] | None = None
        self._about: tuple[Collection[int], int, Any] | None = None
        self._lately: tuple[Hashable, int, Any] | None = None
        self._broken_off = False

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def interrupt(self) -> None:
        """Break off what another thread is asking at the moment, and all that it asks until it is to `go_on`."""
        # SQLite itself breaks off only what it is at: between two questions it would forget.
        self._broken_off = True
        self._connection.interrupt()

    def go_on(self) -> None:
        """Answer again after `interrupt`."""
        self._broken_off = False

    def all(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """The rows of a query, with what goes wrong told clearly."""
        self._heed()
        with clear_errors(self.directory):
            return self._connection.execute(sql, parameters).fetchall()

    def _heed(self) -> None:
        if self._broken_off:
            raise broken_off(self.directory)

    def each(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Any]:
        """The rows of a query one by one: for many of them, which are not to be held together."""
        self._heed()
        with clear_errors(self.directory):
            yield from self._connection.execute(sql, parameters)

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row."""
        rows = self.all(sql, parameters)
        return rows[0][0] if rows else None

    def column(self, sql: str, *parameters: str | float) -> array[int]:
        """The one column of a query, in order; its values are numbers. To be kept."""
        return array("q", self.listed(sql, *parameters))

    def listed(self, sql: str, *parameters: str | float) -> list[int]:
        """The same as a list, which takes more room and is made sooner."""
        # As one text: so the query runs in one piece beside the other threads, and takes half the time.
        made = self.one(f"WITH found (n) AS ({sql}) SELECT json_group_array(n) FROM found", parameters)
        found: list[int] = json.loads(made)
        return found

    def recalled(self, key: Hashable) -> Any:
        """What is remembered under `key`; None where nothing is."""
        now = self.version()
        if self._remembered_at != now:
            self._remembered.clear()
            self._remembered_at = now
        return self._remembered.get(key)

    def remembered(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` makes, kept for as long as nobody writes to the library; only the last few are."""
        self.recalled(key)
        if key not in self._remembered:
            made = make()
            if len(self._remembered) >= _REMEMBERED:
                del self._remembered[next(iter(self._remembered))]
            self._remembered[key] = made
        return self._remembered[key]

    def about(self, ids: Collection[int], make: Callable[[], T]) -> T:
        """What `make` makes of these very ids, kept until other ones are asked about or somebody writes."""
        now = self.version()
        if self._about is None or self._about[0] is not ids or self._about[1] != now:
            self._about = (ids, now, make())
        made: T = self._about[2]
        return made

    def lately(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, kept until it is asked for another `key` or somebody writes."""
        now = self.version()
        if self._lately is None or self._lately[0] != key or self._lately[1] != now:
            self._lately = (key, now, make())
        made: T = self._lately[2]
        return made

    def note(self, key: Hashable, made: object) -> None:
        """Have this told for the `key` next time, see `lately`."""
        self._lately = (key, self.version(), made)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """What is asked inside is answered from one state of the library, whoever writes meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self.all("BEGIN")
        try:
            yield
        finally:
            while self._connection.in_transaction:
                # Were it left open, nothing new would ever be seen: not even when all is broken off.
                with suppress(LibraryInterruptedError), clear_errors(self.directory):
                    self._connection.execute("COMMIT")

    def choose(self, ids: Collection[int]) -> None:
        """Make the table `chosen` hold these ids, for several questions about them."""
        if ids is self._chosen:
            return
        if self._chosen is None:
            self.all("PRAGMA temp_store = MEMORY")
            self.all("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")
        self._chosen = ()
        self.all("DELETE FROM chosen")
        # From the least: so each goes to the end of the table.
        self.all("INSERT INTO chosen SELECT value FROM json_each(?)", (numbers(sorted(ids)),))
        self._chosen = ids

    def changed(self) -> list[int]:
        """The articles that what is kept of blocks does not hold of."""
        return [row[0] for row in self.all("SELECT article FROM facet_changed")]

    def version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.one("PRAGMA data_version"))

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where all is well."""
        return [row[0] for row in self.all("PRAGMA integrity_check") if row[0] != "ok"]

    def ids(self, among: Collection[int] | None = None) -> tuple[int, ...]:
        """Articles, the latest first; those of unknown year after the dated, the undated last."""
        where = "" if among is None else "WHERE id IN (SELECT value FROM json_each(?)) "
        parameters = () if among is None else (numbers(among),)
        sql = f"SELECT id FROM article {where}ORDER BY published DESC, id"
        return tuple(row[0] for row in self.all(sql, parameters))

    def rows(self, ids: Iterable[int]) -> list[Row]:
        """The listed columns of these articles, in any order."""
        rows = (Row(*row) for row in self.all(_ROW, (numbers(ids),)))
        return [
            row if isinstance(row.path, str) else row._replace(path=decode_path(row.path)) for row in rows
        ]

    def article(self, number: int) -> tuple[Article, Extraction] | None:
        """One article with what was extracted from it."""
        found = self.all(
            "SELECT path, member, sha256, page, record FROM article JOIN content ON article = id WHERE id = ?",
            (number,),
        )
        if not found:
            return None
        path, member, sha256, text, record = found[0]
        mentions = self.all(
            "SELECT kind, start, end, text, canonical, nullif(code, ''), how FROM mention"
            " JOIN entity ON entity.id = entity WHERE article = ? ORDER BY start, end, mention.rowid",
            (number,),
        )
        facts = self.all("SELECT record FROM fact WHERE article = ? ORDER BY rowid", (number,))
        return (
            decode_article(record, text=text, path=decode_path(path), member=member, sha256=sha256),
            Extraction(tuple(Mention(*row) for row in mentions), tuple(decode_fact(row[0]) for row in facts)),
        )

    def reprints(self, number: int) -> tuple[int, ...]:
        """The other articles of its group."""
        rows = self.all(
            "SELECT other.id FROM article self JOIN article other ON other.reprints = self.reprints"
            " WHERE self.id = ?1 AND other.id <> ?1 ORDER BY other.id",
            (number,),
        )
        return tuple(row[0] for row in rows)

    def groups(self, ids: Iterable[int]) -> dict[int, int]:
        """The group of reprints of each of these articles."""
        return dict(
            self.all(
                "SELECT id, reprints FROM article WHERE id IN (SELECT value FROM json_each(?))",
                (numbers(ids),),
            )
        )

    def source(self, number: int) -> Source:
        """The page of an article that is known to exist."""
        row = self.all(
            "SELECT id, title, site, published, path, member, sha256, page, record"
            " FROM article JOIN content ON article = id WHERE id = ?",
            (number,),
        )[0]
        path, member, sha256, text, record = row[4:]
        return Source(
            id=row[0],
            title=row[1],
            site=row[2],
            published=row[3],
            article=decode_article(record, text=text, path=decode_path(path), member=member, sha256=sha256),
        )

    def values(self, field: str) -> list[str]:
        """All the sites (`site`) or columns (`column`) of the library."""
        name = _SITED[field]
        return [row[0] for row in self.all(f"SELECT DISTINCT {name} FROM article WHERE {name} IS NOT NULL")]

    def published(self, ids: Iterable[int]) -> list[tuple[int, str | None]]:
        """The dates of these articles."""
        sql = "SELECT id, published FROM article WHERE id IN (SELECT value FROM json_each(?))"
        return self.all(sql, (numbers(ids),))

    def texts_where(self, condition: Condition) -> Iterator[Text]:
        """The texts of the articles that fulfil a condition."""
        sql, parameters = where(fused(condition))
        yield from (
            Text(*row)
            for row in self.each(
                "SELECT article.id, title, site, published, body FROM article"
                f" JOIN text ON text.article = article.id WHERE {sql}",
                parameters,
            )
        )

    def texts(self, ids: Iterable[int]) -> list[Text]:
        """Title, site, date and cleaned text of these articles, in any order."""
        sql = (
            "SELECT id, title, site, published, body FROM article JOIN text ON article = id"
            " WHERE id IN (SELECT value FROM json_each(?))"
        )
        return [Text(*row) for row in self.all(sql, (numbers(ids),))]

    def bytes_of(self, column: Literal["title", "body"], ids: Collection[int]) -> list[tuple[int, bytes]]:
        """Title or cleaned text of these articles in UTF-8, in any order."""
        table = "article" if column == "title" else "text"
        # In both tables it is the number of the row.
        sql = f"SELECT rowid, CAST({column} AS BLOB) FROM {table} WHERE rowid IN (SELECT value FROM json_each(?))"
        return self.all(sql, (numbers(ids),)) if ids else []

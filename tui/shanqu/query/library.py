"""The one door through which screens and commands look at a library.

What only some answers need is imported where they are given: the browser's first frame waits for this module.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from shanqu import paths
from shanqu.model import ENTITY_KINDS, Query
from shanqu.query import matching, places, searching
from shanqu.query.analysis import Analysis
from shanqu.query.everything import Everything
from shanqu.query.highlight import free_words
from shanqu.query.searching import Order, Wanted
from shanqu.query.shapes import (
    ArticleRow,
    Bucket,
    County,
    EntityRow,
    Evidence,
    Leading,
    SearchHit,
    Stored,
    Summary,
)
from shanqu.query.user_marks import UserMarks
from shanqu.store import LibraryError, LibraryMissingError, LibraryOutdatedError, Reader, finding, findings
from shanqu.store.conditions import holding
from shanqu.store.finding import Found
from shanqu.store.notes import Mark, Notes
from shanqu.text.fold import fold

_BEYOND_ANY_ID = 1 << 63


class Library(Analysis):
    """A library open for reading, while others may write to it.

    It belongs to the thread that opens it: open one for each thread. Every method may raise LibraryError,
    where the file turns out to be damaged or cannot be read any more.
    """

    def __init__(self, reader: Reader, notes: Path | None = None) -> None:
        self._reader = reader
        self._marked = UserMarks(reader, Notes(notes or paths.notes_file()))
        self._matcher = matching.Matcher(reader, self._marked)

    @classmethod
    def open(cls, directory: Path, notes: Path | None = None) -> Library:
        """The library in a folder, with the user's notes in their own file (None: where they are by default).

        A library of an older format is brought up to date. Raises LibraryMissingError where there is none,
        else LibraryError.
        """
        try:
            library = cls(Reader(directory), notes)
        except LibraryOutdatedError:
            # Only now: whoever only reads does not wait for it.
            from shanqu.store.writer import Store

            Store(directory).close()
            library = cls(Reader(directory), notes)
        library.catch_up()
        return library

    @staticmethod
    def exists(directory: Path) -> bool:
        """Whether there is something to open in the folder; that it can be read is not promised."""
        try:
            Reader(directory).close()
        except LibraryMissingError:
            return False
        except LibraryError:
            return True
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._reader.close()

    def interrupt(self) -> None:
        """Break off what another thread is asking: there it raises LibraryInterruptedError."""
        self._reader.interrupt()

    def version(self) -> int:
        """A number that changes when somebody else has written to the library."""
        return self._reader.version()

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file, a line each; empty where all is well."""
        return self._reader.check()

    def summary(self) -> Summary:
        """The library at a glance."""
        reader = self._reader
        groups = "SELECT count(DISTINCT reprints) FROM article WHERE reprints <> id"
        return Summary(
            articles=reader.one("SELECT count(*) FROM article"),
            counties=sum(map(places.is_county, findings.places(reader))),
            reprint_groups=reader.one(groups),
        )

    def search(self, query: Query, entities: Collection[int] = ()) -> tuple[int, ...]:
        """The articles that fulfil the query and name all of these entities, the latest first."""
        return tuple(self.every(Wanted(query, tuple(entities))))

    def first(self, wanted: Wanted, number: int) -> Found:
        """At least the first `number` articles that are wanted, at once, however many there are; of common words

        without their `number`.
        """
        return searching.first(self._reader, self._matcher, self._with_merged(wanted), number)

    def number(self, wanted: Wanted) -> int:
        """How many articles are wanted."""
        return searching.number(self._reader, self._matcher, self._with_merged(wanted))

    def every(self, wanted: Wanted) -> Sequence[int]:
        """All wanted articles in order, as a compact array."""
        return searching.every(self._reader, self._matcher, self._with_merged(wanted))

    def everything(self) -> Sequence[int]:
        """All articles in order, of reprints only the best copy; they are looked up as far as they are asked for."""
        return Everything(self._reader, finding.shown(self._reader))

    def folded(self, ids: Sequence[int]) -> Sequence[int]:
        """Of these articles, in their order, those that no better copy among them stands for."""
        from shanqu.query import reprints

        return reprints.folded(self._reader, ids)

    def _with_merged(self, wanted: Wanted) -> Wanted:
        if not (wanted.entities or wanted.without) or not self.is_corrected():
            return wanted
        groups = self._corrected().parts.values()
        return wanted._replace(merged=tuple(tuple(group) for group in groups))

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """The list's lines for these articles, in the order given; ids that are gone are left out."""
        found = {row.id: row for row in self._reader.rows(ids)}
        return [
            ArticleRow(
                id=row.id,
                title=row.title,
                site=row.site,
                column=row.column,
                published=row.published,
                meaning=row.meaning,
                path=f"{row.path}#{row.member}" if row.member else row.path,
                chars=row.chars,
                kept=row.kept,
                places=tuple(json.loads(row.places)),
                duplicates=row.duplicates,
                gone=row.gone,
                starred=bool((mark := self._marked[row.id]) and mark.starred),
                noted=bool(mark and (mark.note or mark.tags)),
                keywords=tuple(json.loads(row.keywords)),
            )
            for row in map(found.get, ids)
            if row is not None
        ]

    def mark(self, id: int) -> Mark:
        """The user's star, tags and note on an article. Raises KeyError for an unknown id."""
        return self._marked[id] or self._marked.unmarked(id)

    def marks(self) -> list[tuple[int, Mark]]:
        """All articles of the library with a mark, the latest changed first."""
        return self._marked.items()

    def set_mark(
        self,
        id: int,
        *,
        starred: bool | None = None,
        tags: Iterable[str] | None = None,
        note: str | None = None,
    ) -> Mark:
        """Change the star, the tags or the note of an article; what is None stays. Raises KeyError."""
        return self._marked.change(id, starred=starred, tags=tags, note=note)

    def article(self, id: int) -> Stored:
        """One article with what was extracted from it; its names as the user has corrected them.

        Raises KeyError for an unknown id.
        """
        found = self._reader.article(id) if abs(id) < _BEYOND_ANY_ID else None
        if found is None:
            raise KeyError(id)
        article, extraction = found
        if self.is_corrected():
            from shanqu.query.corrected import renamed

            extraction = renamed(extraction, self._corrected())
        return Stored(id, article, extraction, self._reader.reprints(id))

    def facets(self, ids: Collection[int] | None = None) -> list[EntityRow]:
        """The entities that these articles (None: all) name: by kind, then the most articles first."""
        rank = {kind: position for position, kind in enumerate(ENTITY_KINDS)}
        if self.is_corrected():
            from shanqu.query.rows import entity_rows

            rows = entity_rows(self._reader, ids, self._corrected())
        else:
            rows = [places.entity_row(found) for found in findings.entities(self._reader, ids)]
        return sorted(rows, key=lambda row: (rank[row.kind], -row.articles, -row.mentions, row.canonical))

    def leading(self, ids: Collection[int] | None = None, most: int = 12) -> list[Leading]:
        """Of each kind the entities that the most of these articles (None: all) name, and how many there are."""
        from shanqu.query import facets

        if not self.is_corrected():
            return facets.leading(self._reader, ids, most, places.entity_row)
        from shanqu.query.rows import entity_row

        corrected = self._corrected()
        row = partial(entity_row, corrected=corrected)
        return facets.leading(self._reader, ids, most, row, hidden=corrected.hidden, parts=corrected.parts)

    def buckets(
        self, ids: Collection[int] | None = None, fields: Sequence[str] = ("site", "year", "kind")
    ) -> list[Bucket]:
        """These articles (None: all) by site, year and kind of entity that they name."""
        from shanqu.query import facets

        return facets.buckets(self._reader, ids, fields)

    def entity(self, id: int) -> EntityRow:
        """One entity, with counts over the library. Raises KeyError for an unknown id."""
        found = findings.entity(self._reader, id)
        if found is None:
            raise KeyError(id)
        if self.is_corrected():
            from shanqu.query.rows import entity_row, whole

            corrected = self._corrected()
            return entity_row(whole(self._reader, found, None, corrected), corrected)
        return places.entity_row(found)

    def entity_names(self, query: Query) -> list[str]:
        """The names in the texts that the query means without spelling them out: by pinyin or by field."""
        return findings.surfaces(self._reader, matching.entities(self._reader, query))

    def evidence(
        self, entity: int, ids: Collection[int] | None = None, form: str | None = None
    ) -> Sequence[Evidence]:
        """All sentences (of these articles) that name the entity (so), read when they are asked for."""
        from shanqu.query.evidence import of_mentions

        return of_mentions(self._reader, findings.places_named(self._reader, self._all([entity]), ids, form))

    def concordance(self, term: str) -> list[Evidence]:
        """All sentences of titles and texts that hold the term literally."""
        from shanqu.query.evidence import of_literal

        folded = fold(term)
        if not folded.strip():
            return []
        ids = finding.every(self._reader, holding(folded))
        return [shown for id in ids for shown in of_literal(self._reader.source(id), folded)]

    def hits(self, query: Query, limit: int | None = 50, order: Order = "date") -> list[SearchHit]:
        """The first `limit` articles (None: all) that fulfil the query, each with a snippet."""
        wanted = Wanted(query, order=order)
        if limit is None:
            return self.snippets(query, self.every(wanted))
        return self.snippets(query, self.first(wanted, limit).ids[:limit])

    def snippets(self, query: Query, ids: Sequence[int]) -> list[SearchHit]:
        """What these articles show of themselves as answers to the query, in the order given."""
        from shanqu.query.snippets import hits

        return hits(self._reader, ids, [*free_words(query), *self.entity_names(query)])

    def counties(self) -> list[County]:
        """All counties and prefectures: the mountain counties first, then the most often named."""
        return places.all_counties(findings.places(self._reader))

"""What the screens hold of the library: it may not exist yet, and it may grow while it is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from shanqu.model import Query, Term
from shanqu.query import (
    Bucket,
    EntityRow,
    Library,
    LibraryError,
    LibraryMissingError,
    Order,
    Summary,
    Wanted,
    highlights,
    parse,
)

Facet = EntityRow | Bucket
_REPRINTS = ("duplicate", "is", False)


def same(one: Facet, other: Facet) -> bool:
    """Whether both are the same entity, site or year, whatever their counts."""
    return facet_key(one) == facet_key(other)


def facet_key(facet: Facet) -> tuple[str, object]:
    """What an entity, a site or a year is known by."""
    return (facet.field, facet.value) if isinstance(facet, Bucket) else ("entity", facet.id)


class Selection(NamedTuple):
    """What the list is filtered by: a query as typed and parsed, and what was chosen and shut out of the facets."""

    text: str = ""
    query: Query = Query()
    entities: tuple[EntityRow, ...] = ()
    buckets: tuple[Bucket, ...] = ()
    without: tuple[Facet, ...] = ()
    order: Order = "date"

    @property
    def empty(self) -> bool:
        """Whether it lets every article through."""
        return not (self.query.terms or self.entities or self.buckets or self.without)

    @property
    def wanted(self) -> Wanted:
        """What to ask the library for."""
        shut_out = [one for one in self.without if isinstance(one, Bucket)]
        terms = [_term(bucket, negated=False) for bucket in self.buckets]
        terms += [_term(bucket, negated=True) for bucket in shut_out]
        return Wanted(
            Query((*self.query.terms, *terms)),
            tuple(entity.id for entity in self.entities),
            tuple(entity.id for entity in self.without if isinstance(entity, EntityRow)),
            self.order if self.query.terms else "date",
        )

    @property
    def folds(self) -> bool:
        """Whether of reprints only the best copy is listed: not where reprints are what is asked for."""
        return not any(isinstance(term, Term) and term[:3] == _REPRINTS for term in self.query.terms)

    def typed(self, text: str, named: Mapping[str, str] | None = None) -> Selection:
        """The selection with another query. Raises QuerySyntaxError."""
        return self._replace(text=text, query=parse(text, named))

    def toggled(self, facet: Facet) -> Selection:
        """The selection with the facet chosen, or no longer chosen."""
        bare = self._replace(without=tuple(one for one in self.without if not same(one, facet)))
        if isinstance(facet, Bucket):
            rest = tuple(one for one in self.buckets if not same(one, facet))
            return bare._replace(buckets=rest if len(rest) < len(self.buckets) else (*rest, facet))
        others = tuple(one for one in self.entities if not same(one, facet))
        return bare._replace(entities=others if len(others) < len(self.entities) else (*others, facet))

    def shut(self, facet: Facet) -> Selection:
        """The selection with the facet shut out, or no longer so."""
        rest = tuple(one for one in self.without if not same(one, facet))
        chosen = self._replace(
            entities=tuple(one for one in self.entities if not same(one, facet)),
            buckets=tuple(one for one in self.buckets if not same(one, facet)),
        )
        return chosen._replace(without=rest if len(rest) < len(self.without) else (*rest, facet))


def _term(bucket: Bucket, *, negated: bool) -> Term:
    if bucket.value is None:
        return Term("undated", "is", negated)
    return Term(bucket.value, bucket.field, negated, "=" if bucket.field == "site" else "")


class Session:
    """One library, opened when it is there."""

    def __init__(self, directory: Path, measure: int = 38) -> None:
        """`measure` is the greatest length of a line of text in Chinese characters, on every screen."""
        self.directory = directory
        self.measure = measure
        self._library: Library | None = None
        self._summary = Summary(0, 0, 0)
        self._summed: int | None = None
        #: Whether a correction is being carried out in a thread.
        self.correcting = False
        #: The words whose contexts were asked for, the latest last.
        self.words: list[str] = []

    def open(self) -> bool:
        """Open the library if it exists and is not open yet; whether it is open now.

        Raises `query.LibraryError` if it is there but cannot be read.
        """
        if self._library is None:
            try:
                self._library = Library.open(self.directory)
            except LibraryMissingError:
                return False
        return True

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()
            self._library = None

    @property
    def library(self) -> Library:
        """The open library."""
        assert self._library is not None, "the screens ask for the library only once it is open"
        return self._library

    def prepare(self, places: Sequence[str]) -> None:
        """Make ahead what a comparison of the places with these keys will ask for."""
        for key in places if self._library is not None else ():
            # Whoever compares them is told what is wrong.
            with suppress(KeyError, LibraryError):
                self.library.prepare(key)

    @property
    def version(self) -> int | None:
        """A number that changes when another program has written to the library; None while there is none."""
        # It may have been made since by another program.
        return self.library.version() if self.open() else None

    @property
    def summary(self) -> Summary:
        """The library at a glance; zeros while there is none."""
        if self._library is None:
            return Summary(0, 0, 0)
        version = self._library.version()
        if version != self._summed:
            self._summary, self._summed = self._library.summary(), version
        return self._summary


class Highlighter:
    """Finds what a selection matches in a text: its words, and the names behind its pinyin."""

    def __init__(self, selection: Selection, names: Sequence[str] = ()) -> None:
        self._query = selection.query
        self._names = tuple(name for name in names if name)

    def __call__(self, text: str) -> list[tuple[int, int]]:
        if not self._query.terms:
            return []
        spans = list(highlights(self._query, text))
        for name in self._names:
            at = text.find(name)
            while at >= 0:
                spans.append((at, at + len(name)))
                at = text.find(name, at + len(name))
        return spans

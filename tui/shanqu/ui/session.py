"""What the screens hold of the library: it may not exist yet, and it may grow while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from shanqu.model import Query
from shanqu.query import EntityRow, Library, LibraryMissingError, Summary, highlights, parse


class Selection(NamedTuple):
    """What the list is filtered by: a query as typed and parsed, and chosen entities."""

    text: str = ""
    query: Query = Query()
    entities: tuple[EntityRow, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it lets every article through."""
        return not self.query.terms and not self.entities

    def typed(self, text: str) -> Selection:
        """The selection with another query."""
        return self._replace(text=text, query=parse(text))

    def toggled(self, entity: EntityRow) -> Selection:
        """The selection with the entity chosen, or no longer chosen."""
        rest = tuple(one for one in self.entities if one.id != entity.id)
        return self._replace(entities=rest if len(rest) < len(self.entities) else (*rest, entity))


class Session:
    """One library, opened when it is there."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._library: Library | None = None

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

    @property
    def summary(self) -> Summary:
        """The library at a glance; zeros while there is none."""
        return self._library.summary() if self._library else Summary(0, 0, 0)

    def select(self, selection: Selection) -> tuple[int, ...]:
        """The ids of the articles that the selection lets through."""
        if self._library is None:
            return ()
        return self._library.search(selection.query, [entity.id for entity in selection.entities])

    def words(self, selection: Selection) -> Sequence[str]:
        """The names that the selection's pinyin stands for."""
        return self._library.entity_names(selection.query) if self._library and selection.query.terms else ()


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

"""What a library answers beyond reading and searching: comparison, profiles, counts.

Everything is imported where it is asked for: the browser's first frame waits for this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from shanqu.query.correctable import Correctable

if TYPE_CHECKING:
    from shanqu.query.matrix_shapes import Column, Matrix, MatrixCell, Ref
    from shanqu.query.passages import Passages
    from shanqu.query.picture_shapes import (
        Collocates,
        CountTable,
        Event,
        KwicLine,
        KwicSort,
        Network,
        Pair,
    )
    from shanqu.query.profile_shapes import OverviewRow, Profile
    from shanqu.query.repeated import Once

PER_SECTION = 50


class Analysis(Correctable):
    """The part of `Library` that analyses. Every method may raise LibraryError."""

    def columns(self) -> list[Column]:
        """All places to choose from: the mountain counties first, then the most often named; then parks and others."""
        from shanqu.query import columns

        return columns.choices(self._reader, self._corrected())

    def find_column(self, name: str) -> str | None:
        """The key of the place or park of that name: full, short or former, pinyin or initials."""
        from shanqu.query import columns

        return columns.find(self._reader, name, self._corrected())

    def matrix(self, keys: Sequence[str]) -> Matrix:
        """Places side by side, by the keys of their columns. Raises KeyError for an unknown one."""
        from shanqu.query.matrix import matrix

        return matrix(self._reader, keys, self._corrected())

    def prepare(self, key: str) -> None:
        """Make ahead what a matrix with the column of that key will ask for. Raises KeyError for an unknown one."""
        from shanqu.query.matrix import prepare

        prepare(self._reader, key, self._corrected())

    def cell(self, keys: Sequence[str], row: str, column: int) -> MatrixCell:
        """One cell of that matrix, with all its figures."""
        from shanqu.query.matrix import cell

        return cell(self._reader, keys, row, column, self._corrected())

    def cell_refs(self, keys: Sequence[str], row: str, column: int) -> list[Ref]:
        """All sentences of that cell, in the order of its figures, without making these."""
        from shanqu.query.matrix import cell_refs

        return cell_refs(self._reader, keys, row, column, self._corrected())

    def passages(self, refs: Iterable[Ref]) -> Passages:
        """The sentences that these lead to, in their order, read when they are asked for."""
        from shanqu.query.passages import Passages

        return Passages(self._reader, refs)

    def sentences(self, refs: Iterable[Ref]) -> Passages:
        """The same, but where several lead to one sentence, it is given once with all of them marked."""
        from shanqu.query.passages import sentences

        return sentences(self._reader, refs)

    def once(self, found: Passages) -> Once:
        """The same without what a better copy of the same text says in the same words, and these copies."""
        from shanqu.query.repeated import once

        return once(self._reader, found)

    def same_texts(self) -> Mapping[int, int]:
        """The articles that are copies of another one, each with the text that it is a copy of."""
        from shanqu.store.leading import copies

        return copies(self._reader)

    def copies(self, article: int) -> list[int]:
        """The article and its reprints, the one to show first. Empty for an unknown id."""
        from shanqu.query import reprints

        return reprints.copies(self._reader, article)

    def find_entity(self, name: str, kind: str | None = None) -> int | None:
        """The id of the entity with that name, of any kind: places first, then the most often named."""
        from shanqu.query.profiles import find

        return find(self._reader, name, kind, self._corrected())

    def profile(self, entity: int, limit: int = PER_SECTION, made: int | None = None) -> Profile:
        """What the library tells of an entity, `limit` entries a section, or of these only the first `made`.

        Raises KeyError for an unknown id.
        """
        from shanqu.query.profiles import profile

        return profile(self._reader, entity, limit, self._corrected(), made)

    def overview(self) -> list[OverviewRow]:
        """All 90 counties and 11 prefectures, also those that no article names."""
        from shanqu.query.kept import kept
        from shanqu.query.overview import overview

        corrected = self._corrected()
        return kept(self._reader, "overview", corrected, lambda: overview(self._reader, corrected))

    def years(self, keys: Sequence[str]) -> CountTable:
        """For each place (by column key) how many independent texts of each year name it."""
        from shanqu.query.frequency import years

        return years(self._reader, keys, self._corrected())

    def events(self, entity: int) -> list[Event]:
        """What is dated of an entity, in order of time. Raises KeyError for an unknown id."""
        from shanqu.query.timeline import events

        return events(self._reader, entity, self._corrected())

    def county_industries(self, codes: Sequence[str] = (), limit: int = 20) -> CountTable:
        """Counties (none: all that have some) by industries: texts in which a sentence names both."""
        from shanqu.query.cooccurrence import county_industries

        return county_industries(self._reader, codes, limit, self._corrected())

    def pairs(self, kinds: Sequence[str] = (), limit: int = 100) -> list[Pair]:
        """The entities (of these kinds) that sentences name together, the most texts first."""
        from shanqu.query.cooccurrence import pairs

        return pairs(self._reader, kinds, limit, self._corrected())

    def neighbours(self, entity: int, kinds: Sequence[str] = (), limit: int = 30) -> list[Pair]:
        """The entities that sentences name together with this one; it is the first of each pair."""
        from shanqu.query.cooccurrence import neighbours

        return neighbours(self._reader, entity, kinds, limit, self._corrected())

    def network(self, entity: int) -> Network:
        """The entity with what is nearest to it, and what else is nearest to that. Raises KeyError for an unknown id."""
        from shanqu.query.cooccurrence import network

        return network(self._reader, entity, self._corrected())

    def kwic(
        self, term: str, cells: int = 30, sort: KwicSort = "article", limit: int | None = None
    ) -> list[KwicLine]:
        """Every occurrence of the term with `cells` cells of text on either side."""
        from shanqu.query.kwic import in_order

        return in_order(islice(self.kwic_lines(term, None, cells), limit), sort)

    def kwic_of(
        self, entity: int, cells: int = 30, sort: KwicSort = "article", limit: int | None = None
    ) -> list[KwicLine]:
        """Every mention of the entity with `cells` cells of text on either side."""
        from shanqu.query.kwic import in_order

        return in_order(islice(self.kwic_lines("", entity, cells), limit), sort)

    def kwic_lines(
        self, term: str, entity: int | None, cells: int, *, once: bool = False
    ) -> Iterator[KwicLine]:
        """The same of a term or (not None) an entity, line after line as they are found.

        With `once`, what copies of a text repeat stands once, with their number.
        """
        from shanqu.query.kwic import of_entity, of_term

        if entity is None:
            return of_term(self._reader, term, cells, once=once)
        return of_entity(self._reader, entity, cells, self._corrected(), once=once)

    def kwic_number(self, term: str, entity: int | None, most: int) -> int:
        """How many lines these are, those of copies among them; `most` where there are more."""
        from shanqu.query.kwic import number_of_entity, number_of_term

        if entity is None:
            return number_of_term(self._reader, term, most)
        return number_of_entity(self._reader, entity, most, self._corrected())

    def collocates(
        self, term: str, span: int = 10, limit: int = 50, *, entity: int | None = None
    ) -> Collocates:
        """The names that stand within `span` characters of the term (or, not None, of the entity), by logDice."""
        from shanqu.query.collocates import collocates, collocates_of

        if entity is None:
            return collocates(self._reader, term, span, limit, self._corrected())
        return collocates_of(self._reader, entity, term, span, limit, self._corrected())

    def frequency(self, term: str, *, entity: int | None = None) -> CountTable:
        """How often the term occurs (or the entity is named), by year and by the county that its article names most

        often."""
        from shanqu.query.frequency import frequency, frequency_of

        if entity is None:
            return frequency(self._reader, term)
        return frequency_of(self._reader, entity, self._corrected())

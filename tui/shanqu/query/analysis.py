"""What a library answers beyond reading and searching: comparison, profiles, counts, corrections.

Everything is imported where it is asked for: the browser's first frame waits for this module.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from shanqu.store import Reader

if TYPE_CHECKING:
    from shanqu.query.corrected import Corrected
    from shanqu.query.correction_shapes import Correction, Form, Name, StatedFact
    from shanqu.query.corrections import Corrections
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
    from shanqu.query.shapes import EntityRow

PER_SECTION = 50
CORRECTIONS = "corrections.jsonl"

Generation = tuple[int, int, int]


class Analysis:
    """The part of `Library` that analyses. Every method may raise LibraryError."""

    _reader: Reader
    _held: tuple[Generation, Corrected] | None = None

    def columns(self) -> list[Column]:
        """All places to choose from: the mountain counties first, then the most often named; then parks."""
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

    def copies(self, article: int) -> list[int]:
        """The article and its reprints, the one to show first. Empty for an unknown id."""
        from shanqu.query import reprints

        return reprints.copies(self._reader, article)

    def find_entity(self, name: str, kind: str | None = None) -> int | None:
        """The id of the entity with that name, of any kind: places first, then the most often named."""
        from shanqu.query.profiles import find

        return find(self._reader, name, kind, self._corrected())

    def suggestions(self, kind: str, text: str, most: int) -> list[EntityRow]:
        """The entities of a kind whose names hold the text, or begin so in pinyin; the likeliest first."""
        from shanqu.query.suggestions import suggestions

        return suggestions(self._reader, kind, text, self._corrected(), most)

    def standing(self, entity: int) -> EntityRow | None:
        """What stands for an entity as the user has corrected it; None where it is hidden, or nothing is left of it."""
        from shanqu.query.rows import standing

        return standing(self._reader, entity, self._corrected())

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

    def kwic_lines(self, term: str, entity: int | None, cells: int) -> Iterator[KwicLine]:
        """The same of a term or (not None) an entity, line after line as they are found."""
        from shanqu.query.kwic import of_entity, of_term

        if entity is None:
            return of_term(self._reader, term, cells)
        return of_entity(self._reader, entity, cells, self._corrected())

    def kwic_number(self, term: str, entity: int | None, most: int) -> int:
        """How many lines these are; `most` where there are more."""
        from shanqu.query.kwic import number_of_entity, number_of_term

        if entity is None:
            return number_of_term(self._reader, term, most)
        return number_of_entity(self._reader, entity, most, self._corrected())

    def collocates(self, term: str, span: int = 10, limit: int = 50) -> Collocates:
        """The names that stand within `span` characters of the term, by logDice."""
        from shanqu.query.collocates import collocates

        return collocates(self._reader, term, span, limit, self._corrected())

    def frequency(self, term: str) -> CountTable:
        """How often the term occurs, by year and by the county that its article names most often."""
        from shanqu.query.frequency import frequency

        return frequency(self._reader, term)

    @property
    def corrections(self) -> Corrections:
        """What the user has corrected, and the way to correct more."""
        from shanqu.query.corrections import Corrections
        from shanqu.query.splitting import carry_out

        return Corrections(self._reader.directory, partial(carry_out, self._reader))

    def catch_up(self) -> None:
        """Carry out what the library has not been split by: it is younger than the corrections, or they came with it."""
        if self.is_corrected() or self._reader.one("SELECT EXISTS (SELECT 1 FROM split)"):
            from shanqu.query.splitting import catch_up

            catch_up(self._reader, self.corrections)

    def spans_in(self, article: int, entities: Collection[int]) -> list[tuple[int, int]]:
        """Where the page of an article names any of these entities, as corrected."""
        from shanqu.store import findings

        found = findings.places_named(self._reader, self._all(entities), [article])
        return [(start, end) for *_, start, end in found]

    def forms(self, entity: int) -> list[Form]:
        """How pages write the entity, what they write most often first."""
        from shanqu.query.splitting import forms

        return forms(self._reader, self._all([entity]))

    def split(
        self, entity: int, form: str, name: str, article: int | None = None, site: str = ""
    ) -> Correction:
        """What is written so (only in that article and its copies, only on that site) is of the entity of that name,

        which may be new. Raises CorrectionsError where nothing is written so, or it is the same entity.
        """
        from shanqu.query.splitting import named, written

        whole = self.name_of(entity)
        here = written(whole, self.forms(entity), form, article, site)
        into = named(self._reader, whole.kind, name, self._corrected())
        path = "" if article is None else here.pages[0].path
        return self.corrections.split(whole, form, into, path=path, site=site)

    def name_of(self, entity: int) -> Name:
        """The entity as corrections know it. Raises KeyError for an unknown id."""
        from shanqu.query.correction_shapes import Name
        from shanqu.store import lookup

        one = lookup.by_id(self._reader, [entity])[entity]
        return Name(one.kind, one.canonical, one.code)

    def facts_of(self, article: int) -> list[StatedFact]:
        """The facts of an article in the order of the page, also those that the user has marked as wrong."""
        from shanqu.query.corrected import stated_in

        return stated_in(self._reader, article, self._corrected())

    def wrong_places(self) -> frozenset[tuple[int, int]]:
        """Where the facts are printed that the user has marked as wrong: article and start."""
        from shanqu.store.leading import said

        found = said(self._reader, self._corrected().wrong).values() if self.is_corrected() else ()
        return frozenset((one.article, one.fact.start) for one in found)

    def fact_at(self, article: int, start: int) -> StatedFact:
        """The fact whose value is printed there. Raises KeyError where none is."""
        for one in self.facts_of(article):
            if one.fact.start == start:
                return one
        raise KeyError(start)

    def generation(self) -> Generation:
        """Another value whenever somebody has written to the library, or corrected something."""
        try:
            found = (self._reader.directory / CORRECTIONS).stat()
        except FileNotFoundError:
            return self._reader.version(), 0, 0
        return self._reader.version(), found.st_mtime_ns, found.st_size

    def is_corrected(self) -> bool:
        """Whether the user has corrected anything: without loading what that takes."""
        return (self._reader.directory / CORRECTIONS).exists()

    def _all(self, entities: Collection[int]) -> set[int]:
        """These entities with all that the user has merged into them."""
        return self._corrected().all(entities) if self.is_corrected() else set(entities)

    def _corrected(self) -> Corrected:
        from shanqu.query.corrected import corrected

        now = self.generation()
        if self._held is None or self._held[0] != now:
            self._held = now, corrected(self._reader, self.corrections.in_force())
        return self._held[1]

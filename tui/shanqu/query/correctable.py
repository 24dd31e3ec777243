"""What the user corrects of a library, and what it holds as corrected.

Everything is imported where it is asked for: the browser's first frame waits for this module.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from shanqu.store import Reader

if TYPE_CHECKING:
    from shanqu.query.corrected import Corrected
    from shanqu.query.correction_shapes import Correction, Form, Name, StatedFact
    from shanqu.query.corrections import Corrections
    from shanqu.query.shapes import EntityRow

CORRECTIONS = "corrections.jsonl"

Generation = tuple[int, int, int]


class Correctable:
    """The part of `Library` that is corrected. Every method may raise LibraryError."""

    _reader: Reader
    _held: tuple[Generation, Corrected] | None = None

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

    def suggestions(self, kind: str | None, text: str, most: int) -> list[EntityRow]:
        """The entities of a kind (None: any) whose names hold the text, or begin so in pinyin; the likeliest first."""
        from shanqu.query.suggestions import suggestions

        return suggestions(self._reader, kind, text, self._corrected(), most)

    def standing(self, entity: int) -> EntityRow | None:
        """What stands for an entity as the user has corrected it; None where it is hidden, or nothing is left of it."""
        from shanqu.query.rows import standing

        return standing(self._reader, entity, self._corrected())

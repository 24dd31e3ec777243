"""A library's entities and facts as the user has corrected them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from shanqu.model import Extraction, Fact, Mention
from shanqu.query.correction_shapes import Correction, Name, StatedFact, Statement
from shanqu.store import Reader, lookup
from shanqu.store.findings import Entity
from shanqu.store.leading import facts_with_path, rows_of


class Corrected(NamedTuple):
    """Corrections in terms of one library's numbers. Without corrections all of it is empty.

    `into` sends the id of a merged entity to that which stands for it, `parts` the other way round; `wrong` are
    rows of the table of facts; `called` gives the names that are extracted what they are to be (None: not shown), and
    `subjects` those that facts have for subject.
    """

    into: Mapping[int, int]
    parts: Mapping[int, frozenset[int]]
    names: Mapping[int, str]
    hidden: frozenset[int] = frozenset()
    wrong: frozenset[int] = frozenset()
    called: Mapping[tuple[str, str, str], Name | None] = {}
    subjects: Mapping[str, str] = {}

    def one(self, entity: int) -> int:
        """The entity that stands for this one."""
        return self.into.get(entity, entity)

    def all(self, entities: Iterable[int]) -> set[int]:
        """These entities with all that is merged into them."""
        return {part for entity in entities for part in self.parts.get(self.one(entity), {self.one(entity)})}

    def shows(self, one: Entity) -> bool:
        """Whether it is found by its name: it is not hidden, and something is left of it."""
        return one.id not in self.hidden and bool(one.articles or one.id in self.parts)

    def fact(self, fact: Fact) -> Fact:
        """The fact with its place and its subject by the names that the user gave them."""
        if not self.called:
            return fact
        place = self.called.get(("place", fact.place or "", fact.code or ""))
        return fact._replace(
            place=place.canonical if place else fact.place,
            code=place.code or None if place else fact.code,
            subject=self.subjects.get(fact.subject or "", fact.subject),
        )

    def name(self, entity: int, canonical: str) -> str:
        """What the entity is called."""
        return self.names.get(self.one(entity), canonical)


NONE = Corrected({}, {}, {})


def renamed(extraction: Extraction, corrected: Corrected) -> Extraction:
    """What was extracted from an article, with its names as the user has corrected them, without the hidden."""
    return extraction._replace(
        mentions=tuple(_renamed(extraction.mentions, corrected.called)),
        facts=tuple(map(corrected.fact, extraction.facts)),
    )


def _renamed(
    mentions: Iterable[Mention], called: Mapping[tuple[str, str, str], Name | None]
) -> Iterator[Mention]:
    for one in mentions:
        extracted = Name(one.kind, one.canonical, one.code or "")
        name = called.get(extracted, extracted)
        if name is not None:
            yield one._replace(canonical=name.canonical, code=name.code or None)


def stated_in(reader: Reader, article: int, corrected: Corrected) -> list[StatedFact]:
    """The facts of an article in the order of the page, also those marked as wrong."""
    return [
        StatedFact(
            corrected.fact(fact),
            Statement(path, fact.indicator, fact.value_text, fact.sentence),
            row in corrected.wrong,
        )
        for row, path, fact in facts_with_path(reader, article)
    ]


def corrected(reader: Reader, corrections: Collection[Correction]) -> Corrected:
    """The corrections in terms of a library. Those of what it does not hold have no effect."""
    if not corrections:
        return NONE
    ids = lookup.ids_of(reader, {name for one in corrections for name in (one.name, one.into) if name})
    into = _merged(corrections, ids)
    parts: dict[int, set[int]] = {}
    for part, whole in into.items():
        parts.setdefault(whole, {whole}).add(part)
    names, hidden = {}, set()
    for one in corrections:
        entity = ids.get(one.name) if one.name else None
        if entity is None:
            continue
        if one.deed == "rename":
            names[into.get(entity, entity)] = one.text
        elif one.deed == "hide":
            hidden |= parts.get(into.get(entity, entity), {entity})
    known = {id: Name(*name) for name, id in ids.items()}
    shown = {id: name._replace(canonical=names.get(id, name.canonical)) for id, name in known.items()}
    called: dict[tuple[str, str, str], Name | None] = {
        known[id]: None if id in hidden else shown[into.get(id, id)] for id in known
    }
    return Corrected(
        into=into,
        parts={whole: frozenset(found) for whole, found in parts.items()},
        names=names,
        hidden=frozenset(hidden),
        wrong=frozenset(
            row for one in corrections if one.statement for row in rows_of(reader, *one.statement)
        ),
        called=called,
        subjects={
            canonical: to.canonical
            for (_, canonical, _), to in called.items()
            if to and to.canonical != canonical
        },
    )


def _merged(corrections: Iterable[Correction], ids: Mapping[tuple[str, str, str], int]) -> dict[int, int]:
    """Each merged entity with the end of its chain of merges."""
    step: dict[Name, Name] = {
        one.name: one.into for one in corrections if one.deed == "merge" and one.name and one.into
    }
    merged = {}
    for name in step:
        end, seen = step[name], {name}
        while end in step and end not in seen:
            seen.add(end)
            end = step[end]
        if name in ids and end in ids and ids[name] != ids[end]:
            merged[ids[name]] = ids[end]
    return merged

"""With whom a place or park is paired."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.query.corrected import Corrected
from shanqu.query.figures import ref_of
from shanqu.query.matrix_shapes import Ref
from shanqu.query.placed import unfit
from shanqu.store import Reader, lookup
from shanqu.store.deeds import paired
from shanqu.store.findings import Entity
from shanqu.store.leading import Said, said

# What a name of a partner may be the name of, the likelier first.
_KINDS = ("place", "organization", "company", "park")


class Partner(NamedTuple):
    """A partner: its name, its entity where the library knows one, the sorts of pairing, whether all of it is yet to
    come, and the sentences."""

    name: str
    entity: int | None
    sorts: tuple[str, ...]
    planned: bool
    refs: tuple[Ref, ...]


def partners(reader: Reader, one: Entity, ids: Collection[int], corrected: Corrected) -> list[Partner]:
    """The partners of a place or park, those of the most articles first."""
    found: dict[str, list[Said]] = {}
    bad = unfit(reader)
    for told in said(reader, paired(reader, ids, one.code) - corrected.wrong).values():
        for name in _others(one, told) if told.article not in bad else ():
            found.setdefault(name, []).append(told)
    known = lookup.called(reader, _KINDS, found) if found else {}
    made = []
    for name, tellings in found.items():
        entity = corrected.one(known[name]) if name in known else None
        if entity is None or entity not in corrected.hidden:
            made.append(
                Partner(
                    corrected.name(entity, name) if entity is not None else name,
                    entity,
                    tuple(dict.fromkeys(told.fact.indicator for told in tellings)),
                    all(told.fact.status != "actual" for told in tellings),
                    tuple(dict.fromkeys(map(ref_of, tellings))),
                )
            )
    return sorted(made, key=lambda partner: -len({ref.article for ref in partner.refs}))


def _others(one: Entity, told: Said) -> list[str]:
    """The partners in a pairing that are not the entity itself; none where a sentence that names it pairs others."""
    fact = told.fact
    sides = [(fact.place or "", fact.code or ""), (fact.subject or "", "")]
    own = [name for name, code in sides if name == one.canonical or (one.code and code == one.code)]
    if not own and one.kind == "place":
        return []
    return [name for name, _ in sides if name and name not in own]

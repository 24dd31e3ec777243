"""Entities as rows for screens and commands."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.query import places
from shanqu.query.corrected import NONE, Corrected
from shanqu.query.shapes import EntityRow
from shanqu.store import Reader, findings
from shanqu.store.findings import Entity


def entity_row(found: Entity, corrected: Corrected = NONE) -> EntityRow:
    """The row of an entity, under the name that the user gave it."""
    return places.entity_row(found)._replace(canonical=corrected.name(found.id, found.canonical))


def standing(reader: Reader, entity: int, corrected: Corrected) -> EntityRow | None:
    """What stands for an entity; None where it is hidden, or no article names it any more."""
    found = findings.entity(reader, corrected.one(entity))
    if found is None or not corrected.shows(found):
        return None
    return entity_row(whole(reader, found, None, corrected), corrected)


def entity_rows(reader: Reader, ids: Collection[int] | None, corrected: Corrected) -> list[EntityRow]:
    """The entities that these articles (None: all) name: merged ones as one, without the hidden."""
    found = findings.entities(reader, ids)
    if corrected == NONE:
        return [entity_row(one) for one in found]
    rows = []
    for one in found:
        if one.id in corrected.hidden or one.id in corrected.into:
            continue
        rows.append(entity_row(whole(reader, one, ids, corrected), corrected))
    present = {row.id for row in rows}
    for one in found:
        # Only a part of it is named here: what it is merged into stands for it.
        stands = corrected.one(one.id)
        if one.id in corrected.into and stands not in present and stands not in corrected.hidden:
            known = findings.entity(reader, stands)
            if known is not None:
                present.add(stands)
                rows.append(entity_row(whole(reader, known, ids, corrected), corrected))
    return rows


def whole(reader: Reader, one: Entity, ids: Collection[int] | None, corrected: Corrected) -> Entity:
    """The entity with the counts of all that is merged into it."""
    if one.id not in corrected.parts:
        return one
    articles, mentions = findings.counts_of(reader, corrected.parts[one.id], ids)
    return one._replace(articles=articles, mentions=mentions)

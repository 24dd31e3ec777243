"""Entities as rows for screens and commands."""

from __future__ import annotations

from typing import cast

from shanqu.model import EntityKind
from shanqu.query import places
from shanqu.query.corrected import NONE, Corrected
from shanqu.query.shapes import EntityRow
from shanqu.store.findings import Entity


def entity_row(found: Entity, corrected: Corrected = NONE) -> EntityRow:
    """The row of an entity, under the name that the user gave it."""
    place = places.named_place(found.code, found.canonical) if found.kind == "place" else None
    return EntityRow(
        id=found.id,
        kind=cast(EntityKind, found.kind),
        canonical=corrected.name(found.id, found.canonical),
        code=found.code or None,
        articles=found.articles,
        mentions=found.mentions,
        mountain=place is not None and place.mountain,
        level=place.level if place else None,
    )

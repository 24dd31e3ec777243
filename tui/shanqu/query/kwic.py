"""Keyword in context: hits one under the other."""

from __future__ import annotations

from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import KwicLine, KwicSort
from shanqu.store import Reader


def of_term(reader: Reader, term: str, cells: int, sort: KwicSort, limit: int | None) -> list[KwicLine]:
    """Every occurrence of the term."""
    return []


def of_entity(
    reader: Reader, entity: int, cells: int, sort: KwicSort, limit: int | None, corrected: Corrected
) -> list[KwicLine]:
    """Every mention of the entity."""
    return []

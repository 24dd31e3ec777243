"""Entities that sentences name together."""

from __future__ import annotations

from collections.abc import Sequence

from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable, Pair
from shanqu.store import Reader


def pairs(reader: Reader, kinds: Sequence[str], limit: int, corrected: Corrected) -> list[Pair]:
    """The entities (of these kinds) that sentences name together, the most texts first."""
    return []


def neighbours(
    reader: Reader, entity: int, kinds: Sequence[str], limit: int, corrected: Corrected
) -> list[Pair]:
    """The entities that sentences name together with this one."""
    return []


def county_industries(reader: Reader, codes: Sequence[str], limit: int, corrected: Corrected) -> CountTable:
    """Counties by industries."""
    return CountTable((), (), ())

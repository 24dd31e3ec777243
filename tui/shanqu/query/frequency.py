"""How often things are named, by county and year."""

from __future__ import annotations

from collections.abc import Sequence

from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable
from shanqu.store import Reader


def years(reader: Reader, keys: Sequence[str], corrected: Corrected) -> CountTable:
    """For each place how many independent texts of each year name it."""
    return CountTable((), (), ())


def frequency(reader: Reader, term: str) -> CountTable:
    """How often the term occurs by county and year."""
    return CountTable((), (), ())

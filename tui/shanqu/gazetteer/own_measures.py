"""Numbers that are told by the thing or the verb beside them: 24座|隧道, 举办|97期."""

from __future__ import annotations

from typing import NamedTuple

from shanqu.gazetteer.tables import once, read_toml


class OwnMeasure(NamedTuple):
    """A rule of own_measures.toml, which says what its fields mean."""

    name: str
    units: frozenset[str]
    beside: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    apart: int
    off: int
    least: float
    is_class: bool


@once
def own_measures() -> tuple[OwnMeasure, ...]:
    """The rules, in the order in which they are tried."""
    return tuple(
        OwnMeasure(
            row["name"],
            frozenset(row["units"]),
            tuple(row.get("beside", ())),
            tuple(row.get("before", ())),
            tuple(row.get("behind", ())),
            row.get("apart", 0),
            row.get("off", 0),
            row.get("least", 0),
            row.get("class", False),
        )
        for row in read_toml("own_measures.toml")["own"]
    )

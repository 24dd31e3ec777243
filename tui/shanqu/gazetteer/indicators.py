"""Which indicators stand in which row of a comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import translate
from typing import NamedTuple

from shanqu.gazetteer.tables import once, read_toml

OTHER = "其他数字"
_AIM = "目标"


class ComparisonRow(NamedTuple):
    """A row of the comparison: its group, its label, the indicator names whose facts belong to it.

    A `*` in a name stands for any characters. `units` are those that can be compared within the row (none:
    any), `words` those by which a sentence speaks of the matter, also without a figure.
    """

    group: str
    label: str
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def holds(self, indicator: str) -> bool:
        """Whether facts of `indicator` belong to this row."""
        return bool(_pattern(self.indicators)(indicator))


@once
def comparison_rows() -> tuple[ComparisonRow, ...]:
    """The rows in the order in which a comparison shows them. An indicator belongs to the first that holds it."""
    return tuple(
        ComparisonRow(
            row["group"], row["label"], *(tuple(row.get(key, ())) for key in ("indicators", "units", "words"))
        )
        for row in read_toml("indicators.toml")["row"]
    )


@once
def row_of(indicator: str, unit: str) -> ComparisonRow:
    """The row of an indicator. What no row is made for has one of its own in the last group.

    `审批时限(全流程审批)` stands where `审批时限` does, a target where the indicator itself does, unless it has
    a row of its own; of rows that hold an indicator, one of its `unit` comes first.
    """
    bare = indicator.partition("(")[0] + indicator.rpartition(")")[2]
    names = dict.fromkeys((indicator, bare, bare.removesuffix(_AIM), bare.replace(_AIM, "")))
    for name in filter(None, names):
        holding = [row for row in comparison_rows() if row.holds(name)]
        if holding:
            return next((row for row in holding if unit in row.units), holding[0])
    return ComparisonRow(OTHER, bare or indicator, (indicator,))


@once
def measures() -> dict[str, str]:
    """Written form of what a figure measures to the canonical indicator name."""
    return {form: name for name, forms in read_toml("indicators.toml")["measures"].items() for form in forms}


@once
def _pattern(names: tuple[str, ...]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(map(translate, names))).match

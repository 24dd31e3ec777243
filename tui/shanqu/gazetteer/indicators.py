"""Which indicators stand in which row of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shanqu.gazetteer.tables import read_toml


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A row of the comparison: its group, its label, the indicator names whose facts belong to it.

    A name in `indicators` that ends in `*` stands for every indicator that begins with it, one that begins
    with `*` for every indicator that ends with it.
    """

    group: str
    label: str
    indicators: tuple[str, ...]

    def holds(self, indicator: str) -> bool:
        """Whether facts of `indicator` belong to this row."""
        return any(_matches(pattern, indicator) for pattern in self.indicators)


def _matches(pattern: str, indicator: str) -> bool:
    if pattern.startswith("*"):
        return indicator.endswith(pattern[1:])
    if pattern.endswith("*"):
        return indicator.startswith(pattern[:-1])
    return indicator == pattern


@cache
def comparison_rows() -> tuple[ComparisonRow, ...]:
    """The rows in the order in which a comparison shows them. An indicator belongs to the first that holds it."""
    return tuple(
        ComparisonRow(row["group"], row["label"], tuple(row["indicators"]))
        for row in read_toml("indicators.toml")["row"]
    )

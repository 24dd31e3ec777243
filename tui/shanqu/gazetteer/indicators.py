"""Which indicators stand in which row of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from shanqu.gazetteer.tables import once, read_toml


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A row of the comparison: its group, its label, the indicator names whose facts belong to it.

    A `*` in a name stands for any characters.
    """

    group: str
    label: str
    indicators: tuple[str, ...]

    def holds(self, indicator: str) -> bool:
        """Whether facts of `indicator` belong to this row."""
        return any(fnmatchcase(indicator, pattern) for pattern in self.indicators)


@once
def comparison_rows() -> tuple[ComparisonRow, ...]:
    """The rows in the order in which a comparison shows them. An indicator belongs to the first that holds it."""
    return tuple(
        ComparisonRow(row["group"], row["label"], tuple(row["indicators"]))
        for row in read_toml("indicators.toml")["row"]
    )


@once
def measures() -> dict[str, str]:
    """Written form of what a figure measures to the canonical indicator name."""
    return {form: name for name, forms in read_toml("indicators.toml")["measures"].items() for form in forms}

"""Which indicators stand in which row of a comparison."""

from __future__ import annotations

from typing import Any, NamedTuple

from shanqu.gazetteer.tables import once, read_toml
from shanqu.messages import Label

_OTHER = "其他数字"
_AIM = "目标"


@once
def _file() -> dict[str, Any]:
    return read_toml("indicators.toml")


class ComparisonRow(NamedTuple):
    """A row of the comparison: its group, its label, the indicator names whose facts belong to it.

    A `*` in a name stands for any characters. `units` are those that can be compared within the row (none:
    any), `words` those by which a sentence speaks of the matter, also without a figure. Group and label are
    `Label`s, but for what is named after an indicator.
    """

    group: str
    label: str
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def fit(self, indicator: str) -> int:
        """How many characters of `indicator` the closest name of this row spells out; 0 where it is not held."""
        return max(
            (len(name) - name.count("*") for name in self.indicators if _held(name, indicator)), default=0
        )


@once
def comparison_rows() -> tuple[ComparisonRow, ...]:
    """The rows in the order in which a comparison shows them."""
    return tuple(map(_row, _file()["row"]))


def _row(row: dict[str, Any]) -> ComparisonRow:
    label, english = row["label"], row.get("en", row["label"])
    held = (tuple(row.get(key, ())) for key in ("indicators", "units", "words"))
    return ComparisonRow(group_label(row["group"]), Label(label, english), *held)


@once
def group_label(name: str) -> Label:
    """The heading of a group of rows."""
    english = _file()["groups"]
    return Label(name, english.get(name, name))


@once
def row_of(indicator: str) -> ComparisonRow:
    """The row of an indicator: the one that spells out the most of it, of equal ones the first.

    `审批时限(全流程审批)` stands where `审批时限` does, a target where the indicator itself does, unless it has
    a row of its own. What no row is made for has one of its own in the last group.
    """
    bare = indicator.partition("(")[0] + (indicator.rpartition(")")[2] if "(" in indicator else "")
    for name in dict.fromkeys((indicator, bare, bare.removesuffix(_AIM))):
        best = max(comparison_rows(), key=lambda row: row.fit(name))
        if best.fit(name):
            return best
    return ComparisonRow(group_label(_OTHER), bare or indicator, (indicator,))


@once
def measures() -> dict[str, str]:
    """Written form of what a figure measures to the canonical indicator name."""
    return {form: name for name, forms in _file()["measures"].items() for form in forms}


def _held(name: str, indicator: str) -> bool:
    """Whether the indicator reads like the name. (`fnmatch` forgets what it has compiled among so many names.)"""
    first, *parts = name.split("*")
    if not parts:
        return name == indicator
    *middle, last = parts
    if not (indicator.startswith(first) and indicator.endswith(last)):
        return False
    at = len(first)
    for part in middle:
        at = indicator.find(part, at) + len(part) if part in indicator[at:] else len(indicator) + 1
    return at <= len(indicator) - len(last)

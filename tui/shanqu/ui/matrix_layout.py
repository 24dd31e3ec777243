"""Pure layout of the comparison: how wide the columns are, and what stands in a cell."""

from __future__ import annotations

from dataclasses import dataclass

from shanqu.i18n import _
from shanqu.query import Cell, Comparison, ComparisonRow

SHOWN_VALUES = 3
_GAP = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells that the label column and each county's column take, gaps included in neither."""

    label: int
    county: int

    @classmethod
    def of(cls, width: int, counties: int) -> Columns:
        """Columns for a screen of `width` cells."""
        label = 20 if width >= 110 else 14 if width >= 60 else 10
        room = width - 1 - label - _GAP * counties
        return cls(label, max(6, room // max(1, counties)))


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a cell: the value, and how to read it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatrixItem:
    """A line of headings (`row` None) or a row of the comparison with its height in lines."""

    heading: str
    row: ComparisonRow | None
    height: int


def cell_lines(cell: Cell) -> list[CellLine]:
    """What a cell shows: its first values, and how many more there are. Empty cells show a dash."""
    if not cell.values:
        return [CellLine("–")]
    shown = cell.values if len(cell.values) <= SHOWN_VALUES + 1 else cell.values[:SHOWN_VALUES]
    lines = [CellLine(value.text, value.note) for value in shown]
    if len(shown) < len(cell.values):
        lines.append(CellLine("", _("… {number} in all").format(number=len(cell.values))))
    return lines


def matrix_items(comparison: Comparison, *, empty_rows: bool) -> list[MatrixItem]:
    """Rows under the headings of their groups; rows that say nothing only if `empty_rows` or if none does."""
    said = any(cell.values for row in comparison.rows for cell in row.cells)
    items: list[MatrixItem] = []
    group: str | None = None
    for row in comparison.rows:
        if said and not empty_rows and not any(cell.values for cell in row.cells):
            continue
        if row.group != group:
            group = row.group
            if items:
                items.append(MatrixItem("", None, 1))
            if group:
                items.append(MatrixItem(group, None, 1))
        items.append(MatrixItem("", row, max(len(cell_lines(cell)) for cell in row.cells)))
    return items

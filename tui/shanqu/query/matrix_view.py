"""How a person looks at a matrix: rows filtered, hidden, sorted, folded; a row as a picture. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from shanqu.messages import english
from shanqu.query.matrix_shapes import Column, Figure, Matrix, MatrixCell, MatrixRow
from shanqu.query.picture_shapes import Bar, Bars
from shanqu.text.fold import fold

Order = Literal["groups", "texts", "value"]


class View(NamedTuple):
    """The order of the rows, the column that they are sorted by, what they are filtered by, folded groups."""

    order: Order = "groups"
    column: int = 0
    words: str = ""
    empty_rows: bool = False
    folded: frozenset[str] = frozenset()


class Group(NamedTuple):
    """Rows under a heading; without one they stand in an order of their own. `folded` counts rows not shown."""

    heading: str
    rows: tuple[MatrixRow, ...]
    folded: int = 0


def viewed(matrix: Matrix, view: View) -> list[Group]:
    """The rows that the view lets through, under the headings of their groups or in the order of the view."""
    rows = [row for row in matrix.rows if holds(row, view.words) and (view.empty_rows or not _is_empty(row))]
    if not rows and not view.words:
        rows = list(matrix.rows)
    if view.order != "groups":
        return [Group("", tuple(_sorted(rows, view)))]
    groups = []
    for heading in dict.fromkeys(row.group for row in rows):
        inside = tuple(row for row in rows if row.group == heading)
        folded = heading in view.folded
        groups.append(Group(heading, () if folded else inside, len(inside) if folded else 0))
    return groups


def as_viewed(matrix: Matrix, view: View) -> Matrix:
    """The rows that the view shows, in its order."""
    return matrix._replace(rows=tuple(row for group in viewed(matrix, view) for row in group.rows))


def of_groups(matrix: Matrix, names: Collection[str]) -> Matrix:
    """The rows of these groups; all where none is named."""
    return matrix._replace(rows=tuple(row for row in matrix.rows if not names or row.group in names))


def holds(row: MatrixRow, words: str) -> bool:
    """Whether label, group (in either language), values or names of a row hold all of these words, folded as in a search."""
    if not words.strip():
        return True
    said = [part for cell in row.cells for figure in cell.figures for part in (figure.text, figure.about)]
    headings = [name for one in (row.label, row.group) for name in (one, english(one))]
    text = fold(" ".join([*headings, *said]))
    return all(word in text for word in fold(words).split())


def _is_empty(row: MatrixRow) -> bool:
    return all(cell.state == "absent" for cell in row.cells)


def _sorted(rows: Sequence[MatrixRow], view: View) -> list[MatrixRow]:
    """The rows with the most texts, or the greatest values in one column, first; rows of one unit together."""
    if view.order == "texts":
        return sorted(rows, key=lambda row: -sum(cell.n for cell in row.cells))

    def value(row: MatrixRow) -> tuple[bool, str, float]:
        lead = row.cells[view.column].lead
        number = lead.value if lead is not None and lead.value is not None else None
        return number is None, row.unit or "", -(number or 0.0)

    return sorted(rows, key=value)


def bars(matrix: Matrix, row: MatrixRow) -> Bars:
    """A row as bars: of each column the leading figure; none where its unit is another than most have.

    Of a row of names there is nothing to draw but how many they are.
    """
    leads = [cell.lead for cell in row.cells]
    units = [lead.unit for lead in leads if lead is not None and lead.value is not None]
    unit = max(units, key=units.count) if units else None
    drawn = (
        _bar(column, cell, lead, unit)
        for column, cell, lead in zip(matrix.columns, row.cells, leads, strict=True)
    )
    return Bars(row.label, unit, tuple(drawn))


def _bar(column: Column, cell: MatrixCell, lead: Figure | None, unit: str | None) -> Bar:
    if lead is None:
        return Bar(column.name, None, None, None, "", (), cell.state)
    if lead.kind is None:
        number = len(cell.figures) + cell.more
        return Bar(column.name, float(number), None, None, str(number), (), cell.state)
    if lead.value is None or lead.unit != unit:
        return Bar(column.name, None, None, None, lead.text, lead.marks, "incomparable")
    return Bar(column.name, lead.value, lead.low, lead.high, lead.text, lead.marks, cell.state)

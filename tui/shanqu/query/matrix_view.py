"""What a screen does with a matrix: rows filtered, hidden, sorted; columns taken, moved; a row as a picture. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from shanqu.query.matrix_shapes import Matrix, MatrixCell, MatrixRow
from shanqu.query.picture_shapes import Bar, Bars


def groups(matrix: Matrix) -> list[tuple[str, tuple[MatrixRow, ...]]]:
    """The rows under the headings of their groups, in order."""
    return [(group, tuple(rows)) for group, rows in groupby(matrix.rows, lambda row: row.group)]


def filtered(matrix: Matrix, text: str = "", of: Collection[str] = ()) -> Matrix:
    """The rows whose label, group or some value or name holds `text`, of these groups (none: of all)."""
    return matrix._replace(
        rows=tuple(row for row in matrix.rows if (not of or row.group in of) and _holds(row, text.strip()))
    )


def _holds(row: MatrixRow, text: str) -> bool:
    if not text or text in row.label or text in row.group:
        return True
    return any(text in figure.text or text in figure.about for cell in row.cells for figure in cell.figures)


def without_empty(matrix: Matrix) -> Matrix:
    """The rows in which some cell has a value."""
    return matrix._replace(rows=tuple(row for row in matrix.rows if any(cell.figures for cell in row.cells)))


def unequal_only(matrix: Matrix) -> Matrix:
    """The rows whose leading values differ in more than their amount."""
    return matrix._replace(rows=tuple(row for row in matrix.rows if row.unequal))


def sorted_rows(matrix: Matrix, column: int, *, descending: bool = True) -> Matrix:
    """Rows sorted by one column within each group: those with values before those without, then by amount.

    Amounts of different units are not compared: rows of one unit stand together.
    """
    rows: list[MatrixRow] = []
    for _, group in groups(matrix):
        rows += sorted(group, key=lambda row: _rank(row.cells[column], descending))
    return matrix._replace(rows=tuple(rows))


def _rank(cell: MatrixCell, descending: bool) -> tuple[bool, str, float]:
    lead = cell.lead
    value = lead.value if lead is not None and lead.value is not None else 0.0
    return lead is None, (lead.unit or "") if lead else "", -value if descending else value


def columns_by(matrix: Matrix, row: MatrixRow, *, descending: bool = True) -> list[str]:
    """The keys of the columns in the order of a row's leading values; those without one last."""
    order = sorted(range(len(matrix.columns)), key=lambda number: _rank(row.cells[number], descending))
    return [matrix.columns[number].key for number in order]


def with_columns(matrix: Matrix, keys: Sequence[str]) -> Matrix:
    """The columns with these keys, in this order; their marks stay those of the whole."""
    at = [number for key in keys for number, one in enumerate(matrix.columns) if one.key == key]
    return Matrix(
        tuple(matrix.columns[number] for number in at),
        tuple(row._replace(cells=tuple(row.cells[number] for number in at)) for row in matrix.rows),
    )


def bars(matrix: Matrix, row: MatrixRow) -> Bars:
    """A row as bars: of each column the leading figure; none where its unit is another than most have."""
    leads = [cell.lead for cell in row.cells]
    units = [lead.unit for lead in leads if lead is not None and lead.value is not None]
    unit = max(units, key=units.count) if units else None
    made = []
    for column, cell, lead in zip(matrix.columns, row.cells, leads, strict=True):
        fits = lead is not None and lead.unit == unit and lead.value is not None
        made.append(
            Bar(
                label=column.name,
                value=lead.value if lead is not None and fits else None,
                low=lead.low if lead is not None and fits else None,
                high=lead.high if lead is not None and fits else None,
                text=lead.text if lead is not None else "",
                marks=lead.marks if lead is not None else (),
                state=cell.state if fits or lead is None else "incomparable",
            )
        )
    return Bars(row.label, unit, tuple(made))

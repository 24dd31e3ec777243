"""A row of the matrix, ready to be drawn as bars."""

from __future__ import annotations

from shanqu.query.matrix_shapes import Matrix, MatrixCell
from shanqu.query.picture_shapes import Bar, Bars


def bars(matrix: Matrix, key: str) -> Bars:
    """The leading figures of the row with that key, a bar a column. Raises KeyError for no row of the matrix."""
    for row in matrix.rows:
        if row.key == key:
            drawn = tuple(
                _bar(place.name, cell) for place, cell in zip(matrix.columns, row.cells, strict=True)
            )
            return Bars(row.label, row.unit, drawn)
    raise KeyError(key)


def _bar(name: str, cell: MatrixCell) -> Bar:
    lead = cell.lead
    if lead is None or lead.kind is None:
        # Names are counted: there is nothing else to draw of them.
        number = float(len(cell.figures) + cell.more) if cell.figures and lead is not None else None
        text = str(int(number)) if number is not None else ""
        return Bar(name, number, None, None, text, (), cell.state)
    return Bar(name, lead.value, lead.low, lead.high, lead.text, lead.marks, cell.state)

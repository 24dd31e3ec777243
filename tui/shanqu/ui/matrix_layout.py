"""Pure layout of the comparison: which rows stand where, how wide the columns are, what stands in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shanqu.i18n import _, translated
from shanqu.query.matrix_shapes import ASPECTS, STATES, Figure, Matrix, MatrixCell, MatrixRow
from shanqu.query.matrix_view import View, viewed
from shanqu.text.gate import safe
from shanqu.text.width import text_width
from shanqu.text.wrap import wrap

SHOWN_FIGURES = 3
_GAP = 2
_NARROWEST = 17
# A note in less than so many cells says nothing.
_SHORTEST = 3


class Columns(NamedTuple):
    """Cells that the label column and each place's column take, gaps included in neither.

    `first` is the first of the `shown` columns; the others wait beside them.
    """

    label: int
    place: int
    first: int
    shown: int

    @classmethod
    def of(cls, width: int, places: int, current: int) -> Columns:
        """Columns for a screen of `width` cells, so that column `current` is among those shown."""
        label = 20 if width >= 110 else 16 if width >= 76 else 14 if width >= 60 else 10
        room = width - 1 - label
        shown = max(1, min(places, room // (_NARROWEST + _GAP)))
        first = max(0, min(current - shown // 2, places - shown))
        return cls(label, max(6, room // shown - _GAP), first, shown)


class CellLine(NamedTuple):
    """One line of a cell: the value, how to read it, and whether it is dim as a whole."""

    text: str
    note: str = ""
    dim: bool = False


class MatrixItem(NamedTuple):
    """A heading of a group (`row` None), with the rows folded under it, or a row with its height in lines."""

    heading: str
    row: MatrixRow | None
    height: int
    folded: int = 0


def cell_lines(cell: MatrixCell, width: int) -> list[CellLine]:
    """What a cell of `width` cells shows: its first figures, each with what keeps it from being compared.

    Their marks are never cut: they have lines of their own where there is no room beside the value.
    """
    if not cell.figures:
        glyph = "–" if cell.state == "absent" else "·"
        return [CellLine(f"{glyph} {translated(STATES[cell.state])}", dim=True)]
    dim = cell.state == "incomparable"
    lines = [CellLine("", f"≁ {translated(STATES[cell.state])}", dim=True)] if dim else []
    for figure in cell.figures[:SHOWN_FIGURES]:
        lines += _figure_lines(figure, width, dim)
    more = cell.more + max(0, len(cell.figures) - SHOWN_FIGURES)
    if more:
        lines.append(CellLine("", _("… {number} more").format(number=more), dim=True))
    return lines


def _figure_lines(figure: Figure, width: int, dim: bool) -> list[CellLine]:
    text = f"≠ {figure.text}" if figure.conflict else figure.text
    marks = list(dict.fromkeys(translated(mark.text) for mark in figure.marks))
    if figure.n > 1:
        marks.append(f"×{figure.n}")
    room = width - text_width(text) - 1
    beside = " ".join(marks)
    note = " ".join(filter(None, (beside, figure.about)))
    # Only what a figure is about may be cut, and there must be room for the sign that it is.
    cut = text_width(beside) + len(" …") if marks else _SHORTEST
    if text_width(note) <= room or (figure.about and cut <= room):
        return [CellLine(text, note, dim)]
    below = [CellLine("", " " + part, dim) for part in _packed(marks, width - 2)] if marks else []
    if figure.about and room < _SHORTEST:
        return [CellLine(text, dim=dim), CellLine("", " " + figure.about, dim), *below]
    return [CellLine(text, figure.about, dim), *below]


def _packed(words: Sequence[str], width: int) -> list[str]:
    """The words on as few lines of `width` cells as they need."""
    lines = [words[0]]
    for word in words[1:]:
        if text_width(lines[-1]) + 1 + text_width(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def unequal_note(row: MatrixRow) -> str:
    """What the leading values of a row are unlike in; empty where they may be compared as they stand."""
    return "≁ " + " ".join(translated(ASPECTS[one]) for one in row.unequal) if row.unequal else ""


def label_lines(row: MatrixRow, width: int) -> list[str]:
    """The label of a row on lines of `width` cells, and below it what its values are unlike in."""
    label = safe(translated(row.label))
    lines = [label[start:end].rstrip() for start, end in wrap(label, width)]
    return lines + (_packed(unequal_note(row).split(), width) if row.unequal else [])


def matrix_items(matrix: Matrix, view: View, columns: Columns) -> list[MatrixItem]:
    """Rows under the headings of their groups, as the view has them, for these columns."""
    items: list[MatrixItem] = []
    for group in viewed(matrix, view):
        if items:
            items.append(MatrixItem("", None, 1))
        if group.heading:
            items.append(MatrixItem(translated(group.heading), None, 1, group.folded))
        items += [MatrixItem("", row, _height(row, columns)) for row in group.rows]
    return items


def _height(row: MatrixRow, columns: Columns) -> int:
    cells = (len(cell_lines(cell, columns.place)) for cell in row.cells)
    return max(*cells, len(label_lines(row, columns.label)))

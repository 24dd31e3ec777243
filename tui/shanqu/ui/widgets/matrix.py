"""Places side by side: a matrix with a cursor on one cell."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from shanqu.i18n import _, ngettext
from shanqu.query.matrix_shapes import Column, Matrix, MatrixCell, MatrixRow
from shanqu.query.matrix_view import View
from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.labels import member_note, member_sign
from shanqu.ui.looks import look
from shanqu.ui.matrix_layout import (
    CellLine,
    Columns,
    MatrixItem,
    cell_lines,
    label_lines,
    matrix_items,
)
from shanqu.ui.painting import Run, strip
from shanqu.ui.widgets.stacked_list import StackedList


class MatrixHead(Widget):
    """The names of the places above their columns; they stay when the matrix scrolls."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._places: tuple[Column, ...] = ()
        self._column = 0

    def show(self, places: tuple[Column, ...], column: int) -> None:
        """Show the places; the one in `column` is under the cursor."""
        self._places, self._column = places, column
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        plain, dim, now = (look(self.app, name) for name in ("title", "subtle", "heading"))
        columns = Columns.of(width, len(self._places), self._column)
        left = f" ‹ {columns.first}" if columns.first else ""
        parts: list[Run] = [(fit(left if y == 0 else "", columns.label + 1), dim)]
        for index in range(columns.first, min(columns.first + columns.shown, len(self._places))):
            place = self._places[index]
            text = column_title(place) if y == 0 else _as_many(column_notes(place), columns.place)
            style = now if index == self._column and y == 0 else plain if y == 0 else dim
            parts += [("  ", plain), (fit(safe(text), columns.place), style)]
        return strip(parts, width, plain)


def column_title(place: Column) -> str:
    """The name of a column, with the mark of the mountain counties."""
    return f"{member_sign(place.mountain, place.left)} {place.name}".lstrip()


def column_notes(place: Column) -> list[str]:
    """How many articles name a place, where it lies, and whether it is one of the 26."""
    articles = ngettext("{n} article", "{n} articles", place.articles).format(n=place.articles)
    if place.kind not in ("county", "prefecture"):
        return [_("park"), articles] if place.kind == "park" else [articles]
    where = [place.prefecture] if place.prefecture != place.name else []
    return [articles, *where, member_note(place.mountain, place.left)]


def _as_many(notes: Sequence[str], width: int) -> str:
    """As many of the notes as fit whole; the first alone may be cut."""
    shown = notes[0]
    for one in notes[1:]:
        longer = f"{shown} · {one}"
        if text_width(longer) > width:
            break
        shown = longer
    return shown


class MatrixList(StackedList):
    """The rows of a matrix; the cursor stands on a row and a column."""

    column: reactive[int] = reactive(0, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._matrix = Matrix((), ())
        self._view = View()
        self._items: list[MatrixItem] = []

    def show(self, matrix: Matrix, view: View) -> None:
        """Show a matrix as the view has it; the cursor stays on its row where that is still shown."""
        self._matrix, self._view = matrix, view
        self.set_reactive(MatrixList.column, min(self.column, max(0, len(matrix.columns) - 1)))
        self.relayout()

    def relayout(self) -> None:
        key, group = self.row.key if self.row else None, self.group
        if self.size.width:
            self._items = matrix_items(self._matrix, self._view, self._columns(self.column))
        kept = [i for i, item in enumerate(self._items) if item.row and item.row.key == key]
        kept += [i for i, item in enumerate(self._items) if item.folded and item.heading == group]
        self.stack([item.height for item in self._items], kept[0] if kept else None)

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        return self._items[self.cursor].row if self.cursor < len(self._items) else None

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor."""
        return self.row.cells[self.column] if self.row else None

    @property
    def group(self) -> str:
        """The heading that the cursor stands under, or on."""
        return next((item.heading for item in reversed(self._items[: self.cursor + 1]) if item.heading), "")

    def selectable(self, index: int) -> bool:
        return super().selectable(index) and (
            self._items[index].row is not None or self._items[index].folded > 0
        )

    def move_column(self, columns: int) -> None:
        """The cursor to another column."""
        self.column = max(0, min(self.column + columns, len(self._matrix.columns) - 1))

    def watch_column(self, old: int, new: int) -> None:
        if old == new:
            return
        if self._columns(old).first == self._columns(new).first:
            self._refresh_item(self.cursor)
        else:
            self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def _columns(self, current: int) -> Columns:
        return Columns.of(self.size.width, max(1, len(self._matrix.columns)), current)

    def on_click(self, event: events.Click) -> None:
        columns = self._columns(self.column)
        place = (event.x - 1 - columns.label) // (columns.place + 2)
        column = columns.first + place
        index = self.item_at(event.y + self.scroll_offset.y)
        inside = 0 <= place < columns.shown and column < len(self._matrix.columns)
        if inside and column != self.column and self.selectable(index):
            self.column = column
            self.cursor = index
        else:
            super().on_click(event)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item = self._items[index]
        if item.row is None:
            return self._draw_heading(item, width, selected)
        row, plain = item.row, self.style("plain")
        columns = self._columns(self.column)
        parts = self._label(row, line, columns, selected)
        for number in range(columns.first, min(columns.first + columns.shown, len(row.cells))):
            lines = cell_lines(row.cells[number], columns.place)
            shown = lines[line] if line < len(lines) else CellLine("")
            here = selected and number == self.column
            bar = (" ▌" if here and line < max(1, len(lines)) else "  ", plain + self.style("mark"))
            parts += [bar, *self._cell_runs(shown, columns.place, self.row_style(here))]
        return strip(parts, width, plain)

    def _draw_heading(self, item: MatrixItem, width: int, selected: bool) -> Strip:
        base = self.row_style(selected) if item.folded else self.style("plain")
        text = f"▸ {item.heading}  {item.folded}" if item.folded else item.heading
        bar = "▌" if selected and item.folded else " "
        return strip(
            [(bar + text, base + self.style("dim") + self.style("head"))], width, self.style("plain")
        )

    def _label(self, row: MatrixRow, line: int, columns: Columns, selected: bool) -> list[Run]:
        plain = self.style("plain")
        bar = "▌" if selected else " "
        lines = label_lines(row, columns.label)
        text = lines[line] if line < len(lines) else ""
        style = plain + self.style("head" if selected and line == 0 else "dim")
        return [(bar, plain + self.style("mark")), (fit(text, columns.label), style)]

    def _cell_runs(self, shown: CellLine, width: int, base: Style) -> list[Run]:
        dim = base + self.style("dim")
        text = crop(safe(shown.text), width)
        note = safe(shown.note)
        room = width - text_width(text) - (1 if text else 0)
        if not note or room < 3:
            return [(fit(text, width), dim if shown.dim else base)]
        return [(text + (" " if text else ""), dim if shown.dim else base), (fit(note, room), dim)]

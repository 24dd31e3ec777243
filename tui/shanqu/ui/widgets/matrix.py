"""Counties side by side: a matrix with a cursor on one cell."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from shanqu.i18n import _
from shanqu.query import Cell, Comparison, ComparisonRow, County
from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.looks import look
from shanqu.ui.matrix_layout import CellLine, Columns, MatrixItem, cell_lines, matrix_items
from shanqu.ui.painting import Run, strip
from shanqu.ui.widgets.stacked_list import StackedList


class MatrixHead(Widget):
    """The names of the counties above their columns; they stay when the matrix scrolls."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counties: tuple[County, ...] = ()
        self._column = 0

    def show(self, counties: tuple[County, ...], column: int) -> None:
        """Show the counties; the one in `column` is under the cursor."""
        self._counties, self._column = counties, column
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        plain = look(self.app, "title")
        dim = look(self.app, "subtle")
        now = look(self.app, "heading")
        columns = Columns.of(width, len(self._counties))
        parts: list[Run] = [(" " * (columns.label + 1), plain)]
        for index, county in enumerate(self._counties):
            text = county_title(county) if y == 0 else county_note(county)
            style = now if index == self._column and y == 0 else plain if y == 0 else dim
            parts += [("  ", plain), (fit(safe(text), columns.county), style)]
        return strip(parts, width, plain)


def county_title(county: County) -> str:
    """The name of a column, with the mark of the mountain counties."""
    return f"▲ {county.name}" if county.mountain else county.name


def county_note(county: County) -> str:
    """Where a county lies, and whether it is one of the 26."""
    parts = [county.prefecture] if county.prefecture != county.name else []
    if county.left:
        parts.append(_("one of the 26 until {month}").format(month=county.left))
    elif county.mountain:
        parts.append(_("one of the 26"))
    else:
        parts.append(_("not one of the 26"))
    return " · ".join(parts)


class Matrix(StackedList):
    """The rows of a comparison; the cursor stands on a row and a column."""

    column: reactive[int] = reactive(0, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._comparison = Comparison((), ())
        self._items: list[MatrixItem] = []

    def show(self, comparison: Comparison, *, empty_rows: bool) -> None:
        """Show a comparison, with or without the rows in which nothing is said."""
        row = self.row
        self._comparison = comparison
        self._items = matrix_items(comparison, empty_rows=empty_rows)
        self.set_reactive(Matrix.column, min(self.column, max(0, len(comparison.counties) - 1)))
        kept = [i for i, item in enumerate(self._items) if row and item.row and item.row.label == row.label]
        self.stack([item.height for item in self._items], kept[0] if kept else None)

    @property
    def row(self) -> ComparisonRow | None:
        """The row under the cursor."""
        return self._items[self.cursor].row if self.cursor < len(self._items) else None

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        return self.row.cells[self.column] if self.row else None

    def selectable(self, index: int) -> bool:
        return super().selectable(index) and self._items[index].row is not None

    def move_column(self, columns: int) -> None:
        """The cursor to another column."""
        self.column = max(0, min(self.column + columns, len(self._comparison.counties) - 1))

    def watch_column(self, old: int, new: int) -> None:
        if old != new:
            self._refresh_item(self.cursor)
            self.post_message(self.Moved(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        columns = Columns.of(self.size.width, len(self._comparison.counties))
        column = (event.x - 1 - columns.label) // (columns.county + 2)
        if (
            column >= 0
            and column != self.column
            and self.selectable(self.item_at(event.y + self.scroll_offset.y))
        ):
            self.move_column(column - self.column)
            self.cursor = self.item_at(event.y + self.scroll_offset.y)
        else:
            super().on_click(event)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item = self._items[index]
        plain = self.style("plain")
        if item.row is None:
            return strip([(" " + item.heading, plain + self.style("dim") + self.style("head"))], width, plain)
        columns = Columns.of(width, len(item.row.cells))
        label = item.row.label if line == 0 else ""
        bar = "▌" if selected else " "
        label_style = plain + (self.style("head") if selected else self.style("dim"))
        parts: list[Run] = [
            (bar, plain + self.style("mark")),
            (fit(safe(crop(label, columns.label)), columns.label), label_style),
        ]
        for number, cell in enumerate(item.row.cells):
            lines = cell_lines(cell)
            shown = lines[line] if line < len(lines) else CellLine("")
            base = self.row_style(selected and number == self.column)
            parts += [("  ", plain), *self._cell_runs(shown, columns.county, base, empty=not cell.values)]
            if line == 0 and cell.texts > 1:
                parts[-1:] = _with_count(parts[-1], cell.texts, base + self.style("dim"))
        return strip(parts, width, plain)

    def _cell_runs(self, shown: CellLine, width: int, base: Style, *, empty: bool) -> list[Run]:
        dim = base + self.style("dim")
        text = crop(safe(shown.text), width)
        note = safe(shown.note)
        room = width - text_width(text) - (1 if text else 0)
        if not note or room < 3:
            return [(fit(text, width), dim if empty else base)]
        return [(text + (" " if text else ""), base), (fit(note, room), dim)]


def _with_count(run: Run, texts: int, style: Style) -> list[Run]:
    """The last run of a cell with the number of independent texts at its right end."""
    text, base = run
    count = f" ×{texts}"
    room = text_width(text) - len(count)
    if room < 2:
        return [run]
    return [(fit(text.rstrip(), room), base), (count, style)]

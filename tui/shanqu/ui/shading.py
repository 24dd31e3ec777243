"""A table of counts, the greater the darker, drawn line by line: Rich measures each cell of a table several times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from shanqu.i18n import translated
from shanqu.query.picture_shapes import CountTable
from shanqu.text.gate import safe
from shanqu.text.width import fit, text_width

_SHADES = " ░▒▓█"
_NONE = "·"
_LEAST, _GAP = 4, 2


class Shaded:
    """Draws a table; what there is no room for beside the rest stands below it, under the same rows."""

    def __init__(self, table: CountTable, dim: str) -> None:
        """`dim` is the colour of what matters least."""
        greatest = max((count for row in table.counts for count in row), default=0) or 1
        self._rows = [safe(translated(name)) for name in table.rows]
        self._columns = [safe(translated(name)) for name in table.columns]
        self._cells = [[_shade(count, greatest) for count in row] for row in table.counts]
        self._dim = Style.parse(dim)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        names = min(max(map(text_width, self._rows), default=0), max(16, options.max_width // 3))
        widths = [
            max(_LEAST, text_width(column), *(text_width(row[at]) for row in self._cells)) + _GAP
            for at, column in enumerate(self._columns)
        ]
        for first, after in _bands(widths, options.max_width - names):
            yield Segment.line()
            yield from self._band(range(first, after), names, widths)
        yield Segment.line()

    def _band(self, columns: range, names: int, widths: Sequence[int]) -> Iterator[Segment]:
        """Some of the columns, with their headings."""
        head = "".join(fit(self._columns[at], widths[at], right=True) for at in columns)
        yield Segment(" " * names + head, Style(bold=True))
        yield Segment.line()
        yield Segment("─" * (names + sum(widths[at] for at in columns)), self._dim)
        yield Segment.line()
        for name, cells in zip(self._rows, self._cells, strict=True):
            yield Segment(fit(name, names))
            for at in columns:
                style = self._dim if cells[at] == _NONE else None
                yield Segment(fit(cells[at], widths[at], right=True), style)
            yield Segment.line()


def _shade(count: int, greatest: int) -> str:
    if not count:
        return _NONE
    return f"{_SHADES[1 + min(len(_SHADES) - 2, (count * (len(_SHADES) - 1) - 1) // greatest)]} {count}"


def _bands(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """The first of the columns that stand side by side, and the one after them."""
    first, used = 0, 0
    for at, width in enumerate(widths):
        if at > first and used + width > room:
            yield first, at
            first, used = at, 0
        used += width
    yield first, len(widths)

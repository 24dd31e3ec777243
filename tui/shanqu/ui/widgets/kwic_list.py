"""A word in its contexts: every hit on a line, the hits below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from textual.strip import Strip

from shanqu.query.kwic import in_order
from shanqu.query.picture_shapes import KwicLine, KwicSort
from shanqu.text.gate import safe
from shanqu.text.width import fit
from shanqu.ui.labels import short_date
from shanqu.ui.painting import strip
from shanqu.ui.widgets.growing_list import GrowingList

_SOURCE, _DATE = 24, 10


def context_cells(width: int, term: int) -> int:
    """The cells of text on either side of a hit of `term` cells on a screen of `width` cells."""
    source = _SOURCE if width >= 100 else 0
    return max(8, (width - source - term - 5) // 2)


class KwicList(GrowingList):
    """The lines of a concordance."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._coming: Iterator[KwicLine] = iter(())
        self._read: list[KwicLine] = []
        self._lines: Sequence[KwicLine] = self._read
        self._whole = True

    def show(self, lines: Iterator[KwicLine], first: int) -> None:
        """Show lines from the top, the `first` of which are read at once."""
        self._coming, self._read, self._whole = lines, [], False
        self._lines = self._read
        self.read_on(first)
        self.rebuilt(0)

    def sort(self, order: KwicSort) -> None:
        """Show the lines that have been read in that order, from the top."""
        self._lines = self._read if order == "article" else in_order(self._read, order)
        self.rebuilt(0)

    @property
    def lines(self) -> Sequence[KwicLine]:
        """The lines that have been read, in the order in which they are shown."""
        return self._lines

    @property
    def all_read(self) -> bool:
        return self._whole

    def go_to_line(self, line: KwicLine) -> None:
        """The cursor to that line, else to the one that says the same, if either has been read."""
        places = [index for index, one in enumerate(self._lines) if one.ref == line.ref]
        words = line.left, line.hit, line.right
        places += [n for n, one in enumerate(self._lines) if (one.left, one.hit, one.right) == words]
        if places:
            self.cursor = places[0]

    @property
    def left_out(self) -> int:
        """In how many places copies of a text repeat the lines that have been read."""
        return sum(line.copies for line in self._read)

    def read_on(self, number: int) -> None:
        before = len(self._read)
        self._read += islice(self._coming, number)
        self._whole = len(self._read) < before + number
        self.rebuilt()

    @property
    def current(self) -> KwicLine | None:
        """The line under the cursor."""
        return self._lines[self.cursor] if self.cursor < len(self._lines) else None

    def count(self) -> int:
        return len(self._lines)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        shown = self._lines[index]
        base = self.row_style(selected)
        dim = base + self.style("dim")
        parts = [
            ("▌" if selected else " ", base + self.style("mark")),
            (safe(shown.left), base),
            (" ", base),
            (safe(shown.hit), base + self.style("hit")),
            (" ", base),
            (safe(shown.right), base),
        ]
        if width >= 100:
            date = short_date(shown.published, None)
            room = _SOURCE - (_DATE + 1 if date else 0)
            parts += [("  ", dim), (fit(safe(shown.site or shown.title), room), dim), (f" {date}", dim)]
        return strip(parts, width, base)

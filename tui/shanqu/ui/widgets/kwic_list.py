"""A word in its contexts: every hit on a line, the hits below each other."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from shanqu.query.picture_shapes import KwicLine
from shanqu.text.gate import safe
from shanqu.text.width import fit
from shanqu.ui.labels import short_date
from shanqu.ui.painting import strip
from shanqu.ui.widgets.line_list import LineList

_SOURCE = 24


def context_cells(width: int, term: int) -> int:
    """The cells of text on either side of a hit of `term` cells on a screen of `width` cells."""
    source = _SOURCE if width >= 100 else 0
    return max(8, (width - source - term - 5) // 2)


class KwicList(LineList):
    """The lines of a concordance."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[KwicLine] = ()

    def show(self, lines: Sequence[KwicLine], *, stay: bool = False) -> None:
        """Show lines from the top; `stay`: with the cursor where it is."""
        self._lines = lines
        self.rebuilt(None if stay else 0)

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
            source = " ".join(filter(None, (shown.site or shown.title, short_date(shown.published, None))))
            parts += [("  ", dim), (fit(safe(source), _SOURCE), dim)]
        return strip(parts, width, base)

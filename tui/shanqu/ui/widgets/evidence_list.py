"""Sentences with the article they stand in, hits marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from shanqu.query import Evidence
from shanqu.text.gate import safe
from shanqu.text.width import crop
from shanqu.text.wrap import wrap
from shanqu.ui.labels import short_date
from shanqu.ui.painting import Span, runs, strip
from shanqu.ui.widgets.stacked_list import StackedList

_MEASURE = 84


class EvidenceList(StackedList):
    """Each item: title, site and date, then the whole sentence, then a blank line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[Evidence] = ()
        self._wrapped: list[list[tuple[int, int]]] = []

    def show(self, items: Sequence[Evidence]) -> None:
        """Show the sentences `items`."""
        self._items = items
        self.relayout()

    @property
    def current(self) -> Evidence | None:
        """The sentence under the cursor."""
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def relayout(self) -> None:
        width = max(16, min(self.size.width - 4, _MEASURE))
        self._wrapped = [list(wrap(safe(item.text), width)) for item in self._items]
        self.stack([len(lines) + 2 for lines in self._wrapped])

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item = self._items[index]
        lines = self._wrapped[index]
        if line > len(lines):
            return Strip.blank(width, self.style("plain"))
        base = self.row_style(selected)
        bar = ("▌" if selected else " ", base + self.style("mark"))
        if line == 0:
            details = "  ".join(part for part in (item.site or "", short_date(item.published, None)) if part)
            title = crop(item.title, max(8, width - 6 - len(details) * 2))
            return strip([bar, (" " + title, base + self.style("head")), ("  " + details, base + self.style("dim"))], width, base)
        start, end = lines[line - 1]
        hit = self.style("hit")
        spans: list[Span] = [(low - start, high - start, hit) for low, high in item.hits]
        return strip([bar, (" ", base), *runs(item.text[start:end], base, spans)], width, base)

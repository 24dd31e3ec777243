"""Sentences with the article they stand in, hits marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.strip import Strip

from shanqu.i18n import _
from shanqu.query import Evidence
from shanqu.text.gate import safe
from shanqu.text.width import crop, text_width
from shanqu.text.wrap import wrap
from shanqu.ui.labels import short_date
from shanqu.ui.painting import Span, runs, strip
from shanqu.ui.widgets.growing_list import GrowingList
from shanqu.ui.widgets.stacked_list import StackedList

_MEASURE = 84
# Sentences read for the first screen.
_FIRST = 30


class EvidenceList(GrowingList, StackedList):
    """Each item is a whole sentence; title, site and date stand above the first one of an article."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._given: Sequence[Evidence] = ()
        self._items: list[Evidence] = []
        self._wrapped: list[list[tuple[int, int]]] = []
        self._heights: list[int] = []
        self._wrong: Collection[tuple[int, int]] = ()
        self._read = 0

    def show(self, items: Sequence[Evidence], wrong: Collection[tuple[int, int]] = ()) -> None:
        """Show the sentences `items`, which are read as the cursor or the wheel comes near them.

        `wrong` are article and place of the figures that are marked as wrong.
        """
        self._given, self._wrong = items, wrong
        self._items = list(items[:_FIRST])
        self._read = _FIRST
        self.relayout()

    @property
    def all_read(self) -> bool:
        return self._read >= len(self._given)

    def read_on(self, number: int) -> None:
        self._items += self._given[self._read : self._read + number]
        self._read += number
        self._wrap()

    def mark(self, wrong: Collection[tuple[int, int]]) -> None:
        """Mark the figures at these places as wrong."""
        self._wrong = wrong
        self.relayout()

    @property
    def current(self) -> Evidence | None:
        """The sentence under the cursor."""
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def relayout(self) -> None:
        self._wrapped, self._heights = [], []
        if self.size.width:
            self._wrap()

    def _wrap(self) -> None:
        """Break into lines what has come since."""
        width = max(16, min(self.size.width - 4, _MEASURE))
        for index in range(len(self._wrapped), len(self._items)):
            lines = list(wrap(safe(self._items[index].text), width))
            self._wrapped.append(lines)
            self._heights.append(len(lines) + 1 + self._headed(index) + len(self._notes(index)))
        self.stack(self._heights)

    def _notes(self, index: int) -> list[str]:
        """What is said below a sentence: that its figure is wrong, and what the page prints where it is edited."""
        item = self._items[index]
        wrong = (item.article, item.at) in self._wrong
        notes = [_("✗ marked as wrong; X takes it back")] if wrong else []
        if item.edits:
            printed = "  ".join(f"{before} → {item.text[start:end]}" for start, end, before in item.edits)
            notes.append(_("✎ the page prints: {words}").format(words=printed))
        return notes

    def _headed(self, index: int) -> bool:
        """Whether the item has a heading: it is the first one of its article."""
        return index == 0 or self._items[index].article != self._items[index - 1].article

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item = self._items[index]
        lines = self._wrapped[index]
        number = line - self._headed(index)
        if number < 0:
            return self._draw_heading(item, width)
        base = self.row_style(selected)
        notes = self._notes(index)
        if len(lines) <= number < len(lines) + len(notes):
            note = safe(crop(notes[number - len(lines)], width - 2))
            bar = ("▌ " if selected else "  ", base + self.style("mark"))
            return strip([bar, (note, base + self.style("dim"))], width, base)
        if number >= len(lines):
            return Strip.blank(width, self.style("plain"))
        start, end = lines[number]
        hit, edit = self.style("hit"), self.style("edit")
        spans: list[Span] = [(low - start, high - start, hit) for low, high in item.hits]
        spans += [(low - start, high - start, edit) for low, high, _before in item.edits]
        bar = ("▌ " if selected else "  ", base + self.style("mark"))
        return strip([bar, *runs(item.text[start:end], base, spans)], width, base)

    def _draw_heading(self, item: Evidence, width: int) -> Strip:
        plain = self.style("plain")
        details = "  ".join(
            part for part in (item.site or "", short_date(item.published, item.meaning)) if part
        )
        title = crop(item.title, max(8, width - 4 - text_width(details)))
        return strip(
            [(" " + title, plain + self.style("head")), ("  " + details, plain + self.style("dim"))],
            width,
            plain,
        )

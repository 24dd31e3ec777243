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
from shanqu.ui.widgets.stacked_list import StackedList

_MEASURE = 84


class EvidenceList(StackedList):
    """Each item is a whole sentence; title, site and date stand above the first one of an article."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[Evidence] = ()
        self._wrapped: list[list[tuple[int, int]]] = []
        self._wrong: Collection[int] = ()

    def show(self, items: Sequence[Evidence], wrong: Collection[int] = ()) -> None:
        """Show the sentences `items`; the figures of those numbered in `wrong` are marked as wrong."""
        self._items, self._wrong = items, wrong
        self.relayout()

    @property
    def current(self) -> Evidence | None:
        """The sentence under the cursor."""
        return self._items[self.cursor] if self.cursor < len(self._items) else None

    def relayout(self) -> None:
        width = max(16, min(self.size.width - 4, _MEASURE))
        self._wrapped = [list(wrap(safe(item.text), width)) for item in self._items]
        self.stack(
            [
                len(lines) + 1 + self._headed(index) + len(self._notes(index))
                for index, lines in enumerate(self._wrapped)
            ]
        )

    def _notes(self, index: int) -> list[str]:
        """What is said below a sentence: that its figure is wrong, and what the page prints where it is edited."""
        notes = [_("✗ marked as wrong; X takes it back")] if index in self._wrong else []
        item = self._items[index]
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

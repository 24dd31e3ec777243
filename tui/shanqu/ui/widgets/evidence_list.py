"""Sentences with the article they stand in, hits marked; those that copies repeat are folded behind the best one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from textual.strip import Strip

from shanqu.i18n import _, ngettext
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


class _Row(NamedTuple):
    """A sentence, or a copy of the one above that is unfolded."""

    item: Evidence
    copy: bool = False


class EvidenceList(GrowingList, StackedList):
    """Each item is a whole sentence; title, site and date stand above the first one of an article."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._given: Sequence[Evidence] = ()
        self._copies: Mapping[tuple[int, int, int], Sequence[Evidence]] = {}
        self._rows: list[_Row] = []
        self._wrapped: list[list[tuple[int, int]]] = []
        self._heights: list[int] = []
        self._wrong: Collection[tuple[int, int]] = ()
        self._read = 0

    def show(
        self,
        items: Sequence[Evidence],
        wrong: Collection[tuple[int, int]] = (),
        copies: Mapping[tuple[int, int, int], Sequence[Evidence]] | None = None,
    ) -> None:
        """Show the sentences `items`, which are read as the cursor or the wheel comes near them.

        `wrong` are article and place of the figures that are marked as wrong; `copies` what other copies of the
        text say in the same words, by article, start and place of the sentence.
        """
        self._given, self._wrong, self._copies = items, wrong, copies or {}
        self._rows = [_Row(item) for item in items[:_FIRST]]
        self._read = _FIRST
        self.relayout()

    @property
    def all_read(self) -> bool:
        return self._read >= len(self._given)

    def read_on(self, number: int) -> None:
        self._rows += map(_Row, self._given[self._read : self._read + number])
        self._read += number
        self._wrap()

    def mark(self, wrong: Collection[tuple[int, int]]) -> None:
        """Mark the figures at these places as wrong."""
        self._wrong = wrong
        self.relayout()

    @property
    def current(self) -> Evidence | None:
        """The sentence under the cursor."""
        return self._rows[self.cursor].item if self.cursor < len(self._rows) else None

    @property
    def numbered(self) -> str:
        """Which of the sentences is under the cursor, copies not counted, and of how many."""
        return f"{sum(not row.copy for row in self._rows[: self.cursor + 1])}/{len(self._given)}"

    def _copies_of(self, item: Evidence) -> Sequence[Evidence]:
        return self._copies.get((item.article, item.start, item.at), ())

    def toggle_copies(self) -> bool:
        """Unfold the copies of the sentence under the cursor, or fold them; False where it has none."""
        at = self.cursor
        while at and at < len(self._rows) and self._rows[at].copy:
            at -= 1
        copies = self._copies_of(self._rows[at].item) if at < len(self._rows) else ()
        if not copies:
            return False
        end = next((n for n in range(at + 1, len(self._rows)) if not self._rows[n].copy), len(self._rows))
        self._rows[at + 1 : end] = [] if end > at + 1 else [_Row(item, copy=True) for item in copies]
        self._wrapped, self._heights = [], []
        self._wrap(at)
        return True

    def step_article(self, step: int) -> bool:
        """The cursor to the first sentence of the next article, or of this or the one before; False at the ends."""
        at = self.cursor
        if step < 0:
            # From the first sentence of an article to the one before.
            at = max(0, at - 1)
            while at and not self._begins(at):
                at -= 1
        else:
            at += 1
            while at < len(self._rows) and not self._begins(at):
                at += 1
                if at == len(self._rows) and not self.all_read:
                    self.read_on(_FIRST)
        if at == self.cursor or at >= len(self._rows):
            return False
        self.cursor = at
        return True

    def _begins(self, index: int) -> bool:
        """Whether an article begins with this row; its copies do not count."""
        if self._rows[index].copy:
            return False
        before = next((n for n in range(index - 1, -1, -1) if not self._rows[n].copy), None)
        return before is None or self._rows[before].item.article != self._rows[index].item.article

    def relayout(self) -> None:
        self._wrapped, self._heights = [], []
        if self.size.width:
            self._wrap()

    def _wrap(self, cursor: int | None = None) -> None:
        """Break into lines what has come since."""
        width = max(16, min(self.size.width - 4, _MEASURE))
        for index in range(len(self._wrapped), len(self._rows)):
            item = self._rows[index].item
            text = safe(item.text)
            lines = list(wrap(text, width)) or [(0, 0)]
            start, end = lines[-1]
            if text_width(text[start:end] + self._copies_note(item)) > self.size.width - 2:
                lines.append((end, end))
            self._wrapped.append(lines)
            self._heights.append(len(lines) + 1 + self._headed(index) + len(self._notes(index)))
        self.stack(self._heights, cursor)

    def _copies_note(self, item: Evidence) -> str:
        """What stands behind a sentence: how many other copies have it."""
        number = len(self._copies_of(item))
        return "  " + ngettext("≡{n} copy", "≡{n} copies", number).format(n=number) if number else ""

    def _notes(self, index: int) -> list[str]:
        """What is said below a sentence: that its figure is wrong, and what the page prints where it is edited."""
        item = self._rows[index].item
        wrong = (item.article, item.at) in self._wrong
        notes = [_("✗ marked as wrong; X takes it back")] if wrong else []
        if item.edits:
            printed = "  ".join(f"{before} → {item.text[start:end]}" for start, end, before in item.edits)
            notes.append(_("✎ the page prints: {words}").format(words=printed))
        return notes

    def _headed(self, index: int) -> bool:
        """Whether the item has a heading: it is the first one of its article."""
        return index == 0 or self._rows[index].item.article != self._rows[index - 1].item.article

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item, copy = self._rows[index]
        lines = self._wrapped[index]
        number = line - self._headed(index)
        if number < 0:
            return self._draw_heading(item, width, "≡ " if copy else "")
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
        behind = self._copies_note(item) if number == len(lines) - 1 and not copy else ""
        shown = runs(item.text[start:end], base, spans)
        return strip([bar, *shown, (behind, base + self.style("dim"))], width, base)

    def _draw_heading(self, item: Evidence, width: int, mark: str) -> Strip:
        plain = self.style("plain")
        details = "  ".join(
            part for part in (item.site or "", short_date(item.published, item.meaning)) if part
        )
        title = crop(item.title, max(8, width - 4 - text_width(mark + details)))
        return strip(
            [
                (" " + mark, plain + self.style("dim")),
                (title, plain + self.style("head")),
                ("  " + details, plain + self.style("dim")),
            ],
            width,
            plain,
        )

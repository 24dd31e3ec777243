"""The text of a copy with what was changed in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message
from textual.strip import Strip

from shanqu.text.diff import Piece
from shanqu.text.gate import safe
from shanqu.ui.diff_layout import Change, DiffLayout, diff_layout
from shanqu.ui.looks import look
from shanqu.ui.painting import Span, runs, strip
from shanqu.ui.widgets.canvas import Canvas


class DiffText(Canvas, can_focus=True, inherit_bindings=False):
    """Shows paragraphs of pieces; stands on one of the changes."""

    class Changed(Message):
        """The text, or the change that it stands on, is another one."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, DiffText.Changed)

    def __init__(self, *, measure: int = 38, id: str | None = None) -> None:
        """`measure` is the greatest length of a line in Chinese characters."""
        super().__init__(id=id)
        self._measure = measure * 2
        self._paragraphs: Sequence[Sequence[Piece]] = ()
        self._layout_now = DiffLayout()
        self.changed_only = False
        self.now: int | None = None

    def show(self, paragraphs: Sequence[Sequence[Piece]]) -> None:
        """Show another text from its first change on."""
        self._paragraphs, self.now = paragraphs, None
        self._relayout()
        self.scroll_to(y=0, animate=False)
        self.step(1)

    @property
    def changes(self) -> int:
        """How many places are changed."""
        return len(self._layout_now.changes)

    @property
    def paragraph(self) -> int:
        """The number of the paragraph that holds the change that it stands on, else that on the first line."""
        now, lines = self._now, self._layout_now.lines
        if now is None and not lines:
            return 0
        top = lines[min(self.scroll_offset.y, len(lines) - 1)].flow
        return self._layout_now.flows[top if now is None else now.flow].paragraph

    def toggle_same(self) -> None:
        """Show or hide the paragraphs that are the same, at the same change."""
        self.changed_only = not self.changed_only
        self._relayout()
        self._reveal()

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) change, around the ends."""
        if self.changes:
            at = -1 if self.now is None and direction > 0 else self.now or 0
            self.now = (at + direction) % self.changes
        self._reveal()

    def _reveal(self) -> None:
        if self.now is not None:
            line = self._layout_now.changes[self.now].line
            top, height = self.scroll_offset.y, self.size.height
            if not top <= line < top + height - 1:
                self.scroll_to(y=max(0, line - height // 3), animate=False)
        self.refresh()
        self.post_message(self.Changed())

    def move(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + lines)

    def page(self, pages: float) -> None:
        """Scroll by screens, less two lines to keep the thread."""
        self._scroll(self.scroll_offset.y + round((self.size.height - 2) * pages))

    def edge(self, *, top: bool) -> None:
        """Scroll to the top or the bottom."""
        self._scroll(0 if top else len(self._layout_now.lines))

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)

    @property
    def _width(self) -> int:
        return max(8, min(self.size.width - 2, self._measure))

    def on_resize(self) -> None:
        self._relayout()
        if self.now is None:
            self.step(1)
        else:
            self._reveal()

    def _relayout(self) -> None:
        if self.size.width:
            self._layout_now = diff_layout(self._paragraphs, self._width, changed_only=self.changed_only)
            self.set_length(len(self._layout_now.lines))

    def render_line(self, y: int) -> Strip:
        width, number = self.size.width, y + self.scroll_offset.y
        base = look(self.app, "body")
        if not width or number >= len(self._layout_now.lines):
            return Strip.blank(max(0, width), base)
        line = self._layout_now.lines[number]
        flow = self._layout_now.flows[line.flow]
        plain = look(self.app, "note") if flow.note else base
        spans: list[Span] = [
            (start - line.start, end - line.start, look(self.app, kind))
            for start, end, kind in flow.spans
            if kind != "same"
        ]
        if (now := self._now) is not None and now.flow == line.flow:
            spans.append((now.start - line.start, now.end - line.start, look(self.app, "change-now")))
        margin = max(1, (width - self._width) // 2)
        return strip(
            [(" " * margin, base), *runs(safe(flow.text[line.start : line.end]), plain, spans)], width, base
        )

    @property
    def _now(self) -> Change | None:
        return None if self.now is None else self._layout_now.changes[self.now]

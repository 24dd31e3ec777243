"""The reader: one article, cleaned or raw, with marks and find."""

from __future__ import annotations

from bisect import bisect_left

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from shanqu.model import Article
from shanqu.text.gate import safe
from shanqu.ui.looks import look
from shanqu.ui.marks import NO_MARKS, Hit, Marks, literal_spans
from shanqu.ui.painting import Run, Span, runs, strip
from shanqu.ui.reader_layout import Flow, Layout, Line, clean_layout, raw_layout
from shanqu.ui.widgets.canvas import Canvas


class Reader(Canvas, can_focus=True, inherit_bindings=False):
    """Shows an article line by line; only the lines on screen are drawn."""

    class Changed(Message):
        """The article, the view or the hits are others than before."""

        def __init__(self, reader: Reader) -> None:
            self.reader = reader
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Reader.Changed)

    def __init__(self, *, measure: int = 38, id: str | None = None) -> None:
        """`measure` is the greatest length of a line in Chinese characters."""
        super().__init__(id=id)
        self._measure = measure * 2
        self.article: Article | None = None
        self.raw = False
        self.sought = ""
        self._marks = NO_MARKS
        self._layout_now = Layout((), ())
        self._hits: list[Hit] = []
        self._edits: dict[int, list[tuple[int, int]]] = {}
        self._by_flow: dict[int, list[int]] = {}
        self._now: int | None = None
        self._message = ""
        self._wanted: int | None = None

    # What is shown.

    def show(self, article: Article | None, marks: Marks = NO_MARKS, *, at: int | None = None) -> None:
        """Show an article from the top, or with the page offset `at` in view."""
        same = (
            article is not None and self.article is not None and article.page.name == self.article.page.name
        )
        self.article, self._marks = article, marks
        if not same:
            self.sought = ""
        self._relayout()
        self._now = None
        self._wanted = at
        if at is not None:
            self._go_to_wanted()
        elif not same:
            self.scroll_to(y=0, animate=False)
        self.refresh()
        self.post_message(self.Changed(self))

    def _go_to_wanted(self) -> None:
        """Show the page offset that was asked for; before the first layout there is nowhere to go yet."""
        if self._wanted is not None and self._layout_now.lines:
            self._reveal(self._layout_now.line_of(self._wanted))
            self._now = self._hit_from(self._wanted)
            self._wanted = None
            self.refresh()
            self.post_message(self.Changed(self))

    def say(self, message: str) -> None:
        """Show a message while there is no article."""
        self._message = message
        self.refresh()

    def mark(self, marks: Marks) -> None:
        """Mark other spans in the same article; the place in the text stays."""
        self._marks = marks
        self._find_hits()
        self.refresh()
        self.post_message(self.Changed(self))

    def toggle_raw(self) -> None:
        """Switch between the cleaned text and the raw page, at the same place in the text."""
        top = self.scroll_offset.y
        offset = self._layout_now.page_offset(top)
        shown_at = self._layout_now.line_of(offset) - top if offset is not None else 0
        self.raw = not self.raw
        self._relayout()
        if offset is not None:
            line = self._layout_now.line_of(offset)
            self.scroll_to(y=max(0, line - shown_at), animate=False)
        self.refresh()
        self.post_message(self.Changed(self))

    # Find and marks.

    def find(self, text: str) -> None:
        """Mark every place where `text` stands, and go to the first one from here on."""
        self.sought = text
        self._find_hits()
        if self._hits:
            self._now = self._first_visible_hit()
            self._reveal_hit()
        self.refresh()
        self.post_message(self.Changed(self))

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) hit, around the ends."""
        if not self._hits:
            return
        if self._now is None:
            self._now = self._first_visible_hit() if direction > 0 else (self._first_visible_hit() - 1)
        else:
            self._now += direction
        self._now %= len(self._hits)
        self._reveal_hit()
        self.refresh()
        self.post_message(self.Changed(self))

    @property
    def position(self) -> tuple[int, int]:
        """The number of the hit that the reader stands on (0: none yet), and of all hits."""
        return (0 if self._now is None else self._now + 1), len(self._hits)

    @property
    def percent(self) -> int:
        """How much of the text has been on screen from the top, in percent."""
        lines = len(self._layout_now.lines)
        return min(100, round(100 * (self.scroll_offset.y + self.size.height) / lines)) if lines else 100

    # Moving.

    def move(self, lines: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + lines)

    def page(self, pages: float) -> None:
        """Scroll by screens, less two lines to keep the thread."""
        step = max(1, int((self.size.height - 2) * abs(pages)))
        self._scroll(self.scroll_offset.y + (step if pages > 0 else -step))

    def edge(self, *, top: bool) -> None:
        """Scroll to the top or the bottom."""
        self._scroll(0 if top else len(self._layout_now.lines))

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)
        self.post_message(self.Changed(self))

    # Layout.

    @property
    def _text_width(self) -> int:
        return max(8, min(self.size.width - 2, self._measure))

    @property
    def _margin(self) -> int:
        return max(1, (self.size.width - self._text_width) // 2)

    def on_resize(self) -> None:
        offset = self._layout_now.page_offset(self.scroll_offset.y) if self.scroll_offset.y else None
        self._relayout()
        if offset is not None:
            self.scroll_to(y=self._layout_now.line_of(offset), animate=False)
        self._go_to_wanted()
        self.refresh()
        self.post_message(self.Changed(self))

    def _relayout(self) -> None:
        if self.article is None or not self.size.width:
            self._layout_now = Layout((), ())
        else:
            make = raw_layout if self.raw else clean_layout
            self._layout_now = make(self.article, self._text_width)
        self.set_length(len(self._layout_now.lines))
        self._find_edits()
        self._find_hits()

    def _find_edits(self) -> None:
        self._edits = {}
        if self.article is None:
            return
        for number, flow in enumerate(self._layout_now.flows):
            if flow.aligned is None or not flow.aligned.starts:
                continue
            low, high = flow.aligned.starts[0], flow.aligned.ends[-1]
            for edit in self.article.edits:
                if low <= edit.start and edit.end <= high:
                    self._edits.setdefault(number, []).append(flow.aligned.from_page(edit.start, edit.end))

    def _find_hits(self) -> None:
        hits: set[Hit] = set()
        for number, flow in enumerate(self._layout_now.flows):
            if flow.aligned is not None and flow.text:
                hits.update(Hit(number, start, end) for start, end in self._hits_in(flow) if start < end)
        self._hits = sorted(hits)
        self._by_flow = {}
        for index, hit in enumerate(self._hits):
            self._by_flow.setdefault(hit.flow, []).append(index)
        if self._now is not None and self._now >= len(self._hits):
            self._now = None

    def _hits_in(self, flow: Flow) -> list[tuple[int, int]]:
        aligned = flow.aligned
        assert aligned is not None
        if self.sought:
            return literal_spans(flow.text, self.sought)
        found = list(self._marks.words(flow.text)) if self._marks.words else []
        if aligned.starts:
            low, high = aligned.starts[0], aligned.ends[-1]
            first = bisect_left(self._marks.spans, (low, low))
            for start, end in self._marks.spans[first:]:
                if start >= high:
                    break
                found.append(aligned.from_page(start, end))
        return found

    def _hit_from(self, offset: int) -> int | None:
        for index, hit in enumerate(self._hits):
            aligned = self._layout_now.flows[hit.flow].aligned
            if aligned is not None and aligned.starts[hit.start] >= offset:
                return index
        return None

    def _line_of_hit(self, hit: Hit) -> int:
        for index, line in enumerate(self._layout_now.lines):
            if line.flow == hit.flow and line.start <= hit.start < line.end:
                return index
        return 0

    def _first_visible_hit(self) -> int:
        lines = self._layout_now.lines
        if not lines:
            return 0
        top = lines[min(self.scroll_offset.y, len(lines) - 1)]
        return bisect_left(self._hits, Hit(top.flow, top.start, 0)) % len(self._hits)

    def _reveal_hit(self) -> None:
        if self._now is not None:
            self._reveal(self._line_of_hit(self._hits[self._now]))

    def _reveal(self, line: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not top <= line < top + height - 1:
            self.scroll_to(y=max(0, line - height // 3), animate=False)

    # Drawing.

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self._look("body")
        number = y + self.scroll_offset.y
        if not self._layout_now.lines:
            text = self._message if y == max(0, self.size.height // 3) else ""
            return strip([(" " * self._margin, base), (text, self._look("meta"))], width, base)
        if number >= len(self._layout_now.lines):
            return Strip.blank(width, base)
        line = self._layout_now.lines[number]
        return strip([(" " * (self._margin + line.indent), base), *self._draw(line)], width, base)

    def _draw(self, line: Line) -> list[Run]:
        flow = self._layout_now.flows[line.flow]
        style = self._look(flow.look)
        parts: list[Run] = [(flow.gutter, self._look("gutter"))] if flow.gutter else []
        spans: list[Span] = []
        edit = self._look("edit")
        spans += [
            (start - line.start, end - line.start, edit) for start, end in self._edits.get(line.flow, [])
        ]
        hit, now = self._look("hit"), self._look("hit-now")
        for index in self._by_flow.get(line.flow, []):
            found = self._hits[index]
            if found.start < line.end and found.end > line.start:
                over = now if index == self._now else hit
                spans.append((found.start - line.start, found.end - line.start, over))
        return parts + runs(safe(flow.text[line.start : line.end]), style, spans)

    def _look(self, name: str) -> Style:
        return look(self.app, name)

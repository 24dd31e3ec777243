"""The reader: one article, cleaned or raw, with marks and find."""

from __future__ import annotations

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from shanqu.model import Article
from shanqu.text.gate import safe
from shanqu.ui.hits import Hits, edited
from shanqu.ui.looks import look
from shanqu.ui.marks import NO_MARKS, Hit, Marks
from shanqu.ui.painting import Run, Span, runs, strip
from shanqu.ui.reader_layout import Layout, Line, clean_layout, raw_layout
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
        self._hits = Hits()
        self._edits: dict[int, list[tuple[int, int]]] = {}
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
        self._hits.stand_on(None)
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
            self._hits.go_to_page(self._wanted)
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
        self._hits.go_to(*self._top)
        self._reveal_hit()
        self.refresh()
        self.post_message(self.Changed(self))

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) hit, around the ends."""
        if not self._hits:
            return
        self._hits.step(direction, *self._top)
        self._reveal_hit()
        self.refresh()
        self.post_message(self.Changed(self))

    @property
    def position(self) -> tuple[int, int]:
        """The number of the hit that the reader stands on (0: none yet), and of all hits."""
        return (0 if self._hits.now is None else self._hits.now + 1), len(self._hits)

    @property
    def percent(self) -> int:
        """How much of the text has been on screen from the top, in percent."""
        lines = len(self._layout_now.lines)
        return min(100, round(100 * (self.scroll_offset.y + self.size.height) / lines)) if lines else 100

    @property
    def past_title(self) -> bool:
        """Whether the headline has been scrolled out of sight."""
        lines = self._layout_now.lines
        return bool(lines) and lines[min(self.scroll_offset.y, len(lines) - 1)].flow > 0

    def page_offset(self, line: int) -> int | None:
        """The page offset at the first of the laid-out lines from `line` on that shows text of the page."""
        return self._layout_now.page_offset(line)

    def line_of(self, offset: int) -> int:
        """The laid-out line that shows a page offset, or the one before it."""
        return self._layout_now.line_of(offset)

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
        edits = self.article.edits if self.article is not None else ()
        self._edits = edited(self._layout_now.flows, edits)
        self._find_hits()

    def _find_hits(self) -> None:
        now = self._hits.now
        self._hits = Hits(self._layout_now.flows, self._marks, self.sought)
        self._hits.stand_on(now)

    def _line_of_hit(self, hit: Hit) -> int:
        for index, line in enumerate(self._layout_now.lines):
            if line.flow == hit.flow and line.start <= hit.start < line.end:
                return index
        return 0

    @property
    def _top(self) -> tuple[int, int]:
        """The flow on the first line on screen, and where in it that line begins."""
        lines = self._layout_now.lines
        top = lines[min(self.scroll_offset.y, len(lines) - 1)] if lines else Line(0, 0, 0, 0)
        return top.flow, top.start

    def _reveal_hit(self) -> None:
        if self._hits.current is not None:
            self._reveal(self._line_of_hit(self._hits.current))

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
        gutter: list[Run] = [(flow.gutter, self._look("gutter"))] if flow.gutter else []
        edit, hit, now = self._look("edit"), self._look("hit"), self._look("hit-now")
        spans: list[Span] = [(start, end, edit) for start, end in self._edits.get(line.flow, [])]
        for start, end, current in self._hits.within(line.flow, line.start, line.end):
            spans.append((start, end, now if current else hit))
        spans = [(start - line.start, end - line.start, over) for start, end, over in spans]
        return gutter + runs(safe(flow.text[line.start : line.end]), style, spans)

    def _look(self, name: str) -> Style:
        return look(self.app, name)

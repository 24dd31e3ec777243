"""A list that draws only the lines on screen and repaints only the rows that change."""

from __future__ import annotations

from abc import abstractmethod
from itertools import chain

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from shanqu.ui.looks import look
from shanqu.ui.painting import strip
from shanqu.ui.widgets.canvas import Canvas


class LineList(Canvas, can_focus=True, inherit_bindings=False):
    """Items of `row_height` lines each, one of them under the cursor.

    Subclasses say how many items there are (`count`) and draw one line of one item (`draw`). A list
    with items of different heights overrides `offset_of` and `item_at`.
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another item."""

        def __init__(self, sender: LineList, index: int) -> None:
            self.line_list = sender
            self.index = index
            super().__init__()

        @property
        def control(self) -> LineList:
            return self.line_list

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, LineList.Moved) and message.line_list is self.line_list

    class Activated(Message):
        """The item under the cursor was chosen with Enter or a click."""

        def __init__(self, sender: LineList, index: int) -> None:
            self.line_list = sender
            self.index = index
            super().__init__()

        @property
        def control(self) -> LineList:
            return self.line_list

    row_height = 1
    _nothing = ""

    # What subclasses provide.

    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @property
    def numbered(self) -> str:
        """Which of the items is under the cursor, and of how many."""
        return f"{self.cursor + 1 if self.count() else 0}/{self.count()}"

    @abstractmethod
    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        """Line `line` of item `index`, exactly `width` cells wide."""

    def selectable(self, index: int) -> bool:
        """Whether the cursor may stand on the item (not on headings)."""
        return 0 <= index < self.count()

    def offset_of(self, index: int) -> int:
        """The first line of item `index`; for `count()` the number of all lines."""
        return index * self.row_height

    def item_at(self, line: int) -> int:
        """The item that line `line` belongs to."""
        return line // self.row_height

    # Drawing.

    def style(self, name: str) -> Style:
        """The style of a look."""
        return look(self.app, name)

    def row_style(self, selected: bool) -> Style:
        """The base style of an item's lines."""
        if not selected:
            return self.style("plain")
        return self.style("cursor" if self.has_focus else "plain")

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = y + self.scroll_offset.y
        index = self.item_at(line)
        if line < 0 or index >= self.count() or width <= 0:
            if y == 1 and width > 0 and not self.count():
                return strip(
                    [(f"  {self._nothing}", self.style("plain") + self.style("dim"))],
                    width,
                    self.style("plain"),
                )
            return Strip.blank(max(width, 0), self.style("plain"))
        return self.draw(index, line - self.offset_of(index), width, index == self.cursor)

    def say_nothing(self, text: str) -> None:
        """What stands there as long as there are no items."""
        self._nothing = text
        self.refresh()

    def rebuilt(self, cursor: int | None = None) -> None:
        """Say that the items changed; the cursor goes to `cursor`, or stays where it can."""
        self.set_length(self.offset_of(self.count()))
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(LineList.cursor, self._nearest(max(0, min(wanted, self.count() - 1))))
        self._keep_in_view()
        self.refresh()

    def on_resize(self) -> None:
        self.relayout()
        self.set_length(self.offset_of(self.count()))
        self._keep_in_view()

    def relayout(self) -> None:
        """Called when the width changed; for lists whose heights depend on it."""

    def on_focus(self) -> None:
        self._refresh_item(self.cursor)

    def on_blur(self) -> None:
        self._refresh_item(self.cursor)

    # Moving.

    def move(self, items: int) -> None:
        """The cursor by `items`, over what cannot be selected."""
        step = 1 if items > 0 else -1
        index = self.cursor
        for _ in range(abs(items)):
            following = index + step
            while 0 <= following < self.count() and not self.selectable(following):
                following += step
            if not self.selectable(following):
                break
            index = following
        if index == self.cursor and step < 0:
            self.scroll_to(y=0, animate=False)
        self.cursor = index

    def page(self, pages: float) -> None:
        """The cursor by about `pages` screens."""
        lines = int(self.size.height * pages)
        target = self.item_at(
            max(0, min(self.offset_of(self.cursor) + lines, self.offset_of(self.count()) - 1))
        )
        if target == self.cursor:
            target += 1 if pages > 0 else -1
        self.cursor = self._nearest(max(0, min(target, self.count() - 1)))

    def edge(self, *, top: bool) -> None:
        """The cursor to the first or the last item."""
        self.cursor = self._nearest(0 if top else self.count() - 1)
        if top:
            self.scroll_to(y=0, animate=False)

    def activate(self) -> None:
        """Choose the item under the cursor."""
        if self.selectable(self.cursor):
            self.post_message(self.Activated(self, self.cursor))

    def _nearest(self, index: int) -> int:
        """The selectable item closest to `index`, looking down first."""
        for candidate in chain(range(index, self.count()), range(index - 1, -1, -1)):
            if self.selectable(candidate):
                return candidate
        return 0

    def watch_cursor(self, old: int, new: int) -> None:
        if old == new:
            return
        self._refresh_item(old)
        self._refresh_item(new)
        self._keep_in_view()
        self.post_message(self.Moved(self, new))

    def _refresh_item(self, index: int) -> None:
        if 0 <= index < self.count():
            first = self.offset_of(index)
            self.refresh_lines(first, self.offset_of(index + 1) - first)

    def _keep_in_view(self) -> None:
        """Scroll by half a page at the edges: on a slow line fewer repaints than one line a key."""
        height = self.size.height
        if not height or not self.count():
            return
        first, after = self.offset_of(self.cursor), self.offset_of(self.cursor + 1)
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=max(0, min(first, after - height // 2)), animate=False)
        elif after > top + height:
            self.scroll_to(y=min(first, max(after - height, first - height // 2)), animate=False)

    # Mouse.

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        index = self.item_at(line)
        if not self.selectable(index):
            return
        if index == self.cursor:
            self.activate()
        else:
            self.cursor = index

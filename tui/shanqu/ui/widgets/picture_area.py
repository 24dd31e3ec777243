"""Pictures one below the other, each drawn when the screen comes to it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message
from textual.strip import Strip

from shanqu.ui.looks import look
from shanqu.ui.pictures import Palette, Picture, titled
from shanqu.ui.widgets.canvas import Canvas

_MARGIN = 2


class PictureArea(Canvas):
    """What the keys scroll."""

    def __init__(self, pictures: Sequence[Picture], *, id: str | None = None) -> None:
        super().__init__(id=id)
        # Where there are none, it is said so.
        self._groups = [[one] for one in pictures] or [[]]
        self._drawn = 0
        self._lines: list[Strip] = []

    class Drawn(Message):
        """The pictures have been drawn for the room that there is."""

    def on_resize(self) -> None:
        self._drawn, self._lines = 0, []
        self._draw_to(self.scroll_offset.y)
        self.post_message(self.Drawn())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._draw_to(int(new_value))

    def move(self, lines: int) -> None:
        """Scroll by lines."""
        self._draw_to(self.scroll_offset.y + lines)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def page(self, pages: float) -> None:
        """Scroll by screens."""
        self.move(int(self.size.height * pages))

    def edge(self, *, top: bool) -> None:
        """Scroll to the top or the bottom."""
        if not top:
            self._draw(len(self._groups))
        self.scroll_to(y=0 if top else self.max_scroll_y, animate=False)

    @property
    def goes_on(self) -> bool:
        """Whether more lies below what is shown."""
        return self._drawn < len(self._groups) or self.scroll_offset.y < self.max_scroll_y

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, look(self.app, "plain")
        at = y + self.scroll_offset.y - 1
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, plain)
        return self._lines[at]

    def _draw_to(self, top: int) -> None:
        """Draw what the screen shows with that line at its top, and a line more, so that it can be scrolled to."""
        number = self._drawn
        while number < len(self._groups) and self._length <= top + self.size.height:
            self._draw(number := number + 1)

    @property
    def _length(self) -> int:
        # A line is left free above and below.
        return len(self._lines) + 2

    def _draw(self, number: int) -> None:
        """Draw the first of the pictures, as far as they are not drawn yet."""
        width = self.size.width
        if width <= 2 * _MARGIN or number <= self._drawn:
            return
        palette = Palette(self.app.theme_variables["accent"], self.app.theme_variables["dim"])
        options = self.app.console.options.update(width=width - 2 * _MARGIN, height=None)
        plain = look(self.app, "plain")
        left = Strip.blank(_MARGIN, plain)
        for group in self._groups[self._drawn : number]:
            for segments in self.app.console.render_lines(titled(group, palette), options):
                drawn = Strip(segments).apply_style(plain)
                self._lines.append(Strip.join([left, drawn]).extend_cell_length(width, plain))
        self._drawn = number
        self.set_length(self._length)
        self.refresh()

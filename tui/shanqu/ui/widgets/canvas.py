"""A scrolling area of lines that draws only the lines on screen."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


class Canvas(ScrollView, can_focus=True, inherit_bindings=False):
    """Fills the place that it is given, however many lines it has. Its scrollbars take no room."""

    ALLOW_SELECT = False

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through."""
        # Not by assignment, which would lay out and paint the whole screen anew.
        self.set_reactive(Canvas.virtual_size, Size(self.size.width, lines))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)

"""A scrolling area of lines that draws only the lines on screen."""

from __future__ import annotations

from typing import Any

from textual._styles_cache import StylesCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class _DrawnLines(StylesCache):
    """Lines as they are drawn. Of each line Textual asks what stands around it and lies over it, which takes as long

    as to draw it; around a canvas there is nothing."""

    def render_line(self, *given: Any, **named: Any) -> Strip:
        _, y, size, content_size, *_, draw = given[:8]
        return draw(y) if size == content_size else super().render_line(*given, **named)


class Canvas(ScrollView, can_focus=True, inherit_bindings=False):
    """Fills the place that it is given, however many lines it has. Its scrollbars take no room."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = _DrawnLines()

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through."""
        # Not by assignment, which would lay out and paint the whole screen anew.
        self.set_reactive(Canvas.virtual_size, Size(self.size.width, lines))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)

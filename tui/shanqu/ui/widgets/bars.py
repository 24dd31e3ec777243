"""The lines at the top and the bottom of a screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width

_FLASH_SECONDS = 4.0


class PaneTitle(Static):
    """The heading of a pane: its name, a detail at the right; the focused pane's one is marked."""

    def __init__(self, name: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._title = name
        self._detail = ""

    def detail(self, text: str) -> None:
        """Show `text` at the right end."""
        if text != self._detail:
            self._detail = text
            self.refresh()

    def rename(self, name: str) -> None:
        """Show another name."""
        if name != self._title:
            self._title = name
            self.refresh()

    def render(self) -> RenderResult:
        width = self.content_size.width
        detail = safe(self._detail)
        room = max(0, width - text_width(detail))
        return Content(fit(safe(self._title), room) + detail)


class BottomLine(Widget):
    """Hints at the left, the state at the right; a short message takes the place of the hints."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bottom-line--key", "bottom-line--flash"}

    hints: reactive[list[tuple[str, str]]] = reactive(list, init=False)
    state: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    message: reactive[str] = reactive("")

    def __init__(self, hints: list[tuple[str, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(BottomLine.hints, hints)
        self._timer: Timer | None = None

    def flash(self, message: str) -> None:
        """Show `message` for a few seconds."""
        self.message = message
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_FLASH_SECONDS, self._clear)

    def _clear(self) -> None:
        self.message = ""

    def render(self) -> RenderResult:
        width = self.content_size.width
        right = safe("  ".join(part for part in (self.progress, self.state) if part))
        right = crop(right, max(0, width * 2 // 3))
        room = max(0, width - text_width(right) - 1)
        key = self.get_visual_style("bottom-line--key", partial=True)
        flash = self.get_visual_style("bottom-line--flash", partial=True)
        left = Content("")
        if self.message:
            left = Content(crop(safe(self.message), room)).stylize(flash)
        else:
            used = 0
            for name, hint in self.hints:
                cells = text_width(name) + text_width(hint) + 3
                if used + cells > room + 2:
                    break
                left = left + Content(name).stylize(key) + Content(f" {hint}  ")
                used += cells
        padding = " " * max(
            1, width - text_width(left.plain.rstrip() if not self.message else left.plain) - text_width(right)
        )
        body = left.rstrip() if not self.message else left
        return body + Content(padding + right)


class LineInput(Input):
    """A one-line input without a frame; Escape and the arrows lead back to the text."""

    class Left(Message):
        """The person is done with the input: `submitted` (Enter or ↓), or not (Escape)."""

        def __init__(self, sender: LineInput, submitted: bool) -> None:
            self.line_input = sender
            self.submitted = submitted
            super().__init__()

        @property
        def control(self) -> LineInput:
            return self.line_input

    BINDINGS: ClassVar = [
        ("escape", "leave(False)", ""),
        ("down", "leave(True)", ""),
        ("tab", "leave(True)", ""),
    ]

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """What is pasted may be as hostile as a page."""
        return safe(value)

    def action_leave(self, submitted: bool) -> None:
        """Tell the screen that the person is done."""
        self.post_message(self.Left(self, submitted))

    async def action_submit(self) -> None:
        self.action_leave(True)

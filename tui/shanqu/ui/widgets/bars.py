"""The lines at the top and the bottom of a screen."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.looks import look
from shanqu.ui.painting import Run, strip

_FLASH_SECONDS = 4.0
_FLASH_SECONDS_A_LETTER = 0.12
_APART = " · "
# Less of a state that does not fit says nothing.
_LEAST_STATE = 16


class PaneTitle(Widget):
    """The heading of a pane: its name, a detail at the right; the active pane's one is marked."""

    def __init__(self, name: str, *, id: str | None = None, active: bool = False) -> None:
        super().__init__(id=id)
        self._title = name
        self._detail = ""
        self._active = active

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

    def activate(self, active: bool) -> None:
        """Mark the pane as the one that the keys go to, or not."""
        if active != self._active:
            self._active = active
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        style = look(self.app, "heading" if self._active else "subtle")
        title = crop(safe(self._title), max(0, width - text_width(self._detail) - 3))
        room = max(0, width - 2 - text_width(title))
        return strip([(f" {title}", style), (fit(self._detail, room, right=True), style)], width, style)


class BottomLine(Widget):
    """Hints at the left, the state at the right; a short message takes the place of the hints.

    The state, its parts set off by ` · `, gives way from its end: to a message, and to the first of the hints.
    """

    state: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    message: reactive[str] = reactive("")

    def __init__(self, hints: list[tuple[str, str]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints = hints
        self._timer: Timer | None = None

    def offer(self, hints: list[tuple[str, str]]) -> None:
        """Show other hints."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def flash(self, message: str) -> None:
        """Show `message` for a few seconds, longer where there is more to read."""
        self.message = message
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(max(_FLASH_SECONDS, len(message) * _FLASH_SECONDS_A_LETTER), self.hush)

    def hush(self) -> None:
        """Take the message away: it no longer holds."""
        self.message = ""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        hint, key, flash = (look(self.app, name) for name in ("hint", "key", "flash"))
        message = safe(self.message)
        wanted = text_width(message) if message else max(self._least, width * 2 // 5)
        right = safe(self._right(max(0, width - wanted - 3)))
        room = max(0, width - text_width(right) - (3 if right else 1))
        left: list[Run] = [(crop(message, room), flash)] if message else self._shown(room, key, hint)
        used = sum(text_width(text) for text, _ in left)
        tail = fit(right, max(0, width - used - 2), right=True)
        return strip([(" ", hint), *left, (tail, hint)], width, hint)

    @property
    def _least(self) -> int:
        """The cells of the one hint that leads to all others."""
        return sum(text_width(part) for part in self._hints[0]) + 1 if self._hints else 0

    def _right(self, room: int) -> str:
        """The progress and as many parts of the state as there is room for."""
        parts = self.state.split(_APART)
        while len(parts) > 1 and text_width(self._joined(parts)) > room:
            parts.pop()
        joined = self._joined(parts)
        return crop(joined, room) if room >= min(text_width(joined), _LEAST_STATE) else ""

    def _joined(self, parts: list[str]) -> str:
        return "  ".join(part for part in (self.progress, _APART.join(parts)) if part)

    def _shown(self, room: int, key: Style, hint: Style) -> list[Run]:
        """As many hints as there is room for, two cells behind each but the last."""
        parts: list[Run] = []
        for name, text in self._hints:
            cells = text_width(name) + text_width(text) + 1
            if cells > room:
                break
            parts += [("  " if parts else "", hint), (name, key), (f" {text}", hint)]
            room -= cells + 2
        return parts


class Aside(Static):
    """What the bottom line would say, beside the line that is typed in its place: messages, and counts if wanted."""

    def __init__(self, line: BottomLine, *, counting: bool) -> None:
        super().__init__(id="question-aside", markup=False)
        self._line = line
        self._counting = counting

    def on_mount(self) -> None:
        self.watch(self._line, "message", self._tell, init=False)
        self.watch(self._line, "state", self._tell)

    def _tell(self) -> None:
        count = self._line.state.split(_APART)[0] if self._counting else ""
        self.update(crop(safe(self._line.message or count), self.app.size.width * 2 // 5))


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

    # Its own text alone: elsewhere nothing moves when it grows, and nothing is to be laid out anew with each key.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    BINDINGS: ClassVar = [
        ("escape", "leave(False)", ""),
        ("up", "earlier", ""),
        ("down", "later", ""),
        ("tab", "leave(True)", ""),
    ]

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        # A blinking cursor sends bytes for as long as nobody types.
        self.cursor_blink = False
        self.earlier: list[str] = []
        self._back = 0

    def validate_value(self, value: str) -> str:
        """What is pasted may be as hostile as a page."""
        return safe(value)

    def action_leave(self, submitted: bool) -> None:
        """Tell the screen that the person is done."""
        self.post_message(self.Left(self, submitted))

    def action_earlier(self) -> None:
        """Put what was typed before in its place, one further back each time."""
        self._show_earlier(self._back + 1)

    def action_later(self) -> None:
        """Forward again in what was typed before; from its end back to the text."""
        if self._back:
            self._show_earlier(self._back - 1)
        else:
            self.action_leave(True)

    def _show_earlier(self, back: int) -> None:
        if 0 <= back <= len(self.earlier):
            self._back = back
            self.value = self.earlier[-back] if back else ""
            self.cursor_position = len(self.value)

    def on_focus(self) -> None:
        self._back = 0

    async def action_submit(self) -> None:
        self.action_leave(True)

"""Answers that are suggested while one is typed, above the line that it is typed into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.painting import strip
from shanqu.ui.widgets.bars import LineInput
from shanqu.ui.widgets.line_list import LineList


class Suggestion(NamedTuple):
    """An answer, and what tells it from others like it; `entity` is the one that it names."""

    text: str
    note: str
    entity: int


class Suggesting(NamedTuple):
    """How answers are suggested: those that `find` finds for what has been typed.

    `take` takes the one that is picked; `fault` tells what is wrong with what was typed instead ('': nothing).
    `hint` is what is shown before anything has been typed.
    """

    find: Callable[[str], Sequence[Suggestion]]
    take: Callable[[Suggestion], None]
    fault: Callable[[str], str]
    hint: str


class SuggestionList(LineList):
    """Suggestions, none of which is picked at first."""

    class Taken(Message):
        """A suggestion was clicked on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._suggestions: Sequence[Suggestion] = ()
        self._is_picked = False

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these; none of them is picked."""
        self._suggestions, self._is_picked = suggestions, False
        self.rebuilt(0)

    @property
    def picked(self) -> Suggestion | None:
        """The suggestion that was picked."""
        return self.likeliest if self._is_picked else None

    @property
    def likeliest(self) -> Suggestion | None:
        """The one that was picked, else the first."""
        return self._suggestions[self.cursor] if self.count() else None

    def step(self, items: int) -> None:
        """Pick the next one (or the first), or the one before; before the first none is picked."""
        if not self._is_picked:
            self._is_picked = items > 0 and self.count() > 0
        elif self.cursor == 0 and items < 0:
            self._is_picked = False
        else:
            self.move(items)
        self.refresh()

    def count(self) -> int:
        return len(self._suggestions)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        one, picked = self._suggestions[index], selected and self._is_picked
        base = self.style("cursor") if picked else self.style("plain")
        note = crop(safe(one.note), width // 3)
        room = max(0, width - 3 - text_width(note))
        parts = [
            ("▌ " if picked else "  ", base + self.style("mark")),
            (fit(safe(one.text), room), base + self.style("head") if picked else base),
            (note, base + self.style("dim")),
        ]
        return strip(parts, width, base)

    def on_click(self, event: events.Click) -> None:
        index = self.item_at(event.y + self.scroll_offset.y)
        if self.selectable(index):
            self.cursor, self._is_picked = index, True
            self.post_message(self.Taken())


class SuggestedInput(LineInput):
    """A line whose arrows pick a suggestion; Tab puts that, or the likeliest one, into the line."""

    BINDINGS: ClassVar = [("tab", "complete", ""), ("ctrl+n", "later", ""), ("ctrl+p", "earlier", "")]

    def __init__(self, suggestions: SuggestionList, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._suggestions = suggestions

    def action_earlier(self) -> None:
        self._suggestions.step(-1)

    def action_later(self) -> None:
        self._suggestions.step(1)

    def action_complete(self) -> None:
        """Put the likeliest suggestion into the line."""
        if likeliest := self._suggestions.likeliest:
            self.value = likeliest.text
            self.cursor_position = len(likeliest.text)

"""Asking for a line of text in the place of the bottom line of a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from shanqu.ui.widgets.bars import Aside, BottomLine, LineInput


class Asking(Screen[None]):
    """A screen that can ask one question at a time."""

    # What gains or loses the focus paints itself: the whole screen need not be sent again for it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    _then: Callable[[str], None] | None = None
    _typed: Callable[[str], None] | None = None
    _asked_from: Widget | None = None

    async def ask(
        self,
        label: str,
        then: Callable[[str], None],
        *,
        value: str = "",
        typed: Callable[[str], None] | None = None,
        earlier: Sequence[str] = (),
        counting: bool = False,
    ) -> None:
        """Ask for a line: `then` takes the answer, unless the person leaves with Escape; `typed` each change of it.

        `earlier` are other answers, which ↑ puts in its place, the last one first. With `counting`, how many
        there are of what is typed stands beside it.
        """
        if self.query("#question"):
            return
        self._then, self._typed, self._asked_from = then, typed, self.focused
        line = LineInput(id="answer")
        line.value = value
        line.earlier = list(earlier)
        told = Aside(self.query_one(BottomLine), counting=counting)
        question = Horizontal(Static(label, id="question-label", markup=False), line, told, id="question")
        # Before all others: their places in the order of painting stay, so they need not be painted again.
        await self.mount(question, before=0)
        line.focus()

    @on(LineInput.Changed, "#answer")
    def _answer_typed(self, event: LineInput.Changed) -> None:
        if self._typed is not None:
            self._typed(event.value)

    @on(LineInput.Left, "#answer")
    async def _answered(self, event: LineInput.Left) -> None:
        then, typed, text = self._then, self._typed, event.line_input.value
        self._then = self._typed = None
        # Gone before the answer is heard: that may lead to another question.
        await self.query("#question").remove()
        if self._asked_from is not None:
            self._asked_from.focus()
        if event.submitted and then is not None:
            then(text)
        elif not event.submitted and typed is not None:
            typed("")

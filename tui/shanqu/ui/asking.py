"""Asking for a line of text in the place of the bottom line of a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import NamedTuple

from textual import on
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from shanqu.i18n import _
from shanqu.ui.widgets.bars import Aside, BottomLine, LineInput
from shanqu.ui.widgets.suggestions import SuggestedInput, Suggesting, SuggestionList

# A name is looked up when nothing more is typed for so long, or for as long as it took the last time.
_PAUSE_SECONDS = 0.08


class _Question(NamedTuple):
    """What is asked: who takes the answer, who hears each change of it, what is suggested, where the keys were."""

    then: Callable[[str], None]
    typed: Callable[[str], None] | None
    suggesting: Suggesting | None
    asked_from: Widget | None


class Asking(Screen[None]):
    """A screen that can ask one question at a time."""

    # What gains or loses the focus paints itself: the whole screen need not be sent again for it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    _question: _Question | None = None
    _suggest_later: Timer | None = None
    _suggesting_took = 0.0

    async def ask(
        self,
        label: str,
        then: Callable[[str], None],
        *,
        value: str = "",
        typed: Callable[[str], None] | None = None,
        earlier: Sequence[str] = (),
        counting: bool = False,
        suggesting: Suggesting | None = None,
    ) -> None:
        """Ask for a line: `then` takes the answer, unless the person leaves with Escape; `typed` each change of it.

        `earlier` are other answers, which ↑ puts in its place, the last one first. With `counting`, how many
        there are of what is typed stands beside it. With `suggesting`, answers are suggested above it; what is typed
        instead is taken where it has no fault.
        """
        if self.query("#question"):
            return
        self._question = _Question(then, typed, suggesting, self.focused)
        # What was told before is not of this question.
        self.query_one(BottomLine).hush()
        above = SuggestionList(id="suggestions") if suggesting else None
        line = SuggestedInput(above, id="answer") if above else LineInput(id="answer")
        line.value = value
        line.earlier = list(earlier)
        told = Aside(self.query_one(BottomLine), counting=counting)
        question = Horizontal(Static(label, id="question-label", markup=False), line, told, id="question")
        # Before all others: their places in the order of painting stay, so they need not be painted again.
        await self.mount(*([above] if above else []), question, before=0)
        line.focus()
        if above and suggesting:
            above.say_nothing(suggesting.hint)
            self._suggest()

    @on(LineInput.Changed, "#answer")
    def _answer_typed(self, event: LineInput.Changed) -> None:
        if self._question is None:
            return
        if self._question.typed is not None:
            self._question.typed(event.value)
        if self._question.suggesting is not None:
            self.query_one(BottomLine).hush()
            if self._suggest_later is not None:
                self._suggest_later.stop()
            self._suggest_later = self.set_timer(max(_PAUSE_SECONDS, self._suggesting_took), self._suggest)

    def _suggest(self) -> None:
        """Suggest answers for what has been typed."""
        if self._suggest_later is not None:
            self._suggest_later.stop()
            self._suggest_later = None
        if self._question is not None and self._question.suggesting is not None and self.query("#answer"):
            typed = self.query_one("#answer", LineInput).value.strip()
            suggestions = self.query_one("#suggestions", SuggestionList)
            started = monotonic()
            suggestions.show(self._question.suggesting.find(typed))
            self._suggesting_took = monotonic() - started
            suggestions.say_nothing("" if typed else self._question.suggesting.hint)

    @on(LineInput.Left, "#answer")
    async def _answered(self, event: LineInput.Left) -> None:
        if event.submitted:
            await self._take(event.line_input.value)
        else:
            await self._leave(None)

    @on(SuggestionList.Taken)
    async def _clicked(self) -> None:
        await self._take("")

    async def _take(self, text: str) -> None:
        """Take the answer, or the suggestion that was picked instead; or tell what is to be chosen from."""
        suggesting = self._question.suggesting if self._question else None
        if suggesting is None:
            await self._leave(text)
            return
        suggestions = self.query_one("#suggestions", SuggestionList)
        if picked := suggestions.picked:
            await self._leave(None)
            suggesting.take(picked)
            return
        answer = text.strip()
        fault = suggesting.fault(answer) if answer else ""
        if not fault:
            await self._leave(answer or None)
            return
        # Half a name: those that hold it are shown, and the likeliest one is the next Enter's.
        self._suggest()
        suggestions.step(1)
        several = _("Which one? ↑↓ chooses, Enter takes it") if suggestions.count() else ""
        self.query_one(BottomLine).flash(several or fault)

    async def _leave(self, answer: str | None) -> None:
        """Ask no longer; give the answer on, if there is one."""
        question, self._question = self._question, None
        # Gone before the answer is heard: that may lead to another question.
        await self.query("#question, #suggestions").remove()
        if question is None:
            return
        if question.asked_from is not None:
            question.asked_from.focus()
        if answer is not None:
            question.then(answer)
        elif question.typed is not None:
            question.typed("")

"""What is typed is worked key by key, however much comes at once: each key finds the screen as the last one left it.

Textual puts a key into the queue of the widget that has the focus when the key comes. On a slow line a key that moves
the focus or opens a screen comes in one packet with those that are meant for what it leads to; they would go to what
was there before.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, get_running_loop
from collections import deque
from contextlib import ExitStack
from time import monotonic

from textual.app import App
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Paste
from textual.screen import Screen

# Who types into what does not come must be heard all the same.
_PATIENCE_SECONDS = 2.0
_LOOK_SECONDS = 0.01
# Who holds a key down wants to see where it leads.
_UNSEEN_SECONDS = 0.2


class InTurn(App[None]):
    """An application that gives a key on when all that the one before it led to has been done.

    That is when no task has anything left to do but to wait: a key goes from widget to widget, its action tells
    others by messages, and a new screen is built by tasks of its own. A screen that is `unsettled` has still to be
    filled with what a key asked for; the next one waits for that, too.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._typed: deque[Event] = deque()
        self._under_way = False
        self._patience = 0.0
        self._unseen = ExitStack()
        self._unseen_on: Screen[object] | None = None
        self._unseen_since = 0.0

    @property
    def keys_wait(self) -> bool:
        """Whether something that was typed has not been done yet."""
        return self._under_way

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._typed and self._typed[-1].can_replace(event):
            self._typed.pop()
        self._typed.append(event)
        if self._under_way:
            self._paint_later()
        else:
            await self._give_on()

    async def _give_on(self) -> None:
        """Give on the first of what has come, if the screen is ready for it."""
        if self._unsettled:
            self._under_way = True
            self._paint()
            self.set_timer(_LOOK_SECONDS, self._give_on)
            return
        event = self._typed.popleft()
        self._under_way = True
        self._patience = monotonic() + _PATIENCE_SECONDS
        await super().on_event(event)
        self._look(get_running_loop())

    def _look(self, loop: AbstractEventLoop) -> None:
        """Go on as soon as all tasks wait."""
        # There is no other way to know: a task that waits for a message looks like one that is at work.
        if getattr(loop, "_ready", ()) and monotonic() < self._patience:
            loop.call_soon(self._look, loop)
        elif not self._typed:
            self._under_way = False
            self._paint()
        else:
            self.call_later(self._give_on)

    @property
    def _unsettled(self) -> bool:
        """Whether the screen is not yet what the next key is meant for."""
        screen, key, line = self.screen, self._typed[0], self.focused
        # A line takes letters whatever is shown around it.
        letter = isinstance(key, Key) and line is not None and line.check_consume_key(key.key, key.character)
        wanting = screen._layout_required or (not letter and getattr(screen, "unsettled", False))
        return wanting and monotonic() < self._patience

    # What is typed over need not be painted.

    def _paint_later(self) -> None:
        if self._unseen_on is None:
            self._unseen.enter_context(self.batch_update())
            self._unseen_on, self._unseen_since = self.screen, monotonic()
        elif monotonic() - self._unseen_since > _UNSEEN_SECONDS:
            self._paint()

    def _paint(self) -> None:
        if self._unseen_on is None:
            return
        self._unseen.close()
        if self._unseen_on is self.screen:
            self.screen.check_idle()
        else:
            self.screen.refresh()
        self._unseen_on = None

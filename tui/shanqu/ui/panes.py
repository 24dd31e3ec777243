"""The panes of a screen: which one the keys go to, and what of them a narrow terminal shows."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.events import DescendantFocus
from textual.screen import Screen

from shanqu.ui.widgets.bars import PaneTitle

Pane = Literal["list", "reader", "entities"]
PANES: tuple[Pane, ...] = ("list", "reader", "entities")


class Panes(Screen[None]):
    """A screen with a list, a reader and facets (`#list`, `#list-title`, …), one of which has the focus.

    The class `-on-list` (…) tells its style which one, and `-alone` that the reader is to have all the room.
    """

    _pane: Pane = "list"

    @property
    def pane(self) -> Pane:
        """The pane that the keys go to."""
        return self._pane

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        for name in PANES:
            if event.widget.id == name:
                self._enter_pane(name)

    def _enter_pane(self, pane: Pane) -> None:
        if pane == self._pane:
            return
        self._pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-on-{name}")
            self.query_one(f"#{name}-title", PaneTitle).activate(name == pane)

    def focus_pane(self, pane: Pane) -> None:
        """Have the keys go to the pane."""
        # The class first: a pane that is not displayed cannot take the focus.
        self._enter_pane(pane)
        self.query_one(f"#{pane}").focus()

    def action_next_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) - 1) % len(PANES)])

    def action_left(self) -> None:
        if self._pane != PANES[0]:
            self.action_previous_pane()

    def action_right(self) -> None:
        if self._pane != PANES[-1]:
            self.action_next_pane()

    def action_toggle_wide(self) -> None:
        self.toggle_class("-alone")
        self.focus_pane("reader")

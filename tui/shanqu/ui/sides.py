"""Two panes next to each other, stacked where the screen is narrow; one of them has the keys."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus
from textual.widget import Widget

from shanqu.ui.actions import Place, hints
from shanqu.ui.asking import Asking
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.widgets.bars import BottomLine, PaneTitle

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
_BREAKPOINTS = [(0, "-stacked"), (80, "-beside")]


class Sides(Navigation, Asking):
    """A screen of two panes, `#left` and `#right`, under titles of their own.

    Subclasses make the panes and say what happens to the other one when one is moved (`follow`).
    """

    CSS_PATH = "sides.tcss"
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "#left"
    place: ClassVar[Place]
    side: Side = "left"
    together = True

    def __init__(self) -> None:
        super().__init__()
        # The class that the width will ask for: to change it later is to style, lay out and paint everything twice.
        self.add_class([name for least, name in _BREAKPOINTS if self.app.size.width >= least][-1])

    @abstractmethod
    def pane(self, side: Side) -> Widget:
        """The content of a side, with the side for its id."""

    @abstractmethod
    def name_sides(self) -> None:
        """Write the titles and the bottom line."""

    @abstractmethod
    def follow(self) -> None:
        """Bring the other side to where this one is."""

    def compose(self) -> ComposeResult:
        with Container(id="sides"):
            for side in SIDES:
                with Vertical(classes="side", id=f"{side}-side"):
                    yield PaneTitle("", id=f"{side}-title", active=side == self.side)
                    yield self.pane(side)
        yield BottomLine(hints(self.place), id="bottom")

    @property
    def other(self) -> Side:
        """The side that does not have the keys."""
        return "right" if self.side == "left" else "left"

    def side_title(self, side: Side) -> PaneTitle:
        """The title of a side."""
        return self.query_one(f"#{side}-title", PaneTitle)

    def moving(self) -> Movable | None:
        pane = self.query_one(f"#{self.side}")
        return pane if isinstance(pane, Movable) else None

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        for side in SIDES:
            if event.widget.id == side and side != self.side:
                self.side = side
                for one in SIDES:
                    self.side_title(one).activate(one == side)
                self.name_sides()

    def action_next_pane(self) -> None:
        self.query_one(f"#{self.other}").focus()

    def action_previous_pane(self) -> None:
        self.action_next_pane()

    def action_left(self) -> None:
        self.query_one("#left").focus()

    def action_right(self) -> None:
        self.query_one("#right").focus()

    def action_together(self) -> None:
        """Move both from now on, as they stand, or each alone."""
        self.together = not self.together
        self.joined()
        self.name_sides()

    def joined(self) -> None:
        """Called when both are to move together from now on, or no longer."""

    def action_back(self) -> None:
        self.dismiss()

"""Two panes next to each other, stacked where the screen is narrow; one of them has the keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
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


class _Both:
    """Both panes of a screen, of which the longer one goes on where the other one ends."""

    def __init__(self, sides: Sides, here: Movable, there: Movable) -> None:
        self._sides, self._here, self._there = sides, here, there

    def move(self, items: int, /) -> None:
        """By items or lines."""
        self._go(lambda pane: pane.move(items), down=items > 0)

    def page(self, pages: float, /) -> None:
        """By screens."""
        self._go(lambda pane: pane.page(pages), down=pages > 0)

    def edge(self, *, top: bool) -> None:
        """Both to an end."""
        self._here.edge(top=top)
        self._sides.other_alone(lambda: self._there.edge(top=top))

    def _go(self, move: Callable[[Movable], None], *, down: bool) -> None:
        sides = self._sides
        if not sides.at_end(sides.side, down=down):
            move(self._here)
        elif not sides.at_end(sides.other, down=down):
            sides.other_alone(lambda: move(self._there))


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

    @abstractmethod
    def at_end(self, side: Side, *, down: bool) -> bool:
        """Whether that side can go no farther down, or up."""

    def moving(self) -> Movable | None:
        here, there = (self.query_one(f"#{side}") for side in (self.side, self.other))
        if not isinstance(here, Movable) or not isinstance(there, Movable):
            return None
        return _Both(self, here, there) if self.together else here

    def other_alone(self, move: Callable[[], None]) -> None:
        """Move the other side only; from there both go on together."""
        self.together = False
        move()
        self.together = True
        self.joined()

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

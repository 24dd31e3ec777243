"""Moving in whatever has the focus: the same keys on every screen."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol, runtime_checkable


@runtime_checkable
class Movable(Protocol):
    """A list or a text that can be moved in."""

    def move(self, items: int, /) -> None:
        """By items or lines."""

    def page(self, pages: float, /) -> None:
        """By screens."""

    def edge(self, *, top: bool) -> None:
        """To an end."""


class Navigation:
    """The moving actions of a screen, carried out by `moving()`."""

    @abstractmethod
    def moving(self) -> Movable | None:
        """What the keys move at the moment."""

    def action_down(self) -> None:
        if target := self.moving():
            target.move(1)

    def action_up(self) -> None:
        if target := self.moving():
            target.move(-1)

    def action_page_down(self) -> None:
        if target := self.moving():
            target.page(1)

    def action_page_up(self) -> None:
        if target := self.moving():
            target.page(-1)

    def action_half_down(self) -> None:
        if target := self.moving():
            target.page(0.5)

    def action_half_up(self) -> None:
        if target := self.moving():
            target.page(-0.5)

    def action_top(self) -> None:
        if target := self.moving():
            target.edge(top=True)

    def action_bottom(self) -> None:
        if target := self.moving():
            target.edge(top=False)

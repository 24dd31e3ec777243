"""A line list whose items are read as the cursor or the wheel comes near them."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Callable

from shanqu.ui.widgets.line_list import LineList

# How many items beyond the cursor are there already, and how many are read at a time on the way to one that is far.
_AHEAD, _AT_ONCE = 40, 250


class GrowingList(LineList):
    """`count` tells of the items that have been read; subclasses read more of them."""

    _goal: int | None = None

    @property
    @abstractmethod
    def all_read(self) -> bool:
        """Whether there are no others."""

    @abstractmethod
    def read_on(self, number: int) -> None:
        """Read so many items more, or as many as there are."""

    def go_to(self, index: int) -> None:
        """The cursor to the item of that number, or to the last one; far ahead it comes there bit by bit."""

        def arrive() -> None:
            # Unless somebody has moved on meanwhile.
            if self._goal == index:
                self.cursor = max(0, min(index, self.count() - 1))

        self._goal = index
        self._read_to(index, arrive)

    def read_all(self, then: Callable[[], None]) -> None:
        """Read all items, and do something `then`. Keys are answered meanwhile."""
        self._read_to(sys.maxsize, then)

    def _read_to(self, index: int, then: Callable[[], None]) -> None:
        if not self.is_attached:
            return
        if self.count() <= index and not self.all_read:
            self.read_on(min(_AT_ONCE, index + 1 - self.count()))
        if self.count() > index or self.all_read:
            then()
        else:
            self.call_after_refresh(self._read_to, index, then)

    def _read_ahead(self, index: int) -> None:
        """Read what a key or two will lead to from the item of that number."""
        if index + _AHEAD > self.count() and not self.all_read:
            self.read_on(2 * _AHEAD)

    def watch_cursor(self, old: int, new: int) -> None:
        self._goal = None
        super().watch_cursor(old, new)
        self._read_ahead(new)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._read_ahead(self.item_at(int(new_value) + self.size.height))

    def edge(self, *, top: bool) -> None:
        if top:
            super().edge(top=True)
        else:
            self.go_to(sys.maxsize)

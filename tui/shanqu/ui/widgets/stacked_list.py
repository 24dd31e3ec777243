"""A line list whose items have different heights."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from shanqu.ui.widgets.line_list import LineList


class StackedList(LineList):
    """Items stacked by their own heights, which subclasses give to `stack`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tops: list[int] = [0]

    def stack(self, heights: list[int], cursor: int | None = None) -> None:
        """Take the heights of all items, in lines, and draw again."""
        self._tops = [0, *accumulate(heights)]
        self.rebuilt(cursor)

    def count(self) -> int:
        return len(self._tops) - 1

    def offset_of(self, index: int) -> int:
        return self._tops[max(0, min(index, len(self._tops) - 1))]

    def item_at(self, line: int) -> int:
        return bisect_right(self._tops, line) - 1

"""A list of articles in which some have their copies below them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, overload


class Unfolded(Sequence[int]):
    """The ids of a list, with more of them put below some; what has no place in the list is left out."""

    def __init__(self, ids: Sequence[int], below: Mapping[int, Sequence[int]]) -> None:
        """`below` tells for ids of the list what is to stand below each; none of that stands in the list."""
        self._ids = ids
        # One block for each of them: before which position of the list alone it stands, where it begins, what it
        # holds, and how much the blocks up to it hold.
        self._before: list[int] = []
        self._starts: list[int] = []
        self._blocks: list[Sequence[int]] = []
        self._held = [0]
        self.opened: set[int] = set()
        """What something stands below."""
        for place, id in sorted((_place(ids, id), id) for id in below):
            if place >= 0:
                block = below[id]
                self.opened.add(id)
                self._before.append(place + 1)
                self._starts.append(place + 1 + self._held[-1])
                self._blocks.append(block)
                self._held.append(self._held[-1] + len(block))

    @property
    def added(self) -> int:
        """How many ids stand below others."""
        return self._held[-1]

    def is_below(self, at: int) -> bool:
        """Whether what stands at this position stands below another."""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._starts[number] + len(self._blocks[number])

    def __len__(self) -> int:
        return len(self._ids) + self.added

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        number = bisect_right(self._starts, at)
        if self.is_below(at):
            return self._blocks[number - 1][at - self._starts[number - 1]]
        return self._ids[at - self._held[number]]

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """The position of an id. Raises ValueError."""
        for first, block in zip(self._starts, self._blocks, strict=True):
            if value in block:
                found = first + block.index(value)
                break
        else:
            place = self._ids.index(value)
            found = place + self._held[bisect_right(self._before, place)]
        if not start <= found < (len(self) if stop is None else stop):
            raise ValueError(value)
        return found


def _place(ids: Sequence[int], id: int) -> int:
    try:
        return ids.index(id)
    except ValueError:
        return -1

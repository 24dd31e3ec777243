"""All articles of a library in order, of reprints the best copy, however many: a window at a time is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from shanqu.store import Reader, finding

_WINDOW = 256
# In place of an article that somebody has taken out since they were counted.
_NO_ARTICLE = 0


class Everything(Sequence[int]):
    """The ids, `number` of them; 0 where there is no article any more."""

    def __init__(self, reader: Reader, number: int) -> None:
        self._reader = reader
        self._number = number
        self._start = 0
        self._held: Sequence[int] = ()

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(self._number))]
        if not -self._number <= at < self._number:
            raise IndexError(at)
        at %= self._number
        if not self._start <= at < self._start + len(self._held):
            self._start = max(0, at - _WINDOW // 2)
            self._held = finding.stretch(self._reader, self._start, _WINDOW)
        inside = at - self._start
        return self._held[inside] if inside < len(self._held) else _NO_ARTICLE

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """The position of an article, by counting those before it. Raises ValueError."""
        place = finding.place_of(self._reader, value)
        if place is None or not start <= place < (self._number if stop is None else stop):
            raise ValueError(value)
        return place

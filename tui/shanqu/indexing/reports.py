"""What importing tells of itself."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

# The rate is that of the last seconds: files that are passed over, and those that are read, come in stretches.
_LOOKED_BACK = 20.0


@dataclass(frozen=True, slots=True)
class Progress:
    """A file is done, or a part of a large one. `article` is the (last) article made of it, `error` why none could be.

    `rate` are the files, or pages of large files, done in a second; `left` the seconds until the end, as far as that
    can be told.
    """

    done: int
    total: int
    path: str
    article: int | None = None
    error: str | None = None
    rate: float | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Articles that came, stayed and changed, moved with their files or lost them, and the files that failed, each
    with the reason."""

    added: int = 0
    unchanged: int = 0
    updated: int = 0
    moved: int = 0
    gone: int = 0
    failed: tuple[tuple[str, str], ...] = ()


class Pace:
    """How quickly an import goes on."""

    def __init__(self, bytes_in_all: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = bytes_in_all
        self._bytes = 0.0
        self._pages = 0
        self._marks: deque[tuple[float, float, int]] = deque([(clock(), 0.0, 0)])

    def grow(self, size: int) -> None:
        """So many bytes are to be read besides."""
        self._all += size

    def step(self, size: float, pages: int = 1) -> None:
        """So many bytes, and so many files or pages, are done."""
        now = self._clock()
        self._bytes += size
        self._pages += pages
        if now - self._marks[-1][0] >= 1.0:
            self._marks.append((now, self._bytes, self._pages))
        while len(self._marks) > 2 and now - self._marks[1][0] > _LOOKED_BACK:
            self._marks.popleft()

    def rate_and_left(self) -> tuple[float | None, float | None]:
        """Files or pages in a second, and the seconds left; None before anything can be told."""
        since, size, pages = self._marks[0]
        seconds = self._clock() - since
        if seconds < 1.0 or self._pages == pages:
            return None, None
        speed = (self._bytes - size) / seconds
        left = max(0.0, self._all - self._bytes) / speed if speed else None
        return (self._pages - pages) / seconds, left

"""What the classes of all lines are worth, looked up and added up for all lines at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Classes: TypeAlias = npt.NDArray[np.uint8]
# Worths in hundredths: a row for each line, in which each regard has a column.
Hundredths: TypeAlias = npt.NDArray[np.int32]
Sums: TypeAlias = npt.NDArray[np.float64]
_HUNDRED: Final = 100
_CLASSES: Final = 256
# So many lines are looked up at once, for each takes some room.
_BLOCK: Final = 4096


def hundredths(worths: Sequence[float]) -> bytes:
    """Worths in all regards as `Hundredths` of one line, rounded."""
    return np.array([round(_HUNDRED * worth) for worth in worths], np.int32).tobytes()


class Sheet:
    """What lines are worth in several regards at once, by the classes that they have in some columns.

    `columns` has for each column its classes, at most 256, and for each of these its worths, one for each regard.
    """

    def __init__(self, columns: Sequence[Sequence[Sequence[float]]]) -> None:
        self._regards = len(columns[0][0])
        rows = np.zeros((len(columns), _CLASSES, self._regards), np.int32)
        for row, classes in zip(rows, columns, strict=True):
            row[: len(classes)] = self.of([*map(hundredths, classes)])
        # What a line of the first class in every column is worth, and by how much each class is worth more.
        self._least = rows[:, 0].sum(axis=0)
        self._more = (rows - rows[:, :1]).reshape(-1, self._regards)
        self._begins = np.arange(len(columns), dtype=np.int32)[:, None] * _CLASSES

    def of(self, begun: Sequence[bytes]) -> Hundredths:
        """The lines as each is written by `hundredths`."""
        return np.frombuffer(b"".join(begun), np.int32).reshape(-1, self._regards)

    def sums(self, begun: Sequence[bytes], columns: Classes) -> Sums:
        """For each regard, and in it for each line, what the line has `begun` with, as `hundredths` writes it, and what
        its classes are worth; `columns` has a row for each column and in it the class of each line."""
        found = self.of(begun) + self._least
        told = columns.any(axis=1)
        columns, begins = columns[told], self._begins[told]
        for low in range(0, len(begun), _BLOCK):
            high = low + _BLOCK
            found[low:high] += self._more.take(columns[:, low:high] + begins, axis=0).sum(
                axis=0, dtype=np.int32
            )
        worths: Sums = found.T / _HUNDRED
        return worths


def between(above: Sums, below: Sums, edges: tuple[float, float]) -> list[float]:
    """For each place between two lines, and at both ends of the page, the sum of the line `above` it and of the one
    `below` it; `edges` stand for the lines that are missing above the first and below the last one."""
    found = np.zeros(len(above) + 1)
    found[1:] = above
    found[:-1] += below
    found[0] += edges[0]
    found[-1] += edges[1]
    listed: list[float] = found.tolist()
    return listed

"""Which noun that ends names of a kind comes next in the same run of characters, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.uint32]

_BOUNDS = (1, 3, 5, 8, 12)
_FAR = len(_BOUNDS) + 1


class Heads:
    """For each character the class of the nearest noun to the right (`after`) and to the left (`before`), each with a
    step of distance; 0 where the run holds none. `nouns` are spans with their classes in order, `stops` the places
    of the marks that part runs."""

    def __init__(self, length: int, nouns: Sequence[tuple[int, int, int]], stops: Iterable[int]) -> None:
        bounds = sorted(stops)
        self.after = _nearest(length, nouns, bounds)
        mirrored = [(length - end, length - start, number) for start, end, number in reversed(nouns)]
        turned = [length - 1 - at for at in reversed(bounds)]
        self.before = _nearest(length, mirrored, turned)[::-1]


def _nearest(length: int, nouns: Sequence[tuple[int, int, int]], stops: Sequence[int]) -> Numbers:
    """For each place the class and distance of the noun that it lies in or that comes next before a stop."""
    numbers = np.zeros(length, np.uint32)
    starts = np.zeros(length, np.int64)
    done = 0
    marks = iter([*stops, length])
    stop = next(marks)
    for start, end, number in nouns:
        while stop < start:
            done = max(done, stop + 1)
            stop = next(marks)
        numbers[done:end] = number
        starts[done:end] = start
        done = max(done, end)
    distance = np.maximum(starts - np.arange(length), 0)
    steps = np.searchsorted(np.array(_BOUNDS), distance, side="left").astype(np.uint32)
    return np.where(numbers > 0, numbers * (_FAR + 1) + steps + 1, 0).astype(np.uint32)

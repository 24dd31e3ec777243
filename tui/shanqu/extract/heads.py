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
    # The last stands for none, beyond the text.
    starts, ends, classes = np.array([*nouns, (length, length + 1, 0)], np.int64).T
    parted = np.array([-1, *stops], np.int64)
    runs = parted[np.searchsorted(parted, starts) - 1] + 1
    places = np.arange(length)
    following = np.searchsorted(ends, places, side="right")
    distance = np.maximum(starts[following] - places, 0)
    steps = np.searchsorted(_BOUNDS, distance)
    known = (places >= runs[following]) & (classes[following] > 0)
    return np.where(known, classes[following] * (_FAR + 1) + steps + 1, 0).astype(np.uint32)

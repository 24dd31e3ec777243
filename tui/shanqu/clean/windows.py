"""How many of the lines near each line have a flag, in classes."""

from __future__ import annotations

from bisect import bisect
from typing import Final

import numpy as np
import numpy.typing as npt

# Of so many lines on a side the flagged ones are counted.
NEAR, WIDE = 3, 10
_COUNTS: Final = (1, 2, 4, 7)
SIDES: Final = ("<", ">")
_NEARS: Final = [bisect(_COUNTS, count) for count in range(NEAR + 1)]
_WIDES: Final = [bisect(_COUNTS, count) for count in range(WIDE + 1)]
_STEPS: Final = len(_COUNTS) + 1
# A side's class: that of the near count and that of the wide one. Nothing has a greater one.
_SIDE: Final = (_NEARS[-1] + 1) * _STEPS
ALL: Final = _SIDE * _SIDE
# Both counts of a side as one byte, and the class of each; that of the lines above comes before that below.
_SHIFT: Final = 4
_BELOW: Final = np.array(
    [
        _NEARS[min(code >> _SHIFT, NEAR)] * _STEPS + _WIDES[min(code % (1 << _SHIFT), WIDE)]
        for code in range(256)
    ],
    np.uint8,
)
_ABOVE: Final = _BELOW * np.uint8(_SIDE)


def classes(flags: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """For each line the class of the lines around it that have a flag, below `ALL`; 0 where none has.

    `flags` has a row for each flag, and in it 1 for each line that has it, 0 for each other.
    """
    lines = flags.shape[1]
    # How many lines stand above each one, from some lines above the first to some below the last. What is more than
    # a byte holds does not matter, for only differences of small numbers do.
    sums = np.zeros((len(flags), lines + 2 * WIDE + 1), np.uint8)
    flags.cumsum(axis=1, dtype=np.uint8, out=sums[:, WIDE + 1 : WIDE + 1 + lines])
    sums[:, WIDE + 1 + lines :] = sums[:, WIDE + lines : WIDE + lines + 1]
    here, next_ = sums[:, WIDE : WIDE + lines], sums[:, WIDE + 1 : WIDE + 1 + lines]
    above = (here - sums[:, WIDE - NEAR : WIDE - NEAR + lines] << _SHIFT) + (here - sums[:, :lines])
    low = WIDE + 1 + NEAR
    below = (sums[:, low : low + lines] - next_ << _SHIFT) + (sums[:, 2 * WIDE + 1 :] - next_)
    found: npt.NDArray[np.uint8] = _ABOVE.take(above) + _BELOW.take(below)
    return found


def names(name: str, found: int) -> list[str]:
    """The names of the signs that a class of the flag `name` stands for."""
    return [
        f"{name}{side}{reach}:{step}"
        for side, one in zip(SIDES, divmod(found, _SIDE), strict=True)
        for reach, step in zip((NEAR, WIDE), divmod(one, _STEPS), strict=True)
    ]

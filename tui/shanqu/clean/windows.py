"""How many of the lines near each line have a flag, in classes."""

from __future__ import annotations

from bisect import bisect
from typing import Final

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
_BELOW: Final = bytes(
    _NEARS[min(code >> _SHIFT, NEAR)] * _STEPS + _WIDES[min(code % (1 << _SHIFT), WIDE)]
    for code in range(256)
)
_ABOVE: Final = bytes(one * _SIDE for one in _BELOW)


def classes(flags: bytes) -> bytes:
    """For each line the class of the lines around it that have the flag, below `ALL`; 0 where none has."""
    above, below = _counts(flags).translate(_ABOVE), _counts(flags[::-1])[::-1].translate(_BELOW)
    both = int.from_bytes(above, "little") + int.from_bytes(below, "little")
    return both.to_bytes(len(flags), "little")


def _counts(flags: bytes) -> bytes:
    """Both counts of the lines above each line. They are taken at once: each line is a byte of one large number."""
    one = int.from_bytes(flags, "little") << 8
    two = one + (one << 8)
    four = two + (two << 16)
    near = two + (one << 16)
    wide = four + (four << 32) + (two << 64)
    both = (near << _SHIFT) + wide
    return both.to_bytes(len(flags) + WIDE + 1, "little")[: len(flags)]


def names(name: str, found: int) -> list[str]:
    """The names of the signs that a class of the flag `name` stands for."""
    return [
        f"{name}{side}{reach}:{step}"
        for side, one in zip(SIDES, divmod(found, _SIDE), strict=True)
        for reach, step in zip((NEAR, WIDE), divmod(one, _STEPS), strict=True)
    ]

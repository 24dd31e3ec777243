"""How many of the lines near each line have a flag, in classes."""

from __future__ import annotations

from bisect import bisect

# Of so many lines on a side the flagged ones are counted.
NEAR, WIDE = 3, 10
_COUNTS = (1, 2, 4, 7)
SIDES = ("<", ">")
_NEARS = [bisect(_COUNTS, count) for count in range(NEAR + 1)]
_WIDES = [bisect(_COUNTS, count) for count in range(WIDE + 1)]
_STEPS = len(_COUNTS) + 1
# A side's class: that of the near count and that of the wide one. Nothing has a greater one.
_SIDE = (_NEARS[-1] + 1) * _STEPS
ALL = _SIDE * _SIDE
# Both counts of a side as one byte, and the class of each.
_SHIFT = 4
_CLASSES = bytes(
    _NEARS[min(code >> _SHIFT, NEAR)] * _STEPS + _WIDES[min(code % (1 << _SHIFT), WIDE)] for code in range(256)
)


def classes(flags: bytes) -> bytes:
    """For each line the class of the lines around it that have the flag, below `ALL`; 0 where none has."""
    before, after = _before(flags), _before(flags[::-1])[::-1]
    return bytes(map(_BOTH.__getitem__, zip(before, after, strict=True)))


_BOTH = {(low, high): low * _SIDE + high for low in range(_SIDE) for high in range(_SIDE)}


def _before(flags: bytes) -> bytes:
    """The class of the lines above each line. All lines are counted at once: each is a byte of one large number."""
    one = int.from_bytes(flags, "little") << 8
    two = one + (one << 8)
    four = two + (two << 16)
    near = two + (one << 16)
    wide = four + (four << 32) + (two << 64)
    both = (near << _SHIFT) + wide
    return both.to_bytes(len(flags) + WIDE + 1, "little")[: len(flags)].translate(_CLASSES)


def names(name: str, found: int) -> list[str]:
    """The names of the signs that a class of the flag `name` stands for."""
    return [
        f"{name}{side}{reach}:{step}"
        for side, one in zip(SIDES, divmod(found, _SIDE), strict=True)
        for reach, step in zip((NEAR, WIDE), divmod(one, _STEPS), strict=True)
    ]

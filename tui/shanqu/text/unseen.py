"""Characters that show nothing."""

from __future__ import annotations

from itertools import chain
from typing import Final

_RANGES = (
    (0xAD, 0xAD),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x2069),
    (0xFEFF, 0xFEFF),
)
# Icons of one site's own font.
_PRIVATE = (0xE000, 0xF8FF)
_EACH = frozenset(map(chr, chain.from_iterable(range(low, high + 1) for low, high in (*_RANGES, _PRIVATE))))
# Those that take no room, as they stand between the brackets of a regular expression.
INVISIBLE: Final = "".join(f"{chr(low)}-{chr(high)}" for low, high in _RANGES)


def is_unseen(character: str) -> bool:
    """Whether the character is white space, takes no room or means something only in one site's own font."""
    return character.isspace() or character in _EACH

"""Numbers and sets of articles as bytes, for what is kept of blocks of `SIZE` consecutive articles.

A set is a row of bits, one an article, the first one lowest; while it is worked with also flags, a byte of 0 or 1 each.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from itertools import compress

BITS = 12
SIZE = 1 << BITS
WIDTH = SIZE // 8
_TO_DIGITS, _TO_FLAGS = bytes.maketrans(b"\0\1", b"01"), bytes.maketrans(b"01", b"\0\1")


def bits_of(places: Iterable[int]) -> bytes:
    """The row of bits of the articles at these places in their block."""
    held = bytearray(WIDTH)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return bytes(held)


def number_of(flags: bytearray) -> int:
    """Flags as one number, whose digits are the bits."""
    return int(flags.translate(_TO_DIGITS)[::-1], 2)


def flags_of(bits: bytes) -> bytes:
    """The flags of a row of bits."""
    return f"{int.from_bytes(bits, 'little'):0{SIZE}b}"[::-1].encode().translate(_TO_FLAGS)


def flags_in(packed: bytes) -> bytes | bytearray:
    """The flags of a set that is kept as a row of bits, or, if that is shorter, as places of two bytes."""
    if len(packed) == WIDTH:
        return flags_of(packed)
    flags = bytearray(SIZE)
    for place in numbers_in("H", packed):
        flags[place] = 1
    return flags


def places_of(bits: bytes) -> list[int]:
    """The places whose bits are set."""
    return list(compress(range(SIZE), flags_of(bits)))


def bytes_of(typecode: str, values: Iterable[int]) -> bytes:
    """Numbers as little-endian bytes; `typecode` as for an array."""
    held = array(typecode, values)
    if sys.byteorder == "big":
        held.byteswap()
    return held.tobytes()


def numbers_in(typecode: str, data: bytes) -> array[int]:
    """The numbers that a column holds."""
    held = array(typecode)
    held.frombytes(data)
    if sys.byteorder == "big":
        held.byteswap()
    return held

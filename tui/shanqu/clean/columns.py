"""What the classes of all lines are worth, looked up and added up for all lines at once."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_HUNDRED: Final = 100
# Each line is so many bytes of one large number: room for the sums of some ten thousand columns.
_LANE: Final = 4
_NOTHING: Final = 1 << 24


class Table(NamedTuple):
    """What the classes of a column are worth, in hundredths above the `least`: the `low` and `high` bytes of that.

    `high` is empty where no class is worth so much. `first` is what class 0 is worth.
    """

    least: float
    low: bytes
    high: bytes
    first: float


def table(worths: Sequence[float]) -> Table:
    """The table of at most 256 classes, each with its worth, which is rounded to hundredths.

    Raises ValueError where one is worth more than 655 above another.
    """
    least = min(worths)
    more = [round(_HUNDRED * (worth - least)) for worth in worths] + [0] * (256 - len(worths))
    high = bytes(one >> 8 for one in more)
    low = bytes(one & 255 for one in more)
    return Table(least, low, high if any(high) else b"", least + more[0] / _HUNDRED)


def lane(worth: float) -> bytes:
    """A worth as the bytes of one line: in hundredths, rounded, with room for what is less than nothing."""
    return round(_HUNDRED * worth + _NOTHING).to_bytes(_LANE, "little")


class Sums(NamedTuple):
    """Sums of all lines, each so many bytes of one large number, and what is to be added to each of them."""

    lanes: int
    bias: float


def added(begun: Sequence[bytes], columns: Iterable[tuple[bytes, Table]], bias: float) -> Sums:
    """For each line the sum of what it has `begun` with, as `lane` writes it, of what its class in each column is
    worth, and of `bias`."""
    size = _LANE * len(begun)
    total = int.from_bytes(b"".join(begun), "little")
    bias -= _NOTHING / _HUNDRED
    for classes, worth in columns:
        lanes = bytearray(size)
        lanes[::_LANE] = classes.translate(worth.low)
        if worth.high:
            lanes[1::_LANE] = classes.translate(worth.high)
        total += int.from_bytes(lanes, "little")
        bias += worth.least
    return Sums(total, bias)


def listed(sums: Sums, lines: int) -> list[float]:
    """The sum of each of the lines."""
    lanes = struct.unpack(f"<{lines}I", sums.lanes.to_bytes(_LANE * lines, "little"))
    bias = sums.bias
    return [bias + one / _HUNDRED for one in lanes]


def between(above: Sums, below: Sums, lines: int, edges: tuple[float, float]) -> list[float]:
    """For each place before, between and after the lines, which are some, the sum of the line `above` it and of the
    one `below` it; `edges` stand for the lines that are missing above the first and below the last one."""
    both = listed(Sums((above.lanes << 8 * _LANE) + below.lanes, above.bias + below.bias), lines + 1)
    both[0] += edges[0] - above.bias
    both[-1] += edges[1] - below.bias
    return both

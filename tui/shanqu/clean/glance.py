"""Which of many words each of many lines may hold, told for all lines at one glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from shanqu.clean.data import usual_characters

_Numbers: TypeAlias = npt.NDArray[np.uint16]
# Of each pair of characters its place in a table, by multiplying and adding.
_TIMES: Final = 31
_PLACES: Final = 1 << 16
_BREAK: Final = ord("\n")
_PAIR: Final = 2
# What is a letter again as a small one, besides its capital.
_OTHERS: Final = "\u0130\u212a\u212b\u2126"
_FIRST_CHINESE, _LAST_CHINESE = 0x3400, 0x9FFF
# So many lines are looked at together, for each takes some room.
_BLOCK: Final = 512
# And so many characters, with one more for the last pair.
_SAMPLE: Final = 1 << 16


class Glance:
    """Sets of words, each set by the place that it has among `sets`, of which a line is to hold a word.

    Of each word one character is looked for, or the pair of neighbours in it that is the least usual one, so that
    a line can seem to hold a word that it does not hold, and never the other way round. All characters of all lines
    are looked up together, which is far faster than to ask each line for anything.
    """

    def __init__(self, sets: Sequence[Iterable[str]]) -> None:
        singles: Counter[int] = Counter()
        pairs: Counter[int] = Counter()
        for place, words in enumerate(sets):
            for word in words:
                if len(_units(word)) == 1:
                    for char in _cases(word):
                        singles[ord(char)] |= 1 << place
                    continue
                pair = "".join(
                    min(pairwise(word), key=lambda pair: sorted(map(_usual, pair)))
                    if len(word) > _PAIR
                    else word
                )
                # Few words have letters, and so more than one way of writing.
                ways = [pair] if pair.lower() == pair.upper() else map("".join, product(*map(_cases, pair)))
                for written in ways:
                    pairs[int(_paired(_units(written))[0])] |= 1 << place
        self._width = -(-len(sets) // 64)
        self._singles, self._of_singles = self._table(singles)
        self._pairs, self._of_pairs = self._table(pairs)

    def _table(self, found: Counter[int]) -> tuple[_Numbers, npt.NDArray[np.uint64]]:
        """For each place of a table the number of a row, and the rows: the sets, a bit for each; row 0 is empty."""
        numbers = np.zeros(_PLACES, np.uint16)
        numbers[[*found]] = range(1, len(found) + 1)
        size = 8 * self._width
        rows = bytes(size) + b"".join(sets.to_bytes(size, "little") for sets in found.values())
        return numbers, np.frombuffer(rows, "<u8").reshape(-1, self._width)

    def held(self, lines: Sequence[str]) -> list[int]:
        """For each of the lines the sets of which it may hold a word, a bit for each. The words are in lower case, the
        lines in any. There is no line break in them."""
        return [one for low in range(0, len(lines), _BLOCK) for one in self._held(lines[low : low + _BLOCK])]

    def within(self, text: str) -> int:
        """The sets of which the text may hold a word, a bit for each; the words are in lower case, the text in any."""
        found = 0
        for low in range(0, len(text), _SAMPLE):
            sums = np.bitwise_or.reduce(self._rows(_units(text[low : low + _SAMPLE + 1])), axis=0)
            found |= int.from_bytes(sums.tobytes(), "little")
        return found

    def _held(self, lines: Sequence[str]) -> list[int]:
        units = _units("\n".join(lines) + "\n")
        starts = np.zeros(len(lines), np.intp)
        starts[1:] = np.flatnonzero(units == _BREAK)[:-1] + 1
        sums = np.bitwise_or.reduceat(self._rows(units), starts, axis=0)
        # As bytes, of which those at the end that are 0 go, the sets become numbers far faster than bit by bit.
        written: list[bytes] = sums.view(f"S{8 * self._width}").ravel().tolist()
        return [int.from_bytes(one, "little") for one in written]

    def _rows(self, units: _Numbers) -> npt.NDArray[np.uint64]:
        """For each character the sets that it stands for, alone or with the next one."""
        found: npt.NDArray[np.uint64] = self._of_singles.take(self._singles.take(units), axis=0)
        found |= self._of_pairs.take(self._pairs.take(_paired(units)), axis=0)
        return found


def chinese(lines: Sequence[str]) -> list[int]:
    """How many Chinese characters each of the lines has, which are some. There is no line break in them."""
    units = _units("\n".join(lines) + "\n")
    # Below the first of them a difference wraps around to a large number.
    of_them = units - np.uint16(_FIRST_CHINESE) <= _LAST_CHINESE - _FIRST_CHINESE
    sums = of_them.cumsum(dtype=np.int32)[units == _BREAK]
    sums[1:] -= sums[:-1].copy()
    counts: list[int] = sums.tolist()
    return counts


def _cases(char: str) -> set[str]:
    """The character as small and as capital letter."""
    if char.lower() == char.upper():
        return {char}
    written = {char, *(other for other in _OTHERS if char in other.lower())}
    return written | {char.upper()} if len(char.upper()) == 1 else written


def _usual(char: str) -> tuple[bool, int]:
    # Figures and letters stand on very many lines.
    return char.isascii(), usual_characters()[char]


def _units(text: str) -> _Numbers:
    """The characters of a text as numbers, rare ones as two."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")


def _paired(units: _Numbers) -> _Numbers:
    """For each character the place of the pair that it begins."""
    places = units * np.uint16(_TIMES)
    places[:-1] += units[1:]
    return places

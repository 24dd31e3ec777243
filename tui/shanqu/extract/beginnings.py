"""Where in a text words may begin, by their first two characters, for all places of the text at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from operator import add
from typing import Any

import numpy as np
import numpy.typing as npt

# Shorter texts are looked up character by character: the arrays would not pay.
SHORT = 100
# Forms of more characters than fit into a number's bits are not looked for.
_LONGEST = 62
# Spreads keys over the upper bits (Fibonacci hashing).
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class _Lengths(dict[int, tuple[int, ...]]):
    """The lengths that bits stand for, shorter ones first."""

    def __missing__(self, bits: int) -> tuple[int, ...]:
        return self.setdefault(bits, tuple(at for at in range(bits.bit_length()) if bits >> at & 1))


class Beginnings:
    """The pairs of characters that forms begin with, numbered from 1 on. By number, `pairs` are the pairs (0: "") and
    `bits` tells how long the forms are that begin with each: `lengths` has the lengths for all bits, shorter ones first.
    Forms of one character are left out.

    A dictionary of many words lies all over the memory, and each question to it waits for its answer. Of a long text
    all places are looked up together instead, in arrays in which the keys of one bucket stand side by side.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        forms = [form for form in forms if 1 < len(form) <= _LONGEST]
        sizes = np.fromiter(map(len, forms), np.int64, len(forms))
        keys, numbers = np.unique(_keys("".join(forms))[sizes.cumsum() - sizes], return_inverse=True)
        bits = np.zeros(len(keys), np.int64)
        np.bitwise_or.at(bits, numbers, 1 << sizes)
        self.bits = np.concatenate([[0], bits])
        self.lengths = _Lengths()
        self.pairs = ["", *_spelled(keys)]
        self._numbers = dict(zip(self.pairs, range(len(self.pairs)), strict=True))
        self._file(keys)

    def _file(self, keys: npt.NDArray[np.uint64]) -> None:
        """Puts the keys and their numbers in the order of the buckets."""
        width = len(keys).bit_length() + 1
        self._shift = np.uint64(64 - width)
        buckets = self._buckets(keys)
        order = buckets.argsort()
        sizes = np.bincount(buckets, minlength=1 << width)
        self._first = (sizes.cumsum() - sizes).astype(np.int32)
        self._steps = int(sizes.max())
        rest = np.zeros(self._steps + 1, np.uint64)
        self._keys = np.concatenate([keys[order], rest])
        self._filed = np.concatenate([order + 1, rest]).astype(np.int32)

    def of(self, text: str) -> npt.NDArray[np.int32]:
        """For each character the number of the pair that it begins; 0 where that is none."""
        found = np.zeros(len(text), np.int32)
        if len(text) < SHORT:
            found[:-1] = [*map(self._numbers.get, map(add, text, text[1:]), repeat(0))]
            return found
        keys = _keys(text)
        at = self._first.take(self._buckets(keys))
        for _ in range(self._steps):
            at += self._keys.take(at) != keys
        found[:-1] = np.where(self._keys.take(at) == keys, self._filed.take(at), 0)
        return found

    def _buckets(self, keys: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
        return (keys * _SPREAD >> self._shift).astype(np.int64)


def _keys(text: str) -> Any:
    """For each character but the last a number of it and the next one together."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    return codes[:-1] << np.uint64(32) | codes[1:]


def _spelled(keys: npt.NDArray[np.uint64]) -> list[str]:
    """The pairs of characters of the keys."""
    codes = np.stack([keys >> np.uint64(32), keys], axis=1).astype(np.uint32)
    text = codes.tobytes().decode("utf-32-le", "surrogatepass")
    return [text[at : at + 2] for at in range(0, len(text), 2)]

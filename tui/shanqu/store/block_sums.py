"""Adding up what is kept of blocks of articles (see `blocks`), as far as the articles are chosen."""

from __future__ import annotations

import json
import struct
from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, compress, pairwise
from typing import Any, NamedTuple

from shanqu.store.bits import BITS, SIZE, WIDTH, number_of, numbers_in
from shanqu.store.blocks import KIND_CODES

COUNTED = "sites, site_of, years, year_of, common, named, starts, rare"
TIMED = "common, digits, times"
RARE = "starts, rare, rare_times"
# So many codes are looked for one by one; of more each code that there is is looked at.
_SOUGHT = 24
_FLIPPED = bytes.maketrans(b"\0\1", b"\1\0")


class Chosen:
    """A set of articles, quick to cut into blocks; `changed` are those that the blocks do not hold of."""

    def __init__(self, ids: Collection[int], changed: Collection[int] = ()) -> None:
        self._flags = bytearray((max(ids, default=0) | SIZE - 1) + 1)
        for id in ids:
            self._flags[id] = 1
        # The changed ones that are chosen, and those that are not.
        self.changed = [id for id in changed if id < len(self._flags) and self._flags[id]]
        self.changed_others = list(set(changed).difference(self.changed))
        self._apart: dict[int, list[int]] = {}
        for id in changed:
            self._apart.setdefault(id >> BITS, []).append(id & SIZE - 1)
            if id < len(self._flags):
                self._flags[id] = 0

    def of(self, block: int) -> bytearray:
        """For each unchanged article of the block 1 if it is chosen, else 0."""
        return self._flags[block << BITS : (block + 1) << BITS].ljust(SIZE, b"\0")

    def others(self, block: int) -> bytearray:
        """For each unchanged article of the block 0 if it is chosen, else 1."""
        flags = self.of(block).translate(_FLIPPED)
        for place in self._apart.get(block, ()):
            flags[place] = 0
        return flags


Values = Sequence[tuple[str | None, int]]


class Counted(NamedTuple):
    """What is counted of a block, of its columns as they are named there."""

    number: int
    sites: Values
    site_of: array[int]
    years: Values
    year_of: array[int]
    common: array[int]
    named: Sequence[int]
    starts: array[int]
    rare: bytes


def counted(row: Sequence[Any]) -> Counted:
    """A block out of its number and its `COUNTED` columns."""
    number, sites, site_of, years, year_of, common, named, starts, rare = row
    return Counted(
        number,
        json.loads(sites),
        numbers_in("H", site_of),
        json.loads(years),
        numbers_in("H", year_of),
        numbers_in("Q", common),
        [int.from_bytes(bits, "little") for bits in _rows(named)],
        numbers_in("I", starts),
        rare,
    )


class Sums:
    """What the articles name, by the codes of entities; where and when they appeared."""

    def __init__(self) -> None:
        self.articles: Counter[int] = Counter()
        self.sites: Counter[str | None] = Counter()
        self.years: Counter[str | None] = Counter()

    def add(self, flags: bytearray, named_by: bytearray, block: Counted) -> None:
        """Take in a block: of the articles with a flag where and when they appeared and which kinds they name; which

        entities, of those in `named_by`.
        """
        wanted, of_kinds, articles = number_of(named_by), number_of(flags), self.articles
        if of_kinds:
            _add_values(self.sites, flags, block.sites, block.site_of)
            _add_values(self.years, flags, block.years, block.year_of)
        for code, row in zip(block.common, block.named, strict=True):
            mask = of_kinds if code < KIND_CODES else wanted
            if mask and (number := (row & mask).bit_count()):
                articles[code] += number
        if wanted:
            rare = block.rare
            pieces = compress(pairwise(block.starts), named_by)
            articles.update(numbers_in("Q", b"".join([rare[start:end] for start, end in pieces])))


def common_times(
    flags: bytearray, columns: Sequence[Any], wanted: Collection[int]
) -> Iterator[tuple[int, int]]:
    """How often the articles name each of the `wanted` codes that are common in a block with these `TIMED` columns."""
    common, digits, times = columns
    codes, chosen = numbers_in("Q", common), number_of(flags)
    places = zip(codes, accumulate(digits, initial=0), digits, strict=False)
    for code, first, number in compress(places, map(wanted.__contains__, codes)):
        total = 0
        for digit in range(number):
            start = (first + digit) * WIDTH
            row = int.from_bytes(times[start : start + WIDTH], "little")
            total += (row & chosen).bit_count() << digit
        yield code, total


def rare_times(
    flags: bytearray, columns: Sequence[Any], wanted: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The same of those that are rare in a block with these `RARE` columns, a pair for each article."""
    starts, rare, times = columns
    borders, often = numbers_in("I", starts), numbers_in("I", times)
    for place, code in _places_of(wanted, rare):
        if flags[bisect(borders, 8 * place) - 1]:
            yield code, often[place]


def _places_of(wanted: Collection[int], rare: bytes) -> Iterator[tuple[int, int]]:
    """Where these codes stand among all, each with its place."""
    if len(wanted) > _SOUGHT:
        codes = numbers_in("Q", rare)
        yield from compress(enumerate(codes), map(wanted.__contains__, codes))
        return
    for code in wanted:
        sought, at = code.to_bytes(8, "little"), -1
        while (at := rare.find(sought, at + 1)) >= 0:
            if at % 8 == 0:
                yield at // 8, code


def _add_values(counts: Counter[str | None], flags: bytearray, values: Values, places: array[int]) -> None:
    # Of the articles with a flag, or of those without.
    sign, start = (-1, 1) if 2 * flags.count(1) > SIZE else (1, 0)
    found = Counter(compress(places, flags.translate(_FLIPPED) if start else flags))
    for place, (value, number) in enumerate(values[1:], 1):
        if often := start * number + sign * found[place]:
            counts[value] += often


def _rows(data: bytes) -> tuple[bytes, ...]:
    return struct.unpack(f"{WIDTH}s" * (len(data) // WIDTH), data)

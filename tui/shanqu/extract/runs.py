"""What stands between two marks: where such a run begins and ends, and the list that it is an item of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from shanqu.extract.segment import frequency
from shanqu.extract.vocabulary import occurrences

Numbers: TypeAlias = npt.NDArray[np.uint32]
Counts: TypeAlias = npt.NDArray[Any]

_MARKS = {
    mark: number
    for number, marks in enumerate(
        (",，", "。.！!？?；;", "、", "：:", "“‘《「", "”’》」", "(（", ")）", "\n 　…—|·"), 1
    )
    for mark in marks
}
_COMMA = _MARKS["、"]
_NEAR = 3
_LENGTHS = (2, 4, 6, 9, 14)
# Longer runs are told by no sequence of words, and behind so many characters of a firm's name its brand is over.
_WORDS = 5
_BRAND = 8


class Runs:
    """For each character of a text what its run says, as numbers. `pieces` are the words of the text in order, `lengths`,
    `numbers` and `looks` have for each how long it is, its number and that of its kind; `number` gives a word's number."""

    def __init__(
        self,
        pieces: Sequence[str],
        lengths: Counts,
        numbers: Numbers,
        looks: Counts,
        number: Callable[[str], int],
    ) -> None:
        marks = np.array([*map(_MARKS.get, pieces, repeat(0)), _MARKS["\n"]], np.int64)
        ends = marks.nonzero()[0]
        starts = np.concatenate([[0], ends[:-1] + 1])
        right = marks[ends]
        left = np.concatenate([[0], right[:-1]])
        reached = np.concatenate([[0], lengths.cumsum()])
        sizes = reached[ends] - reached[starts]
        shapes = left * 100 + right * 10 + np.searchsorted(_LENGTHS, sizes)
        tails = np.full(len(ends), number(""), np.uint32)
        for at, word in _tails(pieces, starts, ends, left, right):
            tails[at] = number(word)
        known = np.concatenate([numbers, [0]])
        firsts, lasts = np.where(ends > starts, [known[starts], known[ends - 1]], 0)
        # A run's characters and the mark behind it; behind the last there is none.
        wholes = sizes + 1
        run = np.arange(len(ends)).repeat(wholes)[:-1]

        def spread(values: Counts) -> Numbers:
            return values.astype(np.uint32).take(run)

        self.first, self.last = spread(firsts), spread(lasts)
        self.closing, self.shape = spread(tails), spread(shapes)
        self.previous = spread(np.concatenate([[0], lasts[:-1]]))
        self.made = spread(_made(looks, starts, ends))
        offsets = np.arange(len(run)) - (wholes.cumsum() - wholes).take(run)
        rests = sizes.take(run) - 1 - offsets
        self.place = (np.minimum(offsets, _NEAR) * 8 + np.clip(rests, -1, _NEAR) + 1).astype(np.uint32)


def _made(looks: Counts, starts: Counts, ends: Counts) -> Counts:
    """A number for what words each run is made of, in order; 0 for long runs."""
    made = np.ones(len(starts), np.int64)
    short = ends - starts <= _WORDS
    for at in range(_WORDS):
        more = (short & (starts + at < ends)).nonzero()[0]
        made[more] = made[more] * 1009 + looks[starts[more] + at] & 0x7FFFFFFF
    return np.where(short, made, 0)


def _tails(
    pieces: Sequence[str], starts: Counts, ends: Counts, left: Counts, right: Counts
) -> Iterator[tuple[int, str]]:
    """The runs that are items of lists, each with the word that closes its list (A、B等[企业])."""
    word = ""
    for at in ((left == _COMMA) | (right == _COMMA)).nonzero()[0].tolist()[::-1]:
        if right[at] != _COMMA:
            word = _closing(pieces[starts[at] : ends[at]])
        yield at, word


def _closing(run: Sequence[str]) -> str:
    """What the last item of a list says of all: the first longer word behind 等, else the last word."""
    if "等" in run:
        behind = run[run.index("等") + 1 :]
        return "等" + next((word for word in behind if len(word) > 1 and not word[0].isascii()), "")
    return run[-1] if run else ""


def repeated(text: str) -> Numbers:
    """How often the three characters that begin at each place stand in `text`, four at most."""
    chars = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64) + np.uint64(1)
    padded = np.concatenate([chars, np.zeros(2, np.uint64)])
    grams = padded[:-2] << np.uint64(42) | padded[1:-1] << np.uint64(21) | padded[2:]
    _, index, counts = np.unique(grams, return_inverse=True, return_counts=True)
    return np.minimum(counts, 4).astype(np.uint32)[index]


def shared(text: str, firms: Sequence[tuple[int, int]]) -> Numbers:
    """Where a pair of characters, which make no word, also stands in the name of another of the `firms`: 2 at its first
    character, 1 at its second; 0 elsewhere."""
    spots: dict[str, list[int]] = {}
    for start, end in firms:
        for at in range(start, min(end - 1, start + _BRAND)):
            pair = text[at : at + 2]
            if min(pair) >= "一" and max(pair) <= "龥" and not frequency(pair):
                spots.setdefault(pair, []).append(at)
    numbers = np.zeros(len(text), np.uint32)
    for pair, own in spots.items():
        for at in occurrences(text, pair):
            if own != [at]:
                numbers[at] = 2
                numbers[at + 1] = max(numbers[at + 1], 1)
    return numbers

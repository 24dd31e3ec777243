"""What stands between two marks: where such a run begins and ends, and the list that it is an item of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shanqu.extract.segment import frequency
from shanqu.extract.vocabulary import occurrences

Numbers: TypeAlias = npt.NDArray[np.uint32]

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
    """For each character of a text what its run says, as numbers. `pieces` are the words of the text in order,
    `number` gives a word's number, `look` that of its kind."""

    def __init__(
        self, pieces: Sequence[str], number: Callable[[str], int], look: Callable[[str], int]
    ) -> None:
        spans, marks = _spans(pieces)
        sizes = [sum(map(len, pieces[start:end])) for start, end in spans]
        tails = _tails(pieces, spans, marks)
        firsts = [number(pieces[start]) if end > start else 0 for start, end in spans]
        lasts = [number(pieces[end - 1]) if end > start else 0 for start, end in spans]
        shapes = [
            left * 100 + right * 10 + sum(size > bound for bound in _LENGTHS)
            for (left, right), size in zip(marks, sizes, strict=True)
        ]
        # A run's characters and the mark behind it.
        lengths = np.array([size + 1 for size in sizes])
        total = int(lengths.sum()) - 1

        def spread(values: Sequence[int]) -> Numbers:
            return np.repeat(np.array(values, np.uint32), lengths)[:total]

        self.first, self.last = spread(firsts), spread(lasts)
        self.closing = spread([number(tail) for tail in tails])
        self.shape = spread(shapes)
        self.previous = spread([0, *lasts[:-1]])
        looks = list(map(look, pieces))
        self.made = spread([_made(looks[start:end]) for start, end in spans])
        offsets = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        rests = np.repeat(lengths, lengths) - 2 - offsets
        near = np.minimum(offsets, _NEAR) * 8 + np.clip(rests, -1, _NEAR) + 1
        self.place = near[:total].astype(np.uint32)


def _made(looks: Sequence[int]) -> int:
    """A number for what words a run is made of, in order; 0 for long runs."""
    if len(looks) > _WORDS:
        return 0
    made = 1
    for look in looks:
        made = made * 1009 + look & 0x7FFFFFFF
    return made


def _spans(pieces: Sequence[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The runs as spans of `pieces` and the classes of the marks around each."""
    spans, marks = [], []
    start = left = 0
    for index, piece in enumerate([*pieces, "\n"]):
        mark = _MARKS.get(piece)
        if mark:
            spans.append((start, index))
            marks.append((left, mark))
            start, left = index + 1, mark
    return spans, marks


def _tails(
    pieces: Sequence[str], spans: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int]]
) -> list[str]:
    """For each run the word that closes the list that it is an item of (A、B等[企业]); "" outside of lists."""
    tails = [""] * len(spans)
    word = ""
    for index in range(len(spans) - 1, -1, -1):
        left, right = marks[index]
        if right != _COMMA:
            word = _closing(pieces[slice(*spans[index])])
        tails[index] = word if _COMMA in (left, right) else ""
    return tails


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

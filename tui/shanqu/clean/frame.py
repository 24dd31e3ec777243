"""Between which lines the article stands: seen from afar, before any line is judged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from shanqu.clean.data import load, once
from shanqu.clean.evidence import Evidence, Worth
from shanqu.clean.fields import DATE
from shanqu.clean.names import looks_like_site
from shanqu.clean.signs import Signs

# Both ways of finding the article in markup count together where the narrower one keeps this share.
_AGREED = 0.9
# No line counts for more than this times its size, so that one alone decides nothing.
_CLAMP = 3.0
_LONG = 200
_BY_LENGTH = tuple(math.sqrt(length + 4) for length in range(_LONG + 1))
# How much may speak against the lines that are added at either end.
_SLACK = 4.0
# The page ends soon, if no more than this speaks against the lines up to its end.
_FEW = 60.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The article's text stands in the lines `[low, high)`; its headline may stand above them.

    `sure`: the markup says so, line by line, so that no line outside is text. `against` is how much
    speaks against each line, at most `_CLAMP`; below 0 it speaks for it. It is empty where `sure`.
    """

    low: int
    high: int
    sure: bool = False
    against: tuple[float, ...] = ()


@once
def weights() -> Worth:
    """What each feature of `evidence` is worth (`frame.toml`)."""
    return Worth({name: float(value) for name, value in load("frame.toml")["weights"].items()})


def find_frame(signs: Sequence[Signs]) -> Frame:
    """The frame of the article in the lines of a page. Linear in their number.

    Where the markup does not tell, it is the run of lines for which most speaks, and what is next to
    it as long as little speaks against that. On a page with little else every line is in the frame.
    """
    chosen = _chosen(signs)
    if chosen:
        return Frame(chosen[0], chosen[-1] + 1, sure=True)
    if sum(not sign.prose for sign in signs) * _CLAMP <= _FEW:
        return Frame(0, len(signs))
    worth = score(signs)
    low, high = heaviest(worth, signs)
    worth = [max(-_CLAMP, min(_CLAMP, value)) for value in worth]
    end = high + _reach(worth[high:])
    while high < end < len(signs) and not _closes(signs[end - 1]):
        end -= 1
    return Frame(low - _reach(worth[:low][::-1]), end, against=tuple(-value for value in worth))


def _closes(sign: Signs) -> bool:
    """Whether a text can end with the line: a sentence, the day or the office that signs it."""
    norm = sign.line.norm
    return sign.stop or looks_like_site(norm) or DATE.fullmatch(norm) is not None


def _reach(worth: Sequence[float]) -> int:
    """How many of the lines that follow on the run are added to it."""
    sums = list(accumulate(worth))
    if not sums or sums[-1] > -_FEW:
        return len(sums)
    return next((index for index, value in enumerate(sums) if value < -_SLACK), len(sums))


def score(signs: Sequence[Signs]) -> list[float]:
    """For each line how much more speaks for its lying in the article than against."""
    return Evidence(signs).score(weights())


def heaviest(worth: Sequence[float], signs: Sequence[Signs]) -> tuple[int, int]:
    """The run of lines with the largest sum of `worth`, where longer lines count for more."""
    best, low, high = 0.0, 0, 0
    total, start = 0.0, 0
    for index, (value, sign) in enumerate(zip(worth, signs, strict=True)):
        if total <= 0:
            total, start = 0.0, index
        total += max(-_CLAMP, min(_CLAMP, value)) * _BY_LENGTH[min(sign.length, _LONG)]
        if total > best:
            best, low, high = total, start, index + 1
    return (low, high) if high else (0, len(worth))


def _chosen(signs: Sequence[Signs]) -> list[int]:
    """The lines that the markup's structure gives the article."""
    dense = [index for index, sign in enumerate(signs) if "density" in sign.line.chosen]
    both = [index for index in dense if "holder" in signs[index].line.chosen]
    return both if both and _prose(signs, both) >= _AGREED * _prose(signs, dense) else dense


def _prose(signs: Sequence[Signs], indices: Sequence[int]) -> int:
    return sum(signs[index].length for index in indices if signs[index].prose)

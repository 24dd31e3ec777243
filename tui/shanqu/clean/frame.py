"""Between which lines the article stands: seen from afar, before any line is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shanqu.clean.signs import Signs

# Both ways of finding the article in markup count together where the narrower one keeps this share.
_AGREED = 0.9


@dataclass(frozen=True, slots=True)
class Frame:
    """The article's text stands in the lines `[low, high)`; its headline may stand above them.

    `sure`: the markup says so, line by line, so that no line outside is text.
    """

    low: int
    high: int
    sure: bool = False


def find_frame(signs: Sequence[Signs]) -> Frame:
    """The frame of the article in the lines of a page. Linear in their number."""
    chosen = _chosen(signs)
    if chosen:
        return Frame(chosen[0], chosen[-1] + 1, sure=True)
    return Frame(0, len(signs))


def _chosen(signs: Sequence[Signs]) -> list[int]:
    """The lines that the markup's structure gives the article."""
    dense = [index for index, sign in enumerate(signs) if "density" in sign.line.chosen]
    both = [index for index in dense if "holder" in signs[index].line.chosen]
    return both if both and _prose(signs, both) >= _AGREED * _prose(signs, dense) else dense


def _prose(signs: Sequence[Signs], indices: Sequence[int]) -> int:
    return sum(signs[index].length for index in indices if signs[index].prose)

"""What is marked in a text: hits of find, words of the filter, mentions of an entity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shanqu.text.fold import fold

Highlighter = Callable[[str], list[tuple[int, int]]]
PageSpan = tuple[int, int]


class Hit(NamedTuple):
    """A marked span of a flow's text."""

    flow: int
    start: int
    end: int


class Marks(NamedTuple):
    """What to mark in the reader: page spans (of an entity), and what a filter's words match."""

    spans: tuple[PageSpan, ...] = ()
    words: Highlighter | None = None


NO_MARKS = Marks()


def literal_spans(text: str, sought: str) -> list[tuple[int, int]]:
    """Spans of `text` that equal `sought` after folding, left to right, without overlap."""
    folded, needle = fold(text), fold(sought)
    spans: list[tuple[int, int]] = []
    at = folded.find(needle) if needle else -1
    while at >= 0:
        spans.append((at, at + len(needle)))
        at = folded.find(needle, at + len(needle))
    return spans


def merged_spans(spans: Sequence[PageSpan]) -> tuple[PageSpan, ...]:
    """`spans` sorted, those inside another left out."""
    result: list[PageSpan] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not result or end > result[-1][1]:
            result.append((start, end))
    return tuple(result)

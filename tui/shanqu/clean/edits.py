"""Reversible normalisation of the kept text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanqu.clean.data import swaps
from shanqu.clean.lines import INVISIBLE, PINYIN
from shanqu.model import Edit

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def find_edits(
    text: str, spans: Iterable[tuple[int, int]], *, annotated: bool, breaks: Iterable[Edit] = ()
) -> tuple[Edit, ...]:
    """The edits inside the page spans, sorted, without overlap. `annotated`: remove pinyin too;
    `breaks`: edits found elsewhere, to be merged in.

    Digits are never touched: a figure is evidence.
    """
    edits = [edit for start, end in spans for edit in _in_span(text, start, end, annotated)]
    return _without_overlap(sorted((*edits, *breaks), key=lambda edit: (edit.start, -edit.end)))


def _without_overlap(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    result: list[Edit] = []
    for edit in edits:
        if not result or edit.start >= result[-1].end:
            result.append(edit)
    return tuple(result)


def _in_span(text: str, start: int, end: int, annotated: bool) -> Iterable[Edit]:
    piece = text[start:end]
    for swap in swaps():
        for match in swap.pattern.finditer(piece) if swap.needs in piece else ():
            low, high = match.span("x")
            yield Edit(start + low, start + high, piece[low:high], swap.after, swap.reason)
    if not piece.isascii():
        for match in _INVISIBLE.finditer(piece):
            yield Edit(start + match.start(), start + match.end(), match.group(), "", "invisible")
    if annotated:
        for match in PINYIN.finditer(piece):
            yield Edit(start + match.start(), start + match.end(), match.group(), "", "pinyin-annotation")

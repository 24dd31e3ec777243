"""Reversible normalisation of the kept text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanqu.clean.data import swaps
from shanqu.clean.lines import INVISIBLE, PINYIN
from shanqu.model import Edit

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


def find_edits(text: str, spans: Iterable[tuple[int, int]], *, annotated: bool) -> tuple[Edit, ...]:
    """The edits inside the page spans, sorted, without overlap. `annotated`: remove pinyin too.

    Digits are never touched: a figure is evidence.
    """
    edits: list[Edit] = []
    for start, end in spans:
        found = list(_in_span(text, start, end, annotated))
        found.sort(key=lambda edit: (edit.start, -edit.end))
        at = start
        for edit in found:
            if edit.start >= at:
                edits.append(edit)
                at = edit.end
    return tuple(edits)


def _in_span(text: str, start: int, end: int, annotated: bool) -> Iterable[Edit]:
    piece = text[start:end]
    for swap in swaps():
        for match in swap.pattern.finditer(piece):
            low, high = match.span("x")
            yield Edit(start + low, start + high, piece[low:high], swap.after, swap.reason)
    if not piece.isascii():
        for match in _INVISIBLE.finditer(piece):
            yield Edit(start + match.start(), start + match.end(), match.group(), "", "invisible")
    if annotated:
        for match in PINYIN.finditer(piece):
            yield Edit(start + match.start(), start + match.end(), match.group(), "", "pinyin-annotation")

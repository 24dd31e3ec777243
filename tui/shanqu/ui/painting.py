"""Strips out of text and styled spans: every list and the reader draw their lines with this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from shanqu.text.gate import safe
from shanqu.text.width import fit, text_width

Span = tuple[int, int, Style]
Run = tuple[str, Style]


def runs(text: str, base: Style, spans: Iterable[Span] = ()) -> list[Run]:
    """`text` cut where the style changes. Later spans are laid over earlier ones."""
    marks = [(max(start, 0), min(end, len(text)), style) for start, end, style in spans]
    marks = [mark for mark in marks if mark[0] < mark[1]]
    if not marks:
        return [(text, base)] if text else []
    cuts = sorted({0, len(text), *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    result: list[Run] = []
    for start, end in pairwise(cuts):
        style = base
        for low, high, over in marks:
            if low <= start and end <= high:
                style += over
        result.append((text[start:end], style))
    return result


def strip(parts: Sequence[Run], width: int, base: Style) -> Strip:
    """A line of exactly `width` cells; all text passes the gate. Too long parts are cut."""
    segments: list[Segment] = []
    used = 0
    for text, style in parts:
        shown = safe(text)
        cells = text_width(shown)
        if used + cells > width:
            shown = fit(shown, width - used) if width > used else ""
            cells = text_width(shown)
        if shown:
            segments.append(Segment(shown, style))
            used += cells
    if used < width:
        segments.append(Segment(" " * (width - used), base))
    return Strip(segments, width)

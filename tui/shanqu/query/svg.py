"""Pictures as inline SVG: bars of a row, counts by year. No script, nothing loaded, legible without colour."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from shanqu.query.matrix_shapes import STATES
from shanqu.query.picture_shapes import Bar, Bars, CountTable

Say = Callable[[str], str]
_LABEL, _PLOT, _STEP, _BAR = 150, 420, 28, 16


def bars_svg(picture: Bars, say: Say) -> str:
    """A bar for each place; where there is none the reason stands in its stead."""
    greatest = max((abs(bar.high or bar.value or 0.0) for bar in picture.bars), default=0.0) or 1.0
    lines = [_bar(bar, number * _STEP, greatest, say) for number, bar in enumerate(picture.bars)]
    return _svg(picture.title, 2 * _LABEL + _PLOT + 240, len(picture.bars) * _STEP, lines)


def _bar(bar: Bar, top: int, greatest: float, say: Say) -> str:
    label = _text(bar.label, _LABEL - 8, top, "end")
    if bar.value is None:
        return label + _text("– " + say(STATES[bar.state]), _LABEL, top)
    length = max(1.0, _PLOT * abs(bar.value) / greatest)
    notes = " · ".join(say(mark.text) for mark in bar.marks)
    body = f'<rect x="{_LABEL}" y="{top + 4}" width="{length:.1f}" height="{_BAR}" fill="#456" />'
    return label + body + _text(f"{bar.text} {notes}".strip(), _LABEL + length + 6, top)


def counts_svg(table: CountTable, say: Say) -> str:
    """For each row the counts of its columns as small bars over the column's heading."""
    greatest = max((count for row in table.counts for count in row), default=0) or 1
    wide, tall = 44, 60
    lines = []
    for at, (name, counts) in enumerate(zip(table.rows, table.counts, strict=True)):
        base = (at + 1) * (tall + 18)
        lines.append(_text(name, _LABEL - 8, base - 20, "end"))
        for number, count in enumerate(counts):
            height = tall * count / greatest
            left = _LABEL + number * wide
            lines.append(
                f'<rect x="{left + 8}" y="{base - height:.1f}" width="{wide - 16}" height="{height:.1f}" fill="#456" />'
            )
            lines.append(_text(str(count), left + wide / 2, base - height - 18, "middle"))
    foot = len(table.rows) * (tall + 18) + 2
    lines += [
        _text(say(heading), _LABEL + number * wide + wide / 2, foot, "middle")
        for number, heading in enumerate(table.columns)
    ]
    return _svg(say(table.what), _LABEL + wide * max(1, len(table.columns)) + 60, foot + 24, lines)


def _svg(title: str, width: int, height: int, lines: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}"><title>{escape(title)}</title>{"".join(lines)}</svg>'
    )


def _text(text: str, x: float, top: float, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{top + 17:.1f}" font-size="13" text-anchor="{anchor}">{escape(text)}</text>'

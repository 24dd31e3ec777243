"""Pictures as inline SVG: bars of a row, counts by year. No script, nothing loaded, legible without colour.

Text takes the colour of the page, dark or light; what is drawn has one that shows on both, and in print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from shanqu.query.matrix_shapes import STATES
from shanqu.query.picture_shapes import Bar, Bars, CountTable
from shanqu.text.gate import safe
from shanqu.text.width import text_width
from shanqu.text.wrap import wrap

Say = Callable[[str], str]
INK = "#5b87b5"
LINE = 18
_SIZE, _CELL = 13, 7.2
_PLOT, _BAR, _GAP = 420, 16, 8
# In cells: longer labels go on in the next line.
_LABEL, _SAID, _HEAD = 24, 60, 6
# Of more rows than these bars would make a picture that nobody can overlook.
_FEW = 6
# Numbers stand on it.
_DARKEST = 0.55


def bars_svg(picture: Bars, say: Say) -> str:
    """A bar for each place; where there is none the reason stands in its stead."""
    greatest = max((abs(bar.high or bar.value or 0.0) for bar in picture.bars), default=0.0) or 1.0
    labels = [folded(bar.label, _LABEL) for bar in picture.bars]
    left = widest(labels) + _GAP
    drawn, top, right = [], 0.0, 0.0
    for bar, label in zip(picture.bars, labels, strict=True):
        length = max(1.0, _PLOT * abs(bar.value) / greatest) if bar.value is not None else 0.0
        said = folded(_said(bar, say), _SAID)
        drawn.append(text(label, left - _GAP, top, "end"))
        if length:
            drawn.append(rect(left, top + 2, length, _BAR))
        drawn.append(text(said, left + length + _GAP, top))
        right = max(right, left + length + _GAP + widest([said]))
        top += LINE * max(len(label), len(said)) + _GAP
    return svg(picture.title, "", right, top, drawn)


def _said(bar: Bar, say: Say) -> str:
    if bar.value is None:
        return "– " + say(STATES[bar.state])
    return " · ".join([bar.text, *(say(mark.text) for mark in bar.marks)])


def counts_svg(table: CountTable, say: Say) -> str:
    """The counts of a few rows as small bars; those of many as shaded fields."""
    return _bars_of_counts(table, say) if len(table.rows) <= _FEW else _fields(table, say)


def _fields(table: CountTable, say: Say) -> str:
    """A field for each count, the darker the more; each heading stands above its column."""
    greatest = max((count for row in table.counts for count in row), default=0) or 1
    wide, tall = 46, LINE + 6
    labels = [folded(say(name), _LABEL) for name in table.rows]
    heads = [folded(say(name), _HEAD) for name in table.columns]
    left = widest(labels) + _GAP
    top = float(LINE * max(map(len, heads), default=0) + _GAP)
    drawn = [
        text(head, left + number * wide + wide / 2, top - LINE * len(head) - _GAP / 2, "middle")
        for number, head in enumerate(heads)
    ]
    for label, counts in zip(labels, table.counts, strict=True):
        high = tall + LINE * (len(label) - 1)
        drawn.append(text(label, left - _GAP, top + 3, "end"))
        for number, count in enumerate(counts):
            x = left + number * wide
            if count:
                drawn.append(rect(x, top, wide - 2, high - 2, 0.1 + _DARKEST * count / greatest))
            drawn.append(text([str(count or "·")], x + wide / 2, top + (high - LINE) / 2 - 1, "middle"))
        top += high
    return svg(say(table.what), "", left + wide * len(heads), top, drawn)


def _bars_of_counts(table: CountTable, say: Say) -> str:
    """For each row the counts of its columns as small bars over the column's heading."""
    greatest = max((count for row in table.counts for count in row), default=0) or 1
    wide, tall = 46, 60
    labels = [folded(say(name), _LABEL) for name in table.rows]
    heads = [folded(say(name), _HEAD) for name in table.columns]
    left = widest(labels) + _GAP
    drawn = []
    for at, (label, counts) in enumerate(zip(labels, table.counts, strict=True)):
        base = (at + 1) * (tall + LINE)
        drawn.append(text(label, left - _GAP, base - LINE * len(label), "end"))
        for number, count in enumerate(counts):
            height = tall * count / greatest
            x = left + number * wide
            drawn.append(rect(x + 8, base - height, wide - 16, height))
            drawn.append(text([str(count)], x + wide / 2, base - height - LINE, "middle"))
    foot = len(labels) * (tall + LINE) + 2
    drawn += (
        text(head, left + number * wide + wide / 2, foot, "middle") for number, head in enumerate(heads)
    )
    below = LINE * max(map(len, heads), default=0) + _GAP
    return svg(say(table.what), "", left + wide * len(heads) + _GAP, foot + below, drawn)


def svg(title: str, description: str, width: float, height: float, drawn: Iterable[str]) -> str:
    """A picture of that size, with what is told of it to those who do not see it."""
    said = f"<title>{escape(safe(title))}</title>"
    if description:
        said += f"<desc>{escape(safe(description))}</desc>"
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} fill="currentColor" font-size="{_SIZE}"'
        f' font-family="sans-serif">{said}{"".join(drawn)}</svg>'
    )


def folded(label: str, cells: int) -> list[str]:
    """The lines of a label, none of them wider."""
    shown = " ".join(safe(label).split())
    return [shown[start:end].rstrip() for start, end in wrap(shown, cells)] or [""]


def widest(labels: Iterable[Sequence[str]]) -> float:
    """The pixels that the longest of all their lines takes at most."""
    return max((text_width(line) * _CELL for lines in labels for line in lines), default=0.0)


def text(lines: Sequence[str], x: float, top: float, anchor: str = "start", weight: str = "") -> str:
    """Lines below each other; the first begins at `top`."""
    bold = f' font-weight="{weight}"' if weight else ""
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{top + LINE * number + 14:.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text text-anchor="{anchor}"{bold}>{spans}</text>'


def rect(x: float, y: float, width: float, height: float, share: float = 1.0) -> str:
    """A filled bar, or a field of which the page shines through."""
    look = f'fill="{INK}"' + (f' fill-opacity="{share:.2f}"' if share < 1 else "")
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {look} />'

"""Pure layout of what a reposter changed: the text of a copy with marks that need no colour.

`[-…-]` stands around what only the first copy has, `{+…+}` around what only the other one has, as in word diffs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shanqu.i18n import ngettext
from shanqu.text.diff import Kind, Piece
from shanqu.text.gate import safe
from shanqu.text.wrap import wrap


class DiffFlow(NamedTuple):
    """A paragraph with its marks; `spans` are those of the pieces, `paragraph` is its number.

    `note` tells of a line that is no text of the copies.
    """

    text: str
    spans: tuple[tuple[int, int, Kind], ...] = ()
    paragraph: int = 0
    note: bool = False


class DiffLine(NamedTuple):
    """One line on screen: the span of a flow's text."""

    flow: int
    start: int
    end: int


class Change(NamedTuple):
    """What is changed at one place: its span in a flow's text, and its first line."""

    flow: int
    start: int
    end: int
    line: int


class DiffLayout(NamedTuple):
    """Paragraphs, the lines that they are broken into, and the places where something is changed."""

    flows: tuple[DiffFlow, ...] = ()
    lines: tuple[DiffLine, ...] = ()
    changes: tuple[Change, ...] = ()


def diff_layout(
    paragraphs: Sequence[Sequence[Piece]], width: int, *, changed_only: bool = False
) -> DiffLayout:
    """The paragraphs on lines of `width` cells, an empty line after each."""
    flows = _changed(paragraphs) if changed_only else [_flow(one, at) for at, one in enumerate(paragraphs)]
    lines: list[DiffLine] = []
    changes: list[Change] = []
    for number, flow in enumerate(flows):
        first = len(lines)
        lines += [DiffLine(number, *span) for span in wrap(safe(flow.text), max(8, width))]
        changes += [
            Change(number, start, end, next(at for at in range(first, len(lines)) if start < lines[at].end))
            for start, end in _places(flow)
        ]
        lines.append(DiffLine(number, 0, 0))
    return DiffLayout(tuple(flows), tuple(lines), tuple(changes))


def _flow(pieces: Sequence[Piece], number: int) -> DiffFlow:
    text = ""
    spans: list[tuple[int, int, Kind]] = []
    for piece in pieces:
        if shown := piece.marked:
            spans.append((len(text), len(text) + len(shown), piece.kind))
            text += shown
    return DiffFlow(text, tuple(spans), number)


def _changed(paragraphs: Sequence[Sequence[Piece]]) -> list[DiffFlow]:
    flows: list[DiffFlow] = []
    same = 0
    for number, one in enumerate([*paragraphs, ()]):
        if one and all(piece.kind == "same" for piece in one):
            same += 1
            continue
        if same:
            said = ngettext("{n} paragraph is the same", "{n} paragraphs are the same", same).format(n=same)
            flows.append(DiffFlow(f"⋯ {said}", paragraph=number - same, note=True))
        same = 0
        if one:
            flows.append(_flow(one, number))
    return flows


def _places(flow: DiffFlow) -> list[tuple[int, int]]:
    """The spans of changes: what is left out and what stands in its place are one."""
    found: list[tuple[int, int]] = []
    for start, end, kind in flow.spans:
        if kind == "same":
            continue
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found

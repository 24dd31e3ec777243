"""Paragraphs that were broken into lines of one width, inside words, and how to join them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shanqu.clean.lines import Line
from shanqu.clean.rewrapped import breaks_inside, is_spaced
from shanqu.model import KEPT_ROLES, Block, Edit, Role
from shanqu.text.aligned import strip_span

# Verse has shorter lines, prose longer ones.
_NARROWEST, _WIDEST = 16, 64
_LEAST: Final = 4
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
_FULL: Final = 0.75
_STOPS: Final[tuple[str, ...]] = tuple("。!?！？…：:；;")
_CLOSERS: Final = "”’」』》）)】 "


def join(text: str, lines: list[Line], blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Edit, ...]]:
    """The blocks with the lines of one paragraph made one block, and the edits that drop the breaks.

    `blocks` has one block for each of `lines`. A page whose lines are not of one width is left alone.
    """
    if any(line.broken for line in lines):
        return tuple(blocks), tuple(_inside(text, lines, blocks))
    width = _width([line for line, block in zip(lines, blocks, strict=True) if block.role is _BODY])
    if width is None:
        return tuple(blocks), ()
    joined: list[Block] = []
    edits: list[Edit] = []
    for index, block in enumerate(blocks):
        if joined and block.role is _BODY is joined[-1].role and _goes_on(text, lines, index, width):
            _, low = strip_span(text, lines[index - 1].start, lines[index - 1].end)
            high, _ = strip_span(text, block.start, block.end)
            between = " " if is_spaced(text[low - 1], text[high]) else ""
            edits.append(Edit(low, high, text[low:high], between, "hard-wrap"))
            first = joined.pop()
            block = Block(
                first.start, block.end, Role.BODY, first.reason, min(first.confidence, block.confidence)
            )
        joined.append(block)
    return tuple(joined), tuple(edits)


def _inside(text: str, lines: list[Line], blocks: Sequence[Block]) -> Iterator[Edit]:
    """The edits that drop the breaks inside those of the lines that are shown."""
    for line, block in zip(lines, blocks, strict=True):
        if line.broken and (block.role in KEPT_ROLES or block.role is Role.TITLE):
            yield from breaks_inside(text, *strip_span(text, block.start, block.end))


def _ends(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_STOPS)


def _width(body: list[Line]) -> int | None:
    """The width that the lines were broken at, or None if they were not."""
    open_lines = [len(line.text) for line in body if not _ends(line)]
    if len(open_lines) < _LEAST or len(open_lines) < 0.4 * len(body):
        return None
    width = max(open_lines)
    full = sum(length >= _FULL * width for length in open_lines)
    return (
        width
        if _NARROWEST <= width <= _WIDEST
        and full >= 0.85 * len(open_lines)
        and max(len(line.text) for line in body) <= width + 3
        else None
    )


def _goes_on(text: str, lines: list[Line], index: int, width: int) -> bool:
    """Whether line `index` carries on the sentence of the line before: full, open, no indent, no gap."""
    before, line = lines[index - 1], lines[index]
    indented = text.startswith(("\u3000", "  ", "\t"), line.start)
    gap = text[before.start : before.end].count("\n") > 1
    return not indented and not gap and not _ends(before) and len(before.text) >= _FULL * width

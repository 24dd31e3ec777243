"""Paragraphs that were broken into lines of one width, inside words, and how to join them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shanqu.clean.lines import Line
from shanqu.clean.rewrapped import breaks_inside, carried_on, is_spaced
from shanqu.model import KEPT_ROLES, Block, Edit, Role
from shanqu.text.aligned import strip_span

# Verse has shorter lines, prose longer ones.
_NARROWEST, _WIDEST = 16, 64
_LEAST: Final = 4
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
# Half a sentence can read like one.
_SUBHEAD: Final = Role.SUBHEAD
# No broken line is longer.
_LONGEST: Final = 130
_FULL: Final = 0.75
_STOPS: Final[tuple[str, ...]] = tuple("。!?！？…：:；;")
_CLOSERS: Final = "”’」』》）)】 "


def join(text: str, lines: list[Line], blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Edit, ...]]:
    """The blocks with the lines of one paragraph made one block, and the edits that drop the breaks.

    `blocks` has one block for each of `lines`. A page whose lines are not of one width is left alone.
    """
    if any(line.broken for line in lines):
        return tuple(blocks), tuple(_inside(text, lines, blocks))
    carried = _carried(text, lines, blocks)
    if not any(carried):
        return tuple(blocks), ()
    joined: list[Block] = []
    edits: list[Edit] = []
    for block, goes_on in zip(blocks, carried, strict=True):
        if goes_on:
            first = joined.pop()
            _, low = strip_span(text, first.start, first.end)
            high, _ = strip_span(text, block.start, block.end)
            between = " " if is_spaced(text[low - 1], text[high]) else ""
            edits.append(Edit(low, high, text[low:high], between, "hard-wrap"))
            block = Block(
                first.start, block.end, Role.BODY, first.reason, min(first.confidence, block.confidence)
            )
        joined.append(block)
    return tuple(joined), tuple(edits)


def one_headline(
    text: str, blocks: Sequence[Block], edits: tuple[Edit, ...]
) -> tuple[tuple[Block, ...], tuple[Edit, ...]]:
    """The blocks with the lines of the headline made one block, and `edits` with those that drop its breaks."""
    joined: list[Block] = []
    breaks: list[Edit] = []
    for block in blocks:
        if block.role is Role.TITLE and joined and joined[-1].role is Role.TITLE:
            first = joined.pop()
            _, low = strip_span(text, first.start, first.end)
            high, _ = strip_span(text, block.start, block.end)
            breaks.append(Edit(low, high, text[low:high], "", "hard-wrap"))
            block = first._replace(end=block.end)
        joined.append(block)
    return (tuple(joined), tuple(sorted((*edits, *breaks)))) if breaks else (tuple(blocks), edits)


def _carried(text: str, lines: list[Line], blocks: Sequence[Block]) -> list[bool]:
    """For each line whether it carries on the sentence of the one before."""
    width = _width([line for line, block in zip(lines, blocks, strict=True) if block.role is _BODY])
    if width is not None:
        return [
            index > 0
            and block.role is _BODY is blocks[index - 1].role
            and _goes_on(text, lines, index, width)
            for index, block in enumerate(blocks)
        ]
    # Half sentences among menus can be too few to tell, and tell among what was kept.
    pieces: list[str] = []
    at: list[int] = []
    for index, (line, block) in enumerate(zip(lines, blocks, strict=True)):
        if block.role is not _BODY and block.role is not _SUBHEAD:
            continue
        if len(line.text) > _LONGEST:
            return [False] * len(lines)
        if at and (at[-1] < index - 1 or text.count("\n", lines[at[-1]].start, line.start) > 1):
            pieces.append("")
            at.append(-1)
        pieces.append(text[line.start : line.end])
        at.append(index)
    carried = [False] * len(lines)
    for index, goes_on in zip(at, carried_on(pieces) or (), strict=False):
        if goes_on:
            carried[index] = True
    return carried


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

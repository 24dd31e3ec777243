"""Pages of which every line was broken at one width, made whole before any line is judged.

`wrapped` joins the broken lines of a body that was found. Where the whole page is broken, its pieces say
too little for that: half a sentence looks like an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from shanqu.model import Edit

# Verse has shorter lines, and so have menus; prose has longer ones.
_NARROWEST, _WIDEST = 20, 64
# How much shorter than the others a full line may be: a space at the break is lost, a stop is carried over.
_SHORT_BY: Final = 1
# So many full lines that end amid a sentence, or fewer where they are most of the page, and what share of all full ones.
_LEAST: Final = 6
_FEWEST: Final = 3
_MOST: Final = 0.25
_OPEN: Final = 0.75
# What share of the characters of paragraphs made whole is to stand in those that end like one.
_ENDING: Final = 0.35
_STOPS: Final = ("。", "!", "?", "！", "？", "…", "..", "：", ":", "；", ";")
_CLOSERS: Final = "”’」』》）)】] "
_BREAK: Final = re.compile(r"[^\S\n]*\n\s*")
_OPENING, _CLOSING = ("(", "（", "【", "["), (")", "）", "】", "]")
_INDENTS: Final = ("\u3000", "  ", "\t", "\xa0")
# What begins a line of its own, even below a full one: the day, a label, a list's mark.
_BEGINS: Final = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|[\u3400-\u9fff]{2,6}\s?[:：]|[■●◆▲★◎•·【\[]"
)

# A line of fields ends with the time of day to the second.
_TIMED: Final = re.compile(r"\d:\d{2}:\d{2}$")


def gathered(pieces: list[str]) -> list[str]:
    """The lines of a page with the pieces of one paragraph made one, which then holds line breaks inside.

    `pieces` are the page's lines with their line breaks; blank ones count. A page that has a line too long to
    have been broken, or too few full ones, is given back as it is.
    """
    carried = carried_on(pieces)
    if carried is None:
        return pieces
    groups: list[list[str]] = []
    for piece, joins in zip(pieces, carried, strict=True):
        if joins:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return list(map("".join, groups))


def carried_on(pieces: Sequence[str]) -> list[bool] | None:
    """For each piece whether it goes on with the sentence of the one above, or None where these are no broken
    paragraphs."""
    if len(pieces) < _FEWEST or max(map(len, pieces)) > 2 * _WIDEST + _SHORT_BY:
        return None
    shown = [piece.strip() for piece in pieces]
    for sizes, unit in ((list(map(len, shown)), 1), (list(map(_room, shown)), 2)):
        width = max(sizes)
        if _NARROWEST * unit <= width <= _WIDEST * unit:
            found = _carried(pieces, shown, [size >= width - _SHORT_BY * unit for size in sizes])
            if found is not None:
                return found
    return None


def unbroken(piece: str) -> str:
    """What a piece reads like without the line breaks inside it, but for white space at its ends."""
    first, *others = [line.strip() for line in piece.splitlines()]
    whole = [first]
    for line in others:
        whole.append(f" {line}" if is_spaced(whole[-1], line) else line)
    return "".join(whole)


def is_spaced(above: str, below: str) -> bool:
    """Whether the break between two lines stands for a space, as it does between Latin words."""
    last, first = above[-1:], below[:1]
    return last.isascii() and last.isalpha() and first.isascii() and first.isalpha()


def breaks_inside(text: str, start: int, end: int) -> Iterator[Edit]:
    """The edits that drop the line breaks inside the page span of one line, which has no white space at its ends."""
    for found in _BREAK.finditer(text, start, end):
        between = " " if is_spaced(text[found.start() - 1], text[found.end()]) else ""
        yield Edit(found.start(), found.end(), found.group(), between, "hard-wrap")


def _room(text: str) -> int:
    """The columns that the text takes, in which a Chinese character takes two."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def _is_open(text: str) -> bool:
    """Whether the line ends amid a sentence. One that stands in brackets as a whole does not, nor do markup and a time."""
    return (
        not text.rstrip(_CLOSERS).endswith(_STOPS)
        and not (text.startswith(_OPENING) and text.endswith(_CLOSING))
        and "<" not in text
        and _TIMED.search(text) is None
    )


def _carried(pieces: Sequence[str], shown: Sequence[str], full: Sequence[bool]) -> list[bool] | None:
    """Which pieces go on where full lines do, or None where these are no broken paragraphs."""
    goes_on = [
        over and _is_open(above) and bool(below) and not raw.startswith(_INDENTS) and not _BEGINS.match(below)
        for over, (above, below), raw in zip(full, pairwise(shown), pieces[1:], strict=False)
    ]
    count = sum(goes_on)
    least = _LEAST if count < _MOST * sum(map(bool, shown)) else _FEWEST
    if count < least or count < _OPEN * sum(full):
        return None
    carried = [False, *goes_on]
    size = ending = lines = 0
    for index, joins in enumerate(carried):
        lines = lines + 1 if joins else 1
        if lines > 1 and not (index + 1 < len(carried) and carried[index + 1]):
            ends = shown[index].endswith(_CLOSING) or not _is_open(shown[index])
            # Where a page was cut, its last paragraph tells nothing.
            size += lines if ends or index + 1 < len(carried) else 0
            ending += lines if ends else 0
    return carried if ending and ending >= _ENDING * size else None

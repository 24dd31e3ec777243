"""The same picture in fewer bytes: Textual styles each piece of text from nothing and takes it back behind it.

On a slow line that is more than the text itself. Here only what changes from piece to piece is sent, and moves of
the cursor that another one follows at once are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_MOVE = r"\x1b\[[0-9]+;[0-9]+H"
_VAIN_MOVE = re.compile(rf"(?:{_MOVE}\n?|\n)(?={_MOVE})")
_BLANK = re.compile(rf"(?: |\n|{_MOVE})*")
# What shows on a blank, too: lines under, through and over it, and colours the other way round.
_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
_ATTRIBUTES = frozenset({"1", "2", "3", "5", "6", "8"}) | _ON_BLANKS
_FORE = frozenset(str(code) for code in (*range(30, 38), *range(90, 98)))
_BACK = frozenset(str(code) for code in (*range(40, 48), *range(100, 108)))
# The colour of a palette, or one of red, green and blue: so many numbers with what introduces them.
_EXTENDED = {"5": 3, "2": 5}


class Pen(NamedTuple):
    """How the terminal writes: codes of foreground and background (none: its own), and attributes."""

    fore: str = ""
    back: str = ""
    attributes: frozenset[str] = frozenset()


_PLAIN = Pen()


def lean(data: str) -> str:
    """What paints the same on a terminal that writes plainly, and leaves it writing plainly."""
    sent: list[str] = []
    pen = wanted = _PLAIN
    for at, piece in enumerate(_STYLE.split(_VAIN_MOVE.sub("", data))):
        if at % 2:
            styled = _styled(wanted, piece)
            if styled is None:
                return data
            wanted = styled
        elif piece:
            if not _shows_alike(piece, pen, wanted):
                sent.append(_change(pen, wanted))
                pen = wanted
            sent.append(piece)
    sent.append(_change(pen, _PLAIN))
    return "".join(sent)


def _shows_alike(piece: str, pen: Pen, wanted: Pen) -> bool:
    if pen == wanted:
        return True
    if not _BLANK.fullmatch(piece):
        return False
    plain = _ON_BLANKS.isdisjoint(pen.attributes | wanted.attributes)
    return " " not in piece or (pen.back == wanted.back and plain)


@lru_cache(maxsize=4096)
def _styled(pen: Pen, codes: str) -> Pen | None:
    """The pen after these codes; None where one of them is not known here."""
    fore, back, attributes = pen
    left = codes.split(";")
    while left:
        code = left[0]
        if code in ("", "0"):
            fore, back, attributes = _PLAIN
        elif code in _ATTRIBUTES:
            attributes |= {code}
        elif code in ("39", "49"):
            fore, back = ("", back) if code == "39" else (fore, "")
        elif code in ("38", "48") and len(left) >= (length := _EXTENDED.get(left[1] if left[1:] else "", 99)):
            colour = ";".join(left[:length])
            fore, back = (colour, back) if code == "38" else (fore, colour)
            left = left[length - 1 :]
        elif code in _FORE:
            fore = code
        elif code in _BACK:
            back = code
        else:
            return None
        left = left[1:]
    return Pen(fore, back, attributes)


@lru_cache(maxsize=4096)
def _change(pen: Pen, wanted: Pen) -> str:
    """The shortest that makes the one pen the other."""
    if pen == wanted:
        return ""
    anew = ["0"] if pen != _PLAIN else []
    anew += [*sorted(wanted.attributes), *(colour for colour in wanted[:2] if colour)]
    if not pen.attributes <= wanted.attributes:
        return _code(anew)
    less = sorted(wanted.attributes - pen.attributes)
    if pen.fore != wanted.fore:
        less.append(wanted.fore or "39")
    if pen.back != wanted.back:
        less.append(wanted.back or "49")
    return min(_code(less), _code(anew), key=len)


def _code(codes: list[str]) -> str:
    return f"\x1b[{';'.join(codes)}m"

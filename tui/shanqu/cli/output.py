"""Printing: data for programs as JSON Lines, text for people as aligned columns."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from shanqu.text.gate import safe

# json.dumps escapes C0 controls; these a terminal could obey as well, or they cannot be encoded at all.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_GAP = "  "


def print_json(record: object) -> None:
    """One object on one line, in UTF-8 whatever the locale says."""
    import json  # for commands only: the help must come at once

    line = json.dumps(record, ensure_ascii=False)
    escaped = _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], line)
    sys.stdout.flush()
    sys.stdout.buffer.write(escaped.encode("utf-8") + b"\n")


def print_text(text: str = "", end: str = "\n") -> None:
    """One line for people, or a part of one; nothing in it can steer a terminal."""
    print(_printable(safe(text)), end=end)


def print_raw(text: str) -> None:
    """A page exactly as it is, where it goes into a file or another program; harmless on a terminal."""
    if sys.stdout.isatty():
        for line in text.splitlines():
            print_text(line)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))


def print_columns(
    rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), last_fills: bool = True
) -> None:
    """Rows as columns, true to cell widths; those numbered in `right` are right-aligned.

    On a terminal the last column is cut at its edge.
    """
    from shanqu.text.width import crop, fit, text_width

    cleaned = [[safe(cell) for cell in row] for row in rows]
    widths = [max(map(text_width, column)) for column in zip(*cleaned, strict=True)]
    edge = terminal_width() if last_fills else None
    for row in cleaned:
        cells = [
            cell
            if number == len(row) - 1 and number not in right
            else fit(cell, widths[number], right=number in right)
            for number, cell in enumerate(row)
        ]
        line = _GAP.join(cells).rstrip()
        print(_printable(crop(line, edge) if edge else line))


def terminal_width() -> int | None:
    """The cells of a line of the terminal that standard output is; None where it is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def complain(message: str) -> None:
    """One line of diagnostics; where nobody can read it, none."""
    with suppress(OSError):
        print(_printable(f"shanqu: {safe(message)}", sys.stderr), file=sys.stderr, flush=True)


def ensure_streams() -> None:
    """Stand in for standard streams that the caller has closed, so that files do not take their numbers."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            if null != number:
                os.dup2(null, number)
                os.close(null)
            stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)


def _printable(text: str, stream: TextIO | None = None) -> str:
    # A terminal of another encoding (GB18030, Big5, Latin-1) shows what it can.
    encoding = (stream or sys.stdout).encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)

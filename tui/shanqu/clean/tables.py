"""Tables amid a text, of which each cell stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from shanqu.clean.signs import Signs

# Ranks and days are no figures of a table.
_FIGURE: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+|[-+]?\d+\.\d+%?|\d{2,}%?|\d%")
# A table has so many cells at least, one in so many of which holds a figure, and none of which is long.
_CELLS_LEAST: Final = 6
_ONE_IN: Final = 4
_CELL_LONGEST: Final = 24
_CELL_MEAN: Final = 10


def above_table(signs: list[Signs], low: int) -> int | None:
    """The last line of the text above the table that ends right above line `low`, or None."""
    at = low - _cells(signs[index] for index in range(low - 1, -1, -1))
    return at - 1 if 0 < at < low and _is_text(signs[at - 1]) else None


def below_table(signs: list[Signs], high: int) -> int | None:
    """The first line of the text below the table that begins at line `high`, or None."""
    at = high + table_at(signs, high)
    return at if high < at < len(signs) and _is_text(signs[at]) else None


def table_at(signs: list[Signs], at: int) -> int:
    """How many lines from `at` on are a table; 0 if none begins there."""
    return _cells(signs[index] for index in range(at, len(signs)))


def _is_text(sign: Signs) -> bool:
    return sign.prose and not (sign.teaser or sign.legal)


def _cells(signs: Iterable[Signs]) -> int:
    """How many lines are cells of a table, one after the other; 0 if they make none."""
    cells = list(takewhile(_is_cell, signs))
    figures = sum([_FIGURE.fullmatch(sign.line.norm) is not None for sign in cells])
    size = sum([sign.length for sign in cells])
    table = len(cells) >= _CELLS_LEAST and figures * _ONE_IN >= len(cells) and size <= _CELL_MEAN * len(cells)
    return len(cells) if table else 0


def _is_cell(sign: Signs) -> bool:
    rule = sign.rule
    return (
        sign.length <= _CELL_LONGEST
        and not sign.stop
        and (rule is None or rule.weak or rule.id == "rubbish:marks")
    )

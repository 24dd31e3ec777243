"""Traditional characters as simplified ones, one for one.

The table is read when it is first needed: whoever starts without Chinese text does not wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

# The reason of edits that show traditional characters as simplified ones.
TRADITIONAL: Final = "traditional"


class Patterns(NamedTuple):
    """What only cleaning asks for.

    `runs` finds what the table changes, `words` those words that have a reading of their own (`pivots`
    finds the characters without which there is none). `traditional` and `simplified` find characters that
    only the one kind of text has.
    """

    runs: re.Pattern[str]
    words: re.Pattern[str]
    pivots: re.Pattern[str]
    traditional: re.Pattern[str]
    simplified: re.Pattern[str]


@cache
def rows() -> tuple[tuple[str, str, str], ...]:
    """The rows of `simplified.tsv`: form, reading, kind (see there)."""
    lines = Path(__file__).with_name("simplified.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))  # type: ignore[misc]


@cache
def marked() -> dict[int, int]:
    """The characters that simplified text never has, for `str.translate`."""
    return {ord(form): ord(reading) for form, reading, kind in rows() if kind == "x"}


@cache
def _every() -> dict[int, int]:
    return {ord(form): ord(reading) for form, reading, kind in rows() if kind != "p"}


@cache
def _words() -> dict[str, str]:
    return {form: reading for form, reading, kind in rows() if kind == "p"}


@cache
def patterns() -> Patterns:
    """The patterns of the table, compiled once."""
    every, words = _every(), _words()
    pivots = {
        char
        for form, reading in words.items()
        for char, read in zip(form, reading, strict=True)
        if char.translate(every) != read
    }
    only_simplified = {
        chr(code) for code in marked().values() if not _in_big5(chr(code)) and code not in every
    }
    return Patterns(
        runs=_any_of(map(chr, every), "+"),
        words=re.compile("|".join(sorted(words, key=len, reverse=True))),
        pivots=_any_of(pivots),
        traditional=_any_of(map(chr, marked())),
        simplified=_any_of(only_simplified),
    )


def _any_of(chars: Iterable[str], times: str = "") -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(chars))}]{times}")


def _in_big5(char: str) -> bool:
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def simplified(text: str) -> str:
    """`text` in simplified characters; the length stays, so an offset in one is an offset in the other."""
    if text.isascii():
        return text
    every, found = _every(), patterns()
    changed = found.runs.sub(lambda run: run[0].translate(every), text)
    if not found.pivots.search(text):
        return changed
    at, pieces = 0, []
    for word in found.words.finditer(text):
        pieces += [changed[at : word.start()], _words()[word[0]]]
        at = word.end()
    return "".join([*pieces, changed[at:]])

"""Folding for matching: what differs only in writing is made equal, one character for one."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from shanqu.text.simplified import marked

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDS: dict[int, int] = {
    **_FULL_WIDTH,
    0x3000: 0x20,  # ideographic space
    0x00A0: 0x20,  # no-break space
    ord("蕞"): ord("最"),  # reposters' mask
    ord("。"): ord("."),
    ord("、"): ord(","),
    ord("“"): ord('"'),
    ord("”"): ord('"'),
    ord("‘"): ord("'"),
    ord("’"): ord("'"),
}


def fold(text: str) -> str:
    """`text` in the form that search compares: half width, lower case, simplified, reposters' swaps undone.

    The result has the same length as `text`, so an offset in one is an offset in the other. Characters that
    simplified text has as well (乾, 後, 於) stay, for there they are names.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered if lowered.isascii() else lowered.translate(_folds())


@cache
def unfolded(char: str) -> tuple[str, ...] | None:
    """The characters that are folded to this one; None for letters that have upper and lower case."""
    forms = (char, *(chr(code) for code, folded in _folds().items() if folded == ord(char)))
    cased = any(form.lower() != form or form.upper() != form for form in forms)
    return None if cased else forms


def folded_codes() -> Collection[int]:
    """The characters, besides capitals, that are folded to others."""
    return _folds().keys()


@cache
def _folds() -> dict[int, int]:
    return marked() | _FOLDS

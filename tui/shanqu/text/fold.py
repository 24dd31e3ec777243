"""Folding for matching: what differs only in writing is made equal, one character for one."""

from __future__ import annotations

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
    """`text` in the form that search compares: half width, lower case, reposters' swaps undone.

    The result has the same length as `text`, so an offset in one is an offset in the other.
    """
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_FOLDS)

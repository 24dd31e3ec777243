"""Which of several reprints to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from shanqu.model import DateMeaning
from shanqu.text.flags import fit_for_comparison

# Texts that differ by less than this share are equally whole: a head or a tail is left or not.
_AS_LONG = 0.9


class Copy(NamedTuple):
    """One reprint: `kept` counts the characters of its cleaned text, `edits` the changes that made it readable.

    `published` is as much of ISO 8601 as is known, `--MM-DD` where the year is missing.
    """

    id: int
    kept: int
    edits: int = 0
    meaning: DateMeaning | None = None
    published: str | None = None
    warnings: tuple[str, ...] = ()


def best_first(copies: Iterable[Copy]) -> list[Copy]:
    """The copies, the one to show first.

    Before all others stands what nobody tampered with; then whole texts before cut ones, originals before
    reposts, fewer edits, fewer warnings, the earlier date, the longer text.
    """
    found = list(copies)
    longest = max((copy.kept for copy in found), default=0)

    def rank(copy: Copy) -> tuple[object, ...]:
        date = copy.published if copy.published and not copy.published.startswith("--") else "9999"
        return (
            not fit_for_comparison(copy.warnings),
            copy.kept < _AS_LONG * longest,
            {"original": 0, "unknown": 1, None: 1, "repost": 2}[copy.meaning],
            copy.edits,
            len(copy.warnings),
            date,
            -copy.kept,
            copy.id,
        )

    return sorted(found, key=rank)

"""Dates and amounts of money as people type them into a query."""

from __future__ import annotations

import re
from enum import Enum

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_BEGINNING = re.compile(r"\d{1,3}|\d{4}[-/.年](?:\d{1,2}[-/.月])?|\d{4}(?:-|\.\.)\d{0,3}")
_YEARS = re.compile(r"(\d{4})年?(?:-|－|—|~|～|\.\.|至|到)(\d{4})年?")
_AMOUNT = re.compile(r"(\d[\d,，]*(?:\.\d*)?)(万亿|千亿|百亿|亿|千万|百万|十万|万|千)?元?")
_SCALES = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4, "千": 1e3,
}  # fmt: skip


class Date(Enum):
    """What a text is that is no date."""

    UNFINISHED = 1
    WRONG = 2


def day_range(text: str) -> tuple[str, str] | Date:
    """The first day, month or year that `text` names, and the one after the last; as ISO 8601 compares.

    `2021`, `2021-06`, `2021-06-03` (with `/`, `.` or 年月日 as well), and years from and to: `2021-2023`.
    """
    if match := _YEARS.fullmatch(text):
        first, last = sorted((match[1], match[2]))
        return first, _following(last)
    match = _DATE.fullmatch(text)
    if match is None:
        return Date.UNFINISHED if _BEGINNING.fullmatch(text) else Date.WRONG
    parts = [part for part in match.groups() if part]
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return Date.UNFINISHED if parts[1] == "0" else Date.WRONG
    if len(parts) > 2 and not 1 <= int(parts[2]) <= 31:
        return Date.UNFINISHED if parts[2] == "0" else Date.WRONG
    iso = "-".join(part.zfill(2) for part in parts)
    return iso, _following(iso)


def _following(iso: str) -> str:
    # Only to compare with: everything that begins like `iso` comes before it.
    return iso + ":"


def amount(text: str) -> float | None:
    """Yuan: `10亿`, `5000万元`, `3.5亿`, `100000`; None where it is no amount."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    return float(match[1].replace(",", "").replace("，", "")) * _SCALES.get(match[2] or "", 1.0)

"""Dates for people."""

from __future__ import annotations


def day(published: str | None) -> str:
    """As much of a date as is known, `09-28` where the year is not."""
    return (published or "").removeprefix("--")

"""How many terminal cells text takes, and text made to fit."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len

ELLIPSIS = "…"


@lru_cache(maxsize=8192)
def char_width(char: str) -> int:
    """Cells that one character takes: 0, 1 or 2."""
    return cell_len(char)


def text_width(text: str) -> int:
    """Cells that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(map(char_width, text))


def crop(text: str, width: int) -> str:
    """The longest beginning of `text` that fits into `width` cells, with an ellipsis if it was cut."""
    if text_width(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - 1
    used = 0
    for index, char in enumerate(text):
        used += char_width(char)
        if used > room:
            return text[:index].rstrip() + ELLIPSIS
    return text


def crop_start(text: str, width: int) -> str:
    """The longest end of `text` that fits into `width` cells, with an ellipsis if it was cut."""
    if text_width(text) <= width:
        return text
    used = 1
    for index in range(len(text) - 1, -1, -1):
        used += char_width(text[index])
        if used > width:
            return ELLIPSIS + text[index + 1 :] if width > 0 else ""
    return text


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` cropped and padded with spaces to exactly `width` cells."""
    cropped = crop(text, width)
    padding = " " * (width - text_width(cropped))
    return padding + cropped if right else cropped + padding

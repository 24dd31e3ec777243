"""Line breaking for Chinese text in a terminal (禁则).

No line starts with a closing mark or a stop, none ends with an opening mark, dashes and ellipses that
come in pairs stay together, and Latin words and numbers are not cut. The rules are those of the W3C
note "Requirements for Chinese Text Layout", section on line breaking, without hanging punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from shanqu.text.width import char_width

_NO_START = frozenset("，。、！？；：）》」』】〕〉”’…—～·％℃°,.!?;:)]}%‰’”")
_NO_END = frozenset("“‘（《「『【〔〈([{￥$#＃")
_PAIRED = frozenset("—…─")
_MAX_BACK = 8


@lru_cache(maxsize=4096)
def _joins(left: str, right: str) -> bool:
    """Whether no line may end between the two characters."""
    if right in _NO_START or left in _NO_END:
        return True
    if left == right and left in _PAIRED:
        return True
    return _is_word(left) and _is_word(right)


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    return (char.isascii() and (char.isalnum() or char in "_-+/&@'.")) or "\u00c0" <= char <= "\u024f"


def wrap(text: str, width: int, *, first_indent: int = 0) -> Iterator[tuple[int, int]]:
    """Half-open spans of `text`, one for each line of at most `width` cells.

    `first_indent` cells are taken off the first line. The spans follow each other; blanks at a line's
    end belong to it and may hang over. A run that cannot be broken by the rules is cut at the width.
    """
    width = max(width, 2)
    start, used, room = 0, 0, max(width - first_indent, 2)
    for index, char in enumerate(text):
        cells = char_width(char)
        if used + cells > room and index > start and char != " ":
            cut = _break_before(text, start, index)
            yield start, cut
            start, room = cut, width
            used = sum(map(char_width, text[start:index]))
        used += cells
    if start < len(text):
        yield start, len(text)


def _break_before(text: str, start: int, index: int) -> int:
    """The last place in `(start, index]` where the line may end; `index` itself if there is none near."""
    cut = index
    floor = max(start, index - _MAX_BACK)
    word_floor = max(start, index - 40)
    while cut > floor or (cut > word_floor and _is_word(text[cut - 1]) and _is_word(text[cut])):
        if cut < len(text) and not _joins(text[cut - 1], text[cut]):
            return cut
        cut -= 1
        if cut <= start:
            return index
    return index

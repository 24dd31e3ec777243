"""Where sentences end in Chinese running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stop, further stops, and the closing quotes or brackets that belong to it. Both punctuation widths;
# the ASCII full stop is left out, because it is mostly a decimal point. A semicolon joins clauses
# that share place and period, so it ends nothing.
_END = re.compile(r"[。!?！？]+[”’」』》）)\"']*|\n+")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, in order, without the whitespace around them."""
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end

"""Traditional characters: copies of mainland pages are shown simplified, what is written so is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from shanqu.clean.data import load, once
from shanqu.model import Edit
from shanqu.text.simplified import TRADITIONAL, patterns, simplified

# What share of a text is in characters that only traditional text has before it counts as traditional.
_SHARE: Final = 0.04
_SAMPLE: Final = 4000
# Of a hundred characters that tell the two apart, so many simplified ones are more than a slip.
_MIXED: Final = 0.02
_MOST_WORDS: Final = 6
_HOST: Final = re.compile(r"\w+://([^/:?#\s]+)")


@dataclass(frozen=True, slots=True)
class _Signs:
    mainland: re.Pattern[str]
    elsewhere: re.Pattern[str]
    hosts: tuple[str, ...]
    author: re.Pattern[str]


@once
def _signs() -> _Signs:
    data = load("script.toml")
    return _Signs(
        mainland=re.compile("|".join(map(re.escape, data["mainland"]))),
        elsewhere=re.compile("|".join(map(re.escape, data["elsewhere"]))),
        hosts=tuple(data["hosts"]),
        author=re.compile(data["author"]),
    )


def is_traditional(text: str) -> bool:
    """Whether the text, a page's kept one, is written in traditional characters for a good part."""
    sample = text[:_SAMPLE]
    return len(patterns().traditional.findall(sample)) > _SHARE * len(sample)


def is_mirror(text: str, *, url: str | None, annotated: bool) -> bool:
    """Whether a text in traditional characters is the copy of a mainland one rather than written so.

    Told by readings in brackets, simplified characters that a converter left, mainland words and “”
    against the words, the quotation marks 「」 and the hosts of Hong Kong, Macau and Taiwan.
    """
    signs = _signs()
    sample = text[:_SAMPLE]
    alone = len(patterns().simplified.findall(sample))
    both = alone + len(patterns().traditional.findall(sample))
    here = len({found[0] for found in islice(signs.mainland.finditer(sample), 4 * _MOST_WORDS)})
    there = 2 * len(set(signs.elsewhere.findall(sample)))
    host = _HOST.match(url or "")
    corners, curls = sample.count("「"), sample.count("“")
    mainland = min(here, _MOST_WORDS) + 5 * annotated + 3 * (alone > _MIXED * both) + 2 * (curls > corners)
    elsewhere = there + 3 * (corners > curls) + 6 * bool(host and host[1].endswith(signs.hosts))
    return mainland >= 2 and mainland > elsewhere


def plain(text: str) -> str:
    """`text` in simplified characters, as a mainland page writes them; the length stays."""
    return _signs().author.sub("着", simplified(text))


def script_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """The edits that make the page span simplified: one for each run of changed characters."""
    piece = text[start:end]
    changed = plain(piece)
    at = 0
    while at < len(piece):
        if piece[at] == changed[at]:
            at += 1
            continue
        low = at
        while at < len(piece) and piece[at] != changed[at]:
            at += 1
        yield Edit(start + low, start + at, piece[low:at], changed[low:at], TRADITIONAL)

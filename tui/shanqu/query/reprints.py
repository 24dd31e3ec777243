"""The copies of an article: which of them to show, and what one has that another has not."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from shanqu.model import Article, Role
from shanqu.store import Reader, lookup
from shanqu.text.aligned import Aligned
from shanqu.text.diff import Piece, diff
from shanqu.text.paragraphs import original_title, paragraphs

Span = tuple[int, int]


class Changes(NamedTuple):
    """How another copy differs from a first one, in the pages' own characters: no edit of ours is applied.

    `paragraphs` are those of the other copy, the title first, with what it leaves out. `removed` are page spans of
    the first copy, `added` of the other one. `starts` are the page offsets at which the paragraphs begin in the
    other copy, `anchors` pairs of page offsets at which both say the same.
    """

    paragraphs: tuple[tuple[Piece, ...], ...]
    removed: tuple[Span, ...]
    added: tuple[Span, ...]
    starts: tuple[int, ...]
    anchors: tuple[tuple[int, int], ...]

    def there(self, offset: int) -> int:
        """The page offset in the other copy that corresponds to one in the first."""
        return _counterpart(self.anchors, offset)

    def back(self, offset: int) -> int:
        """The page offset in the first copy that corresponds to one in the other."""
        return _counterpart(sorted((other, first) for first, other in self.anchors), offset)


def copies(reader: Reader, article: int) -> list[int]:
    """The article and its reprints, the one to show first. Empty for an unknown id."""
    return lookup.ranked_copies(reader, article)


def folded(reader: Reader, ids: Sequence[int]) -> Sequence[int]:
    """Of these articles, in their order, those that no better copy among them stands for."""
    # First what may be broken off.
    groups = lookup.copies_among(reader, ids)
    listed = bytearray(max(ids, default=0) + 1)
    for id in ids:
        listed[id] = 1
    for group in groups:
        for worse in [id for id in group if id < len(listed) and listed[id]][1:]:
            listed[worse] = 0
    return array("q", compress(ids, map(listed.__getitem__, ids)))


def changes(first: Article, other: Article) -> Changes:
    """What the other copy changed of the first."""
    ours, theirs = _compared(first), _compared(other)
    found = diff(ours.text, theirs.text)
    removed, added, starts, anchors = [], [], [], []
    mine = its = 0
    for paragraph in found:
        starts.append(theirs.starts[min(its, len(theirs.starts) - 1)] if theirs.starts else 0)
        for piece in paragraph:
            here, there = mine, its
            mine += len(piece.text) if piece.kind != "added" else 0
            its += len(piece.text) if piece.kind != "removed" else 0
            if piece.kind == "removed":
                removed.append(ours.to_page(here, mine))
            elif piece.kind == "added":
                added.append(theirs.to_page(there, its))
            else:
                lines = _line_starts(piece.text)
                anchors += [(ours.starts[here + at], theirs.starts[there + at]) for at in lines]
    return Changes(found, tuple(removed), tuple(added), tuple(starts), tuple(sorted(anchors)))


def _compared(article: Article) -> Aligned:
    """Title and text of an article in the page's own characters, a paragraph a line."""
    parts: list[tuple[str, Sequence[int], Sequence[int]]] = []
    if title := original_title(article):
        at = next((block.start for block in article.blocks if block.role is Role.TITLE), 0)
        at = max(0, article.page.text.find(title, at))
        parts.append((title, range(at, at + len(title)), range(at + 1, at + len(title) + 1)))
    parts += [(one.text, one.aligned.starts, one.aligned.ends) for one in paragraphs(article, original=True)]
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for words, first, last in parts:
        text.append(words + "\n")
        starts += [*first, last[-1]]
        ends += [*last, last[-1]]
    return Aligned("".join(text), tuple(starts), tuple(ends))


def _line_starts(text: str) -> Iterable[int]:
    """Where the lines of a text begin, empty ones left out."""
    at = 0
    for line in text.split("\n"):
        if line:
            yield at
        at += len(line) + 1


def _counterpart(anchors: Sequence[tuple[int, int]], offset: int) -> int:
    number = bisect_right(anchors, (offset, 1 << 62)) - 1
    if number < 0:
        return anchors[0][1] if anchors else 0
    here, there = anchors[number]
    after = anchors[number + 1][1] - 1 if number + 1 < len(anchors) else 1 << 62
    return max(there, min(there + offset - here, after))

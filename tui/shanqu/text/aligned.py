"""Text that remembers where in the page each of its characters came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shanqu.model import Edit
from shanqu.text.simplified import TRADITIONAL
from shanqu.text.unseen import is_unseen


class Aligned(NamedTuple):
    """A text and, for each of its characters and its end, the page offset it stands for.

    `starts[i]` is the page offset where character `i` begins; `ends[i]` where it ends. Both are
    non-decreasing. A character made by an edit spans everything that the edit replaced, but where an edit
    keeps the length each character spans the one that it replaced.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def to_page(self, start: int, end: int) -> tuple[int, int]:
        """The page span behind the non-empty text span `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def from_page(self, start: int, end: int) -> tuple[int, int]:
        """The text span that shows the page span; empty where nothing of it is shown."""
        low = bisect_right(self.ends, start)
        high = bisect_left(self.starts, end)
        return low, max(low, high)


def align(page_text: str, start: int, end: int, edits: Iterable[Edit] = ()) -> Aligned:
    """The page span `[start, end)` with `edits` applied.

    `edits` are sorted by start and do not overlap; those outside the span are ignored. Of those that cross its border
    only simplified characters are applied, which stand one for one, as far as they are inside. Without edits the text is the page's own.
    """
    inside = [part for edit in edits if (part := _inside(edit, start, end))]
    if not inside:
        # Most texts have none: what can be counted out is not written down character by character.
        return Aligned(page_text[start:end], range(start, end), range(start + 1, end + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(low: int, high: int) -> None:
        pieces.append(page_text[low:high])
        starts.extend(range(low, high))
        ends.extend(range(low + 1, high + 1))

    at = start
    for edit in inside:
        if edit.start < at:
            continue
        copy(at, edit.start)
        pieces.append(edit.after)
        if len(edit.after) == edit.end - edit.start:
            starts.extend(range(edit.start, edit.end))
            ends.extend(range(edit.start + 1, edit.end + 1))
        else:
            starts.extend([edit.start] * len(edit.after))
            ends.extend([edit.end] * len(edit.after))
        at = edit.end
    copy(at, end)
    return Aligned("".join(pieces), tuple(starts), tuple(ends))


def _inside(edit: Edit, start: int, end: int) -> Edit | None:
    """What of the edit is to be applied to the span."""
    if start <= edit.start and edit.end <= end:
        return edit
    if edit.end <= start or end <= edit.start or edit.reason != TRADITIONAL:
        return None
    low, high = max(start, edit.start), min(end, edit.end)
    part = slice(low - edit.start, high - edit.start)
    return Edit(low, high, edit.before[part], edit.after[part], edit.reason)


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without whitespace and characters without width at its two ends; empty (at `start`) if nothing is left."""
    # Nearly always white space is all there is, which is told at once.
    piece = text[start:end]
    shown = piece.strip()
    if shown and not (is_unseen(shown[0]) or is_unseen(shown[-1])):
        start += len(piece) - len(piece.lstrip())
        return start, start + len(shown)
    while end > start and is_unseen(text[end - 1]):
        end -= 1
    while start < end and is_unseen(text[start]):
        start += 1
    return start, end

"""The marked places of a laid-out text, in order, and the one that the reader stands on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from shanqu.model import Edit
from shanqu.ui.marks import NO_MARKS, Hit, Marks, literal_spans
from shanqu.ui.reader_layout import Flow


class Hits:
    """What is marked in `flows`: every place where `sought` stands; without it, what `marks` mark."""

    def __init__(self, flows: Sequence[Flow] = (), marks: Marks = NO_MARKS, sought: str = "") -> None:
        self._flows = flows
        found: set[Hit] = set()
        for number, flow in enumerate(flows):
            if flow.aligned is not None and flow.text:
                spans = literal_spans(flow.text, sought) if sought else _marked(flow, marks)
                found.update(Hit(number, start, end) for start, end in spans if start < end)
        self._all = sorted(found)
        self._by_flow: dict[int, list[int]] = {}
        for index, hit in enumerate(self._all):
            self._by_flow.setdefault(hit.flow, []).append(index)
        self.now: int | None = None

    def __len__(self) -> int:
        return len(self._all)

    @property
    def current(self) -> Hit | None:
        """The hit that the reader stands on."""
        return None if self.now is None else self._all[self.now]

    def within(self, flow: int, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The hits that reach into the span of a flow, and whether the reader stands on it."""
        for index in self._by_flow.get(flow, ()):
            hit = self._all[index]
            if hit.start < end and hit.end > start:
                yield hit.start, hit.end, index == self.now

    def stand_on(self, index: int | None) -> None:
        """Stand on the hit of this number, where there is one."""
        self.now = index if index is not None and index < len(self._all) else None

    def go_to(self, flow: int, start: int) -> None:
        """Stand on the first hit from a place in a flow on; behind the last one, on the first."""
        if self._all:
            self.now = self._first_from(flow, start) % len(self._all)

    def go_to_page(self, offset: int) -> None:
        """Stand on the hit at an offset in the page, else on the first behind it; on none behind the last one."""
        for index, hit in enumerate(self._all):
            aligned = self._flows[hit.flow].aligned
            if aligned is not None and aligned.ends[hit.end - 1] > offset:
                self.now = index
                return
        self.now = None

    def step(self, direction: int, flow: int, start: int) -> None:
        """The next (1) or the previous (-1) hit, around the ends; the first time, as seen from a place in a flow."""
        if not self._all:
            return
        if self.now is None:
            following = self._first_from(flow, start) - (direction < 0)
        else:
            following = self.now + direction
        self.now = following % len(self._all)

    def _first_from(self, flow: int, start: int) -> int:
        return bisect_left(self._all, Hit(flow, start, 0))


def _marked(flow: Flow, marks: Marks) -> list[tuple[int, int]]:
    aligned = flow.aligned
    found = list(marks.words(flow.text)) if marks.words else []
    if aligned is None or not aligned.starts:
        return found
    low, high = aligned.starts[0], aligned.ends[-1]
    for start, end in marks.spans[bisect_left(marks.spans, (low, low)) :]:
        if start >= high:
            break
        found.append(aligned.from_page(start, end))
    return found


def edited(flows: Sequence[Flow], edits: Sequence[Edit]) -> dict[int, list[tuple[int, int]]]:
    """The spans of each flow's text that edits made, by the flow's number."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, flow in enumerate(flows):
        if flow.aligned is None or not flow.aligned.starts:
            continue
        low, high = flow.aligned.starts[0], flow.aligned.ends[-1]
        for edit in edits:
            if low <= edit.start and edit.end <= high:
                found.setdefault(number, []).append(flow.aligned.from_page(edit.start, edit.end))
    return found

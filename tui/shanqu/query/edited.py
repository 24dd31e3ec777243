"""What pages print, as it is shown: with the edits that undo what reposters and scrapers did to it."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.model import Edit
from shanqu.query.matrix_shapes import Ref
from shanqu.store import Reader
from shanqu.store.heads import edits_of
from shanqu.text.aligned import align


class Edited:
    """The edits of some articles."""

    def __init__(self, reader: Reader, articles: Iterable[int]) -> None:
        self._edits = edits_of(reader, articles)

    def shown(self, text: str, ref: Ref) -> str:
        """`text`, which the page prints at `ref`, after edits."""
        near = [
            Edit(one.start - ref.start, one.end - ref.start, one.before, one.after, one.reason)
            for one in self._edits.get(ref.article, ())
            if ref.start < one.end and one.start < ref.end
        ]
        return align(text, 0, len(text), near).text if near else text

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
        near = (
            _cut(one, ref)
            for one in self._edits.get(ref.article, ())
            if one.start < ref.end and ref.start < one.end
        )
        inside = [
            Edit(one.start - ref.start, one.end - ref.start, one.before, one.after, one.reason)
            for one in near
            if ref.start <= one.start and one.end <= ref.end
        ]
        return align(text, 0, len(text), inside).text if inside else text


def _cut(edit: Edit, ref: Ref) -> Edit:
    """The part of an edit inside, if it goes character by character: one edit may change a name and its neighbours."""
    if len(edit.before) != len(edit.after):
        return edit
    first, last = max(0, ref.start - edit.start), min(edit.end, ref.end) - edit.start
    return Edit(
        edit.start + first, edit.start + last, edit.before[first:last], edit.after[first:last], edit.reason
    )

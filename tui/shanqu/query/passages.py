"""Sentences by where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import overload

from shanqu.model import Edit
from shanqu.query.highlight import merged
from shanqu.query.matrix_shapes import Ref
from shanqu.query.shapes import Evidence
from shanqu.store import Reader
from shanqu.store.heads import Head, heads
from shanqu.text.aligned import Aligned, align

_NO_MORE: Mapping[Ref, Sequence[Ref]] = MappingProxyType({})


def passages(
    reader: Reader, refs: Iterable[Ref], more: Mapping[Ref, Sequence[Ref]] = _NO_MORE
) -> list[Evidence]:
    """The sentences that these lead to, in their order; those of articles that are gone are left out."""
    wanted = list(refs)
    found = heads(reader, (ref.article for ref in wanted))
    return [passage(found[ref.article], ref, *more.get(ref, ())) for ref in wanted if ref.article in found]


class Passages(Sequence[Evidence]):
    """The sentences that `refs` lead to, read when they are asked for: a list shows few of many at a time.

    Where an article has gone since, a slice is shorter by its sentences.
    """

    def __init__(
        self, reader: Reader, refs: Iterable[Ref], more: Mapping[Ref, Sequence[Ref]] | None = None
    ) -> None:
        """`more` are further places to mark in the sentence of a ref."""
        self.refs = tuple(refs)
        self._reader = reader
        self._more = more or _NO_MORE

    def among(self, refs: Iterable[Ref]) -> Passages:
        """Those of these sentences that `refs` lead to."""
        return Passages(self._reader, refs, self._more)

    def __len__(self) -> int:
        return len(self.refs)

    @overload
    def __getitem__(self, at: int) -> Evidence: ...

    @overload
    def __getitem__(self, at: slice) -> list[Evidence]: ...

    def __getitem__(self, at: int | slice) -> Evidence | list[Evidence]:
        if isinstance(at, slice):
            return passages(self._reader, self.refs[at], self._more)
        return passages(self._reader, [self.refs[at]], self._more)[0]

    def __iter__(self) -> Iterator[Evidence]:
        return iter(self[:])


def sentences(reader: Reader, refs: Iterable[Ref]) -> Passages:
    """Each sentence that these lead to once, in the order of the first places in them, with all of these marked."""
    places: dict[tuple[int, int, int], list[Ref]] = {}
    for ref in refs:
        places.setdefault((ref.article, ref.sentence, ref.sentence_end), []).append(ref)
    first = {found[0]: found[1:] for found in places.values()}
    return Passages(reader, first, first)


def passage(head: Head, ref: Ref, *more: Ref) -> Evidence:
    """The sentence that `ref` leads to, with its words and those of `more` (in the same sentence) as hits."""
    aligned = align(head.page, ref.sentence, ref.sentence_end, head.edits)
    shown = [aligned.from_page(one.start, one.end) for one in (ref, *more)]
    return Evidence(
        article=head.id,
        title=head.title,
        site=head.site,
        published=head.published,
        meaning=head.meaning,
        text=aligned.text,
        hits=tuple(merged(span for span in shown if span[0] < span[1])),
        start=ref.sentence,
        end=ref.sentence_end,
        at=ref.start,
        edits=edited_spans(aligned, head.edits, (ref.sentence, ref.sentence_end)),
    )


def edited_spans(
    aligned: Aligned, edits: Iterable[Edit], span: tuple[int, int]
) -> tuple[tuple[int, int, str], ...]:
    """Where in the text of a page span edits were made, and what the page prints there."""
    return tuple(
        (*aligned.from_page(edit.start, edit.end), edit.before)
        for edit in edits
        if span[0] <= edit.start and edit.end <= span[1]
    )


def printed(head: Head, ref: Ref) -> str:
    """The words that `ref` leads to as they are shown, after edits."""
    aligned = align(head.page, ref.start, ref.end, head.edits)
    return aligned.text

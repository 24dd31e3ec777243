"""Sentences by where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.model import Edit
from shanqu.query.highlight import merged
from shanqu.query.matrix_shapes import Ref
from shanqu.query.shapes import Evidence
from shanqu.store import Reader
from shanqu.store.heads import Head, heads
from shanqu.text.aligned import Aligned, align


def passages(reader: Reader, refs: Iterable[Ref]) -> list[Evidence]:
    """The sentences that these lead to, in their order; those of articles that are gone are left out."""
    wanted = list(refs)
    found = heads(reader, (ref.article for ref in wanted))
    return [passage(found[ref.article], ref) for ref in wanted if ref.article in found]


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

"""Sentences as evidence: what a page says, with the place to open it at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from shanqu.model import Role
from shanqu.query.highlight import merged, occurrences
from shanqu.query.matrix_shapes import Ref
from shanqu.query.passages import Passages, edited_spans
from shanqu.query.shapes import Evidence
from shanqu.store import Reader
from shanqu.store.reader import Source
from shanqu.text.aligned import Aligned, align, strip_span
from shanqu.text.paragraphs import paragraphs
from shanqu.text.sentences import sentence_spans

Span = tuple[int, int]


def evidence(source: Source, sentence: Span, marks: Iterable[Span]) -> Evidence:
    """The sentence at a page span, with `marks` (page spans) shown as its hits."""
    page = source.article.page.text
    aligned = align(page, *sentence, source.article.edits)
    spans = sorted(marks)
    shown = [aligned.from_page(start, end) for start, end in spans]
    return Evidence(
        article=source.id,
        title=source.title,
        site=source.site,
        published=source.published,
        meaning=source.article.published.meaning if source.article.published else None,
        text=aligned.text,
        hits=tuple(merged(span for span in shown if span[0] < span[1])),
        start=sentence[0],
        end=sentence[1],
        at=spans[0][0] if spans else sentence[0],
        edits=edited_spans(aligned, source.article.edits, sentence),
    )


def of_mentions(reader: Reader, named: Iterable[tuple[int, int, int, int, int]]) -> Passages:
    """One evidence for each sentence that holds some of the mentions, which are sorted (`findings.places_named`)."""
    first: dict[Ref, list[Ref]] = {}
    more: list[Ref] = []
    last = None
    for place in named:
        if place[:2] == last:
            more.append(Ref(*place))
        else:
            last, more = place[:2], []
            first[Ref(*place)] = more
    return Passages(reader, first, first)


def of_literal(source: Source, term: str) -> Iterator[Evidence]:
    """The sentences of title and text that hold `term` (folded)."""
    for aligned in _texts(source):
        hits = occurrences(aligned.text, [term])
        if not hits:
            continue
        sentences = list(sentence_spans(aligned.text))
        around = [(_around(sentences, hit), hit) for hit in hits]
        for sentence, group in groupby(around, lambda pair: pair[0]):
            marks = [aligned.to_page(*hit) for _, hit in group]
            yield evidence(source, aligned.to_page(*sentence), marks)


def _around(sentences: Sequence[Span], hit: Span) -> Span:
    """The sentences that a hit touches, from the first to the last; the hit where it touches none."""
    touched = [span for span in sentences if span[0] < hit[1] and hit[0] < span[1]]
    return (min(touched[0][0], hit[0]), max(touched[-1][1], hit[1])) if touched else hit


def _texts(source: Source) -> Iterator[Aligned]:
    article = source.article
    for block in article.blocks:
        if block.role is Role.TITLE:
            start, end = strip_span(article.page.text, block.start, block.end)
            if start < end:
                yield align(article.page.text, start, end, article.edits)
    for paragraph in paragraphs(article):
        yield paragraph.aligned

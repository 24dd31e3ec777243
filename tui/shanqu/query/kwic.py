"""Keyword in context: hits one under the other, with the text left and right of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from shanqu.query.corrected import Corrected
from shanqu.query.highlight import occurrences
from shanqu.query.matrix_shapes import Ref
from shanqu.query.picture_shapes import KwicLine, KwicSort
from shanqu.query.repeated import alike
from shanqu.store import Reader, counting, finding, findings, lookup
from shanqu.store.conditions import holding
from shanqu.store.reading import Reading, readings
from shanqu.text.aligned import Aligned
from shanqu.text.fold import fold
from shanqu.text.gate import safe
from shanqu.text.sentences import sentence_spans
from shanqu.text.width import char_width, fit

_FIRST, _BATCH = 16, 100


def of_term(reader: Reader, term: str, cells: int, *, once: bool) -> Iterator[KwicLine]:
    """Every occurrence of the term, taken literally (folded), in the texts; the latest articles first.

    With `once`, what copies of a text say in the same sentence stands where the best of them has it.
    """
    folded = fold(term)
    if folded.strip():
        ids = tuple(finding.every(reader, holding(folded)))
        lines_of = partial(_lines_of_term, reader, term=folded, cells=cells)
        yield from _once(reader, ids, lines_of) if once else lines_of(ids)


def of_entity(
    reader: Reader, entity: int, cells: int, corrected: Corrected, *, once: bool
) -> Iterator[KwicLine]:
    """Every mention of the entity in the texts, in the same order, and with `once` as above."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for article, start, end in findings.spans(reader, corrected.all([entity])):
        spans.setdefault(article, []).append((start, end))
    ids = reader.ids(spans)
    lines_of = partial(_lines_of_spans, reader, spans=spans, cells=cells)
    yield from _once(reader, ids, lines_of) if once else lines_of(ids)


def _once(
    reader: Reader, ids: tuple[int, ...], lines_of: Callable[[tuple[int, ...]], Iterator[KwicLine]]
) -> Iterator[KwicLine]:
    """The lines of the articles; those of copies follow the first of them that comes, the best one's first."""
    held = set(ids)
    group_of = {id: group for group in lookup.copies_among(reader, ids) for id in group}
    in_turn = (id for one in ids for id in group_of.get(one, (one,)) if id in held)
    lines = lines_of(tuple(dict.fromkeys(in_turn)))
    for _, said in groupby(lines, lambda line: group_of.get(line.article, (line.article,))):
        yield from _said_once(reader, list(said))


def _said_once(reader: Reader, lines: list[KwicLine]) -> Iterator[KwicLine]:
    """The lines of articles that are copies of each other, what they repeat as the first of them has it."""
    if all(line.article == lines[0].article for line in lines):
        yield from lines
        return
    copies = {first: len(others) for first, *others in alike(reader, [line.ref for line in lines])}
    yield from (line._replace(copies=copies[line.ref]) for line in lines if line.ref in copies)


def number_of_term(reader: Reader, term: str, most: int) -> int:
    """How many lines `of_term` has; `most` where there are more."""
    folded = fold(term)
    found = counting.times(reader, finding.every(reader, holding(folded)), folded) if folded.strip() else ()
    return _total(found, most)


def number_of_entity(reader: Reader, entity: int, most: int, corrected: Corrected) -> int:
    """How many lines `of_entity` has; `most` where there are more."""
    return _total(counting.kept_mentions(reader, corrected.all([entity])), most)


def _total(numbers: Iterable[int], most: int) -> int:
    total = 0
    for number in numbers:
        total += number
        if total >= most:
            return most
    return total


def in_order(lines: Iterable[KwicLine], sort: KwicSort) -> list[KwicLine]:
    """Lines as they came (`article`), or by what stands left or right of the hit."""
    if sort == "left":
        return sorted(lines, key=lambda line: line.left[::-1].strip())
    if sort == "right":
        return sorted(lines, key=lambda line: line.right.strip())
    return list(lines)


def texts_with(reader: Reader, ids: tuple[int, ...]) -> Iterator[Reading]:
    """The articles in the order given, few at first, then more at a time."""
    at, batch = 0, _FIRST
    while at < len(ids):
        found = {one.id: one for one in readings(reader, ids[at : at + batch])}
        yield from (found[id] for id in ids[at : at + batch] if id in found)
        at, batch = at + batch, _BATCH


def _lines_of_term(reader: Reader, ids: tuple[int, ...], term: str, cells: int) -> Iterator[KwicLine]:
    for reading in texts_with(reader, ids):
        for paragraph in reading.paragraphs:
            yield from _lines(reading, paragraph, occurrences(paragraph.text, [term]), cells)


def _lines_of_spans(
    reader: Reader, ids: tuple[int, ...], spans: dict[int, list[tuple[int, int]]], cells: int
) -> Iterator[KwicLine]:
    for reading in texts_with(reader, ids):
        for paragraph in reading.paragraphs:
            first, last = paragraph.starts[0], paragraph.ends[-1]
            inside = [
                paragraph.from_page(start, end)
                for start, end in spans[reading.id]
                if first <= start and end <= last
            ]
            yield from _lines(reading, paragraph, inside, cells)


def _lines(
    reading: Reading, paragraph: Aligned, hits: Sequence[tuple[int, int]], cells: int
) -> Iterator[KwicLine]:
    """The hits in a paragraph."""
    if not hits:
        return
    text = paragraph.text
    sentences = list(sentence_spans(text))
    # As much text on either side as `cells` can take, even where it holds marks without a width.
    reach = 3 * cells + 8
    for start, end in hits:
        at = bisect_right(sentences, start, key=itemgetter(0)) - 1
        inside = at >= 0 and start < sentences[at][1]
        sentence = sentences[at] if inside else (start, end)
        around = paragraph.to_page(sentence[0], max(sentence[1], end))
        yield KwicLine(
            article=reading.id,
            title=reading.title,
            site=reading.site,
            published=reading.published,
            left=ending(safe(text[max(0, start - reach) : start]), cells),
            hit=safe(text[start:end]),
            right=fit(_beginning(safe(text[end : end + reach]), cells), cells),
            ref=Ref(reading.id, *around, *paragraph.to_page(start, end)),
        )


def ending(text: str, cells: int) -> str:
    """The end of a text in exactly so many cells, padded on the left."""
    used, at = 0, len(text)
    while at and used + char_width(text[at - 1]) <= cells:
        at -= 1
        used += char_width(text[at])
    return " " * (cells - used) + text[at:]


def _beginning(text: str, cells: int) -> str:
    used = 0
    for at, char in enumerate(text):
        used += char_width(char)
        if used > cells:
            return text[:at]
    return text

"""Keyword in context: hits one under the other, with the text left and right of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from shanqu.query.corrected import Corrected
from shanqu.query.highlight import occurrences
from shanqu.query.matrix_shapes import Ref
from shanqu.query.picture_shapes import KwicLine, KwicSort
from shanqu.store import Reader, finding, findings
from shanqu.store.conditions import holding
from shanqu.store.reading import Reading, readings
from shanqu.text.aligned import Aligned
from shanqu.text.fold import fold
from shanqu.text.gate import safe
from shanqu.text.sentences import sentence_spans
from shanqu.text.width import char_width, fit

_BATCH = 100


def of_term(reader: Reader, term: str, cells: int, sort: KwicSort, limit: int | None) -> list[KwicLine]:
    """Every occurrence of the term, taken literally (folded), in the texts; the latest articles first."""
    folded = fold(term)
    if not folded.strip():
        return []
    ids = tuple(finding.every(reader, holding(folded)))
    return _sorted(islice(_lines_of_term(reader, ids, folded, cells), limit), sort)


def of_entity(
    reader: Reader, entity: int, cells: int, sort: KwicSort, limit: int | None, corrected: Corrected
) -> list[KwicLine]:
    """Every mention of the entity in the texts; the latest articles first."""
    ids = corrected.all([entity])
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in findings.mentions(reader, ids):
        spans.setdefault(one.article, []).append((one.start, one.end))
    return _sorted(islice(_lines_of_spans(reader, reader.ids(spans), spans, cells), limit), sort)


def texts_with(reader: Reader, ids: tuple[int, ...]) -> Iterator[Reading]:
    """The articles in the order given, some at a time."""
    for at in range(0, len(ids), _BATCH):
        found = {one.id: one for one in readings(reader, ids[at : at + _BATCH])}
        yield from (found[id] for id in ids[at : at + _BATCH] if id in found)


def _lines_of_term(reader: Reader, ids: tuple[int, ...], term: str, cells: int) -> Iterator[KwicLine]:
    for reading in texts_with(reader, ids):
        for paragraph in reading.paragraphs:
            for span in occurrences(paragraph.text, [term]):
                yield _line(reading, paragraph, span, cells)


def _lines_of_spans(
    reader: Reader, ids: tuple[int, ...], spans: dict[int, list[tuple[int, int]]], cells: int
) -> Iterator[KwicLine]:
    for reading in texts_with(reader, ids):
        for paragraph in reading.paragraphs:
            first, last = paragraph.starts[0], paragraph.ends[-1]
            for start, end in spans[reading.id]:
                if first <= start and end <= last:
                    yield _line(reading, paragraph, paragraph.from_page(start, end), cells)


def _line(reading: Reading, paragraph: Aligned, span: tuple[int, int], cells: int) -> KwicLine:
    text = paragraph.text
    sentence = next((one for one in sentence_spans(text) if one[0] <= span[0] < one[1]), (span[0], span[1]))
    around = paragraph.to_page(sentence[0], max(sentence[1], span[1]))
    return KwicLine(
        article=reading.id,
        title=reading.title,
        site=reading.site,
        published=reading.published,
        left=ending(safe(text[: span[0]]), cells),
        hit=safe(text[slice(*span)]),
        right=fit(_beginning(safe(text[span[1] :]), cells), cells),
        ref=Ref(reading.id, *around, *paragraph.to_page(*span)),
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


def _sorted(lines: Iterator[KwicLine], sort: KwicSort) -> list[KwicLine]:
    if sort == "left":
        return sorted(lines, key=lambda line: line.left[::-1].strip())
    if sort == "right":
        return sorted(lines, key=lambda line: line.right.strip())
    return list(lines)

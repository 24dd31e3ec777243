"""Names near a term: places, companies, industries ... that stand beside it more often than chance has it."""

from __future__ import annotations

from collections.abc import Callable
from math import log2

from shanqu.query.corrected import Corrected
from shanqu.query.highlight import occurrences
from shanqu.query.kwic import texts_with
from shanqu.query.picture_shapes import Collocate, Collocates
from shanqu.store import Reader, finding, findings, lookup
from shanqu.store.conditions import holding
from shanqu.store.counting import names_near
from shanqu.store.findings import Entity
from shanqu.text.fold import fold

# The measure of Rychlý (2008): 14 where the two never occur without each other, one less for half as often.
MEASURE = "logDice"
_LEAST = 2
_ARTICLES = 400
# Of an entity that they name again and again about so many places are enough; of so many articles they are read together.
_PLACES, _TOGETHER = 1500, 50


def collocates(reader: Reader, term: str, span: int, limit: int, corrected: Corrected) -> Collocates:
    """The names within `span` characters of the term, by logDice over its occurrences in the latest articles."""
    folded = fold(term)
    spans = _spans(reader, folded) if folded.strip() else []
    words = _words(reader, spans, span, corrected, lambda one: fold(one.canonical) == folded)
    return Collocates(term, MEASURE, span, len(spans), words[:limit])


def collocates_of(
    reader: Reader, entity: int, name: str, span: int, limit: int, corrected: Corrected
) -> Collocates:
    """The names within `span` characters of where the latest articles name the entity, by the same measure."""
    ids = corrected.all([entity])
    spans: list[tuple[int, int, int]] = []
    latest = lookup.naming(reader, ids)[:_ARTICLES]
    for at in range(0, len(latest), _TOGETHER):
        if len(spans) < _PLACES:
            named = findings.places_named(reader, ids, latest[at : at + _TOGETHER])
            spans += [(article, start, end) for article, *_, start, end in named]
    words = _words(reader, spans, span, corrected, lambda one: one.id in ids)
    return Collocates(name, MEASURE, span, len(spans), words[:limit])


def _words(
    reader: Reader,
    spans: list[tuple[int, int, int]],
    span: int,
    corrected: Corrected,
    is_itself: Callable[[Entity], bool],
) -> tuple[Collocate, ...]:
    """What is named near these places, the closest first, without what they name themselves."""
    together: dict[int, int] = {}
    for entity, count in names_near(reader, spans, span):
        if entity not in corrected.hidden:
            together[corrected.one(entity)] = together.get(corrected.one(entity), 0) + count
    known = lookup.by_id(reader, together)
    words = [
        Collocate(
            text=corrected.name(entity, known[entity].canonical),
            score=round(14 + log2(2 * count / (len(spans) + max(known[entity].mentions, count))), 2),
            together=count,
            total=known[entity].mentions,
        )
        for entity, count in together.items()
        if count >= _LEAST and not is_itself(known[entity])
    ]
    return tuple(sorted(words, key=lambda word: (-word.score, -word.together, word.text)))


def _spans(reader: Reader, term: str) -> list[tuple[int, int, int]]:
    ids = tuple(finding.every(reader, holding(term))[:_ARTICLES])
    return [
        (reading.id, *paragraph.to_page(*hit))
        for reading in texts_with(reader, ids)
        for paragraph in reading.paragraphs
        for hit in occurrences(paragraph.text, [term])
    ]

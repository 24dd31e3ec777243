"""Reading side: the sentences that name an entity, with their text."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.store.reader import Reader, numbers


class Spoken(NamedTuple):
    """A sentence as the page prints it, and where in the page it first names the entity."""

    article: int
    group: int
    sentence: int
    sentence_end: int
    start: int
    end: int
    text: str


def spoken(reader: Reader, entities: Collection[int]) -> list[Spoken]:
    """The sentences that name any of these entities, the latest articles first."""
    # A profile asks several times for those of one entity. Only the last ones are kept: they may be many.
    held: dict[frozenset[int], list[Spoken]] = reader.remembered("spoken", dict)
    key = frozenset(entities)
    if key not in held:
        found = _spoken(reader, entities)
        held.clear()
        held[key] = found
    return held[key]


def _spoken(reader: Reader, entities: Collection[int]) -> list[Spoken]:
    given = (numbers(entities),)
    # Each page is read once: to cut its sentences out in SQL would read it again for every one of them.
    pages = {
        row[0]: row[1:]
        for row in reader.all(
            "SELECT DISTINCT article.id, reprints, page FROM naming JOIN article ON article.id = naming.article"
            " JOIN content ON content.article = naming.article"
            " WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY published DESC, article.id",
            given,
        )
    }
    rows = reader.all(
        "SELECT article, sentence, sentence_end, start, end FROM mention"
        " WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY article, start DESC",
        given,
    )
    found: dict[int, dict[int, Spoken]] = {}
    for article, sentence, sentence_end, start, end in rows:
        group, page = pages[article]
        text = page[sentence:sentence_end]
        found.setdefault(article, {})[sentence] = Spoken(
            article, group, sentence, sentence_end, start, end, text
        )
    return [found[article][at] for article in pages if article in found for at in sorted(found[article])]

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


def spoken(
    reader: Reader, entities: Collection[int], articles: Collection[int] | None = None
) -> list[Spoken]:
    """The sentences that name any of these entities, the latest articles first."""
    among = "" if articles is None else "AND article.id IN (SELECT value FROM json_each(:articles))"
    rows = reader.all(
        "SELECT article.id, reprints, sentence, sentence_end, min(start), end,"
        " substr(page, sentence + 1, sentence_end - sentence)"
        " FROM mention JOIN article ON article.id = mention.article"
        " JOIN content ON content.article = mention.article"
        f" WHERE entity IN (SELECT value FROM json_each(:entities)) {among}"
        " GROUP BY article.id, sentence ORDER BY published DESC, article.id, sentence",
        {"entities": numbers(entities), "articles": numbers(articles or ())},
    )
    return [Spoken(*row) for row in rows]

"""Reading side: how often a literal occurs, or an entity is named, article by article."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any

from shanqu.model import KEPT_ROLES
from shanqu.store.reader import Reader, numbers
from shanqu.text.fold import fold

_YEAR = "CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END"


def year_and_places(reader: Reader, ids: Collection[int], folded: str) -> list[tuple[str, str, int]]:
    """For each of these articles its year ('': unknown), the code of the county it names most often, and

    how often its text holds the folded literal.
    """
    main = _main_places(reader)
    body, number = _counter(folded)
    rows = reader.each(
        f"SELECT article.id, {_YEAR}, {body}"
        " FROM article JOIN text ON text.article = article.id"
        " WHERE article.id IN (SELECT value FROM json_each(?))",
        (numbers(ids),),
    )
    return [(year, main.get(id, ""), number(text)) for id, year, text in rows]


def times(reader: Reader, ids: Collection[int], folded: str) -> Iterator[int]:
    """How often the text of each of these articles holds the folded literal, in any order."""
    body, number = _counter(folded)
    for (text,) in reader.each(
        f"SELECT {body} FROM text WHERE article IN (SELECT value FROM json_each(?))", (numbers(ids),)
    ):
        yield number(text)


def _counter(folded: str) -> tuple[str, Callable[[Any], int]]:
    """In which form a text is asked for, and what counts the literal in that."""
    # Most Chinese is what it is folded to. Of its bytes no characters need be made, which takes longer than to count.
    if all("\u4e00" <= char <= "\u9fff" and char != "最" for char in folded):
        wanted = folded.encode()
        return "CAST(body AS BLOB)", lambda body: body.count(wanted)
    return "body", lambda body: fold(body).count(folded)


def kept_mentions(reader: Reader, entities: Collection[int]) -> Iterator[int]:
    """How often the texts of articles name these entities, article by article: headlines and the like are no text."""
    kept = {role.value for role in KEPT_ROLES}
    for blocks, starts in reader.each(
        "SELECT json_extract(record, '$.blocks'), starts FROM"
        " (SELECT article, group_concat(start) AS starts FROM mention"
        "  WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY article) JOIN content USING (article)",
        (numbers(entities),),
    ):
        spans = [(start, end) for start, end, role, *_ in json.loads(blocks) if role in kept]
        at = list(map(int, starts.split(",")))
        yield sum(start <= one < end for one in at for start, end in spans)


def year_and_places_naming(reader: Reader, entities: Collection[int]) -> list[tuple[str, str, int]]:
    """For each article that names these entities its year, the code of the county it names most often, and how often

    it names them, in headlines and captions, too.
    """
    main = _main_places(reader)
    rows = reader.each(
        f"SELECT id, {_YEAR}, sum(mentions) FROM naming JOIN article ON id = naming.article"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY id",
        (numbers(entities),),
    )
    return [(year, main.get(id, ""), often) for id, year, often in rows]


def _main_places(reader: Reader) -> dict[int, str]:
    """The code of the county that each article names most often."""
    # Of all articles: to look each of them up takes longer even where they are few.
    rows = reader.all(
        "SELECT naming.article, code FROM entity CROSS JOIN naming ON entity = entity.id"
        " WHERE kind = 'place' AND code <> '' AND length(code) = 6"
        " ORDER BY naming.mentions, code DESC"
    )
    return dict(rows)


def names_near(reader: Reader, spans: list[tuple[int, int, int]], span: int) -> list[tuple[int, int]]:
    """The entities that are named within `span` characters of these places (article, start, end) on their pages,

    each once for a place, and how often in all.
    """
    return reader.all(
        "WITH span AS MATERIALIZED (SELECT key, json_extract(value, '$[0]') AS article, json_extract(value, '$[1]') AS low,"
        "  json_extract(value, '$[2]') AS high FROM json_each(:spans))"
        " SELECT entity, count(DISTINCT key) FROM span CROSS JOIN mention ON mention.article = span.article"
        " AND sentence <= high AND start < high + :span AND end > low - :span AND NOT (start < high AND end > low)"
        " GROUP BY entity",
        {"spans": json.dumps(spans), "span": span},
    )

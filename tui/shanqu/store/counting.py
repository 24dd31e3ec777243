"""Reading side: how often a literal occurs, article by article."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.store.reader import Reader, numbers
from shanqu.text.fold import fold


def year_and_places(reader: Reader, ids: Collection[int], folded: str) -> list[tuple[str, str, int]]:
    """For each of these articles its year ('': unknown), the code of the county it names most often, and

    how often its text holds the folded literal.
    """
    main = _main_places(reader)
    rows = reader.all(
        "SELECT article.id, CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END,"
        " body"
        " FROM article JOIN text ON text.article = article.id"
        " WHERE article.id IN (SELECT value FROM json_each(?))",
        (numbers(ids),),
    )
    # Most Chinese is what it is folded to.
    plain = all("\u4e00" <= char <= "\u9fff" and char != "最" for char in folded)
    return [
        (year, main.get(id, ""), (body if plain else fold(body)).count(folded)) for id, year, body in rows
    ]


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
    import json

    return reader.all(
        "SELECT entity, count(DISTINCT json_extract(value, '$')) FROM json_each(:spans)"
        " CROSS JOIN mention ON article = json_extract(value, '$[0]')"
        " AND sentence <= json_extract(value, '$[2]') AND start < json_extract(value, '$[2]') + :span"
        " AND end > json_extract(value, '$[1]') - :span"
        " AND NOT (start < json_extract(value, '$[2]') AND end > json_extract(value, '$[1]'))"
        " GROUP BY entity",
        {"spans": json.dumps(spans), "span": span},
    )

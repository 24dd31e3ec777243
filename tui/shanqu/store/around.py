"""Reading side: how often things are named."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.store.leading import strings
from shanqu.store.reader import Reader, numbers


def frequent(reader: Reader, kinds: Collection[str], most: int) -> list[int]:
    """The entities (of these kinds) that most articles name."""
    where = "WHERE kind IN (SELECT value FROM json_each(:kinds))" if kinds else ""
    rows = reader.all(
        f"SELECT id FROM entity {where} ORDER BY named_articles DESC LIMIT :most",
        {"kinds": strings(kinds), "most": most},
    )
    return [row[0] for row in rows]


def industries_by_county(reader: Reader) -> list[tuple[str, int, int]]:
    """Code, industry, and how many articles name both in one sentence."""
    return reader.all(
        "SELECT code, other, sum(articles) FROM entity CROSS JOIN met_total near ON near.entity = id"
        " WHERE entity.kind = 'place' AND length(code) = 6 AND near.kind = 'industry' GROUP BY code, other"
    )


def by_year(reader: Reader, ids: Collection[int]) -> dict[str, int]:
    """In how many independent texts of each year these entities are named; '' where the year is unknown."""
    rows = reader.all(
        "SELECT CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END AS year,"
        " count(DISTINCT reprints) FROM naming JOIN article ON id = article"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY year",
        (numbers(ids),),
    )
    return dict(rows)

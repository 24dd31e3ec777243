"""Reading side: what is named in one sentence with a place or park."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from shanqu.store.findings import Named
from shanqu.store.reader import Reader, numbers


class Near(NamedTuple):
    """An entity that a place is said to have, with the articles that say so."""

    entity: int
    articles: tuple[int, ...]


class Place(NamedTuple):
    """A place to look around: its entities, its administrative code, and the name that names of its own begin with."""

    ids: Collection[int]
    code: str = ""
    short: str = ""


_NOT_SEEN = (
    " AND NOT EXISTS (SELECT 1 FROM beside WHERE place IN (SELECT value FROM json_each(:ids))"
    " AND beside.kind = :kind AND beside.article = naming.article AND other = entity)"
)
_OWN = (
    " UNION ALL SELECT entity, article FROM entity JOIN naming ON entity = id WHERE kind = :kind"
    f" AND code = '' AND canonical >= :short AND canonical < :short || char(1114111) AND :short <> '' {_NOT_SEEN}"
    # The plus keeps the index of codes in use.
    " UNION ALL SELECT entity, article FROM entity JOIN naming ON entity = id"
    f" WHERE code <> '' AND code = :code AND +kind = :kind {_NOT_SEEN}"
)


def near(
    reader: Reader,
    place: Place,
    kind: str,
    *,
    into: Mapping[int, int],
    hidden: Collection[int],
    most: int | None,
) -> list[Near]:
    """The entities of a kind that sentences name together with a place, that bear its code or begin with its name;

    those first that most articles give it, `most` of them. What bears the code of another place is of that
    place. `into` tells which entities stand for others, `hidden` which are left out.
    """
    one = "coalesce((SELECT value FROM json_each(:into) WHERE key = other), other)" if into else "other"
    coded = " JOIN entity ON id = other AND code IN ('', :code)" if kind == "park" and place.code else ""
    rows = reader.all(
        f"SELECT {one} AS one, group_concat(article) FROM"
        f" (SELECT other, article FROM beside{coded}"
        "  WHERE place IN (SELECT value FROM json_each(:ids)) AND beside.kind = :kind"
        f" {_OWN if place.code else ''})"
        " WHERE other NOT IN (SELECT value FROM json_each(:ids))"
        + (" AND other NOT IN (SELECT value FROM json_each(:hidden))" if hidden else "")
        + " GROUP BY one ORDER BY count(*) DESC, one"
        + ("" if most is None else f" LIMIT {most}"),
        {
            "ids": numbers(place.ids),
            "kind": kind,
            "code": place.code,
            "short": place.short,
            "hidden": numbers(hidden),
            "into": json.dumps(dict(into)),
        },
    )
    return [Near(row[0], tuple(dict.fromkeys(map(int, row[1].split(","))))) for row in rows]


def how_many(reader: Reader, ids: Collection[int], kind: str) -> tuple[int, frozenset[int]]:
    """How many entities of a kind stand beside these places, and in which articles."""
    rows = reader.all(
        "SELECT count(DISTINCT other), group_concat(DISTINCT article) FROM beside"
        " WHERE place IN (SELECT value FROM json_each(?)) AND kind = ?",
        (numbers(ids), kind),
    )
    count, articles = rows[0]
    return count, frozenset(map(int, articles.split(","))) if articles else frozenset()


def where_beside(
    reader: Reader, ids: Collection[int], kind: str, others: Collection[int]
) -> dict[tuple[int, int], int]:
    """For each of these entities and each article the first sentence that names it together with the place."""
    rows = reader.all(
        "SELECT other, article, min(sentence) FROM beside WHERE place IN (SELECT value FROM json_each(?))"
        " AND kind = ? AND other IN (SELECT value FROM json_each(?)) GROUP BY other, article",
        (numbers(ids), kind, numbers(others)),
    )
    return {(row[0], row[1]): row[2] for row in rows}


def mentioned(reader: Reader, wanted: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], Named]:
    """For each entity and article the mention in the sentence that begins there (-1: the first mention)."""
    rows = reader.all(
        "SELECT entity, mention.article, start, end, sentence, sentence_end, text FROM json_each(?)"
        " JOIN mention ON entity = json_extract(value, '$[0]') AND mention.article = json_extract(value, '$[1]')"
        " AND (json_extract(value, '$[2]') IN (-1, sentence)) ORDER BY start DESC",
        (json.dumps([(*key, at) for key, at in wanted.items()]),),
    )
    return {(row[0], row[1]): Named(*row[1:]) for row in rows}

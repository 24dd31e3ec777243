"""Reading side: what is named in one sentence with a place or park."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
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


# What bears the name or the code of the place is its own in every article, whatever the sentences say.
_OWN = (
    " UNION ALL SELECT id, named_articles, 1 FROM entity WHERE kind = :kind"
    " AND code = '' AND canonical >= :short AND canonical < :short || char(1114111) AND :short <> ''"
    # The plus keeps the index of codes in use.
    " UNION ALL SELECT id, named_articles, 1 FROM entity WHERE code <> '' AND code = :code AND +kind = :kind"
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
        f"SELECT {one} AS one, max(own) FROM (SELECT other, max(articles) AS articles, max(own) AS own FROM"
        f" (SELECT other, articles, 0 AS own FROM beside_total{coded}"
        "  WHERE place IN (SELECT value FROM json_each(:ids)) AND beside_total.kind = :kind"
        f" {_OWN if place.code else ''})"
        " WHERE articles > 0 AND other NOT IN (SELECT value FROM json_each(:ids))"
        + (" AND other NOT IN (SELECT value FROM json_each(:hidden))" if hidden else "")
        + " GROUP BY other) GROUP BY one ORDER BY sum(articles) DESC, one"
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
    stands = {row[0]: row[0] for row in rows}
    stands |= {part: whole for part, whole in into.items() if whole in stands}
    own = {row[0] for row in rows if row[1]}
    articles = _articles(reader, place.ids, kind, stands, [part for part in stands if stands[part] in own])
    return [Near(row[0], tuple(articles[row[0]])) for row in rows if row[0] in articles]


def _articles(
    reader: Reader, ids: Collection[int], kind: str, stands: Mapping[int, int], own: Collection[int]
) -> dict[int, dict[int, None]]:
    """The articles that name these entities together with the place, or at all where they are its own; in order."""
    rows = reader.all(
        "SELECT other, article FROM beside WHERE place IN (SELECT value FROM json_each(:ids)) AND kind = :kind"
        " AND other IN (SELECT value FROM json_each(:others)) UNION ALL"
        " SELECT entity, article FROM naming WHERE entity IN (SELECT value FROM json_each(:own)) ORDER BY article",
        {"others": numbers(stands), "own": numbers(own), "ids": numbers(ids), "kind": kind},
    )
    found: dict[int, dict[int, None]] = {}
    for entity, article in rows:
        found.setdefault(stands[entity], {})[article] = None
    return found


def how_many(reader: Reader, ids: Collection[int], kind: str) -> tuple[int, frozenset[int]]:
    """How many entities of a kind stand beside these places, and in which articles."""
    given = (numbers(ids), kind)
    where = " WHERE place IN (SELECT value FROM json_each(?)) AND kind = ?"
    count = reader.one(f"SELECT count(DISTINCT other) FROM beside_total{where}", given)
    articles = reader.all(f"SELECT DISTINCT article FROM beside{where}", given)
    return count, frozenset(row[0] for row in articles)


def where_beside(
    reader: Reader, ids: Collection[int], kind: str, wanted: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """For each of these pairs of an entity and an article the first sentence that names it together with the place."""
    rows = reader.all(
        "SELECT other, article, min(sentence) FROM json_each(:wanted) CROSS JOIN json_each(:ids) here"
        " CROSS JOIN beside ON place = here.value AND kind = :kind"
        " AND article = json_extract(json_each.value, '$[1]') AND other = json_extract(json_each.value, '$[0]')"
        " GROUP BY other, article",
        {"wanted": json.dumps(list(wanted)), "ids": numbers(ids), "kind": kind},
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

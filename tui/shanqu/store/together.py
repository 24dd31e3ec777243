"""Reading side: how often things are named together, out of what is kept while writing (see `meetings`)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from shanqu.store.leading import strings
from shanqu.store.reader import Reader, numbers

Pair = tuple[int, int]


class Met(NamedTuple):
    """A pair, and how many articles and sentences name both."""

    pair: Pair
    articles: int
    sentences: int


def met_by(
    reader: Reader, ids: Collection[int], kinds: Collection[str], without: Collection[int], most: int
) -> list[Met]:
    """The pairs of these entities with other ones (of these kinds; none: of any), those of the most articles first;

    `most` of them, and none with the entities `without`.
    """
    rows = reader.all(
        "SELECT entity, other, articles, sentences FROM met_total"
        " WHERE entity IN (SELECT value FROM json_each(:ids))"
        " AND other NOT IN (SELECT value FROM json_each(:without))"
        + (" AND kind IN (SELECT value FROM json_each(:kinds))" if kinds else "")
        + f" ORDER BY articles DESC LIMIT {most}",
        {"ids": numbers(ids), "without": numbers({*ids, *without}), "kinds": strings(kinds)},
    )
    return [Met((row[0], row[1]), row[2], row[3]) for row in rows]


def met_with(
    reader: Reader, ids: Collection[int], others: Collection[int], kinds: Collection[str]
) -> list[Met]:
    """The pairs of these entities with those `others` (that are of these kinds; none: of any)."""
    rows = reader.all(
        "WITH others AS MATERIALIZED (SELECT id, kind FROM entity WHERE id IN (SELECT value FROM json_each(:others)))"
        " SELECT entity, other, articles, sentences FROM json_each(:ids) CROSS JOIN others"
        " CROSS JOIN met_total ON entity = value AND met_total.kind = others.kind AND other = others.id"
        + (" WHERE others.kind IN (SELECT value FROM json_each(:kinds))" if kinds else ""),
        {"ids": numbers(ids), "others": numbers(others), "kinds": strings(kinds)},
    )
    return [Met((row[0], row[1]), row[2], row[3]) for row in rows]


def met_among(reader: Reader, ids: Collection[int]) -> list[Met]:
    """The pairs of these entities, each once: a person is the second, else the one with the greater number."""
    rows = reader.all(
        "WITH known AS MATERIALIZED (SELECT id, kind, kind = 'person' AS person FROM entity"
        "  WHERE id IN (SELECT value FROM json_each(?)))"
        " SELECT entity, other, articles, sentences FROM known here CROSS JOIN known there"
        " CROSS JOIN met_total met ON entity = here.id AND met.kind = there.kind AND other = there.id"
        " WHERE (here.person, here.id) < (there.person, there.id)",
        (numbers(ids),),
    )
    return [Met((row[0], row[1]), row[2], row[3]) for row in rows]


def articles_of(reader: Reader, pairs: Iterable[Pair]) -> dict[Pair, set[int]]:
    """The articles in which a sentence names both of a pair."""
    # As one text for each: to fetch all rows takes longer than to find them.
    rows = reader.all(
        "SELECT entity, other, group_concat(article) FROM json_each(:pairs) pair"
        " CROSS JOIN entity one ON one.id = json_extract(value, '$[1]')"
        " CROSS JOIN met ON entity = json_extract(value, '$[0]') AND met.kind = one.kind AND other = one.id"
        " GROUP BY pair.key",
        {"pairs": json.dumps(list(pairs))},
    )
    return {(entity, other): set(map(int, articles.split(","))) for entity, other, articles in rows}

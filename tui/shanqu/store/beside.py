"""Reading side: what is named in one sentence with a place or park."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from shanqu.store.findings import Named
from shanqu.store.reader import Reader, numbers


class Near(NamedTuple):
    """An entity that a place is said to have, with the articles that say so.

    `first` has for the entities that it stands for, by article, the first sentence that names them together with the
    place; -1 where the article names them elsewhere only.
    """

    entity: int
    articles: tuple[int, ...]
    first: Mapping[int, Mapping[int, int]]


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
    coded = " JOIN entity ON id = other AND code IN ('', :code)" if kind == "park" and place.code else ""
    kept = " AND other NOT IN (SELECT value FROM json_each(:hidden))" if hidden else ""
    found = (
        f"SELECT other, max(articles) AS articles, max(own) AS own FROM (SELECT other, articles, 0 AS own"
        f" FROM beside_total{coded} WHERE place IN (SELECT value FROM json_each(:ids)) AND beside_total.kind = :kind"
        f" {_OWN if place.code else ''}) WHERE articles > 0 AND other NOT IN (SELECT value FROM json_each(:ids)){kept}"
        " GROUP BY other"
    )
    if into:
        found = (
            "SELECT coalesce((SELECT value FROM json_each(:into) WHERE key = other), other) AS other,"
            f" sum(articles) AS articles, max(own) AS own FROM ({found}) GROUP BY 1"
        )
    rows = reader.all(
        f"SELECT other, own FROM ({found}) ORDER BY articles DESC, other"
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
    parts: dict[int, list[int]] = {row[0]: [row[0]] for row in rows}
    for part, whole in into.items():
        if whole in parts:
            parts[whole].append(part)
    first = _first(reader, place.ids, kind, [part for one in parts.values() for part in one])
    for part, articles in _naming(
        reader, [part for whole, own in rows if own for part in parts[whole]]
    ).items():
        first[part] = dict.fromkeys(articles, -1) | first.get(part, {})
    made = [_near(entity, {part: first[part] for part in parts[entity] if part in first}) for entity in parts]
    return [one for one in made if one.articles]


def _near(entity: int, first: Mapping[int, Mapping[int, int]]) -> Near:
    return Near(entity, tuple(sorted(set[int]().union(*first.values()))), first)


def _first(
    reader: Reader, ids: Collection[int], kind: str, others: Collection[int]
) -> dict[int, dict[int, int]]:
    """For these entities, by article, the first sentence that names them together with the place."""
    # As one text for each: to fetch all rows takes longer than to find them.
    rows = reader.all(
        "SELECT other, group_concat(article), group_concat(sentence) FROM json_each(:ids) here"
        " CROSS JOIN json_each(:others) there"
        " CROSS JOIN beside ON place = here.value AND kind = :kind AND other = there.value"
        " GROUP BY here.key, there.key",
        {"others": numbers(others), "ids": numbers(ids), "kind": kind},
    )
    found: dict[int, dict[int, int]] = {}
    for other, articles, sentences in rows:
        at = dict(zip(_numbers(articles), _numbers(sentences), strict=True))
        if other in found:
            at |= {one: min(at.get(one, first), first) for one, first in found[other].items()}
        found[other] = at
    return found


def _naming(reader: Reader, entities: Collection[int]) -> dict[int, list[int]]:
    """The articles that name each of these entities."""
    rows = reader.all(
        "SELECT entity, group_concat(article) FROM naming WHERE entity IN (SELECT value FROM json_each(?))"
        " GROUP BY entity",
        (numbers(entities),),
    )
    return {entity: _numbers(articles) for entity, articles in rows}


def _numbers(text: str) -> list[int]:
    return list(map(int, text.split(",")))


def how_many(reader: Reader, ids: Collection[int], kind: str) -> int:
    """How many entities of a kind stand beside these places."""
    count: int = reader.one(
        "SELECT count(DISTINCT other) FROM beside_total WHERE place IN (SELECT value FROM json_each(?)) AND kind = ?",
        (numbers(ids), kind),
    )
    return count


def where_any(reader: Reader, ids: Collection[int], kind: str) -> frozenset[int]:
    """The articles in which an entity of a kind stands beside these places."""
    # As one text: to fetch each of them takes longer than to find it.
    articles = reader.one(
        "SELECT group_concat(article) FROM (SELECT DISTINCT article FROM beside"
        " WHERE place IN (SELECT value FROM json_each(?)) AND kind = ?)",
        (numbers(ids), kind),
    )
    return frozenset(_numbers(articles)) if articles else frozenset()


def mentioned(reader: Reader, wanted: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], Named]:
    """For each entity and article the mention in the sentence that begins there (-1: the first mention)."""
    rows = reader.all(
        "SELECT entity, mention.article, start, end, sentence, sentence_end, text FROM json_each(?)"
        " JOIN mention ON entity = json_extract(value, '$[0]') AND mention.article = json_extract(value, '$[1]')"
        " AND (json_extract(value, '$[2]') IN (-1, sentence)) ORDER BY start DESC",
        (json.dumps([(*key, at) for key, at in wanted.items()]),),
    )
    return {(row[0], row[1]): Named(*row[1:]) for row in rows}

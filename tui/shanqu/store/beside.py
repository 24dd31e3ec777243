"""Reading side: what is named in one sentence with a place or another entity."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
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
    """What to look around: its entities; of a place its administrative code, and the name that names of its own begin

    with."""

    ids: Collection[int]
    code: str = ""
    short: str = ""


class Around(NamedTuple):
    """An entity around a place, in so many articles at most, and whether it is its own."""

    entity: int
    articles: int
    own: bool


# What bears the name or the code of the place is its own in every article, whatever the sentences say.
_OWN = (
    " UNION ALL SELECT id, named_articles, 1 FROM entity WHERE kind = :kind"
    " AND code = '' AND canonical >= :short AND canonical < :short || char(1114111) AND :short <> ''"
    # The plus keeps the index of codes in use.
    " UNION ALL SELECT id, named_articles, 1 FROM entity WHERE code <> '' AND code = :code AND +kind = :kind"
)


def around(
    reader: Reader,
    place: Place,
    kind: str,
    *,
    into: Mapping[int, int],
    hidden: Collection[int],
    most: int | None,
) -> list[Around]:
    """The entities of a kind that sentences name together with a place, that bear its code or begin with its name;

    those first that most articles give it, of equal ones its own, `most` of them. What bears the code of another place is of that
    place. `into` tells which entities stand for others, `hidden` which are left out.
    """
    counts, own = Counter[int](), set[int]()
    for other, number, belongs in _counted(reader, place, kind, {*into, *into.values()}, hidden, most):
        counts[into.get(other, other)] += number
        if belongs:
            own.add(into.get(other, other))
    found = (Around(one, number, one in own) for one, number in counts.items())
    return sorted(found, key=rank)[:most]


def rank(one: Around) -> tuple[int, bool, int]:
    """What the order of `around` goes by."""
    return -one.articles, not one.own, one.entity


def number_around(
    reader: Reader, place: Place, kinds: Iterable[str], into: Mapping[int, int], hidden: Collection[int]
) -> dict[str, int]:
    """How many entities of each kind are `around` a place."""
    return {
        kind: reader.one(
            f"SELECT count(DISTINCT coalesce(moved.value, other)) FROM ({_around(place, kind)})"
            " LEFT JOIN json_each(:into) moved ON moved.key = CAST(other AS TEXT)"
            " WHERE articles > 0 AND other NOT IN (SELECT value FROM json_each(:without))",
            _given(place, kind, hidden) | {"into": json.dumps(dict(into))},
        )
        for kind in kinds
    }


def near(
    reader: Reader, place: Place, kind: str, found: Iterable[Around], into: Mapping[int, int]
) -> list[Near]:
    """Some of the entities of that kind `around` it, with their articles."""
    parts: dict[int, list[int]] = {}
    own: list[int] = []
    wholes = {one.entity: one for one in found}
    for part, whole in (*((one, one) for one in wholes), *into.items()):
        if whole in wholes:
            parts.setdefault(whole, []).append(part)
            own += [part] if wholes[whole].own else []
    first = _first(reader, place.ids, kind, [part for one in parts.values() for part in one])
    for part, articles in _naming(reader, own).items():
        first[part] = dict.fromkeys(articles, -1) | first.get(part, {})
    made = [_near(entity, {part: first[part] for part in parts[entity] if part in first}) for entity in parts]
    return [one for one in made if one.articles]


def _near(entity: int, first: Mapping[int, Mapping[int, int]]) -> Near:
    return Near(entity, tuple(sorted(set[int]().union(*first.values()))), first)


def _counted(
    reader: Reader,
    place: Place,
    kind: str,
    apart: Collection[int],
    hidden: Collection[int],
    most: int | None,
) -> list[tuple[int, int, int]]:
    """The entities of a kind around a place, each with its number of articles and whether it is its own:

    all those of `apart`, and `most` of the others.
    """
    return reader.all(
        f"SELECT other, max(articles) AS articles, max(own) AS its FROM ({_around(place, kind)}) WHERE articles > 0 AND other NOT IN (SELECT value FROM json_each(:without)) GROUP BY other ORDER BY "
        + ("other IN (SELECT value FROM json_each(:apart)) DESC, " if apart else "")
        + "articles DESC, its DESC, other"
        + ("" if most is None else f" LIMIT {most + len(apart)}"),
        _given(place, kind, hidden) | {"apart": numbers(apart)},
    )


def _around(place: Place, kind: str) -> str:
    """The query for what of a kind is around a place: an entity, its articles, and whether it is the place's own."""
    coded = " JOIN entity ON id = other AND code IN ('', :code)" if kind == "park" and place.code else ""
    return (
        f"SELECT other, articles, 0 AS own FROM met_total{coded}"
        " WHERE entity IN (SELECT value FROM json_each(:ids)) AND met_total.kind = :kind"
        f"{_OWN if place.code else ''}"
    )


def _given(place: Place, kind: str, hidden: Collection[int]) -> dict[str, str]:
    """The parameters of `_around`, and in `without` what is left out."""
    return {
        "ids": numbers(place.ids),
        "kind": kind,
        "code": place.code,
        "short": place.short,
        "without": numbers({*place.ids, *hidden}),
    }


def _first(
    reader: Reader, ids: Collection[int], kind: str, others: Collection[int]
) -> dict[int, dict[int, int]]:
    """For these entities, by article, the first sentence that names them together with the place."""
    # As one text for each: to fetch all rows takes longer than to find them.
    rows = reader.all(
        "SELECT other, group_concat(article), group_concat(sentence) FROM json_each(:ids) here"
        " CROSS JOIN json_each(:others) there"
        " CROSS JOIN met ON entity = here.value AND kind = :kind AND other = there.value"
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
    found: list[int] = json.loads(f"[{text}]")
    return found


def where_any(reader: Reader, ids: Collection[int], kind: str) -> frozenset[int]:
    """The articles in which an entity of a kind stands beside these places."""
    # As one text: to fetch each of them takes longer than to find it.
    articles = reader.one(
        "SELECT group_concat(article) FROM met WHERE entity IN (SELECT value FROM json_each(?)) AND kind = ?",
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


def named_in(
    reader: Reader, sentences: Iterable[tuple[int, int]], kind: str
) -> list[tuple[int, int, int, tuple[str, str]]]:
    """What of a kind these sentences (article, start) name: article, start, entity, its canonical name and how it is

    written there.
    """
    rows = reader.all(
        "SELECT mention.article, sentence, entity, canonical, text FROM json_each(?)"
        " CROSS JOIN mention ON mention.article = json_extract(value, '$[0]')"
        " AND sentence = json_extract(value, '$[1]')"
        " CROSS JOIN entity ON entity.id = mention.entity AND entity.kind = ?",
        (json.dumps(list(sentences)), kind),
    )
    return [(*row[:3], row[3:]) for row in rows]


def everywhere(reader: Reader, wanted: Iterable[tuple[int, int]]) -> list[tuple[int, Named]]:
    """All mentions of these entities in these articles (entity, article), with the entity, in no order."""
    rows = reader.all(
        "SELECT entity, mention.article, start, end, sentence, sentence_end, text FROM json_each(?)"
        " CROSS JOIN mention ON entity = json_extract(value, '$[0]') AND mention.article = json_extract(value, '$[1]')",
        (json.dumps(sorted(set(wanted))),),
    )
    return [(row[0], Named(*row[1:])) for row in rows]


def starting(reader: Reader, spans: Iterable[tuple[int, int, int]], kind: str) -> set[tuple[int, int]]:
    """Where in articles (article, page offset) names of a kind stand whose sentences begin in these spans (article,

    first, last).
    """
    rows = reader.all(
        "SELECT DISTINCT mention.article, start FROM json_each(?)"
        " CROSS JOIN mention ON mention.article = json_extract(value, '$[0]')"
        " AND sentence BETWEEN json_extract(value, '$[1]') AND json_extract(value, '$[2]')"
        " CROSS JOIN entity ON entity.id = mention.entity AND entity.kind = ?",
        (json.dumps(sorted(set(spans))), kind),
    )
    return set(rows)

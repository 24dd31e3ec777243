"""Reading side: how often places and parks are named together with other things, out of what was counted at indexing.

A pair is a place or park (see `beside`) and another entity. How many articles name both is known at once; which
articles these are, and how many sentences, is looked up of the few pairs that are shown.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from shanqu.store.leading import strings
from shanqu.store.reader import Reader, numbers

Pair = tuple[int, int]

_BESIDE = (
    "json_each(:pairs) pair CROSS JOIN entity ON entity.id = json_extract(value, '$[1]')"
    " CROSS JOIN beside ON place = json_extract(value, '$[0]') AND beside.kind = entity.kind AND other = entity.id"
)
_PLACE = "(kind = 'park' OR kind = 'place' AND code <> '')"


class Met(NamedTuple):
    """A pair, and how many articles name both in one sentence."""

    pair: Pair
    articles: int


def places_among(reader: Reader, ids: Collection[int]) -> set[int]:
    """Those of these entities that are the first of a pair."""
    rows = reader.all(
        f"SELECT id FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND {_PLACE}", (numbers(ids),)
    )
    return {row[0] for row in rows}


def met_by(reader: Reader, places: Collection[int], kinds: Collection[str] = ()) -> list[Met]:
    """The pairs of these places with other things (of these kinds), but not of one of them with another."""
    rows = reader.all(
        "SELECT place, other, articles FROM beside_total WHERE place IN (SELECT value FROM json_each(:places))"
        " AND other NOT IN (SELECT value FROM json_each(:places))"
        + (" AND kind IN (SELECT value FROM json_each(:kinds))" if kinds else ""),
        {"places": numbers(places), "kinds": strings(kinds)},
    )
    return [Met((place, other), articles) for place, other, articles in rows]


def met_among(reader: Reader, ids: Collection[int]) -> list[Met]:
    """The pairs of these entities; two places are one pair, the one with the lesser number first."""
    rows = reader.all(
        "WITH known AS MATERIALIZED (SELECT id, kind, code FROM entity"
        "  WHERE id IN (SELECT value FROM json_each(?)))"
        " SELECT place, other, articles FROM known here CROSS JOIN known there"
        " CROSS JOIN beside_total met ON place = here.id AND met.kind = there.kind AND other = there.id"
        " WHERE here.id < there.id OR NOT (there.kind = 'park' OR there.kind = 'place' AND there.code <> '')",
        (numbers(ids),),
    )
    return [Met((place, other), articles) for place, other, articles in rows]


def articles_of(reader: Reader, pairs: Iterable[Pair]) -> dict[Pair, set[int]]:
    """The articles in which a sentence names both of a pair."""
    # As one text for each: to fetch all rows takes longer than to find them.
    rows = reader.all(
        f"SELECT place, other, group_concat(article) FROM {_BESIDE} GROUP BY pair.key",
        {"pairs": json.dumps(list(pairs))},
    )
    return {(place, other): set(map(int, articles.split(","))) for place, other, articles in rows}


def sentences_of(reader: Reader, pairs: Iterable[Pair]) -> dict[Pair, int]:
    """How many sentences name both of a pair."""
    rows = reader.all(
        "SELECT place, other, count(DISTINCT there.article * 16777216 + there.sentence)"
        f" FROM {_BESIDE} CROSS JOIN mention there ON there.entity = other AND there.article = beside.article"
        # Only of people is it asked how they are named, for that stands in no index.
        " WHERE (entity.kind <> 'person' OR there.how <> 'reporter') AND EXISTS (SELECT 1 FROM mention here WHERE here.entity = place"
        "  AND here.article = there.article AND here.sentence = there.sentence) GROUP BY pair.key",
        {"pairs": json.dumps(list(pairs))},
    )
    return {(place, other): sentences for place, other, sentences in rows}

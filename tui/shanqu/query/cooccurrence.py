"""Entities that sentences name together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shanqu.gazetteer import place_by_code
from shanqu.messages import Message
from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable, Pair
from shanqu.query.ranking import Ranking, Together
from shanqu.store import Reader, lookup, together
from shanqu.store.around import around, frequent, industries_by_county, pairs_among
from shanqu.store.findings import Entity

# Pairs are looked for among the entities that most articles name.
_AMONG = 40


def pairs(reader: Reader, kinds: Sequence[str], limit: int, corrected: Corrected) -> list[Pair]:
    """The entities (of these kinds) that sentences name together, the most texts first."""
    ids = corrected.all(frequent(reader, kinds, _AMONG)) - corrected.hidden
    ranking = Ranking(reader, limit, lambda pair: _stand(pair, corrected))
    ranking.add(together.met_among(reader, ids))
    for first, second, articles, count in pairs_among(reader, ids - together.places_among(reader, ids)):
        ranking.add_known((first, second), len(articles), articles.copy, count)
    ranked = ranking.first()
    known = lookup.by_id(reader, {one for found in ranked for one in found.key})
    return [_pair(known[one.key[0]], known[one.key[1]], one, corrected) for one in ranked]


def _stand(pair: tuple[int, int], corrected: Corrected) -> tuple[int, int] | None:
    """The entities that stand for those of a pair; None where both are one."""
    first, second = sorted(map(corrected.one, pair))
    return (first, second) if first != second else None


def neighbours(
    reader: Reader, entity: int, kinds: Sequence[str], limit: int, corrected: Corrected
) -> list[Pair]:
    """The entities that sentences name together with this one; it is the first of each pair."""
    ids = corrected.all([entity])
    here = corrected.one(entity)

    def stand(pair: tuple[int, int]) -> tuple[int, int] | None:
        return None if pair[1] in corrected.hidden else (here, corrected.one(pair[1]))

    ranking = Ranking(reader, limit, stand)
    if together.places_among(reader, ids) == ids:
        ranking.add(together.met_by(reader, ids, kinds))
    else:
        for one in around(reader, ids, kinds):
            ranking.add_known((here, one.entity), one.number, one.articles, one.sentences)
    ranked = ranking.first()
    known = lookup.by_id(reader, [here, *(one.key[1] for one in ranked)])
    return [_pair(known[here], known[one.key[1]], one, corrected) for one in ranked]


def _pair(first: Entity, second: Entity, found: Together, corrected: Corrected) -> Pair:
    return Pair(
        first=first.id,
        second=second.id,
        first_name=corrected.name(first.id, first.canonical),
        second_name=corrected.name(second.id, second.canonical),
        first_kind=first.kind,
        second_kind=second.kind,
        texts=found.texts,
        together=found.sentences,
    )


def county_industries(reader: Reader, codes: Sequence[str], limit: int, corrected: Corrected) -> CountTable:
    """Counties by the industries that most articles give to any of them."""
    counts: Counter[tuple[str, int]] = Counter()
    for code, other, articles in industries_by_county(reader):
        if (not codes or code in codes) and other not in corrected.hidden:
            counts[code, corrected.one(other)] += articles
    rows = Counter[str]()
    columns = Counter[int]()
    for (code, other), articles in counts.items():
        rows[code] += articles
        columns[other] += articles
    shown = [code for code, _ in rows.most_common()] if not codes else list(codes)
    industries = [other for other, _ in columns.most_common(limit)]
    known = lookup.by_id(reader, industries)
    named = [place for code in shown if (place := place_by_code(code)) is not None]
    return CountTable(
        rows=tuple(place.name for place in named),
        columns=tuple(corrected.name(one, known[one].canonical) for one in industries),
        counts=tuple(tuple(counts[place.code, one] for one in industries) for place in named),
        row_keys=tuple(place.code for place in named),
        column_keys=tuple(map(str, industries)),
        what=Message("articles in which a sentence names both"),
    )

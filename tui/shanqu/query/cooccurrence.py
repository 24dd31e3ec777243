"""Entities that sentences name together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shanqu.gazetteer import place_by_code
from shanqu.messages import Message
from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable, Network, Pair
from shanqu.query.ranking import Together, first_of
from shanqu.store import Reader, lookup, together
from shanqu.store.around import frequent, industries_by_county
from shanqu.store.findings import Entity

# Pairs are looked for among the entities that most articles name.
_AMONG = 40
# So many times as many neighbours are looked at as are wanted, for reprints are counted after.
_AHEAD = 6


def pairs(reader: Reader, kinds: Sequence[str], limit: int, corrected: Corrected) -> list[Pair]:
    """The entities (of these kinds) that sentences name together, the most texts first."""
    ids = corrected.all(frequent(reader, kinds, _AMONG)) - corrected.hidden

    def stand(pair: tuple[int, int]) -> tuple[int, int] | None:
        first, second = sorted(map(corrected.one, pair))
        return (first, second) if first != second else None

    found = first_of(reader, together.met_among(reader, ids), limit, stand)
    return _named(reader, found, corrected)


# So many stand around the entity of a network, and around each of them.
_NEAR, _FURTHER = 8, 3


def neighbours(
    reader: Reader, entity: int, kinds: Sequence[str], limit: int, corrected: Corrected
) -> list[Pair]:
    """The entities that sentences name together with this one; it is the first of each pair."""
    ids = corrected.all([entity])
    here = corrected.one(entity)
    # What stands for others, or for which another stands, is counted apart.
    apart = (corrected.into.keys() | corrected.parts.keys()) - corrected.hidden
    merged = together.met_with(reader, ids, apart - ids, kinds) if apart else []
    most = _AHEAD * limit
    while True:
        met = together.met_by(reader, ids, kinds, apart | corrected.hidden, most)
        found = first_of(reader, [*merged, *met], limit, lambda pair: (here, corrected.one(pair[1])))
        # What has not been looked at is in no more articles than the last that has.
        if len(met) < most or (len(found) == limit and found[-1].texts > len(ids) * met[-1].articles):
            return _named(reader, found, corrected)
        most *= _AHEAD


def _named(reader: Reader, found: Sequence[Together], corrected: Corrected) -> list[Pair]:
    known = lookup.by_id(reader, {one for pair in found for one in pair.key})
    return [_pair(known[one.key[0]], known[one.key[1]], one, corrected) for one in found]


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


def network(reader: Reader, entity: int, corrected: Corrected) -> Network:
    """The entity with what is nearest to it, and what else is nearest to that. Raises KeyError for an unknown id."""

    def further(near: Pair) -> list[Pair]:
        # The entity itself, which stands above, is one of them.
        found = neighbours(reader, near.second, (), _FURTHER + 1, corrected)
        return [pair for pair in found if pair.second != near.first][:_FURTHER]

    one = corrected.one(entity)
    name = corrected.name(one, lookup.by_id(reader, [one])[one].canonical)
    near = neighbours(reader, entity, (), _NEAR, corrected)
    return Network(name, name, tuple((pair, further(pair)) for pair in near))

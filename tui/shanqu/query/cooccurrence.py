"""Entities that sentences name together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shanqu.gazetteer import place_by_code
from shanqu.messages import Message
from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import CountTable, Pair
from shanqu.store import Reader, lookup
from shanqu.store.around import around, frequent, industries_by_county, pairs_among
from shanqu.store.findings import Entity
from shanqu.store.leading import copies

# Pairs are looked for among the entities that most articles name.
_AMONG = 40


def pairs(reader: Reader, kinds: Sequence[str], limit: int, corrected: Corrected) -> list[Pair]:
    """The entities (of these kinds) that sentences name together, the most texts first."""
    ids = corrected.all(frequent(reader, kinds, _AMONG)) - corrected.hidden
    same = copies(reader)
    texts: dict[tuple[int, int], set[int]] = {}
    sentences: Counter[tuple[int, int]] = Counter()
    for first, second, articles, count in pairs_among(reader, ids):
        key = corrected.one(first), corrected.one(second)
        if key[0] != key[1]:
            texts.setdefault(key, set()).update(same.get(one, one) for one in articles)
            sentences[key] += count
    known = lookup.by_id(reader, {one for key in texts for one in key})
    ranked = sorted(texts, key=lambda key: (-len(texts[key]), -sentences[key], key))[:limit]
    return [_pair(known[a], known[b], len(texts[a, b]), sentences[a, b], corrected) for a, b in ranked]


def neighbours(
    reader: Reader, entity: int, kinds: Sequence[str], limit: int, corrected: Corrected
) -> list[Pair]:
    """The entities that sentences name together with this one; it is the first of each pair."""
    ids = corrected.all([entity])
    same = copies(reader)
    texts: dict[int, set[int]] = {}
    sentences: Counter[int] = Counter()
    for one in around(reader, ids, kinds):
        if one.entity not in corrected.hidden:
            stands = corrected.one(one.entity)
            texts.setdefault(stands, set()).update(same.get(article, article) for article in one.articles)
            sentences[stands] += one.sentences
    ranked = sorted(texts, key=lambda other: (-len(texts[other]), -sentences[other], other))[:limit]
    known = lookup.by_id(reader, [corrected.one(entity), *ranked])
    self = known[corrected.one(entity)]
    return [_pair(self, known[one], len(texts[one]), sentences[one], corrected) for one in ranked]


def _pair(first: Entity, second: Entity, texts: int, together: int, corrected: Corrected) -> Pair:
    return Pair(
        first=first.id,
        second=second.id,
        first_name=corrected.name(first.id, first.canonical),
        second_name=corrected.name(second.id, second.canonical),
        first_kind=first.kind,
        second_kind=second.kind,
        texts=texts,
        together=together,
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

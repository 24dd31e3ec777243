"""Which articles fulfil a condition, and which of them come first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress, islice
from typing import NamedTuple

from shanqu.store.conditions import EVERYTHING, Condition, Match, fused, pairs_needed
from shanqu.store.latest import latest
from shanqu.store.members import IN_ORDER, MATCHING, Flags, flags, flags_of, last, told
from shanqu.store.reader import Reader, numbers

_ORDER = "ORDER BY published DESC, article.id"
# So few hits are sorted out at once.
_FEW = 1000
# In microseconds: what a hit of the full-text index takes for each pair of characters, and to be taken into a set;
# how long to look at one article after the other where the number of hits is not known.
_HIT, _SET, _EFFORT = 0.1, 0.25, 8000.0
# To sort one article takes so many times as long as to take the next in order.
_SORTED = 50
# At least so many articles are looked up together in order.
_STRETCH = 64
# The place of this hit among all articles tells about how many there are.
_PROBED = 200


class Found(NamedTuple):
    """How many articles there are in all (None: not counted yet), and the first of them in order.

    `complete` where these are all.
    """

    total: int | None
    ids: array[int]
    complete: bool


def first(reader: Reader, condition: Condition, wanted: int) -> Found:
    """At least the `wanted` latest articles, as quickly as they can be told; their number where that costs no more."""
    with reader.steady():
        joined = fused(condition)
        if joined == EVERYTHING:
            return Found(total(reader), reader.column(f"{IN_ORDER} LIMIT ?", wanted), False)
        if (held := told(reader, condition)) is not None:
            return _first_with_flag(reader, held, wanted)
        if isinstance(joined, Match) and not joined.broad:
            return _first_matching(reader, condition, joined.expression, wanted)
        if not (isinstance(joined, Match) and joined.char):
            found = latest(reader, condition, wanted, _EFFORT)
            if found is not None:
                return Found(len(found.ids) if found.complete else None, *found)
        return _first_with_flag(reader, flags(reader, joined), wanted)


def _first_matching(reader: Reader, condition: Condition, expression: str, wanted: int) -> Found:
    hits = reader.column(f"SELECT rowid {MATCHING} ORDER BY rowid LIMIT ?", expression, _FEW)
    if len(hits) < _FEW:
        return _first_with_flag(reader, flags_of(hits, last(reader) + 1), wanted)
    share = min(1.0, len(hits) / hits[-1])
    effort = (_HIT * (expression.count(" ") + 1) + _SET) * share * total(reader)
    found = latest(reader, condition, wanted, effort, share)
    if found is None and len(needed := pairs_needed(condition)) > 1:
        among, rarest = min((_share(reader, pair), pair) for pair in needed)
        found = latest(reader, condition, wanted, effort, min(1.0, share / among), rarest)
    if found is not None:
        return Found(len(found.ids) if found.complete else None, *found)
    hits.extend(reader.column(f"SELECT rowid {MATCHING} AND rowid > ?", expression, hits[-1]))
    return _first_with_flag(reader, flags_of(hits, last(reader) + 1), wanted)


def _share(reader: Reader, expression: str) -> float:
    """About which part of all articles fulfil an expression, as the first of them let expect."""
    sql = f"SELECT rowid {MATCHING} ORDER BY rowid LIMIT 1 OFFSET ?"
    return _PROBED / (reader.one(sql, (expression, _PROBED - 1)) or last(reader))


def _first_with_flag(reader: Reader, held: Flags, wanted: int) -> Found:
    count = held.count(1)
    # Sorting takes longer the more they are, looking for them in the order of all the fewer they are.
    if _SORTED * count * count <= wanted * total(reader):
        return Found(count, _sorted(reader, _set(held)), True)
    if order := reader.recalled("order"):
        return Found(count, _first_in(order, held, wanted), count <= wanted)
    # Most often they are spread evenly; chance is allowed for.
    stretch = _STRETCH + 4 * wanted * total(reader) // (3 * count)
    some = reader.column(f"{IN_ORDER} LIMIT ?", stretch)
    found = array("q", compress(some, map(held.__getitem__, some)))
    if len(found) < min(wanted, count):
        if count < _FEW:
            return Found(count, _sorted(reader, _set(held)), True)
        found = _first_in(_order(reader), held, wanted)
    return Found(count, found, len(found) == count)


def _first_in(order: array[int], held: Flags, wanted: int) -> array[int]:
    return array("q", islice(compress(order, map(held.__getitem__, order)), wanted))


def _set(held: Flags) -> Iterator[int]:
    """The few articles whose flag is 1."""
    at = held.find(1)
    while at >= 0:
        yield at
        at = held.find(1, at + 1)


def _order(reader: Reader) -> array[int]:
    """All articles in order."""
    order: array[int] = reader.remembered("order", lambda: reader.column(IN_ORDER))
    return order


def _sorted(reader: Reader, hits: Iterable[int]) -> array[int]:
    """A few articles in order."""
    sql = f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) {_ORDER}"
    return reader.column(sql, numbers(hits))


def number(reader: Reader, condition: Condition) -> int:
    """How many articles there are."""
    with reader.steady():
        if (held := told(reader, condition)) is None:
            condition = fused(condition)
            if isinstance(condition, Match):
                return int(reader.one(f"SELECT count(*) {MATCHING}", (condition.expression,)))
            held = flags(reader, condition)
        return held.count(1)


def every(reader: Reader, condition: Condition) -> array[int]:
    """All the articles, the latest first; those of unknown year after the dated, the undated last."""
    joined = fused(condition)
    with reader.steady():
        if joined == EVERYTHING:
            return reader.column(IN_ORDER)
        held = told(reader, condition)
        if held is None and isinstance(joined, Match):
            hits = reader.column(f"SELECT rowid {MATCHING}", joined.expression)
            if len(hits) < _FEW:
                return _sorted(reader, hits)
            held = flags_of(hits, last(reader) + 1)
        elif held is None:
            held = flags(reader, joined)
        if held.count(1) < _FEW:
            return _sorted(reader, _set(held))
        order = _order(reader)
        return array("q", compress(order, map(held.__getitem__, order)))


# What a list shows that is not filtered: of reprints only the best copy.
_SHOWN = "article INDEXED BY article_shown WHERE behind = 0"


def stretch(reader: Reader, start: int, number: int) -> array[int]:
    """The shown articles in order, from position `start` on at most `number` of them: no list of the others is made."""
    behind = max(0, shown(reader) - start - number)
    if start <= behind:
        return reader.column(f"SELECT id FROM {_SHOWN} {_ORDER} LIMIT ? OFFSET ?", number, start)
    # From the nearer end.
    number = min(number, max(0, shown(reader) - start))
    found = reader.column(
        f"SELECT id FROM {_SHOWN} ORDER BY published, article.id DESC LIMIT ? OFFSET ?", number, behind
    )
    found.reverse()
    return found


def place_of(reader: Reader, article: int) -> int | None:
    """The position of an article among all shown ones in order; None for one that is not there."""
    rows = reader.all("SELECT published FROM article WHERE id = ? AND behind = 0", (article,))
    if not rows:
        return None
    (published,) = rows[0]
    if published is None:
        later = reader.one(f"SELECT count(*) FROM {_SHOWN} AND published IS NOT NULL")
    else:
        later = reader.one(f"SELECT count(*) FROM {_SHOWN} AND published > ?", (published,))
    before = reader.one(f"SELECT count(*) FROM {_SHOWN} AND published IS ? AND id < ?", (published, article))
    return int(later) + int(before)


def shown(reader: Reader) -> int:
    """How many articles a list shows that is not filtered."""
    return int(reader.remembered("shown", lambda: reader.one(f"SELECT count(*) FROM {_SHOWN}")))


def total(reader: Reader) -> int:
    """How many articles the library holds."""
    return int(reader.remembered("articles", lambda: reader.one("SELECT count(*) FROM article")))


def scores(reader: Reader, expression: str, weight: float) -> dict[int, float]:
    """How well each article fits the expression (BM25; the more the better), a hit in the title `weight` times."""
    rows = reader.all(f"SELECT rowid, -bm25(fulltext, 1.0, ?) {MATCHING}", (weight, expression))
    return dict(rows)

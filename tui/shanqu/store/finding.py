"""Which articles fulfil a condition, and which of them come first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice
from typing import NamedTuple

from shanqu.store.conditions import All, Condition, Match, fused
from shanqu.store.latest import Latest, latest
from shanqu.store.likely import Likely, likely, note
from shanqu.store.members import IN_ORDER, MATCHING, Flags, flags, flags_of, last
from shanqu.store.reader import Reader, numbers

_ORDER = "ORDER BY published DESC, article.id"
# So few hits are sorted out at once.
_FEW = 1000
# In microseconds: what a hit of the full-text index takes for each pair of characters, and to be taken into a set;
# how long to look at one article after the other where the number of hits is not known.
_HIT, _SET, _EFFORT = 0.1, 0.25, 8000.0
# To sort one article takes so many times as long as to take the next in order; where its place is known, not so many.
_SORTED, _PLACED = 50, 10
# In microseconds: how long to look at articles that hold the rare pairs of a literal, rather than ask the index. Of so
# many of which two stand together as they do there all are looked at: of these the index tells no sooner.
_LIKELY, _MOST_READ = 3000.0, 100
# The index is asked for all where so many articles may hold a literal, times the square of its number of pairs: it goes
# through the places of all of them.
_SOON = 12_000
# At least so many articles are looked up together in order; so many of those that may fulfil a condition.
_STRETCH, _AHEAD = 64, 128
_HITS = f"SELECT rowid {MATCHING}"


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
        if _is_everything(joined):
            return Found(total(reader), reader.column(f"{IN_ORDER} LIMIT ?", wanted), False)
        match = joined if isinstance(joined, Match) and not joined.broad else None
        told = likely(reader, condition)
        if told is not None and (found := _first_likely(reader, condition, match, told, wanted)) is not None:
            return found
        if match is not None:
            return _first_matching(reader, condition, match.expression, wanted)
        if told is None and not (isinstance(joined, Match) and joined.char):
            found = _looked_for(latest(reader, condition, wanted, _EFFORT))
            if found is not None:
                return found
        told = likely(reader, condition, tests=True)
        held = told.held if told is not None and told.sure else flags(reader, joined)
        return _first_with_flag(reader, held, wanted)


def _is_everything(condition: Condition) -> bool:
    # As a tuple it is equal to what never holds.
    return isinstance(condition, All) and not condition.parts


def _first_likely(
    reader: Reader, condition: Condition, match: Match | None, told: Likely, wanted: int
) -> Found | None:
    """The first of those that are told; None where the index is to be asked. `match` is all of the condition, fused."""
    if told.sure:
        return _first_with_flag(reader, told.held, wanted)
    count = told.held.count(1)
    if match is not None and told.pieces == 1 and count * _pairs(match.expression) ** 2 <= _SOON:
        return _first_of_all(reader, condition, reader.listed(_HITS, match.expression), wanted)
    probe = count + 1 if told.pieces > 1 and count <= _MOST_READ else None
    known = array("q")

    def source(number: int, behind: int) -> Sequence[int]:
        nonlocal known
        if len(known) < min(count, behind + number):
            known = _first_with_flag(reader, told.held, min(count, max(_AHEAD, behind + number))).ids
        return known[behind : behind + number]

    return _looked_for(latest(reader, condition, wanted, _LIKELY, None, source, probe))


def _looked_for(found: Latest | None) -> Found | None:
    return found and Found(len(found.ids) if found.complete else None, *found)


def _pairs(expression: str) -> int:
    return expression.count(" ") + 1


def _first_matching(reader: Reader, condition: Condition, expression: str, wanted: int) -> Found:
    hits = reader.listed(f"{_HITS} ORDER BY rowid LIMIT ?", expression, _FEW)
    if len(hits) == _FEW:
        share = min(1.0, len(hits) / hits[-1])
        effort = (_HIT * _pairs(expression) + _SET) * share * last(reader)
        found = _looked_for(latest(reader, condition, wanted, effort, share))
        if found is not None:
            return found
        hits += reader.listed(f"{_HITS} AND rowid > ?", expression, hits[-1])
    return _first_of_all(reader, condition, hits, wanted)


def _first_of_all(reader: Reader, condition: Condition, hits: list[int], wanted: int) -> Found:
    """The first of all hits of a condition on texts. They are noted, for they may be counted or wanted next."""
    held = flags_of(hits, last(reader) + 1)
    note(reader, condition, held)
    return _first_with_flag(reader, held, wanted)


def _first_with_flag(reader: Reader, held: Flags, wanted: int) -> Found:
    count, most = held.count(1), len(held)
    # Sorting takes longer the more they are, looking for them in the order of all the fewer they are.
    each = _SORTED if reader.recalled("places") is None else _PLACED
    if each * count * count <= wanted * most:
        return Found(count, _sorted(reader, _set(held)), True)
    if order := reader.recalled("order"):
        return Found(count, _first_in(order, held, wanted), count <= wanted)
    # Most often they are spread evenly; chance is allowed for.
    stretch = _STRETCH + 4 * wanted * most // (3 * count)
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


def _note_places(reader: Reader, order: array[int]) -> None:
    """Remember of each article where it stands in order."""

    def places() -> array[int]:
        found = array("I", bytes(4 * (last(reader) + 1)))
        for place, id in enumerate(order):
            found[id] = place
        return found

    reader.remembered("places", places)


def _sorted(reader: Reader, hits: Iterable[int]) -> array[int]:
    """A few articles in order."""
    if (places := reader.recalled("places")) is not None:
        return array("q", sorted(hits, key=places.__getitem__))
    sql = f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) {_ORDER}"
    return reader.column(sql, numbers(hits))


def number(reader: Reader, condition: Condition) -> int:
    """How many articles there are."""
    with reader.steady():
        if (told := likely(reader, condition, tests=True)) is not None and told.sure:
            return told.held.count(1)
        condition = fused(condition)
        if isinstance(condition, Match):
            return int(reader.one(f"SELECT count(*) {MATCHING}", (condition.expression,)))
        return flags(reader, condition).count(1)


def every(reader: Reader, condition: Condition) -> array[int]:
    """All the articles, the latest first; those of unknown year after the dated, the undated last."""
    joined = fused(condition)
    with reader.steady():
        if _is_everything(joined):
            return reader.column(IN_ORDER)
        told = likely(reader, condition, tests=True)
        if told is not None and told.sure:
            held = told.held
        elif isinstance(joined, Match):
            hits = reader.listed(_HITS, joined.expression)
            if len(hits) < _FEW:
                return _sorted(reader, hits)
            held = flags_of(hits, last(reader) + 1)
        else:
            held = flags(reader, joined)
        count = held.count(1)
        if count < _FEW or (_PLACED * count < len(held) and reader.recalled("places") is not None):
            return _sorted(reader, _set(held))
        order = _order(reader)
        _note_places(reader, order)
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

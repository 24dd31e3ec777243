"""Which articles fulfil a condition, and which of them come first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, compress, islice
from typing import NamedTuple

from shanqu.store import single
from shanqu.store.conditions import EVERYTHING, Condition, Match, Not, fused, where
from shanqu.store.reader import Reader, numbers

_ORDER = "ORDER BY published DESC, article.id"
_MATCHING = "FROM fulltext WHERE fulltext MATCH ?"
# So few hits are sorted out at once.
_FEW = 1000
# What it costs, in microseconds, to look an article up by its number and to sort it in; to take a hit into a set, and
# to step to the next article in order and ask the set; to ask the full-text index of one article. The second
# and the last for each pair of characters.
_SORTED, _IN_A_SET, _STEP, _ASKED = 3.0, 0.2, 0.35, 40.0
# Where articles are not spread as evenly as is taken for granted, one gives up after so many times the steps.
_PATIENCE = 3
# So many are asked about together.
_PORTION = 16


class Found(NamedTuple):
    """How many articles there are in all (None: not counted yet), and the first of them in order.

    `complete` where these are all.
    """

    total: int | None
    ids: array[int]
    complete: bool


def first(reader: Reader, condition: Condition, wanted: int) -> Found:
    """At least the `wanted` latest articles, as quickly as they can be told; their number where that costs no more."""
    condition = fused(condition)
    if condition == EVERYTHING:
        return Found(total(reader), _ids(reader, f"SELECT id FROM article {_ORDER} LIMIT ?", wanted), False)
    if isinstance(condition, Match) and not condition.broad:
        hits = _ids(reader, f"SELECT rowid {_MATCHING} LIMIT ?", condition.expression, _FEW)
        if len(hits) < _FEW:
            return Found(len(hits), _sorted(reader, hits), True)
        share = min(1.0, len(hits) / max(hits))
        return Found(None, _latest(reader, condition.expression, wanted, share), False)
    if (flags := _flags(reader, condition)) is not None and (count := flags.count(1)) >= _FEW:
        ids = array("q", islice(_in_order(reader, flags), wanted))
        return Found(count, ids, False)
    ids = every(reader, condition)
    return Found(len(ids), ids, True)


def _flags(reader: Reader, condition: Condition) -> bytearray | None:
    """For a single character which articles hold it, where that is known."""
    if isinstance(condition, Match) and condition.char:
        return single.holding(reader, condition.char)
    return None


def _in_order(reader: Reader, flags: bytearray) -> Iterator[int]:
    """The articles with a flag, the latest first."""
    for (id,) in reader.each(f"SELECT id FROM article {_ORDER}"):
        if flags[id]:
            yield id


def _sorted(reader: Reader, hits: Iterable[int]) -> array[int]:
    """A few articles in order."""
    sql = f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) {_ORDER}"
    return _ids(reader, sql, numbers(hits))


def _latest(reader: Reader, expression: str, wanted: int, share: float) -> array[int]:
    """The latest articles with a common word, which about such a `share` of all holds."""
    articles = total(reader)
    # Of common words a stretch of all articles holds enough.
    steps = min(articles, int(wanted / share) + 1)
    tokens = expression.count(" ") + 1
    if _ASKED * tokens * steps < _IN_A_SET * tokens * share * articles + _STEP * steps:
        found = array("q")
        latest = _ids(reader, f"SELECT id FROM article {_ORDER} LIMIT ?", _PATIENCE * steps)
        asked = (
            f"SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 {_MATCHING} AND fulltext.rowid = value)"
        )
        portion = max(_PORTION, steps // 3)
        for start in range(0, len(latest), portion):
            some = latest[start : start + portion]
            held = set(_ids(reader, asked, numbers(some), expression))
            found.extend(id for id in some if id in held)
            if len(found) >= wanted:
                return found
    holds = f"id IN (SELECT rowid {_MATCHING})"
    sql = f"SELECT id FROM article INDEXED BY article_order WHERE {holds} {_ORDER} LIMIT ?"
    return _ids(reader, sql, expression, wanted)


def number(reader: Reader, condition: Condition) -> int:
    """How many articles there are."""
    condition = fused(condition)
    if (flags := _flags(reader, condition)) is not None:
        return flags.count(1)
    if isinstance(condition, Match):
        return int(reader.one(f"SELECT count(*) {_MATCHING}", (condition.expression,)))
    sql, parameters = where(condition)
    return int(reader.one(f"SELECT count(*) FROM article WHERE {sql}", parameters))


def every(reader: Reader, condition: Condition) -> array[int]:
    """All the articles, the latest first; those of unknown year after the dated, the undated last."""
    condition = fused(condition)
    if condition == EVERYTHING:
        return _ids(reader, f"SELECT id FROM article {_ORDER}")
    if (flags := _flags(reader, condition)) is not None:
        if flags.count(1) >= _FEW:
            return array("q", _in_order(reader, flags))
        return _sorted(reader, compress(range(len(flags)), flags))
    if isinstance(condition, Match):
        return _matching(reader, condition)
    sql, parameters = where(condition)
    forced = "INDEXED BY article_order" if isinstance(condition, Not) else ""
    return _ids(reader, f"SELECT id FROM article {forced} WHERE {sql} {_ORDER}", *parameters)


def _matching(reader: Reader, match: Match) -> array[int]:
    count = 0 if match.broad else int(reader.one(f"SELECT count(*) {_MATCHING}", (match.expression,)))
    if match.broad or _SORTED * count > _IN_A_SET * count + _STEP * total(reader):
        # One walk through the index that is in order already, with the hits as a set.
        sql = (
            f"SELECT id FROM article INDEXED BY article_order WHERE id IN (SELECT rowid {_MATCHING}) {_ORDER}"
        )
    else:
        sql = f"SELECT article.id FROM fulltext JOIN article ON article.id = fulltext.rowid WHERE fulltext MATCH ? {_ORDER}"
    return _ids(reader, sql, match.expression)


# What a list shows that is not filtered: of reprints only the best copy.
_SHOWN = "article INDEXED BY article_shown WHERE behind = 0"


def stretch(reader: Reader, start: int, number: int) -> array[int]:
    """The shown articles in order, from position `start` on at most `number` of them: no list of the others is made."""
    behind = max(0, shown(reader) - start - number)
    if start <= behind:
        return _ids(reader, f"SELECT id FROM {_SHOWN} {_ORDER} LIMIT ? OFFSET ?", number, start)
    # From the nearer end.
    number = min(number, max(0, shown(reader) - start))
    found = _ids(
        reader,
        f"SELECT id FROM {_SHOWN} ORDER BY published, article.id DESC LIMIT ? OFFSET ?",
        number,
        behind,
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
    rows = reader.all(f"SELECT rowid, -bm25(fulltext, 1.0, ?) {_MATCHING}", (weight, expression))
    return dict(rows)


def _ids(reader: Reader, sql: str, *parameters: str | float) -> array[int]:
    return array("q", chain.from_iterable(reader.each(sql, parameters)))

"""Reading side: the latest articles that fulfil a condition, by looking at one article after the other.

Of what is common so the first are found sooner than all of them, however many there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from shanqu.store.codec import numbers
from shanqu.store.conditions import All, Any, Column, Condition, Match, Not, Test
from shanqu.store.members import IN_ORDER, MATCHING
from shanqu.store.reader import Reader
from shanqu.text.variants import holder, is_certain

# What one article takes, in microseconds: its text to be read, a literal to be looked for in it, a test, a question to
# the full-text index for each pair of characters.
_READ, _SOUGHT, _TESTED, _ASKED = 20.0, 8.0, 6.0, 60.0
# At least so many are looked at together; of a source so many first, which tell whether it is worth to go on.
_PORTION, _PROBE = 64, 16
# Where articles are not spread as evenly as is taken for granted, one gives up after so many times the effort.
_PATIENCE = 2

_COLUMNS: dict[Column | None, tuple[Column, ...]] = {
    "title": ("title",),
    "body": ("body",),
    None: ("body", "title"),
}
# In order the articles that may fulfil a condition: so many, behind so many.
Source = Callable[[int, int], Sequence[int]]
# What has been read, by column.
Texts = dict[Column, dict[int, bytes]]


class Latest(NamedTuple):
    """The articles found, in order; `complete` where there are no others."""

    ids: array[int]
    complete: bool


def latest(
    reader: Reader,
    condition: Condition,
    wanted: int,
    most: float,
    share: float | None = None,
    source: Source | None = None,
    probe: int | None = None,
) -> Latest | None:
    """At least the `wanted` latest articles; None where to look for them is likely to take longer than `most`

    microseconds. To be asked in a `steady` state, of a condition that is not `fused`. Those of the `source` are looked at
    (None: all articles), so many at once as a `probe` (None: a few); `share` is the part of them that is likely to fulfil
    the condition (None: not known).
    """
    effort, found, seen = _effort(condition), array("q"), 0
    portion = probe or (_PROBE if source else max(_PORTION, int(wanted / share) if share else 0))
    while portion * effort <= most and seen * effort <= _PATIENCE * most:
        some = (
            source(portion, seen) if source else reader.column(f"{IN_ORDER} LIMIT ? OFFSET ?", portion, seen)
        )
        held = _held(reader, condition, some, {})
        found.extend(id for id in some if id in held)
        seen += len(some)
        if len(found) >= wanted or len(some) < portion:
            return Latest(found, len(some) < portion)
        if not found:
            return None
        # A few more than are likely to do.
        portion = max(_PROBE, 5 * (wanted - len(found)) * seen // (4 * len(found)))
    return None


def _effort(condition: Condition) -> float:
    """The microseconds that one article takes at most; its texts are read only once."""
    costs = list(_costs(condition))
    return sum(costs) + _READ * (_SOUGHT in costs)


def _costs(condition: Condition) -> Iterator[float]:
    match condition:
        case Match():
            yield _SOUGHT if _can_be_read(condition) else _ASKED * (condition.expression.count(" ") + 1)
        case Test():
            yield _TESTED
        case Not(part):
            yield from _costs(part)
        case All(parts) | Any(parts):
            yield from chain.from_iterable(map(_costs, parts))


def _held(reader: Reader, condition: Condition, ids: Collection[int], texts: Texts) -> set[int]:
    """Those of these articles that fulfil the condition; `texts` are those that have been read."""
    match condition:
        case Match():
            if _can_be_read(condition):
                return _read(reader, condition, ids, texts)
            asked = f"SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 {MATCHING} AND fulltext.rowid = value)"
            return set(reader.listed(asked, numbers(ids), condition.expression))
        case Test(_, each, parameters):
            sql = f"SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) AND {each}"
            return set(reader.listed(sql, numbers(ids), *parameters))
        case Not(part):
            return set(ids) - _held(reader, part, ids, texts)
        case All(parts):
            left = set(ids)
            for part in _quickest_first(parts):
                left = _held(reader, part, left, texts)
            return left
        case Any(parts):
            found: set[int] = set()
            for part in _quickest_first(parts):
                found |= _held(reader, part, set(ids) - found, texts)
            return found


def _quickest_first(parts: Sequence[Condition]) -> list[Condition]:
    return sorted(parts, key=_effort)


def _can_be_read(match: Match) -> bool:
    """Whether the texts themselves tell it."""
    return bool(match.literal) and is_certain(match.literal)


def _read(reader: Reader, match: Match, ids: Collection[int], texts: Texts) -> set[int]:
    held, found = holder(match.literal), set[int]()
    for column in _COLUMNS[match.column]:
        known, left = texts.setdefault(column, {}), set(ids) - found
        known.update(reader.bytes_of(column, left - known.keys()))
        found.update(id for id in left if held(known[id]))
    return found

"""Search: which articles, in which order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Literal, NamedTuple

from shanqu.model import Query
from shanqu.query.matching import Matcher
from shanqu.store import Reader, conditions, finding
from shanqu.store.conditions import All, Condition, Match, Not
from shanqu.store.finding import Found

Order = Literal["date", "relevance"]

# Beyond so many hits a score says little and takes long: then hits in the title come first.
_MOST_SCORED = 5000
_TITLE_WEIGHT = 6.0
# A text that is so many years older than the newest found counts half of what its age can count at most.
_HALF_YEARS = 3.0
_RECENCY = 0.3
_DAYS = 365.25


class Wanted(NamedTuple):
    """What is asked for: a query, entities that are to be named, and others that are not; and in which order."""

    query: Query = Query()
    entities: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    order: Order = "date"
    merged: tuple[tuple[int, ...], ...] = ()
    """Entities that the user has made one: naming any of them is naming all."""


def condition_of(matcher: Matcher, wanted: Wanted) -> Condition:
    """What an article must fulfil."""
    named = [conditions.naming(_same(entity, wanted)) for entity in wanted.entities]
    unnamed = [Not(conditions.naming(_same(entity, wanted))) for entity in wanted.without]
    asked = matcher.condition(wanted.query)
    assert isinstance(asked, All)
    return All((*asked.parts, *named, *unnamed))


def _same(entity: int, wanted: Wanted) -> tuple[int, ...]:
    return next((group for group in wanted.merged if entity in group), (entity,))


def first(reader: Reader, matcher: Matcher, wanted: Wanted, least: int) -> Found:
    """At least the first `least` articles, as quickly as they can be told; how many, where that costs no more."""
    condition = condition_of(matcher, wanted)
    if wanted.order == "date":
        return finding.first(reader, condition, least)
    ids = _by_relevance(reader, condition)
    return Found(len(ids), ids, True)


def number(reader: Reader, matcher: Matcher, wanted: Wanted) -> int:
    """How many articles there are."""
    return finding.number(reader, condition_of(matcher, wanted))


def every(reader: Reader, matcher: Matcher, wanted: Wanted) -> array[int]:
    """All the articles."""
    condition = condition_of(matcher, wanted)
    return finding.every(reader, condition) if wanted.order == "date" else _by_relevance(reader, condition)


def _by_relevance(reader: Reader, condition: Condition) -> array[int]:
    ids = finding.every(reader, condition)
    fused = conditions.fused(condition)
    parts = fused.parts if isinstance(fused, All) else (fused,)
    match = next((part for part in parts if isinstance(part, Match)), None)
    if match is None or len(ids) < 2:
        return ids
    if len(ids) > _MOST_SCORED:
        in_title = set(finding.every(reader, Match(f"title : ({match.expression})", match.broad)))
        return array("q", sorted(ids, key=lambda id: id not in in_title))
    scores = finding.scores(reader, match.expression, _TITLE_WEIGHT)
    recent = _recency(reader, ids)
    return array("q", sorted(ids, key=lambda id: -scores.get(id, 0.0) * recent.get(id, 1.0)))


def _recency(reader: Reader, ids: Sequence[int]) -> dict[int, float]:
    """A factor from 1 (of unknown date, or very old) to 1 + `_RECENCY` (the newest of them)."""
    days = {id: day for id, iso in reader.published(ids) if (day := _days(iso)) is not None}
    newest = max(days.values(), default=0.0)
    return {id: 1 + _RECENCY * 0.5 ** ((newest - day) / _DAYS / _HALF_YEARS) for id, day in days.items()}


def _days(iso: str | None) -> float | None:
    """About how many days there are from the year 0 to a date of which as much as the year is known."""
    if iso is None or not iso[:4].isdecimal():
        return None
    year, month, day = (*(int(part) for part in iso.split("-")), 1, 1)[:3]
    return year * _DAYS + month * 30.4 + day

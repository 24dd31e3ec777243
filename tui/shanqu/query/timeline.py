"""What is dated of an entity: its events, and the dates among its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias, cast

from shanqu.gazetteer.events import sort_of
from shanqu.query import placed
from shanqu.query.corrected import Corrected
from shanqu.query.figures import ref_of
from shanqu.query.passages import passage
from shanqu.query.picture_shapes import Event, EventKind
from shanqu.store import Reader, lookup
from shanqu.store.deeds import Dated, dated, telling
from shanqu.store.heads import Head, heads
from shanqu.store.leading import UNDATED, Said, said

_FULL = re.compile(r"\d{4}(-\d{2}){0,2}(/.*)?")
MOST = 200

# What makes two tellings those of one event.
_Key: TypeAlias = tuple[str, EventKind, str]


class Latest(NamedTuple):
    """Events, and how many there are of which they are some."""

    events: list[Event]
    number: int


def events(reader: Reader, entity: int, corrected: Corrected, most: int = MOST) -> list[Event]:
    """What is dated of an entity, in order of time, each event of a date once. Raises KeyError for an unknown id."""
    return latest(reader, entity, corrected, most, most).events


def latest(reader: Reader, entity: int, corrected: Corrected, most: int, made: int) -> Latest:
    """The last `made` of the last `most` of these events, in order of time, and how many those are."""
    known = lookup.by_id(reader, [entity])
    ids = corrected.all([known[entity].id])
    names = {known[entity].canonical, *lookup.surfaces_of(reader, ids)}
    code = known[entity].code
    found = dated(reader, ids, names, code)
    if code and (merged := ids - lookup.coded(reader, code, "place")):
        found += set(dated(reader, merged, names, "")).difference(found)
        code = ""
    told = telling(reader, found, code, corrected.wrong)
    ordered = sorted(_chosen(reader, told, most).items(), key=lambda item: item[0][0])[-most:]
    shown = ordered[-made:] if made else []
    read = heads(reader, {one.article for _, one in shown})
    return Latest([_event(key, one, read[one.article]) for key, one in shown], len(ordered))


def _chosen(reader: Reader, told: Sequence[Dated], most: int) -> dict[_Key, Said]:
    """Of each event of a date one that tells of it, at least of the last `most`; `told` has the latest years first."""
    bad = placed.unfit(reader)
    chosen: dict[_Key, Said] = {}
    at, late = 0, 0
    while at < len(told) and late < most:
        # Whole years: what comes first in one may be told last.
        last = told[min(at + most, len(told)) - 1].age
        end = next((n for n in range(at, len(told)) if told[n].age > last), len(told))
        for one in said(reader, [of_year.row for of_year in told[at:end]]).values():
            date = (one.fact.period_norm or "").removeprefix("/")
            if one.article not in bad and _FULL.fullmatch(date):
                chosen.setdefault((date, _sort(one), _text(one)), one)
        # Periods are as old as their ends, but stand where they begin.
        late = sum(int(date[:4]) >= UNDATED - last for date, *_ in chosen)
        at = end
    return chosen


def _event(key: _Key, one: Said, head: Head) -> Event:
    planned = one.fact.status != "actual"
    return Event(*key, one.fact.subject, passage(head, ref_of(one)), ref_of(one), planned)


def _sort(one: Said) -> EventKind:
    return cast(EventKind, sort_of(one.fact.indicator.removesuffix("时间")))


def _text(one: Said) -> str:
    return f"{one.fact.subject or ''} {one.fact.indicator}".strip()

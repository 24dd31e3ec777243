"""What is dated of an entity: its events, and the dates among its figures."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from shanqu.gazetteer.events import sort_of
from shanqu.query import placed
from shanqu.query.corrected import Corrected
from shanqu.query.figures import ref_of
from shanqu.query.passages import passage
from shanqu.query.picture_shapes import Event, EventKind
from shanqu.store import Reader, lookup
from shanqu.store.deeds import dated, telling
from shanqu.store.heads import Head, heads
from shanqu.store.leading import Said, said

_FULL = re.compile(r"\d{4}(-\d{2}){0,2}(/.*)?")
MOST = 200


class Timeline(NamedTuple):
    """Events, and how many there are of which they are some."""

    events: list[Event]
    number: int


def events(reader: Reader, entity: int, corrected: Corrected, most: int = MOST) -> list[Event]:
    """What is dated of an entity, in order of time, each event of a date once. Raises KeyError for an unknown id."""
    return latest(reader, entity, corrected, most, most).events


def latest(reader: Reader, entity: int, corrected: Corrected, most: int, made: int) -> Timeline:
    """The last `made` of the last `most` of these events, in order of time, and how many those are."""
    known = lookup.by_id(reader, [entity])
    ids = corrected.all([known[entity].id])
    names = {known[entity].canonical, *lookup.surfaces_of(reader, ids)}
    code = known[entity].code
    rows = telling(reader, dated(reader, ids, names, code), code, corrected.wrong)
    bad = placed.unfit(reader)
    chosen: dict[tuple[str, EventKind, str], Said] = {}
    for one in said(reader, rows).values():
        date = one.fact.period_norm or ""
        if one.article not in bad and _FULL.fullmatch(date):
            chosen.setdefault((date, _sort(one), _text(one)), one)
    ordered = sorted(chosen.items(), key=lambda item: item[0][0])[-most:]
    shown = ordered[-made:] if made else []
    read = heads(reader, {one.article for _, one in shown})
    return Timeline([_event(key, one, read[one.article]) for key, one in shown], len(ordered))


def _event(key: tuple[str, EventKind, str], one: Said, head: Head) -> Event:
    planned = one.fact.status != "actual"
    return Event(*key, one.fact.subject, passage(head, ref_of(one)), ref_of(one), planned)


def _sort(one: Said) -> EventKind:
    return cast(EventKind, sort_of(one.fact.indicator.removesuffix("时间")))


def _text(one: Said) -> str:
    return f"{one.fact.subject or ''} {one.fact.indicator}".strip()

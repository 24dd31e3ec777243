"""Counts that are drawn: bars, years, events, tables, pairs, and the lines of a concordance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from shanqu.messages import Message
from shanqu.query.matrix_shapes import Mark, Ref, State
from shanqu.query.shapes import Evidence

EventKind = Literal["signed", "started", "producing", "finished", "issued", "milestone", "published"]
EVENT_KINDS: dict[EventKind, str] = {
    "signed": Message("signed"),
    "started": Message("construction started"),
    "producing": Message("in production"),
    "finished": Message("finished"),
    "issued": Message("issued"),
    "milestone": Message("date"),
    "published": Message("published"),
}
KwicSort = Literal["article", "left", "right"]


class Bar(NamedTuple):
    """One column's leading figure of a row. `value` None: nothing to draw, `state` tells why.

    `low` and `high` are the bounds of a hedged value. Bars with unlike `marks` are not comparable as they stand.
    """

    label: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    marks: tuple[Mark, ...]
    state: State


class Bars(NamedTuple):
    """A row of the matrix to be drawn. `unit` is that of the values."""

    title: str
    unit: str | None
    bars: tuple[Bar, ...]


class CountTable(NamedTuple):
    """Counts by row and column. `row_keys` are what to ask the library for: codes, entity ids, or years."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    row_keys: tuple[str, ...] = ()
    column_keys: tuple[str, ...] = ()
    what: str = ""
    """What is counted, a Message."""


class Event(NamedTuple):
    """Something dated. `date` is as much of ISO 8601 as is known; `2020/2022` is a period. `planned`: yet to come."""

    date: str
    kind: EventKind
    text: str
    subject: str | None
    evidence: Evidence
    ref: Ref
    planned: bool = False


class Pair(NamedTuple):
    """Two entities and in how many independent texts one sentence names both; `together` counts sentences."""

    first: int
    second: int
    first_name: str
    second_name: str
    first_kind: str
    second_kind: str
    texts: int
    together: int


class EventLine(NamedTuple):
    """Events in order of time, to be drawn."""

    title: str
    events: tuple[Event, ...]


class Network(NamedTuple):
    """An entity, its pairs, and for each of them those of the other one, to be drawn."""

    title: str
    name: str
    near: Sequence[tuple[Pair, Sequence[Pair]]]


class KwicLine(NamedTuple):
    """A hit with the text left and right of it, each of exactly the cells asked for.

    `copies`: where copies of a text are left out, how many say it in the same sentence.
    """

    article: int
    title: str
    site: str | None
    published: str | None
    left: str
    hit: str
    right: str
    ref: Ref
    copies: int = 0


class Collocate(NamedTuple):
    """A word near a term. `score` is the measure's, `together` its occurrences near the term, `total` all."""

    text: str
    score: float
    together: int
    total: int


class Collocates(NamedTuple):
    """The words near a term, the closest first. `measure` and `span` name the method."""

    term: str
    measure: str
    span: int
    hits: int
    words: tuple[Collocate, ...]

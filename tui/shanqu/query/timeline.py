"""What is dated of an entity: milestones among its figures, and sentences that date an event."""

from __future__ import annotations

import re
from collections.abc import Collection

from shanqu.query import placed
from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Ref
from shanqu.query.passages import passage
from shanqu.query.picture_shapes import Event, EventKind
from shanqu.query.stages import kind_of
from shanqu.store import Reader, lookup
from shanqu.store.heads import Head, heads
from shanqu.store.leading import said
from shanqu.store.milestones import milestones
from shanqu.store.spoken import spoken

_DATE = re.compile(r"((?:19|20)\d{2})年(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12]\d|0?[1-9])日)?)?")
_FULL = re.compile(r"\d{4}(-\d{2}){0,2}(/.*)?")
MOST = 200


def events(reader: Reader, entity: int, corrected: Corrected, most: int = MOST) -> list[Event]:
    """What is dated of an entity, in order of time, each event of a date once. Raises KeyError for an unknown id."""
    known = lookup.by_id(reader, [entity])
    ids = corrected.all([known[entity].id])
    bad = placed.unfit(reader)
    found = [*_of_facts(reader, ids, known[entity].code, corrected, bad), *_of_sentences(reader, ids, bad)]
    chosen = dict[tuple[str, EventKind, str], tuple[str, EventKind, str, str | None, Ref]]()
    for one in found:
        chosen.setdefault((one[0], one[1], one[2]), one)
    latest = sorted(chosen.values(), key=lambda one: one[0])[-most:]
    shown = heads(reader, {one[4].article for one in latest})
    return [_event(shown[one[4].article], one) for one in latest]


_Found = tuple[str, EventKind, str, str | None, Ref]


def _event(head: Head, found: _Found) -> Event:
    date, kind, text, subject, ref = found
    return Event(date, kind, text, subject, passage(head, ref), ref)


def _of_facts(
    reader: Reader, ids: Collection[int], code: str, corrected: Corrected, bad: Collection[int]
) -> list[_Found]:
    rows = set(milestones(reader, ids, code)) - corrected.wrong
    found: list[_Found] = []
    for one in said(reader, rows).values():
        fact = one.fact
        if one.article in bad or not fact.period_norm or not _FULL.fullmatch(fact.period_norm):
            continue
        text = f"{fact.subject or ''} {fact.indicator}".strip()
        ref = Ref(one.article, fact.sentence_start, fact.sentence_end, fact.start, fact.end)
        found.append((fact.period_norm, kind_of(fact.indicator) or "milestone", text, fact.subject, ref))
    return found


def _of_sentences(reader: Reader, ids: Collection[int], bad: Collection[int]) -> list[_Found]:
    found: list[_Found] = []
    for one in spoken(reader, ids):
        if one.article in bad or "月" not in one.text:
            continue
        for match in _DATE.finditer(one.text):
            clause = re.split("[;；。]", one.text[match.start() :], maxsplit=1)[0]
            kind = kind_of(clause)
            if kind is not None and match[2]:
                start = one.sentence + match.start()
                ref = Ref(one.article, one.sentence, one.sentence_end, start, start + len(match[0]))
                found.append((_iso(match), kind, clause[:60], None, ref))
    return found


def _iso(match: re.Match[str]) -> str:
    return "-".join([match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)])

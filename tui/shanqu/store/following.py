"""Facts of which the user has given a name to another entity: they follow the mention that the name was taken from.

A fact knows names, not mentions. The mention that bears a name of it is the last one in its sentence up to the figure,
else the next one there, else the last one before that sentence, else the first of the article. The record says what
holds now, the column `extracted` what extraction said.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.store.codec import decode_fact, encode_fact

COLUMN = """
ALTER TABLE fact ADD COLUMN extracted TEXT;     -- place, code and subject before a split, as JSON; NULL: as they are
"""


class _Bearer(NamedTuple):
    """A mention: its page offset and that of its sentence, kind and code of what was extracted, what it is given to."""

    start: int
    sentence: int
    kind: str
    code: str
    name: str
    into_code: str
    moved: bool


_MENTIONS = """
    SELECT was.canonical, mention.start, sentence, was.kind, was.code, entity.canonical, entity.code, extracted NOT NULL
    FROM mention JOIN entity ON entity.id = mention.entity JOIN entity was ON was.id = coalesce(extracted, entity)
    WHERE article = ? ORDER BY mention.start
"""


def follow(connection: sqlite3.Connection, article: int) -> None:
    """Give the facts of an article the names that its mentions now have."""
    bearers: dict[str, list[_Bearer]] = {}
    for canonical, *rest in connection.execute(_MENTIONS, (article,)):
        bearers.setdefault(canonical, []).append(_Bearer._make(rest))
    given = [_quoted(name) for name, said in bearers.items() if any(one.moved for one in said)]
    changed = []
    rows = connection.execute("SELECT rowid, record, extracted FROM fact WHERE article = ?", (article,))
    for row, record, extracted in rows.fetchall():
        if extracted is None and not any(name in record for name in given):
            continue
        held = decode_fact(record)
        fact = held if extracted is None else _with(held, json.loads(extracted))
        now = _followed(fact, bearers)
        if now != held:
            kept = (
                None if now == fact else json.dumps([fact.place, fact.code, fact.subject], ensure_ascii=False)
            )
            changed.append((encode_fact(now), now.code or "", kept, row))
    connection.executemany("UPDATE fact SET record = ?, code = ?, extracted = ? WHERE rowid = ?", changed)


def _quoted(name: str) -> str:
    """The name as a record has it."""
    return json.dumps(name, ensure_ascii=False)


def follow_all(connection: sqlite3.Connection) -> None:
    """The same for every article with mentions that were given to another entity."""
    rows = connection.execute("SELECT DISTINCT article FROM mention WHERE extracted IS NOT NULL").fetchall()
    for (article,) in rows:
        follow(connection, article)


def _with(fact: Fact, names: Sequence[str | None]) -> Fact:
    place, code, subject = names
    return fact._replace(place=place, code=code, subject=subject)


def _followed(fact: Fact, bearers: Mapping[str, Sequence[_Bearer]]) -> Fact:
    """The fact as it was extracted, with the names that the mentions which bear its own now have."""
    named = [
        one
        for one in bearers.get(fact.place or "", ())
        if one.kind == "place" and one.code == (fact.code or "")
    ]
    subject = _bearer(fact, bearers.get(fact.subject or "", ()))
    place = None if _lies(fact, subject, bearers) else _bearer(fact, named)
    if fact.subject == fact.place:
        subject = place
    return fact._replace(
        place=place.name if place and place.moved else fact.place,
        code=(place.into_code or None) if place and place.moved else fact.code,
        subject=subject.name if subject and subject.moved else fact.subject,
    )


def _lies(fact: Fact, subject: _Bearer | None, bearers: Mapping[str, Sequence[_Bearer]]) -> bool:
    """Whether the fact is of what lies in its county, as a zone does: that tells the county without naming it."""
    if fact.scope == "zone":
        return any(one.kind == "park" and one.code == fact.code for said in bearers.values() for one in said)
    if subject is None or fact.subject == fact.place:
        return False
    return subject.code != "" and subject.sentence == fact.sentence_start


def _bearer(fact: Fact, mentions: Sequence[_Bearer]) -> _Bearer | None:
    """Which of the mentions of a name, in page order, bears it for the fact."""
    inside = [one for one in mentions if one.sentence == fact.sentence_start]
    before = bisect_right(mentions, fact.sentence_start, key=lambda one: one.start)
    among = inside or mentions[:before] or mentions[:1]
    if not among:
        return None
    upto = bisect_right(among, fact.start, key=lambda one: one.start)
    return among[max(0, upto - 1)]

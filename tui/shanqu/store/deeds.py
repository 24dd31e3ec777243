"""Reading side for what is no figure among the facts: events with their dates, and pairings."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.store.leading import UNDATED, strings
from shanqu.store.reader import Reader, numbers

_DATED = "(about GLOB 'event *' OR about GLOB 'milestone *')"
_KNOWN = f"age < {UNDATED}"
_PAIRED = "about GLOB 'pairing *'"
# Article by article: of what they hold few facts are of these kinds, while they name a place over and over.
_IN_SENTENCES = (
    "FROM naming CROSS JOIN fact ON fact.article = naming.article AND {which}"
    " CROSS JOIN mention ON mention.article = fact.article AND mention.sentence = fact.sentence"
    " AND mention.entity = naming.entity WHERE naming.entity IN (SELECT value FROM json_each(:ids))"
)


class Dated(NamedTuple):
    """An event or a date: its row, its age (9999 less its last year), and whether it is an event."""

    row: int
    age: int
    event: bool


def dated(reader: Reader, ids: Collection[int], names: Collection[str], code: str) -> list[Dated]:
    """The events and dates of a place of which a year is known; where it has no code those in the sentences that name
    the entity, and the events that happen to a thing of these `names` in articles that name it."""
    told = "fact.rowid, age, about GLOB 'event *'"
    if code:
        # An index alone answers this.
        sql = f"SELECT {told} FROM fact WHERE code <> '' AND code = :code AND {_DATED} AND {_KNOWN}"
        return list(map(Dated._make, reader.all(sql, {"code": code})))
    sql = (
        f"SELECT {told} {_IN_SENTENCES.format(which=_DATED)} AND {_KNOWN}"
        f" UNION SELECT {told} FROM naming JOIN fact ON fact.article = naming.article"
        " WHERE naming.entity IN (SELECT value FROM json_each(:ids)) AND about GLOB 'event *'"
        f" AND {_KNOWN} AND json_extract(record, '$.subject') IN (SELECT value FROM json_each(:names))"
    )
    return list(map(Dated._make, reader.all(sql, {"ids": numbers(ids), "names": strings(names)})))


def telling(reader: Reader, found: Collection[Dated], code: str, wrong: Collection[int]) -> list[Dated]:
    """Those of the events and dates of a place that are not `wrong`, the latest year first; a date only where its
    sentence tells of no event of the place."""
    beside = reader.all(
        "SELECT here.rowid, event.rowid FROM json_each(:dates) CROSS JOIN fact here ON here.rowid = value"
        " JOIN fact event ON event.article = here.article AND event.sentence = here.sentence"
        " AND event.about GLOB 'event *' AND :code IN ('', event.code)",
        {"dates": numbers(one.row for one in found if not one.event), "code": code},
    )
    left_out = {row for row, event in beside if event not in wrong}.union(wrong)
    return sorted((one for one in found if one.row not in left_out), key=lambda one: one.age)


def paired(reader: Reader, ids: Collection[int], code: str) -> set[int]:
    """The pairings of a place and those in the sentences that name the entity."""
    rows = reader.all(
        f"SELECT fact.rowid {_IN_SENTENCES.format(which=_PAIRED)}"
        f" UNION SELECT rowid FROM fact WHERE code <> '' AND code = :code AND {_PAIRED}",
        {"ids": numbers(ids), "code": code},
    )
    return {row[0] for row in rows}

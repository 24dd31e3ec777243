"""Reading side for what is no figure among the facts: events with their dates, and pairings."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from shanqu.store.leading import UNDATED, strings
from shanqu.store.reader import Reader, numbers

_DATED = "(about GLOB 'event *' OR about GLOB 'milestone *')"
_KNOWN = f"age < {UNDATED}"
_PAIRED = "about GLOB 'pairing *'"
_IN_SENTENCES = (
    "FROM mention JOIN fact ON fact.article = mention.article AND fact.sentence = mention.sentence"
    " WHERE mention.entity IN (SELECT value FROM json_each(:ids))"
)


def dated(reader: Reader, ids: Collection[int], names: Collection[str], code: str) -> dict[int, bool]:
    """The events and dates of a place of which a year is known, each row with whether it is an event; where it has no
    code those in the sentences that name the entity, and the events that happen to a thing of these `names` in
    articles that name it."""
    told = "fact.rowid, about GLOB 'event *'"
    if code:
        # An index alone answers this.
        sql = f"SELECT {told} FROM fact WHERE code <> '' AND code = :code AND {_DATED} AND {_KNOWN}"
        return dict(reader.all(sql, {"code": code}))
    sql = (
        f"SELECT {told} {_IN_SENTENCES} AND {_DATED} AND {_KNOWN}"
        f" UNION SELECT {told} FROM naming JOIN fact ON fact.article = naming.article"
        " WHERE naming.entity IN (SELECT value FROM json_each(:ids)) AND about GLOB 'event *'"
        f" AND {_KNOWN} AND json_extract(record, '$.subject') IN (SELECT value FROM json_each(:names))"
    )
    return dict(reader.all(sql, {"ids": numbers(ids), "names": strings(names)}))


def telling(reader: Reader, found: Mapping[int, bool], code: str, wrong: Collection[int]) -> set[int]:
    """Those of the events and dates of a place that are not `wrong`; a date only where its sentence tells of no event of
    the place."""
    beside = reader.all(
        "SELECT here.rowid, event.rowid FROM json_each(:dates) CROSS JOIN fact here ON here.rowid = value"
        " JOIN fact event ON event.article = here.article AND event.sentence = here.sentence"
        " AND event.about GLOB 'event *' AND :code IN ('', event.code)",
        {"dates": numbers(row for row, event in found.items() if not event), "code": code},
    )
    told = {row for row, event in beside if event not in wrong}
    return found.keys() - told - set(wrong)


def paired(reader: Reader, ids: Collection[int], code: str) -> set[int]:
    """The pairings of a place and those in the sentences that name the entity."""
    rows = reader.all(
        f"SELECT fact.rowid {_IN_SENTENCES} AND {_PAIRED}"
        f" UNION SELECT rowid FROM fact WHERE code <> '' AND code = :code AND {_PAIRED}",
        {"ids": numbers(ids), "code": code},
    )
    return {row[0] for row in rows}

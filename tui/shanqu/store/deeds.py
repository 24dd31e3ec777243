"""Reading side for what is no figure among the facts: events with their dates, and pairings."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.store.leading import UNDATED, strings
from shanqu.store.reader import Reader, numbers

_DATED = "(about GLOB 'event *' OR about GLOB 'milestone *')"
_PAIRED = "about GLOB 'pairing *'"
_IN_SENTENCES = (
    "SELECT fact.rowid FROM mention JOIN fact ON fact.article = mention.article AND fact.sentence = mention.sentence"
    " WHERE mention.entity IN (SELECT value FROM json_each(:ids))"
)
_OF_PLACE = "SELECT rowid FROM fact WHERE code <> '' AND code = :code"


def dated(reader: Reader, ids: Collection[int], names: Collection[str], code: str) -> set[int]:
    """The events and dates of a place; where it has no code those in the sentences that name the entity, and the events
    that happen to a thing of these `names` in articles that name it."""
    if code:
        return _rows(reader, f"{_OF_PLACE} AND {_DATED}", {"code": code})
    sql = (
        f"{_IN_SENTENCES} AND {_DATED}"
        " UNION SELECT fact.rowid FROM naming JOIN fact ON fact.article = naming.article"
        " WHERE naming.entity IN (SELECT value FROM json_each(:ids)) AND about GLOB 'event *'"
        " AND json_extract(record, '$.subject') IN (SELECT value FROM json_each(:names))"
    )
    return _rows(reader, sql, {"ids": numbers(ids), "names": strings(names)})


def telling(reader: Reader, rows: Collection[int]) -> set[int]:
    """Those of these events and dates of which a year is known; a date only where its sentence tells of no event."""
    found = reader.all(
        "SELECT rowid, article, sentence, age, about GLOB 'event *' FROM fact"
        " WHERE rowid IN (SELECT value FROM json_each(?))",
        (numbers(rows),),
    )
    told = {(article, sentence) for _, article, sentence, _, event in found if event}
    return {
        row
        for row, article, sentence, age, event in found
        if age < UNDATED and (event or (article, sentence) not in told)
    }


def paired(reader: Reader, ids: Collection[int], code: str) -> set[int]:
    """The pairings of a place and those in the sentences that name the entity."""
    return _rows(
        reader,
        f"{_IN_SENTENCES} AND {_PAIRED} UNION {_OF_PLACE} AND {_PAIRED}",
        {"ids": numbers(ids), "code": code},
    )


def _rows(reader: Reader, sql: str, given: dict[str, str]) -> set[int]:
    return {row[0] for row in reader.all(sql, given)}

"""Reading side for timelines: facts that are dates."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.store.reader import Reader, numbers


def milestones(reader: Reader, ids: Collection[int], code: str) -> list[int]:
    """The dates among the facts of a place, or, where it has no code, in the sentences that name the entity."""
    if code:
        rows = reader.all(
            "SELECT rowid FROM fact WHERE code <> '' AND code = ? AND about >= 'milestone' AND about < 'milestonf'",
            (code,),
        )
    else:
        rows = reader.all(
            "SELECT DISTINCT fact.rowid FROM mention JOIN fact ON fact.article = mention.article"
            " AND fact.sentence = mention.sentence WHERE entity IN (SELECT value FROM json_each(?))"
            " AND about >= 'milestone' AND about < 'milestonf'",
            (numbers(ids),),
        )
    return [row[0] for row in rows]

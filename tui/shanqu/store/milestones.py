"""Reading side for timelines: facts that are dates, and sentences with a year and a month in them."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.store.reader import Reader, numbers
from shanqu.store.spoken import Spoken


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


def dated_sentences(reader: Reader, ids: Collection[int]) -> list[Spoken]:
    """The sentences that name these entities and hold a month of a year, the latest articles first."""
    rows = reader.all(
        "SELECT article.id, reprints, sentence, sentence_end, min(start), end,"
        " substr(page, sentence + 1, sentence_end - sentence) AS said"
        " FROM mention JOIN content ON content.article = mention.article JOIN article ON article.id = mention.article"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY article.id, sentence"
        " HAVING said GLOB '*[12][0-9][0-9][0-9]年*月*' ORDER BY published DESC, article.id, sentence",
        (numbers(ids),),
    )
    return [Spoken(*row) for row in rows]

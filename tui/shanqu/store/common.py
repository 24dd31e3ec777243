"""Reading side: which articles hold a common phrase."""

from __future__ import annotations

import json

from shanqu.store.bits import BITS, SIZE, flags_in
from shanqu.store.grams import phrase
from shanqu.store.phrases import LONGEST, pairs
from shanqu.store.reader import Reader

_HELD = "FROM facet_block CROSS JOIN phrase_block USING (block) WHERE phrase"


def holding(reader: Reader, literal: str) -> bytearray | None:
    """For each article, by its number, 1 if it holds the folded literal, else 0; None where the index tells it as soon.

    To be asked in a `steady` state.
    """
    if not 2 <= len(literal) <= LONGEST:
        return None
    held = dict(reader.each(f"SELECT block, articles {_HELD} = ?", (literal,)))
    known = held.keys() | _without(reader, literal)
    last = int(reader.one("SELECT max(id) FROM article") or 0)
    changed = set(reader.changed())
    asked = {*range((last >> BITS) + 1)} - known | {id >> BITS for id in changed}
    if 2 * len(asked) > len(known):
        return None
    flags = bytearray(last + SIZE)
    for block, packed in held.items():
        flags[block << BITS : block + 1 << BITS] = flags_in(packed)
    for id in changed:
        flags[id] = 0
    for block in asked:
        hits = reader.column(
            "SELECT rowid FROM fulltext WHERE fulltext MATCH ? AND rowid BETWEEN ? AND ?",
            phrase(literal),
            block << BITS,
            (block + 1 << BITS) - 1,
        )
        for id in hits if block not in known else changed.intersection(hits):
            flags[id] = 1
    return flags


def _without(reader: Reader, literal: str) -> set[int]:
    """The blocks whose common pairs are all those of the literal and more: what is not kept of them they do not hold."""
    of_it = pairs(literal)
    rows = reader.each(
        f"SELECT block {_HELD} IN (SELECT value FROM json_each(?)) GROUP BY block HAVING count(*) = ?",
        (json.dumps(of_it), len(of_it)),
    )
    return {row[0] for row in rows}

"""Reading side: which articles hold a common phrase."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from shanqu.store.bits import BITS, SIZE, flags_in
from shanqu.store.grams import phrase
from shanqu.store.phrases import LONGEST, pairs
from shanqu.store.reader import Reader, numbers

# So many blocks tell which pairs are kept.
_SAMPLE = 6


def kept_pairs(reader: Reader, literals: Iterable[str]) -> set[str]:
    """The pairs of characters in these literals that are common: a few blocks tell whether most keep them."""
    blocks = _blocks(reader)
    sample = blocks[:: len(blocks) // _SAMPLE + 1]
    of_them = {pair for literal in literals for pair in pairs(literal)}
    if not sample or not of_them:
        return set()
    given = {"blocks": numbers(sample), "pairs": json.dumps(list(of_them))}
    found = reader.each(
        f"SELECT phrase, count(*) {_KEPT} IN (SELECT value FROM json_each(:pairs)) GROUP BY phrase", given
    )
    return {pair for pair, often in found if 3 * often >= 2 * len(sample)}


def holding(reader: Reader, literal: str) -> bytearray | None:
    """For each article, by its number, 1 if it holds the folded literal, else 0; None where the index tells it as soon.

    To be asked in a `steady` state.
    """
    if not 2 <= len(literal) <= LONGEST:
        return None
    last = int(reader.one("SELECT max(id) FROM article") or 0)
    known = _known(reader, literal, _blocks(reader))
    changed = set(reader.changed())
    asked = {*range((last >> BITS) + 1)} - known.keys() | {id >> BITS for id in changed}
    if 2 * len(asked) > len(known):
        return None
    flags = bytearray(last + SIZE)
    for block, packed in known.items():
        if packed:
            flags[block << BITS : block + 1 << BITS] = flags_in(packed)
    for id in changed:
        flags[id] = 0
    for block in asked:
        span = (block << BITS, (block + 1 << BITS) - 1)
        if block in known:
            others = [id for id in changed if id >> BITS == block]
            span = (min(others), max(others))
        sql = "SELECT rowid FROM fulltext WHERE fulltext MATCH ? AND rowid BETWEEN ? AND ?"
        hits = reader.column(sql, phrase(literal), *span)
        for id in hits if block not in known else changed.intersection(hits):
            flags[id] = 1
    return flags


def _blocks(reader: Reader) -> list[int]:
    blocks: list[int] = reader.remembered(
        "blocks", lambda: [row[0] for row in reader.each("SELECT block FROM facet_block")]
    )
    return blocks


_KEPT = "FROM json_each(:blocks) CROSS JOIN phrase_block ON block = value WHERE phrase"


def _known(reader: Reader, literal: str, blocks: Sequence[int]) -> dict[int, bytes]:
    """Of those of these blocks that tell it, which articles hold the literal; empty where none do."""
    of_it = pairs(literal)
    given = {"blocks": numbers(blocks), "literal": literal, "pairs": json.dumps(of_it), "number": len(of_it)}
    known: dict[int, bytes] = {}
    if of_it != [literal]:
        # What is not kept of a block whose common pairs are all those of the literal and more, it does not hold.
        without = reader.each(
            f"SELECT block {_KEPT} IN (SELECT value FROM json_each(:pairs)) GROUP BY block HAVING count(*) = :number",
            given,
        )
        known = dict.fromkeys((row[0] for row in without), b"")
    known.update(reader.each(f"SELECT block, articles {_KEPT} = :literal", given))
    return known

"""Reading side: which articles hold a common phrase."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from shanqu.store.bits import BITS, SIZE, flags_in
from shanqu.store.grams import phrase
from shanqu.store.phrases import LONGEST, pairs
from shanqu.store.reader import Reader, numbers
from shanqu.text.variants import holder, is_certain

# So many blocks tell which pairs are kept.
_SAMPLE = 6
# Of so few changed articles the texts are read: that is sooner done than the index asked about them.
_MOST_READ = 16
_BETWEEN = "SELECT rowid FROM fulltext WHERE fulltext MATCH ? AND rowid BETWEEN ? AND ?"


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
    read = changed if len(changed) <= _MOST_READ and is_certain(literal) else set[int]()
    asked = {*range((last >> BITS) + 1)} - known.keys() | {id >> BITS for id in changed - read}
    if 2 * len(asked) > len(known):
        return None
    flags = bytearray(max(last, *changed, 0) + SIZE)
    for block, packed in known.items():
        if packed:
            flags[block << BITS : block + 1 << BITS] = flags_in(packed)
    for id in changed:
        flags[id] = 0
    for first, end in _spans(sorted(asked - known.keys())):
        for id in reader.listed(_BETWEEN, phrase(literal), first << BITS, (end << BITS) - 1):
            flags[id] = 1
    for block in asked & known.keys():
        others = [id for id in changed if id >> BITS == block]
        for id in changed.intersection(reader.listed(_BETWEEN, phrase(literal), min(others), max(others))):
            flags[id] = 1
    held = holder(literal)
    for id, text in (*reader.bytes_of("body", read), *reader.bytes_of("title", read)):
        flags[id] |= held(text)
    return flags


def _spans(asked: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the end of each row of blocks that follow each other."""
    for _, run in groupby(enumerate(asked), lambda one: one[1] - one[0]):
        blocks = [block for _, block in run]
        yield blocks[0], blocks[-1] + 1


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

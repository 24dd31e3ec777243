"""Reading side: which of all articles fulfil a condition, as flags: for each article, by its number, a byte of 0 or 1."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from shanqu.store import common, single
from shanqu.store.conditions import All, Any, Condition, Match, Not, Test
from shanqu.store.reader import Reader

Flags = bytes | bytearray
MATCHING = "FROM fulltext WHERE fulltext MATCH ?"
IN_ORDER = "SELECT id FROM article ORDER BY published DESC, id"


def flags(reader: Reader, condition: Condition) -> Flags:
    """The flags of all articles. To be asked in a `steady` state, of a `fused` condition."""
    return as_flags(reader, _number(reader, condition))


def as_flags(reader: Reader, number: int) -> Flags:
    """The flags that a number has for digits (see `_number`)."""
    if number < 0:
        number &= _all(reader)
    return number.to_bytes(max(last(reader) + 1, (number.bit_length() + 7) // 8), "little")


def _kept(reader: Reader, match: Match) -> Flags | None:
    """What is kept of blocks of the one literal that is asked for."""
    if match.char:
        return single.holding(reader, match.char)
    return common.holding(reader, _literal(match))


def _literal(match: Match) -> str:
    """The literal that it asks for in title and text."""
    return match.literal if match.column is None else ""


def last(reader: Reader) -> int:
    """The greatest number of an article."""
    return int(reader.one("SELECT max(id) FROM article") or 0)


def flags_of(ids: Iterable[int], least: int = 0) -> Flags:
    """The flags of these articles, as many as there are numbers, or `least`."""
    known = ids if isinstance(ids, list) else list(ids)
    found = bytearray(max(max(known, default=0) + 1, least))
    for id in known:
        found[id] = 1
    return found


def _number(reader: Reader, condition: Condition) -> int:
    """The flags as one number: so sets are cut and joined at once. A negative one has all beyond its digits."""
    match condition:
        case Match():
            known = _kept(reader, condition)
            if known is None:
                known = flags_of(reader.listed(f"SELECT rowid {MATCHING}", condition.expression))
            return int.from_bytes(known, "little")
        case Test(select, _, parameters):
            return int.from_bytes(flags_of(reader.listed(select, *parameters)), "little")
        case Not(part):
            return ~_number(reader, part)
        case All(parts):
            return reduce(and_, (_number(reader, part) for part in parts), -1)
        case Any(parts):
            return reduce(or_, (_number(reader, part) for part in parts), 0)


def _all(reader: Reader) -> int:
    """All articles."""
    every: int = reader.remembered(
        "all", lambda: int.from_bytes(flags_of(reader.listed("SELECT id FROM article")), "little")
    )
    return every

"""Reading side: which articles may fulfil a condition on texts, told by what is kept of blocks and by few questions.

Of a literal with common and with rare pairs of characters the index goes through all places of the common ones. What is
kept of blocks tells these at once, and of the rare ones there is little to go through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby, pairwise
from operator import and_, or_
from typing import NamedTuple

from shanqu.store import common, single
from shanqu.store.conditions import All, Any, Condition, Match, Not, Test
from shanqu.store.grams import near, phrase
from shanqu.store.members import MATCHING, Flags, as_flags, flags_of
from shanqu.store.reader import Reader


class Likely(NamedTuple):
    """The articles that may fulfil a condition; where it is `sure`, they do. So many `pieces` of its literals were

    asked of the index."""

    held: Flags
    sure: bool
    pieces: int = 0


class _Told(NamedTuple):
    """The same as one number, whose bits are the articles. A negative one has all beyond its digits."""

    number: int
    sure: bool


class _NotKeptError(Exception):
    """What is kept does not tell it sooner than the index."""


def likely(reader: Reader, condition: Condition, *, tests: bool = False) -> Likely | None:
    """The articles that may fulfil a condition; None where the index tells them as soon.

    With `tests` those that fulfil a test are looked up as well, else any may. To be asked in a `steady` state, of a
    condition that is not `fused`. It is kept until another condition is asked about.
    """
    asked = list(_asked(condition))
    matches = [one for one in asked if isinstance(one, Match)]
    if not matches or any(not one.literal or one.column for one in matches):
        return None
    tests = tests and len(matches) < len(asked)
    return reader.lately(_key(condition, tests), lambda: _likely(reader, condition, matches, tests=tests))


def note(reader: Reader, condition: Condition, held: Flags) -> None:
    """Have it told next time that just these articles fulfil a condition without tests."""
    reader.note(_key(condition, False), Likely(held, True))


def _key(condition: Condition, tests: bool) -> tuple[str, bool]:
    # Written down: as tuples what all and what any parts hold of are equal.
    return repr(condition), tests


def _likely(reader: Reader, condition: Condition, matches: Sequence[Match], *, tests: bool) -> Likely | None:
    literals = [one.literal for one in matches]
    kept = common.kept_pairs(reader, literals)
    alone = not any(isinstance(one, Test) for one in _asked(condition))
    if alone and not kept and all(len(literal) > 1 for literal in literals):
        return None
    try:
        told = _of(reader, condition, kept, tests=tests)
    except _NotKeptError:
        return None
    if told.number == -1:
        return None
    pieces = sum(len(_rare_pieces(literal, kept)) for literal in literals)
    return Likely(as_flags(reader, told.number), told.sure, pieces)


def _asked(condition: Condition) -> Iterator[Match | Test]:
    match condition:
        case Not(part):
            yield from _asked(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _asked(part)
        case Match() | Test():
            yield condition


def _of(reader: Reader, condition: Condition, kept: Collection[str], *, tests: bool) -> _Told:
    match condition:
        case Not(part):
            inner = _of(reader, part, kept, tests=tests)
            return _Told(~inner.number, True) if inner.sure else _Told(-1, False)
        case Any(parts):
            told = [_of(reader, part, kept, tests=tests) for part in parts]
            return _Told(reduce(or_, (one.number for one in told), 0), all(one.sure for one in told))
        case All(parts):
            literals = [part.literal for part in parts if isinstance(part, Match)]
            told = [_of(reader, part, kept, tests=tests) for part in parts if not isinstance(part, Match)]
            if literals:
                told.append(_of_literals(reader, literals, kept))
            return _Told(reduce(and_, (one.number for one in told), -1), all(one.sure for one in told))
        case Match():
            return _of_literals(reader, [condition.literal], kept)
        case Test(select, _, parameters):
            return _Told(_as_number(reader.listed(select, *parameters)), True) if tests else _Told(-1, False)


def _as_number(ids: Iterable[int]) -> int:
    return int.from_bytes(flags_of(ids), "little")


def _of_literals(reader: Reader, literals: Sequence[str], kept: Collection[str]) -> _Told:
    """The articles that hold all of these: what is rare in them is asked of the index together."""
    number, sure, rare = -1, True, dict[str, None]()
    for literal in literals:
        pieces = _rare_pieces(literal, kept)
        if pieces:
            rare[_close(pieces)] = None
        else:
            number &= _kept(reader, literal)
        # Where its rare pairs stand the others most often do too: to look these up takes longer than it saves.
        sure = sure and (not pieces or pieces[0].text == literal)
    if rare:
        number &= _as_number(reader.listed(f"SELECT rowid {MATCHING}", " AND ".join(rare)))
    return _Told(number, sure)


class _Piece(NamedTuple):
    start: int
    text: str


def _rare_pieces(literal: str, kept: Collection[str]) -> list[_Piece]:
    """The longest pieces of a literal no pair of which is kept."""
    found, at = [], 0
    for is_kept, run in groupby(map("".join, pairwise(literal)), kept.__contains__):
        end = at + sum(1 for _ in run)
        if not is_kept:
            found.append(_Piece(at, literal[at : end + 1]))
        at = end
    return found


def _close(pieces: Sequence[_Piece]) -> str:
    """The expression for pieces of one literal no farther apart than they stand there."""
    if len(pieces) == 1:
        return phrase(pieces[0].text)
    between = pieces[-1].start - pieces[0].start - len(pieces[0].text)
    return near([one.text for one in pieces], between)


def _kept(reader: Reader, text: str) -> int:
    held = single.holding(reader, text) if len(text) == 1 else common.holding(reader, text)
    if held is None:
        raise _NotKeptError
    return int.from_bytes(held, "little")

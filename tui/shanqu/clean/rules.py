"""The boilerplate rules (`boilerplate.toml`), compiled so that a line is tried only by those that may fit it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple, cast, get_args

from shanqu.clean.data import forget, load, once
from shanqu.clean.gates import EVERY, gates
from shanqu.clean.glance import Glance
from shanqu.clean.literals import Characters, edges, needed
from shanqu.clean.records import made
from shanqu.model import Role

Where = Literal["head", "tail", "any"]
Ends = Literal["", "line", "list", "never"]
# Longer lines fit no rule.
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of boilerplate; the fields are explained in the data file."""

    id: str
    role: Role
    where: Where
    max: int
    pattern: str
    ends: Ends = ""
    weak: bool = False


@once
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file."""
    data = load("boilerplate.toml")
    macros: dict[str, str] = data["macros"]

    def expand(pattern: str) -> str:
        for name, value in macros.items():
            pattern = pattern.replace(f"%{name}%", value)
        return pattern

    return tuple(
        Rule(
            id=entry["id"],
            role=Role(entry["role"]),
            where=cast(Where, entry["where"]),
            max=entry["max"],
            pattern=expand(entry["pattern"]),
            ends=cast(Ends, entry.get("ends", "")),
            weak=entry.get("weak", False),
        )
        for entry in data["rule"]
    )


class _Edge(dict[str, int]):
    """For a character the set of the rules whose lines can begin with it, or end with it; told when first asked."""

    def __init__(self, edges: Iterable[Characters]) -> None:
        super().__init__()
        self._named: Counter[str] = Counter()
        classes: Counter[str] = Counter()
        for place, chars in enumerate(edges):
            for char in chars:
                # A letter stands for small and capital ones.
                single = len(char) == 1 and char.lower() == char.upper()
                (self._named if single else classes)[char] += 1 << place
        self._places = list(classes.values())
        # One pattern with a group for each class, which is set where the character is one of it.
        ahead = (re.escape(chars) if len(chars) == 1 else chars for chars in classes)
        self._classes = re.compile("".join(f"(?=({chars})?)" for chars in ahead), re.IGNORECASE)

    def __missing__(self, char: str) -> int:
        found = self._named[char]
        told = self._classes.match(char)
        for places, group in zip(self._places, told.groups() if told is not None else (), strict=False):
            if group is not None:
                found |= places
        self[char] = found
        return found


class _Table:
    """The rules, each by the place that it has in the file; sets of them are written as figures, a bit for each.

    Most rules are ruled out by the length of a line, by what it begins and ends with, and by its having none of the
    words that they need.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.fits = [re.compile(rule.pattern, re.IGNORECASE).fullmatch for rule in rules]
        self.parts = {
            where: sum((rule.where == where) << place for place, rule in enumerate(rules))
            for where in get_args(Where)
        }
        # For each length those that allow it.
        self.allowed = [0] * (_LONGEST + 1)
        for place, rule in enumerate(rules):
            for length in range(min(rule.max, _LONGEST) + 1):
                self.allowed[length] |= 1 << place
        firsts, lasts = zip(*(edges(rule.pattern) for rule in rules), strict=True)
        self.opening, self.closing = _Edge(firsts), _Edge(lasts)
        needs = [needed(rule.pattern) for rule in rules]
        self.unneeding = sum(1 << place for place, words in enumerate(needs) if not words)
        self.glance = Glance([*needs, *gates()])

    def held(self, norms: Sequence[str]) -> list[int]:
        """For each of the lines the rules of whose words it may hold one, and behind them the gates that it passes."""
        every = EVERY << len(self.rules)
        found = self.glance.held([norm if len(norm) <= _LONGEST else "" for norm in norms])
        return [words if len(norm) <= _LONGEST else every for norm, words in zip(norms, found, strict=True)]

    def possible(self, norms: Sequence[str], held: Sequence[int]) -> list[int]:
        """For each of the lines the rules that can fit it."""
        allowed, opening, closing, unneeding = self.allowed, self.opening, self.closing, self.unneeding
        return [
            (words | unneeding) & allowed[len(norm)] & opening[norm[0]] & closing[norm[-1]]
            if 0 < len(norm) <= _LONGEST
            else 0
            for norm, words in zip(norms, held, strict=True)
        ]

    def first(self, norm: str, places: int) -> int | None:
        """The first of the rules at `places` that fits the line, or None."""
        while places:
            lowest = places & -places
            place = lowest.bit_length() - 1
            if self.fits[place](norm):
                return place
            places ^= lowest
        return None


@once
def _table() -> _Table:
    return _Table(rules())


class Found(NamedTuple):
    """What the rules say of a line: the first one of all parts of a page that fits, and the set of those of single
    parts that may fit and come before it. `may`: the `gates` that the line passes."""

    rule: Rule | None
    parted: int
    may: int


def find_in(norms: Sequence[str]) -> list[Found]:
    """What the rules say of each line; `norms` are lines as in `lines.Line`."""
    if not norms:
        return []
    table = _table()
    everywhere = table.parts["any"]
    behind = len(table.rules)
    result: list[tuple[Rule | None, int, int]] = []
    held = table.held(norms)
    for norm, words, possible in zip(norms, held, table.possible(norms, held), strict=True):
        may = words >> behind
        if not possible:
            result.append((None, 0, may))
            continue
        place = table.first(norm, possible & everywhere)
        alone = possible & ~everywhere
        if place is not None:
            result.append((table.rules[place], alone & (1 << place) - 1, may))
        else:
            result.append((None, alone, may))
    return made(Found, result)


def without(parted: int, where: Where) -> int:
    """Those of the rules `parted`, as in `Found`, that are not for this part of the page."""
    others: int = parted & ~_table().parts[where]
    return others


def find_among(norm: str, parted: int, where: Where) -> Rule | None:
    """The first of the rules `parted`, as in `Found`, that are for this part of the page and fit the line, or None."""
    table = _table()
    place = table.first(norm, parted & table.parts[where])
    return None if place is None else table.rules[place]


def find(norm: str, where: Where) -> Rule | None:
    """The first rule for this part of the page that fits the whole line, or None.

    `norm` is a line as in `lines.Line`. With `any` only the rules that hold in every part are asked.
    """
    found = _asked(norm)
    return find_among(norm, found.parted, where) or found.rule


@lru_cache(maxsize=8192)
def _asked(norm: str) -> Found:
    return find_in([norm])[0]


def check() -> None:
    """Reads and compiles every rule. Raises `KeyError`, `ValueError` or `re.error` where one is wrong."""
    _table()


forget(_asked.cache_clear)

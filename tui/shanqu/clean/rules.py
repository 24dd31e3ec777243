"""The boilerplate rules (`boilerplate.toml`), compiled so that a line is tried only by those that may fit it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args

from shanqu.clean.data import forget, load, once, usual_characters
from shanqu.clean.literals import needed
from shanqu.model import Role

Where = Literal["head", "tail", "any"]
Ends = Literal["", "line", "list", "never"]
# Lines are sorted by length into these classes, so that a long line meets only rules that allow it.
_CLASSES = (0, 12, 24, 40, 80, 160, 400, 2000)


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


class _Table:
    """The rules that speak in some part of a page, each by the place that it has in the file.

    A rule that needs one of some words is tried only on lines that hold one: most hold none at all.
    """

    def __init__(self, wanted: Iterable[tuple[int, Rule]]) -> None:
        self.patterns: dict[int, re.Pattern[str]] = {}
        # Sets of rules are written as figures, a bit for each.
        self.always = 0
        self.allowed = dict.fromkeys(_CLASSES, 0)
        words: dict[str, int] = {}
        for place, rule in wanted:
            self.patterns[place] = re.compile(rule.pattern, re.IGNORECASE)
            for bound in _CLASSES:
                self.allowed[bound] |= (rule.max > bound) << place
            needs = needed(rule.pattern)
            self.always |= (not needs) << place
            for word in needs:
                words[word] = words.get(word, 0) | 1 << place
        # A word is looked for where the line has the least usual of its characters.
        self.by_char: dict[str, list[tuple[str, int]]] = {}
        for word, places in words.items():
            self.by_char.setdefault(min(word, key=_usual), []).append((word, places))
        self.chars = frozenset(self.by_char)

    def first(self, norm: str) -> int | None:
        """The place of the first rule that fits the line, or None."""
        length = len(norm)
        allowed = self.allowed[_CLASSES[bisect_left(_CLASSES, length) - 1]]
        if not allowed:
            return None
        lower = norm.lower()
        found = self.always
        for char in self.chars.intersection(lower):
            for word, places in self.by_char[char]:
                if word in lower:
                    found |= places
        found &= allowed
        while found:
            lowest = found & -found
            place = lowest.bit_length() - 1
            if length <= rules()[place].max and self.patterns[place].fullmatch(norm):
                return place
            found ^= lowest
        return None


def _usual(char: str) -> tuple[bool, int]:
    return char.isspace(), usual_characters()[char]


@once
def _tables() -> dict[Where, _Table]:
    """For each part of a page the rules that speak in it alone."""
    return {
        where: _Table((place, rule) for place, rule in enumerate(rules()) if rule.where == where)
        for where in get_args(Where)
    }


@lru_cache(maxsize=8192)
def _first(norm: str, where: Where) -> int | None:
    return _tables()[where].first(norm) if 0 < len(norm) <= _CLASSES[-1] else None


def find(norm: str, where: Where) -> Rule | None:
    """The first rule for this part of the page that fits the whole line, or None.

    `norm` is a line as in `lines.Line`. With `any` only the rules that hold in every part are asked.
    """
    place = _first(norm, "any")
    if where != "any":
        own = _first(norm, where)
        place = own if place is None or (own is not None and own < place) else place
    return None if place is None else rules()[place]


def check() -> None:
    """Reads and compiles every rule. Raises `KeyError`, `ValueError` or `re.error` where one is wrong."""
    _tables()


forget(_first.cache_clear)

"""The boilerplate rules (`boilerplate.toml`), compiled so that a line is tried only by those that may fit it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, cast, get_args

from shanqu.clean.data import forget, load, once, usual_characters
from shanqu.clean.literals import Characters, edges, needed
from shanqu.model import Role

Where = Literal["head", "tail", "any"]
Ends = Literal["", "line", "list", "never"]
# Longer lines fit no rule.
_LONGEST: Final = 2000
_LONG: Final = 90


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
        self._classes = [
            (re.compile(re.escape(chars) if len(chars) == 1 else chars, re.IGNORECASE), places)
            for chars, places in classes.items()
        ]

    def __missing__(self, char: str) -> int:
        found = self._named[char]
        for pattern, places in self._classes:
            if pattern.match(char):
                found |= places
        self[char] = found
        return found


class _Table:
    """The rules, each by the place that it has in the file; sets of them are written as figures, a bit for each.

    Most rules are ruled out by the length of a line and by what it begins and ends with. Of the others those that
    can begin with any word are tried only on lines that hold one of the words that they need.
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
        # What can begin with the most usual character can begin with nearly any.
        common = usual_characters().most_common(1)[0][0]
        needs = {
            place: needed(rule.pattern)
            for place, rule in enumerate(rules)
            if self.opening[common] >> place & 1
        }
        self.needs = {place: words for place, words in needs.items() if words}
        self.sought = sum(1 << place for place in self.needs)
        words: Counter[str] = Counter()
        for place, required in self.needs.items():
            words.update(dict.fromkeys(required, 1 << place))
        # A word is looked for where the line has the least usual of its characters.
        self.by_char: dict[str, list[tuple[str, int]]] = {}
        for word, places in words.items():
            self.by_char.setdefault(min(word, key=_usual), []).append((word, places))
        self.chars = re.compile(f"[{re.escape(''.join(self.by_char))}]")

    def possible(self, norm: str) -> int:
        """The rules that can fit the line."""
        if not 0 < len(norm) <= _LONGEST:
            return 0
        found = self.allowed[len(norm)] & self.opening[norm[0]] & self.closing[norm[-1]]
        sought = found & self.sought
        if not sought:
            return found
        return found & ~sought | sought & self._held(norm.lower(), sought)

    def _held(self, lower: str, sought: int) -> int:
        """Those of the rules `sought`, among others, of which the line in lower case holds a word that they need."""
        held = 0
        if len(lower) > _LONG:
            # Few rules are for lines so long: to look for their words is faster than to look at every character.
            for place, words in self.needs.items():
                if sought >> place & 1 and any(word in lower for word in words):
                    held |= 1 << place
            return held
        for char in set(self.chars.findall(lower)):
            for word, places in self.by_char[char]:
                if word in lower:
                    held |= places
        return held

    def first(self, norm: str, places: int) -> int | None:
        """The first of the rules at `places` that fits the line, or None."""
        while places:
            lowest = places & -places
            place = lowest.bit_length() - 1
            if self.fits[place](norm):
                return place
            places ^= lowest
        return None


def _usual(char: str) -> tuple[bool, int]:
    # Figures and letters stand on very many lines.
    return char.isascii(), usual_characters()[char]


@once
def _table() -> _Table:
    return _Table(rules())


@lru_cache(maxsize=8192)
def _asked(norm: str) -> tuple[int | None, int]:
    """The place of the first rule of all parts that fits, and the rules of single parts that may come before it."""
    table = _table()
    possible = table.possible(norm)
    place = table.first(norm, possible & table.parts["any"])
    alone = possible & ~table.parts["any"]
    return place, alone if place is None else alone & (1 << place) - 1


def find_any(norm: str) -> tuple[Rule | None, bool]:
    """The same as `find` with `any`, and whether a rule for one part of the page may come before that."""
    if len(norm) > _LONGEST:
        return None, False
    place, alone = _asked(norm)
    return None if place is None else _table().rules[place], alone != 0


def find(norm: str, where: Where) -> Rule | None:
    """The first rule for this part of the page that fits the whole line, or None.

    `norm` is a line as in `lines.Line`. With `any` only the rules that hold in every part are asked.
    """
    if len(norm) > _LONGEST:
        return None
    place, alone = _asked(norm)
    if where != "any" and alone:
        table = _table()
        own = table.first(norm, alone & table.parts[where])
        place = place if own is None else own
    return None if place is None else _table().rules[place]


def check() -> None:
    """Reads and compiles every rule. Raises `KeyError`, `ValueError` or `re.error` where one is wrong."""
    _table()


forget(_asked.cache_clear)

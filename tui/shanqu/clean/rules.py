"""The boilerplate rules (`boilerplate.toml`), compiled so that a line is tested in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from shanqu.clean.data import forget, load, once
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
    words: tuple[str, ...] = ()


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
            words=tuple(entry.get("words", ())),
        )
        for entry in data["rule"]
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """The rules for one part of a page and one class of length.

    `gate` finds the words without which no rule of `gated` can fit: most lines hold none of them.
    """

    plain: re.Pattern[str]
    gate: re.Pattern[str]
    gated: re.Pattern[str]


@cache
def _table(where: Where, longer_than: int) -> _Table:
    wanted = [
        (index, rule)
        for index, rule in enumerate(rules())
        if rule.where in (where, "any") and rule.max > longer_than
    ]
    words = sorted({word for _, rule in wanted for word in rule.words})
    return _Table(
        # The group is empty and stands last: so the engine can pass over a rule by its first character.
        plain=_join(f"(?:{rule.pattern})(?P<r{index}>)" for index, rule in wanted if not rule.words),
        # Case is folded by the caller: so the engine can skip ahead by first characters.
        gate=re.compile("|".join(re.escape(word) for word in words) or r"(?!)"),
        gated=_join(f"(?:{rule.pattern})(?P<r{index}>)" for index, rule in wanted if rule.words),
    )


def _join(patterns: Iterable[str]) -> re.Pattern[str]:
    # Without any pattern: what fits nothing.
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def find(norm: str, where: Where) -> Rule | None:
    """The first rule for this part of the page that fits the whole line, or None.

    `norm` is a line as in `lines.Line`. With `any` only the rules that hold in every part are asked.
    """
    length = len(norm)
    if not 0 < length <= _CLASSES[-1]:
        return None
    table = _table(where, max(bound for bound in _CLASSES if bound < length))
    gated = table.gated.fullmatch(norm) if table.gate.search(norm.lower()) else None
    groups = (found.lastgroup for found in (table.plain.fullmatch(norm), gated) if found is not None)
    fitting = [int(group[1:]) for group in groups if group is not None]
    if not fitting:
        return None
    rule = rules()[min(fitting)]
    return rule if length <= rule.max else None


def check() -> None:
    """Reads and compiles every rule. Raises `KeyError`, `ValueError` or `re.error` where one is wrong."""
    for where in get_args(Where):
        for length in _CLASSES[:-1]:
            _table(where, length)


forget(_table.cache_clear)
forget(find.cache_clear)

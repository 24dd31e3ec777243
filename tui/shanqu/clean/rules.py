"""The boilerplate rules (`boilerplate.toml`), compiled so that a line is tested in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from shanqu.clean.data import load
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


@cache
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


@cache
def _compiled(where: Where, longer_than: int) -> re.Pattern[str]:
    wanted = [
        f"(?P<r{index}>{rule.pattern})"
        for index, rule in enumerate(rules())
        if rule.where in (where, "any") and rule.max > longer_than
    ]
    return re.compile("|".join(wanted), re.IGNORECASE)


def find(norm: str, where: Where) -> Rule | None:
    """The first rule for this part of the page that fits the whole line, or None.

    `norm` is a line as in `lines.Line`. With `any` only the rules that hold in every part are asked.
    """
    length = len(norm)
    if not 0 < length <= _CLASSES[-1]:
        return None
    longer_than = max(bound for bound in _CLASSES if bound < length)
    found = _compiled(where, longer_than).fullmatch(norm)
    if found is None or found.lastgroup is None:
        return None
    rule = rules()[int(found.lastgroup[1:])]
    return rule if length <= rule.max else None

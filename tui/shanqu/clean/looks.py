"""What of the evidence for a line depends on the line alone."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shanqu.clean.fields import find_date, is_meta
from shanqu.clean.gates import DATED, META
from shanqu.clean.rules import Rule
from shanqu.model import Role

# The flags of a line's own that are counted in the lines around others.
FLAGS: Final = ("fields", "dated", "byline", "related", "number", "prose", "rule", "short", "title")
_LENGTHS: Final = [3, 5, 9, 16, 26, 46, 91, 161]
_LENGTH_NAMES: Final = [f"length:{step}" for step in range(len(_LENGTHS) + 1)]
# For each length its name, up to the last of them.
_NAMED: Final = [_LENGTH_NAMES[bisect(_LENGTHS, length)] for length in range(_LENGTHS[-1] + 1)]
_SHORT: Final = frozenset(_LENGTH_NAMES[:3])
_META_LONGEST: Final = 90
_DATED_LEAST: Final = 8
# What items of lists begin with, besides numbers.
_OPENERS: Final = frozenset("·•▪■◆▲★●>»(（【[“《①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十")
_NUMBER: Final = re.compile(r"\d{1,2}(?![\d年月日%万亿个多])")
_ENDS: Final = dict.fromkeys(":;,、", "ends-open") | dict.fromkeys("?!", "asks") | {"…": "ends-cut"}
_GROUPS: Final = {
    Role.BYLINE: "byline",
    Role.EDITOR: "byline",
    Role.TAGS: "byline",
    Role.BREADCRUMB: "crumb",
    Role.NAVIGATION: "menu",
    Role.ADVERT: "advert",
    Role.SHARE: "advert",
    Role.RELATED: "related",
    Role.COMMENT: "related",
    Role.PAGINATION: "menu",
}
# A pattern that begins with one character of a class is found faster than one that begins with several.
_FIGURES: Final = re.compile("[0-9.,%][0-9.,%]*")
_FORM_LEAST: Final = 5
_LABEL_SHORTEST, _LABEL_LONGEST = 2, 12


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """The names of a line's own signs, and its `FLAGS`, each a byte. Lines of one kind share one object."""

    names: tuple[str, ...]
    flags: bytes


@dataclass(slots=True, eq=False)
class Seen:
    """What a line looks like: its kind, its `form` without its figures, and the `label` that it begins with as the
    entries of a list do. Form and label are empty where it has none."""

    kind: Kind
    form: str
    label: str


def forms(norms: Sequence[str]) -> list[str]:
    """The lines without their figures, which are all written 0."""
    return _FIGURES.sub("0", "\n".join(norms)).split("\n") if norms else []


def look(norm: str, form: str, han: int, rule: Rule | None, flags: str, may: int) -> Seen:
    """What a line looks like that has `han` Chinese characters and fits `rule`. Linear in its length.

    `norm` is written as in `lines.Line`, `form` as `forms` does. `flags` are the names, with spaces between them, of
    what else it is: `stop`, `prose`, ... as in `signs.Signs`, `may` the gates that it passes.
    """
    length = len(norm)
    first = norm[:1]
    figured = "0" in form
    names = (
        _NAMED[length] if length < len(_NAMED) else _LENGTH_NAMES[-1],
        flags,
        "" if rule is None else _of_rule(rule),
        "sentence" if "。" in norm else "spaced" if norm.count(" ") * 8 > length else "",
        "" if "," not in norm else "comma" if norm.count(",") == 1 else "commas",
        "" if han else "foreign number" if norm.isdigit() else "foreign",
        "ends-cut" if norm.endswith("..") else _ENDS.get(norm[-1:], ""),
        "fields" if may & META and length <= _META_LONGEST and is_meta(norm) else "",
        "opening" if first in _OPENERS or (first.isdecimal() and _NUMBER.match(norm)) else "",
    )
    dated = figured and may & DATED and _DATED_LEAST <= length <= _META_LONGEST and _is_dated(norm)
    kind = _kind(names, bool(dated))
    return Seen(
        kind,
        form if figured and len(form) >= _FORM_LEAST else "",
        _label(norm) if ":" in norm and (rule is None or rule.weak) else "",
    )


def _of_rule(rule: Rule) -> str:
    """The name of the sign that the rule fits: the kind of boilerplate that it finds, and what it ends."""
    return f"rule:{_GROUPS.get(rule.role, 'foot')}:{'weak' if rule.weak else rule.ends or 'inside'}"


@cache
def _kind(parts: tuple[str, ...], dated: bool) -> Kind:
    """The kind of the lines whose signs are so named, part by part, of which there are not many. `dated`: they give a whole date."""
    names = " ".join(parts).split()
    found = frozenset(names)
    ruled = next((name for name in found if name.startswith("rule:")), "")
    short = not found.isdisjoint(_SHORT)
    flags = {
        "fields": "fields" in found,
        "dated": dated and "stop" not in found,
        "byline": ruled.startswith("rule:byline"),
        "related": ruled.startswith(("rule:related", "rule:foot")),
        "number": "number" in found,
        "prose": "prose" in found,
        "rule": ruled != "" and not ruled.endswith("weak"),
        "short": short,
        "title": not short and found.isdisjoint(("stop", "prose")),
    }
    return Kind(tuple(names), bytes(flags[name] for name in FLAGS))


def _is_dated(norm: str) -> bool:
    found = find_date(norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None


def _label(norm: str) -> str:
    at = norm.find(":", _LABEL_SHORTEST, _LABEL_LONGEST)
    # A label alone has its value on the next line.
    return norm[:at] if 0 < at < len(norm) - 1 else ""

"""The cleaner's data files, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that count together: a text with `least` different ones is of its kind."""

    least: int
    pattern: re.Pattern[str]

    def fits(self, text: str) -> bool:
        return len(set(self.pattern.findall(text))) >= self.least


@dataclass(frozen=True, slots=True)
class Labels:
    """`labels.toml`: see there."""

    traditional: str
    simplified: str
    only_traditional: frozenset[str]
    surnames: frozenset[str]
    fields: dict[str, tuple[str, ...]]
    lexicons: dict[str, Lexicon]


@dataclass(frozen=True, slots=True)
class Sites:
    """`sites.toml`: see there. `hosts` pairs the end of a host's name with the site's name."""

    agencies: frozenset[str]
    suffixes: tuple[str, ...]
    hosts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A word that reposters put in the place of another; the group `x` of `pattern` is that word."""

    pattern: re.Pattern[str]
    after: str
    reason: str


def load(name: str) -> dict[str, Any]:
    """One TOML file of the gazetteer's data folder. Raises `FileNotFoundError`, `TOMLDecodeError`."""
    return tomllib.loads(files("shanqu.gazetteer").joinpath("data", name).read_text("utf-8"))


@cache
def labels() -> Labels:
    """The labels of head fields and the lexicons."""
    data = load("labels.toml")
    lexicons = {entry["name"]: Lexicon(entry["least"], _any_of(entry["words"])) for entry in data["lexicon"]}
    return Labels(
        traditional=data["traditional"],
        simplified=data["simplified"],
        only_traditional=frozenset(data["only_traditional"]),
        surnames=frozenset(data["surnames"]),
        fields={name: tuple(words) for name, words in data["fields"].items()},
        lexicons=lexicons,
    )


@cache
def sites() -> Sites:
    """The names of those who publish."""
    data = load("sites.toml")
    hosts = tuple((entry["suffix"], entry["name"]) for entry in data["host"])
    return Sites(frozenset(data["agencies"]), tuple(data["suffixes"]), hosts)


@cache
def swaps() -> tuple[Swap, ...]:
    """The reposters' swaps, in the order of the file."""
    return tuple(
        Swap(re.compile(entry["pattern"]), entry["after"], entry["reason"])
        for entry in load("swaps.toml")["swap"]
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))

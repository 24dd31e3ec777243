"""The cleaner's data files, read once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar


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
    """A word that reposters put in the place of another; the group `x` of `pattern` is that word.

    Text without `needs` has none of it.
    """

    needs: str
    pattern: re.Pattern[str]
    after: str
    reason: str


_Read = TypeVar("_Read")
_clears: list[Callable[[], None]] = []
_folders: list[Path] = []


def once(read: Callable[[], _Read]) -> Callable[[], _Read]:
    """`read`, called once and again only after `set_folder`."""
    cached = cache(read)
    _clears.append(cached.cache_clear)
    return cached


def forget(clear: Callable[[], None]) -> None:
    """`clear` empties a cache that was filled from the data; `set_folder` calls it."""
    _clears.append(clear)


def set_folder(extra: Path | None) -> None:
    """From now on the data files in the folder `extra` count too, before the packaged ones.

    For `clean.user.use_rules`, which looks at them first.
    """
    _folders[:] = [] if extra is None else [extra]
    for clear in _clears:
        clear()


def load(name: str, extra: Path | None = None) -> dict[str, Any]:
    """One TOML file of the gazetteer's data folder, joined with the one of that name in `extra`.

    What the user's file lists comes first, so its rules win. Raises `OSError`, `TOMLDecodeError`.
    """
    data = tomllib.loads(files("shanqu.gazetteer").joinpath("data", name).read_text("utf-8"))
    for folder in _folders if extra is None else [extra]:
        own = folder / name
        if own.is_file():
            data = _joined(tomllib.loads(own.read_text("utf-8-sig")), data)
    return data


def _joined(own: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        before = base.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            result[key] = _joined(value, before)
        elif isinstance(value, list) and isinstance(before, list):
            result[key] = [*value, *before]
        elif isinstance(value, str) and isinstance(before, str):
            result[key] = value + before
        else:
            result[key] = value
    return result


@once
def labels() -> Labels:
    """The labels of head fields and the lexicons."""
    data = load("labels.toml")
    words: dict[str, list[str]] = {}
    for entry in data["lexicon"]:
        words.setdefault(entry["name"], []).extend(entry["words"])
    # The packaged lexicons stand last and say how many words count.
    least = {entry["name"]: entry["least"] for entry in data["lexicon"] if "least" in entry}
    lexicons = {name: Lexicon(least[name], _any_of(words[name])) for name in words}
    return Labels(
        traditional=data["traditional"],
        simplified=data["simplified"],
        only_traditional=frozenset(data["only_traditional"]),
        surnames=frozenset(data["surnames"]),
        fields={name: tuple(words) for name, words in data["fields"].items()},
        lexicons=lexicons,
    )


@once
def sites() -> Sites:
    """The names of those who publish."""
    data = load("sites.toml")
    hosts = tuple((entry["suffix"], entry["name"]) for entry in data["host"])
    return Sites(frozenset(data["agencies"]), tuple(data["suffixes"]), hosts)


@once
def usual_characters() -> Counter[str]:
    """The characters of the most usual pairs of articles, and in how many of these each stands."""
    return Counter("".join(load("scrambled.toml")["pairs"]))


@once
def swaps() -> tuple[Swap, ...]:
    """The reposters' swaps, in the order of the file."""
    return tuple(
        Swap(entry.get("needs", ""), re.compile(entry["pattern"]), entry["after"], entry["reason"])
        for entry in load("swaps.toml")["swap"]
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))

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
from typing import Any, Final, TypeVar

from shanqu.gazetteer.tables import joined


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that count together: a text with `least` different ones is of its kind. `words` are in lower case."""

    least: int
    pattern: re.Pattern[str]
    words: frozenset[str]

    def fits(self, text: str) -> bool:
        found = self.pattern.findall(text)
        return len(found) >= self.least and len(set(found)) >= self.least


@dataclass(frozen=True, slots=True)
class Labels:
    """`labels.toml`: see there."""

    traditional: str
    simplified: str
    only_traditional: frozenset[str]
    surnames: frozenset[str]
    not_people: frozenset[str]
    fields: dict[str, tuple[str, ...]]
    lexicons: dict[str, Lexicon]


@dataclass(frozen=True, slots=True)
class Itself:
    """A form in which pages speak of themselves: the group `site` of `pattern` is the name."""

    word: str
    pattern: re.Pattern[str]
    points: int


@dataclass(frozen=True, slots=True)
class Sites:
    """`sites.toml`: see there. `hosts` pairs the end of a host's name with the site's name."""

    agencies: frozenset[str]
    suffixes: tuple[str, ...]
    hosts: tuple[tuple[str, str], ...]
    no_names: tuple[str, ...]
    no_sources: frozenset[str]
    platforms: frozenset[str]
    no_ends: tuple[str, ...]
    never: tuple[str, ...]
    itself: tuple[Itself, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """A word that reposters put in the place of another; the group `x` of `pattern` is that word.

    Text without `needs` has none of it.
    """

    needs: str
    pattern: re.Pattern[str]
    after: str
    reason: str


# A form that may end with the name.
_OPEN: Final = re.compile(r"\{\}(?:\([^()]*(?:\([^()]*\)[^()]*)*\)\?)*$")
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
            data = joined(tomllib.loads(own.read_text("utf-8-sig")), data)
    return data


@once
def labels() -> Labels:
    """The labels of head fields and the lexicons."""
    data = load("labels.toml")
    words: dict[str, list[str]] = {}
    for entry in data["lexicon"]:
        words.setdefault(entry["name"], []).extend(entry["words"])
    # The packaged lexicons stand last and say how many words count.
    least = {entry["name"]: entry["least"] for entry in data["lexicon"] if "least" in entry}
    lexicons = {
        name: Lexicon(least[name], _any_of(own), frozenset(map(str.lower, own)))
        for name, own in words.items()
    }
    return Labels(
        traditional=data["traditional"],
        simplified=data["simplified"],
        only_traditional=frozenset(data["only_traditional"]),
        surnames=frozenset(data["surnames"]),
        not_people=frozenset(data["not_people"]),
        fields={name: tuple(words) for name, words in data["fields"].items()},
        lexicons=lexicons,
    )


@once
def sites() -> Sites:
    """The names of those who publish."""
    data = load("sites.toml")
    hosts = tuple((entry["suffix"], entry["name"]) for entry in data["host"])
    itself = tuple(
        Itself(entry["word"], _of_itself(entry["form"]), entry["points"]) for entry in data["itself"]
    )
    return Sites(
        frozenset(data["agencies"]),
        tuple(data["suffixes"]),
        hosts,
        tuple(sorted(data["no_names"], key=len, reverse=True)),
        frozenset(data["no_sources"]),
        frozenset(data["platforms"]),
        tuple(data["no_ends"]),
        tuple(data["never"]),
        itself,
    )


def _of_itself(form: str) -> re.Pattern[str]:
    """The form with the group `site`, where no word goes on before or after it."""
    letter = "[\u3400-\u9fffa-z0-9]"
    pattern = form.format(f"(?P<site>{letter}{{2,14}}?)")
    before = f"(?<!{letter})" if form[0] in "{(" else ""
    after = f"(?!{letter})" if _OPEN.search(form) else ""
    return re.compile(before + pattern + after, re.IGNORECASE)


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

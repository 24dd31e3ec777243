"""Zhejiang, its 11 prefectures and 90 counties: names, former names, pinyin, mountain membership.

This is the light part of the gazetteer: three small CSV files, read once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from shanqu.gazetteer.tables import read_csv

Level = Literal["province", "prefecture", "county", "township"]


class Place(NamedTuple):
    """An administrative division of Zhejiang.

    `prefecture` is the name of the prefecture it belongs to (its own, for a prefecture). `aliases` are former
    and colloquial full names. `mountain` marks the 26 counties of the list of 2021; `left` is the month
    (`2024-08`) in which one left that list.
    """

    code: str
    name: str
    level: Level
    parent_code: str
    prefecture: str
    short: str
    aliases: tuple[str, ...] = ()
    pinyin: str = ""
    initials: str = ""
    mountain: bool = False
    left: str | None = None


@cache
def _divisions() -> tuple[Place, ...]:
    rows = read_csv("counties.csv")
    names = {row["code"]: row["name"] for row in rows}
    former: dict[str, list[str]] = defaultdict(list)
    for row in read_csv("former_names.csv"):
        former[row["code"]].append(row["name"])
    left = {row["code"]: row["left"] or None for row in read_csv("mountain_counties.csv")}
    places = []
    for row in rows:
        code = row["code"]
        level: Level = "province" if code == "33" else "prefecture" if len(code) == 4 else "county"
        places.append(
            Place(
                code=code,
                name=row["name"],
                level=level,
                parent_code=row["parent_code"],
                prefecture="" if level == "province" else names[code[:4]],
                short=row["short"],
                aliases=tuple(former[code]),
                pinyin=row["pinyin"],
                initials=row["initials"],
                mountain=code in left,
                left=left.get(code),
            )
        )
    return tuple(places)


@cache
def province() -> Place:
    """Zhejiang itself."""
    return _divisions()[0]


@cache
def prefectures() -> tuple[Place, ...]:
    """The 11 prefecture-level cities, in order of code."""
    return tuple(place for place in _divisions() if place.level == "prefecture")


@cache
def counties() -> tuple[Place, ...]:
    """The 90 counties, districts and county-level cities, in order of code."""
    return tuple(place for place in _divisions() if place.level == "county")


@cache
def _by_code() -> dict[str, Place]:
    return {place.code: place for place in _divisions()}


def place_by_code(code: str) -> Place | None:
    """The province, prefecture or county with that administrative code."""
    return _by_code().get(code)


@cache
def _by_name() -> dict[str, Place]:
    names: dict[str, Place] = {}
    for place in _divisions():
        for alias in place.aliases:
            names.setdefault(alias, place)
    for place in _divisions():
        names[place.short] = place
    for place in _divisions():
        names[place.name] = place
    return names


@cache
def _by_latin() -> dict[str, Place]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in _divisions():
        found[place.initials].append(place)
    for place in _divisions():
        found[place.pinyin] = [place]
    chosen = ((latin, _only(places)) for latin, places in found.items())
    return {latin: place for latin, place in chosen if place is not None}


def _only(places: Iterable[Place]) -> Place | None:
    """The one place meant by shared initials: the sole one, or the sole mountain county."""
    candidates = list(places)
    if len(candidates) > 1:
        candidates = [place for place in candidates if place.mountain]
    return candidates[0] if len(candidates) == 1 else None


def resolve(name: str) -> Place | None:
    """The place called `name`: full, short or former name, pinyin (`suichang`) or initials (`sc`).

    Initials that several places share mean the mountain county among them, if there is just one.
    """
    text = name.strip()
    return _by_name().get(text) or _by_latin().get(text.lower().replace(" ", "").replace("'", ""))

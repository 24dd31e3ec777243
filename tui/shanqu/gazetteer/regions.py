"""Places beyond the counties: townships of Zhejiang, the rest of China, countries, waters and mountains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shanqu.gazetteer.tables import once, read_csv, read_toml

_SPECIAL_SUFFIXES = ("自治区", "特别行政区", "省", "市")
RegionKind = Literal["country", "abroad", "province", "city", "county", "area", "nature"]


@dataclass(frozen=True, slots=True)
class Township:
    """A township, town or subdistrict of Zhejiang. `county` is the code of its county."""

    code: str
    name: str
    county: str

    @property
    def short(self) -> str:
        """The name without 镇, 乡, 街道 and without the people that a town of their own is called after."""
        bare = self.name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
        return bare.removesuffix("民族").removesuffix("畲族")


@dataclass(frozen=True, slots=True)
class Region:
    """A place outside the administrative divisions of Zhejiang: `names` are its written forms."""

    name: str
    kind: RegionKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Short county names that are ordinary words too, those of them that rarely are, and neighbours that rule the county
    out."""

    words: frozenset[str]
    rare: frozenset[str]
    not_before: dict[str, tuple[str, ...]]
    not_after: dict[str, tuple[str, ...]]


@once
def townships() -> tuple[Township, ...]:
    """All townships of Zhejiang, in order of code."""
    return tuple(Township(row["code"], row["name"], row["parent_code"]) for row in read_csv("townships.csv"))


@once
def town_names() -> frozenset[str]:
    """The names of all townships of Zhejiang, full and short."""
    return frozenset(form for town in townships() for form in (town.name, town.short))


@once
def regions() -> tuple[Region, ...]:
    """Provinces, prefectures and cities of China other than Zhejiang's, countries, cross-border areas, waters, mountains."""
    data = read_toml("regions.toml")
    found = [Region(name, "country", (name,)) for name in data["countries"]["names"]]
    found.extend(Region(name, "abroad", (name,)) for name in data["countries"]["cities"])
    for name, cities in data["provinces"].items():
        found.append(Region(name, "province", (name, data["short"].get(name) or _without_suffix(name))))
        found.extend(Region(f"{city}市", "city", (f"{city}市", city)) for city in cities)
    prefectures = data["prefectures_elsewhere"].items()
    found.extend(Region(name, "city", (name, *forms)) for name, forms in prefectures)
    found.extend(_elsewhere())
    found.extend(
        Region(name, "province", (name, *shorts)) for name, shorts in data["provinces_special"].items()
    )
    found.extend(Region(name, "area", tuple(forms)) for name, forms in data["areas"].items())
    found.extend(Region(name, "nature", (name,)) for name in data["nature"]["names"])
    return tuple(found)


@once
def scenery() -> dict[str, str]:
    """Waters and mountains that lie in one county and are visited as such, with that county's name."""
    return dict(read_toml("regions.toml")["scenery"])


def _elsewhere() -> Iterator[Region]:
    """Counties beyond Zhejiang by their full names, and by such short ones as mean nothing else."""
    known = frozenset(read_toml("regions.toml")["elsewhere"]["short"])
    for names in counties_elsewhere().values():
        for short, name in names.items():
            if len(name) > 2:
                yield Region(name, "county", (name, short) if short in known else (name,))


@once
def counties_elsewhere() -> dict[str, dict[str, str]]:
    """For each province but Zhejiang its counties: short name to full one."""
    found: dict[str, dict[str, str]] = {}
    for row in read_csv("counties_elsewhere.csv"):
        name = row["name"]
        short = name[:-1] if len(name) > 2 else name
        found.setdefault(row["province"], {})[short] = name
    return found


@once
def doubt() -> Doubt:
    """When a short county name is not to be believed."""
    data = read_toml("regions.toml")["doubtful"]
    return Doubt(
        frozenset(data["words"]),
        frozenset(data["rare"]),
        {word: tuple(after) for word, after in data["not_before"].items()},
        {word: tuple(before) for word, before in data["not_after"].items()},
    )


def _without_suffix(name: str) -> str:
    for suffix in _SPECIAL_SUFFIXES:
        if name.endswith(suffix):
            return name.removesuffix(suffix)
    return name

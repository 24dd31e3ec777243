"""Zhejiang's counties and prefectures, as columns to choose from, and what is known of an entity that is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from shanqu.gazetteer import Place, counties, place_by_code, prefectures, resolve
from shanqu.model import EntityKind
from shanqu.query.shapes import County, EntityRow
from shanqu.store.findings import Entity


def named_place(code: str, name: str) -> Place | None:
    """The county, prefecture or province of that code and name; None for a part of one, which bears its code."""
    place = place_by_code(code)
    return place if place is not None and place.name == name else None


def is_county(code: str) -> bool:
    """Whether the code is that of a county of Zhejiang."""
    place = place_by_code(code)
    return place is not None and place.level == "county"


def county(place: Place, articles: Mapping[str, int]) -> County:
    """A place with the number of articles that name it."""
    return County(
        code=place.code,
        name=place.name,
        prefecture=place.prefecture,
        level=place.level,
        pinyin=place.pinyin,
        initials=place.initials,
        mountain=place.mountain,
        left=place.left,
        articles=articles.get(place.code, 0),
    )


def entity_row(found: Entity) -> EntityRow:
    """The row of an entity, with what is known of the place that it is."""
    place = named_place(found.code, found.canonical) if found.kind == "place" else None
    return EntityRow(
        id=found.id,
        kind=cast(EntityKind, found.kind),
        canonical=found.canonical,
        code=found.code or None,
        articles=found.articles,
        mentions=found.mentions,
        mountain=place is not None and place.mountain,
        level=place.level if place else None,
        left=place.left if place else None,
    )


def all_counties(articles: Mapping[str, int]) -> list[County]:
    """All counties and prefectures: the mountain counties first, then the most often named."""
    found = [county(place, articles) for place in (*counties(), *prefectures())]
    return sorted(found, key=lambda one: (not one.mountain, -one.articles, one.code))


def find_county(name: str) -> str | None:
    """The code of the county or prefecture of that name: full, short or former, pinyin or initials."""
    place = resolve(name)
    return place.code if place is not None and place.level in ("county", "prefecture") else None


def names_to_type() -> list[str]:
    """What `find_county` knows the counties and prefectures by: their short names and their pinyin."""
    places = (*counties(), *prefectures())
    return sorted({place.pinyin for place in places} | {place.short for place in places})

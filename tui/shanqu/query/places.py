"""Zhejiang's counties and prefectures, as columns to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from shanqu.gazetteer import Place, counties, place_by_code, prefectures, resolve
from shanqu.query.shapes import County

_LEVELS = {2: "province", 4: "prefecture", 6: "county", 9: "township"}


def level(code: str) -> str | None:
    """What kind of division an administrative code stands for."""
    return _LEVELS.get(len(code))


def is_mountain(code: str) -> bool:
    """Whether the code is that of one of the 26 mountain counties of 2021."""
    place = place_by_code(code)
    return place is not None and place.mountain


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


def all_counties(articles: Mapping[str, int]) -> list[County]:
    """All counties and prefectures: the mountain counties first, then the most often named."""
    found = [county(place, articles) for place in (*counties(), *prefectures())]
    return sorted(found, key=lambda one: (not one.mountain, -one.articles, one.code))


def find_county(name: str) -> str | None:
    """The code of the county or prefecture of that name: full, short or former, pinyin or initials."""
    place = resolve(name)
    return place.code if place is not None and place.level in ("county", "prefecture") else None

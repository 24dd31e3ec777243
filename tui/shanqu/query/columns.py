"""Places as columns: counties and prefectures by their code, parks and townships by their name."""

from __future__ import annotations

from shanqu.gazetteer import Place, place_by_code, resolve
from shanqu.query import places
from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Column, ColumnKind
from shanqu.query.shapes import County
from shanqu.store import Reader, findings, lookup
from shanqu.store.findings import Entity

_NAMED: tuple[ColumnKind, ...] = ("park", "place")
_LEVELS: dict[str, ColumnKind] = {"county": "county", "prefecture": "prefecture"}


def column(reader: Reader, key: str, corrected: Corrected) -> Column:
    """The column of that key. Raises KeyError for an unknown one."""
    kind, _, name = key.partition(":")
    if not name:
        place = place_by_code(key)
        if place is None or place.level not in _LEVELS:
            raise KeyError(key)
        return _of_place(reader, place, corrected)
    found = [one for one in lookup.named(reader, kind, name) if one.canonical == name]
    if kind not in _NAMED or not found:
        raise KeyError(key)
    return _of_entity(found[0], lookup.texts_of(reader, corrected.all([found[0].id])), corrected)


def entities(reader: Reader, one: Column, corrected: Corrected) -> set[int]:
    """The entities that are the place of a column."""
    if one.kind in _LEVELS:
        ids = lookup.coded(reader, one.key, "place")
    else:
        kind, _, name = one.key.partition(":")
        ids = {found.id for found in lookup.named(reader, kind, name) if found.canonical == name}
    return corrected.all(ids)


def find(reader: Reader, name: str, corrected: Corrected) -> str | None:
    """The key of the place or park of that name: full, short or former, pinyin or initials; or of a key."""
    place = place_by_code(name.strip()) or resolve(name)
    if place is not None:
        return place.code if place.level in _LEVELS else None
    text = name.strip().partition(":")[2] or name.strip()
    for kind in _NAMED:
        for one in lookup.named(reader, kind, text):
            if corrected.shows(one):
                stands = lookup.by_id(reader, [corrected.one(one.id)])[corrected.one(one.id)]
                return f"{kind}:{stands.canonical}"
    return None


def choices(reader: Reader, corrected: Corrected) -> list[Column]:
    """All counties and prefectures, the mountain counties first, then the most often named; then the parks, then all
    other places that articles name."""
    counties = [_of_county(one, corrected) for one in places.all_counties(findings.places(reader))]
    named = [
        _of_entity(one, (one.articles, one.articles), corrected)
        for kind in _NAMED
        for one in lookup.of_kind(reader, kind)
        if one.id not in corrected.hidden and one.id not in corrected.into and not _is_county(one)
    ]
    return counties + named


def _is_county(one: Entity) -> bool:
    place = place_by_code(one.code) if one.kind == "place" and one.code else None
    return place is not None and one.canonical == place.name


def _of_county(one: County, corrected: Corrected) -> Column:
    return Column(
        key=one.code,
        name=one.name,
        kind=_LEVELS[one.level],
        code=one.code,
        prefecture=one.prefecture,
        mountain=one.mountain,
        left=one.left,
        articles=one.articles,
        texts=one.articles,
    )


def _of_place(reader: Reader, place: Place, corrected: Corrected) -> Column:
    ids = corrected.all(lookup.coded(reader, place.code, "place"))
    articles, texts = lookup.texts_of(reader, ids)
    name = next((corrected.names[one] for one in ids if one in corrected.names), place.name)
    shown = places.county(place, {place.code: articles})
    return _of_county(shown, corrected)._replace(name=name, texts=texts)


def _of_entity(one: Entity, counts: tuple[int, int], corrected: Corrected) -> Column:
    place = place_by_code(one.code) if one.code else None
    return Column(
        key=f"{one.kind}:{one.canonical}",
        name=corrected.name(one.id, one.canonical),
        kind="park" if one.kind == "park" else "place",
        code=one.code or None,
        prefecture=place.prefecture if place else "",
        mountain=place is not None and place.mountain,
        left=place.left if place else None,
        articles=counts[0],
        texts=counts[1],
    )

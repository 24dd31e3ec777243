"""What the library tells of one entity."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.gazetteer import place_by_code, resolve
from shanqu.query.corrected import Corrected
from shanqu.query.profile_shapes import Profile, Section
from shanqu.query.rows import entity_row
from shanqu.query.sections import Sections
from shanqu.store import Reader, lookup


def find(reader: Reader, name: str, kind: str | None, corrected: Corrected) -> int | None:
    """The id of the entity with that name: places first, then the most often named."""
    place = resolve(name) if kind in (None, "place") else None
    if place is not None:
        of_code = lookup.by_id(reader, lookup.coded(reader, place.code, "place")).values()
        if of_code:
            return corrected.one(max(of_code, key=lambda one: (one.canonical == place.name, one.articles)).id)
    found = [one for one in lookup.named(reader, kind, name) if corrected.shows(one)]
    for id, text in corrected.names.items():
        if text == name:
            return id
    return corrected.one(found[0].id) if found else None


def profile(
    reader: Reader, entity: int, limit: int, corrected: Corrected, made: int | None = None
) -> Profile:
    """What the library tells of an entity, the first `made` of `limit` entries a section (None: all of them).

    Raises KeyError for an unknown id.
    """
    ids = corrected.all([entity])
    one = lookup.by_id(reader, [corrected.one(entity)])[corrected.one(entity)]
    if one.kind == "place" and one.code:
        ids |= corrected.all(lookup.coded(reader, one.code, "place"))
    articles, texts = lookup.texts_of(reader, ids)
    first, last = lookup.span_of(reader, ids)
    place = place_by_code(one.code) if one.kind == "place" and one.code else None
    sections: Iterable[Section] = Sections(reader, one, ids, limit, corrected, made).all()
    return Profile(
        entity=entity_row(one, corrected)._replace(articles=articles),
        names=tuple(lookup.surfaces_of(reader, ids)),
        texts=texts,
        first=first,
        last=last,
        left=place.left if place else None,
        sections=tuple(section for section in sections if section.items),
    )

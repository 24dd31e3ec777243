"""What the library tells of one entity."""

from __future__ import annotations

from shanqu.gazetteer import resolve
from shanqu.query.corrected import Corrected
from shanqu.query.profile_shapes import Profile
from shanqu.query.rows import entity_row
from shanqu.store import Reader, lookup


def find(reader: Reader, name: str, kind: str | None, corrected: Corrected) -> int | None:
    """The id of the entity with that name: places first, then the most often named."""
    place = resolve(name) if kind in (None, "place") else None
    if place is not None:
        for one in lookup.named(reader, "place", place.name):
            if one.code == place.code:
                return corrected.one(one.id)
    found = [one for one in lookup.named(reader, kind, name) if one.id not in corrected.hidden]
    return corrected.one(found[0].id) if found else None


def profile(reader: Reader, entity: int, limit: int, corrected: Corrected) -> Profile:
    """What the library tells of an entity. Raises KeyError for an unknown id."""
    ids = corrected.all([entity])
    one = lookup.by_id(reader, [corrected.one(entity)])[corrected.one(entity)]
    articles, texts = lookup.texts_of(reader, ids)
    return Profile(
        entity=entity_row(one, corrected)._replace(articles=articles),
        names=tuple(lookup.surfaces_of(reader, ids)),
        texts=texts,
        first=None,
        last=None,
        left=None,
        sections=(),
    )

"""Where a firm is at home by its own name: 某县文旅集团 is that county's firm wherever a text tells of it."""

from __future__ import annotations

from collections.abc import Mapping

from shanqu.extract.attribution import Owner
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.span import Span
from shanqu.gazetteer import place_by_code


def seats_of(spans: list[Span]) -> dict[str, Owner]:
    """For the names of firms that begin with the full name of a county, and for what of them goes on behind it, that county."""
    found: dict[str, Owner] = {}
    for name in {span.canonical for span in spans if span.kind == "company"}:
        entry = place_scanner().begins(name)
        place = place_by_code(entry.code) if entry and entry.full and entry.code else None
        if place is not None and place.level == "county":
            owner = Owner(place.name, place.code, "discourse")
            found |= {name: owner, name.removeprefix(place.name): owner}
    return found


def seated(firm: str, seats: Mapping[str, Owner], owner: Owner) -> Owner:
    """The county where a firm is at home, where nothing but what was told before gave its figure to the `owner`."""
    return seats.get(firm, owner) if owner.attribution == "discourse" else owner

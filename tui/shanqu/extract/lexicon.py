"""One scanner over everything the gazetteer names: leftmost, longest match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import add

from shanqu.extract.beginnings import SHORT, Beginnings
from shanqu.gazetteer import regions, terms, zones
from shanqu.gazetteer.places import Place, counties, prefectures, province, resolve
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.zones import zone_by_name
from shanqu.model import ENTITY_KINDS, EntityKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A written form of a known name. `full` tells that the form alone is proof."""

    kind: EntityKind
    canonical: str
    code: str | None
    how: str
    full: bool = True


class Scanner:
    """Finds the longest known form at each place, going on behind it."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self._beginnings = known = Beginnings(entries)
        self._by_pair = dict(
            zip(known.pairs, map(known.lengths.__getitem__, known.bits.tolist()), strict=True)
        )
        self._all = lru_cache(maxsize=2)(lambda text: tuple(self.scan(text)))

    def begins(self, text: str) -> Entry | None:
        """What the longest known form at the beginning of `text` names."""
        for length in reversed(self._by_pair.get(text[:2], ())):
            entry = self.entries.get(text[:length])
            if entry is not None:
                return entry
        return None

    def scan(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Spans of `text` with what they name, without overlaps, in order."""
        reached = 0
        for at, lengths in enumerate(self._lengths(text)):
            if lengths and at >= reached:
                for length in reversed(lengths):
                    form = text[at : at + length]
                    entry = self.entries.get(form)
                    if entry is not None:
                        reached = at + len(form)
                        yield at, reached, entry
                        break

    def _lengths(self, text: str) -> list[tuple[int, ...]]:
        """For each character how long the forms are that may begin there."""
        if len(text) < SHORT:
            return [*map(self._by_pair.get, map(add, text, text[1:]), repeat(())), ()]
        bits = self._beginnings.bits.take(self._beginnings.of(text))
        return list(map(self._beginnings.lengths.__getitem__, bits.tolist()))

    def all(self, text: str) -> tuple[tuple[int, int, Entry], ...]:
        """The same for a whole text, remembered: several rules ask for it."""
        return self._all(text)


def _add_place(entries: dict[str, Entry], place: Place) -> None:
    for alias in place.aliases:
        entries.setdefault(alias, Entry("place", place.name, place.code, "former name"))
    if place.name.endswith("畲族自治县"):
        entries[place.short + "县"] = Entry("place", place.name, place.code, "gazetteer")
    entries[place.short] = Entry("place", place.name, place.code, "gazetteer", full=False)
    entries[place.name] = Entry("place", place.name, place.code, "gazetteer")


def place_entries() -> dict[str, Entry]:
    """Written forms of places: Zhejiang's divisions win over places elsewhere."""
    entries: dict[str, Entry] = {}
    for region in regions.regions():
        for form in region.names:
            full = region.kind != "city" or form.endswith("市") or form not in regions.doubt().words
            entries[form] = Entry("place", region.name, None, region.kind, full)
    for place in (province(), *prefectures(), *counties()):
        _add_place(entries, place)
    for form, canonical in terms.aliases()["place"].items():
        known = resolve(canonical)
        entries[form] = Entry(
            "place", known.name if known else canonical, known.code if known else None, "aliases"
        )
    return entries


def zone_entries() -> dict[str, Entry]:
    """Written forms of development zones; `code` is that of the place they belong to."""
    return {
        form: Entry("park", zone.name, zone.code, "zones") for zone in zones.zones() for form in zone.names
    }


def _term_entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for form, canonical in terms.policies().items():
        entries[form] = Entry("policy", canonical, None, "policies")
    for form in terms.words("products", "names"):
        entries[form] = Entry("product", form, None, "products")
    for form, canonical in terms.industries().items():
        entries[form] = Entry("industry", canonical, None, "industries")
    for form in terms.words("bodies", "organization", "known"):
        entries[form] = Entry("organization", form, None, "organizations")
    for form in terms.words("companies", "known"):
        entries[form] = Entry("company", form, None, "companies")
    return entries


def _alias_entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for kind in ENTITY_KINDS:
        for form, canonical in terms.aliases()[kind].items() if kind != "place" else ():
            zone = zone_by_name(canonical) if kind == "park" else None
            entries[form] = Entry(kind, canonical, zone.code if zone else None, "aliases")
    return entries


@once
def place_scanner() -> Scanner:
    """Places only."""
    return Scanner(place_entries())


@once
def name_scanner() -> Scanner:
    """Zones, industries, products, policies, well-known bodies and firms. Places are there to stop a
    longer place name from being read as something else."""
    return Scanner({**_term_entries(), **zone_entries(), **_alias_entries()})

"""How many articles there are of each site, each year, with each kind of entity, and with the leading entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from types import MappingProxyType
from typing import NamedTuple

from shanqu.store import lookup
from shanqu.store.blocks import KIND_BITS, KIND_CODES, KINDS, YEAR, code_of
from shanqu.store.facets import Counts, counted, times_of
from shanqu.store.findings import Entity, counts_of
from shanqu.store.reader import Reader

# Of places so many more, for counties are shown apart from the others.
_PLACES = 400


class Tally(NamedTuple):
    """So many articles have this value; None stands for those that have none."""

    value: str | None
    articles: int


class Leading(NamedTuple):
    """How many entities of a kind there are, and the most often named of them."""

    kind: str
    total: int
    entities: tuple[Entity, ...]


class Merged(NamedTuple):
    """Entities as the user has corrected them: what is `hidden`, and which stands for all of which `parts`."""

    hidden: Collection[int] = ()
    parts: Mapping[int, frozenset[int]] = MappingProxyType({})

    @property
    def unlike(self) -> set[int]:
        """The entities that do not stand in a list as they are in the tables."""
        return {*self.hidden, *(part for parts in self.parts.values() for part in parts)}


UNMERGED = Merged()


def leading(reader: Reader, kinds: Sequence[str], most: int, merged: Merged = UNMERGED) -> list[Leading]:
    """Of each kind the entities that the most articles of the library name."""
    unlike = merged.unlike
    apart = Counter(one.kind for one in lookup.by_id(reader, unlike).values() if one.articles)
    groups = _groups(reader, merged, None)
    found = []
    for kind in kinds:
        total = reader.one("SELECT count(*) FROM entity WHERE kind = ? AND named_articles > 0", (kind,))
        rows = reader.all(
            "SELECT id, kind, canonical, code, named_articles, named_times FROM entity"
            " WHERE kind = ? AND named_articles > 0 ORDER BY named_articles DESC LIMIT ?",
            (kind, _number(kind, most) + len(unlike)),
        )
        entities = [one for one in map(Entity._make, rows) if one.id not in unlike]
        of_kind = [one for one in groups if one.kind == kind]
        number = total - apart[kind] + len(of_kind)
        found.append(Leading(kind, number, _first(kind, most, [*entities, *of_kind])))
    return found


def leading_among(
    reader: Reader, ids: Collection[int], most: int, merged: Merged = UNMERGED, *, times: bool = True
) -> list[Leading]:
    """Of each kind the entities that the most of these articles name, with counts over them.

    Without `times`, which take as long as all else, it is told for none how often it is named (0).
    """
    with reader.steady():
        counts = counted(reader, ids)
        by_kind: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        unlike = {0, *merged.unlike}
        for code, articles in counts.articles.items():
            if code >> KIND_BITS not in unlike:
                by_kind[code % KIND_CODES].append((articles, code))
        likely = {
            code for kind, found in by_kind.items() for code in _likely(found, _number(KINDS[kind], most))
        }
        entities = _entities(reader, counts, likely, times=times)
        groups = _groups(reader, merged, ids)
    found = []
    for number_of_kind, kind in enumerate(KINDS):
        of_kind = [one for one in groups if one.kind == kind]
        if number := len(by_kind[number_of_kind]) + len(of_kind):
            shown = [one for one in entities if one.kind == kind]
            found.append(Leading(kind, number, _first(kind, most, [*shown, *of_kind])))
    return found


def _number(kind: str, most: int) -> int:
    return max(most, _PLACES) if kind == "place" else most


def _likely(found: Collection[tuple[int, int]], number: int) -> list[int]:
    """The codes that may be among the first `number`: all that as many articles name as the last of these."""
    least = nlargest(number, found)[-1][0]
    return [code for articles, code in found if articles >= least]


def _first(kind: str, most: int, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    ranked = sorted(entities, key=lambda one: (-one.articles, -one.mentions, one.canonical))
    return tuple(ranked[: _number(kind, most)])


def _groups(reader: Reader, merged: Merged, ids: Collection[int] | None) -> list[Entity]:
    """What stands for several entities, with counts over all of them."""
    found = lookup.by_id(reader, merged.parts)
    with_counts = (
        (found[whole], counts_of(reader, parts, ids))
        for whole, parts in merged.parts.items()
        if whole not in merged.hidden
    )
    return [
        whole._replace(articles=articles, mentions=times)
        for whole, (articles, times) in with_counts
        if articles
    ]


def _entities(reader: Reader, counts: Counts, codes: set[int], *, times: bool) -> list[Entity]:
    often = times_of(reader, counts, codes) if times else None
    known = lookup.by_id(reader, [code >> KIND_BITS for code in codes])
    found = []
    for code in codes:
        one = known[code >> KIND_BITS]
        mentions = 0
        if often is not None:
            mentions = one.mentions - often[code] if counts.others else often[code]
        found.append(one._replace(articles=counts.articles[code], mentions=mentions))
    return found


def sites(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By site, the most articles first."""
    if ids is None:
        return _by(reader, "site", "article_site", "count(*) DESC, site")
    found = counted(reader, ids).sites.items()
    # None before any name, as in SQL.
    return [Tally(*one) for one in sorted(found, key=lambda one: (-one[1], one[0] is not None, one[0] or ""))]


def years(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By year of publication, the latest first, those of unknown year last."""
    if ids is None:
        return _by(reader, YEAR, "article_order", "1 DESC")
    found = counted(reader, ids).years.items()
    return [Tally(*one) for one in sorted(found, key=lambda one: one[0] or "", reverse=True)]


def _by(reader: Reader, value: str, index: str, order: str) -> list[Tally]:
    # The index alone tells it, in order; the articles themselves are large.
    sql = f"SELECT {value}, count(*) FROM article INDEXED BY {index} GROUP BY 1 ORDER BY {order}"
    return [Tally(*row) for row in reader.all(sql)]


def kinds(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By kind of entity: how many articles name some entity of it; the most articles first."""
    by_code = counted(reader, reader.ids() if ids is None else ids).articles
    found = [Tally(kind, number) for kind in KINDS if (number := by_code[code_of(0, kind)])]
    return sorted(found, key=lambda one: (-one.articles, str(one.value)))

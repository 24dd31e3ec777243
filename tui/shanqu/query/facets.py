"""What articles have in common, as rows for screens and commands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType

from shanqu.model import ENTITY_KINDS
from shanqu.query.shapes import Bucket, EntityRow, Leading
from shanqu.store import Reader, tallies
from shanqu.store import facets as counting
from shanqu.store.findings import Entity
from shanqu.store.tallies import Merged

_BY_FIELD = {"site": tallies.sites, "year": tallies.years, "kind": tallies.kinds}


def leading(
    reader: Reader,
    ids: Collection[int] | None,
    most: int,
    row: Callable[[Entity], EntityRow],
    *,
    hidden: Collection[int] = (),
    parts: Mapping[int, frozenset[int]] = MappingProxyType({}),
    times: bool = True,
) -> list[Leading]:
    """Of each kind the entities, made rows by `row`, that the most of these articles (None: all) name.

    Without the `hidden`; those that stand for all their `parts` with the counts of these. Without `times` it is not told
    how often they are named.
    """
    merged = Merged(hidden, parts)
    found = (
        tallies.leading(reader, ENTITY_KINDS, most, merged)
        if ids is None
        else tallies.leading_among(reader, ids, most, merged, times=times)
    )
    by_kind = {one.kind: one for one in found if one.total}
    return [
        Leading(kind, by_kind[kind].total, tuple(map(row, by_kind[kind].entities)))
        for kind in ENTITY_KINDS
        if kind in by_kind
    ]


def takes_long(reader: Reader, ids: Collection[int]) -> bool:
    """Whether what is leading among these articles is better told in two steps."""
    return counting.takes_long(reader, ids)


def buckets(reader: Reader, ids: Collection[int] | None, fields: Sequence[str]) -> list[Bucket]:
    """These articles (None: all) by the values of each of the fields."""
    return [
        Bucket(field, tally.value, tally.articles)
        for field in fields
        for tally in _BY_FIELD[field](reader, ids)
    ]

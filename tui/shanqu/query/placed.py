"""The facts of a column: of a county those attributed to it, of a park those that are said of the park."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Column
from shanqu.store import Reader, lookup
from shanqu.store.leading import Pool, attributed, near, warned
from shanqu.text.flags import NOT_FIT

_PARK_STANDINGS = (1, 2, 3)  # the scopes zone, project and company


def unfit(reader: Reader) -> set[int]:
    """The articles whose figures must not be shown."""
    found: set[int] = reader.remembered("unfit", lambda: warned(reader, NOT_FIT))
    return found


def pool(reader: Reader, column: Column, corrected: Corrected) -> Pool:
    """The facts of the place of a column, without unfit and wrong ones."""
    ids = columns.entities(reader, column, corrected)
    if column.kind in ("county", "prefecture"):
        return county_pool(reader, column.key, ids, corrected)
    return Pool(reader, rows=_of_name(reader, column, ids), unfit=unfit(reader), wrong=corrected.wrong)


def county_pool(reader: Reader, code: str, ids: Collection[int], corrected: Corrected) -> Pool:
    """The facts of the county or prefecture with that code, and of what the user has merged into it (all are `ids`)."""
    merged = set(ids) - lookup.coded(reader, code, "place")
    rows = attributed(reader, merged) if merged else ()
    return Pool(reader, code=code, rows=rows, unfit=unfit(reader), wrong=corrected.wrong)


def _of_name(reader: Reader, column: Column, ids: Collection[int]) -> set[int]:
    """The facts in sentences that name the park, about it or in it; and those carried over to it

    from an earlier sentence, in articles that are about this park more than about any other. Of a place without a
    code those that are attributed to it.
    """
    names = lookup.surfaces_of(reader, ids)
    if column.kind == "place" and column.code is None:
        # What a county is said to have is not said of a place elsewhere that the sentence names, too.
        return near(reader, ids, names, "", _PARK_STANDINGS) | attributed(reader, ids)
    carried = lookup.zone_facts(reader, lookup.mainly(reader, ids), column.code)
    return near(reader, ids, names, column.code, _PARK_STANDINGS) | carried

"""The facts of a column: of a county those attributed to it, of a park those that are said of the park."""

from __future__ import annotations

from collections.abc import Collection

from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Column
from shanqu.store import Reader, lookup
from shanqu.store.leading import Pool, near, warned
from shanqu.text.flags import NOT_FIT

_PARK_STANDINGS = (1, 2, 3)  # the scopes zone, project and company


def unfit(reader: Reader) -> set[int]:
    """The articles whose figures must not be shown."""
    found: set[int] = reader.remembered("unfit", lambda: warned(reader, NOT_FIT))
    return found


def pool(reader: Reader, column: Column, corrected: Corrected) -> Pool:
    """The facts of the place of a column, without unfit and wrong ones."""
    if column.kind in ("county", "prefecture"):
        return Pool(reader, code=column.key, unfit=unfit(reader), wrong=corrected.wrong)
    rows = _of_name(reader, column, columns.entities(reader, column, corrected))
    return Pool(reader, rows=rows, unfit=unfit(reader), wrong=corrected.wrong)


def _of_name(reader: Reader, column: Column, ids: Collection[int]) -> set[int]:
    """The facts in sentences that name the park, about it or in it; and those carried over to it

    from an earlier sentence, in articles that are about this park more than about any other.
    """
    named = near(reader, ids, lookup.surfaces_of(reader, ids), column.code, _PARK_STANDINGS)
    carried = lookup.zone_facts(reader, lookup.mainly(reader, ids), column.code)
    return named | carried

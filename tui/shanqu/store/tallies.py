"""How many articles there are of each site, each year, and with each kind of entity."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.store.codec import numbers
from shanqu.store.reader import Reader


class Tally(NamedTuple):
    """So many articles have this value; None stands for those that have none."""

    value: str | None
    articles: int


_YEAR = "CASE WHEN published >= '0' THEN substr(published, 1, 4) END"


def sites(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By site, the most articles first."""
    return _by(reader, "site", ids, "count(*) DESC, site")


def years(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By year of publication, the latest first, those of unknown year last."""
    return _by(reader, _YEAR, ids, "1 DESC")


def kinds(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By kind of entity: how many articles name some entity of it; the most articles first."""
    where = "" if ids is None else "WHERE article IN (SELECT value FROM json_each(?))"
    rows = reader.all(
        f"SELECT kind, count(DISTINCT article) FROM naming JOIN entity ON id = entity {where}"
        " GROUP BY kind ORDER BY 2 DESC, kind",
        _parameter(ids),
    )
    return [Tally(*row) for row in rows]


def _by(reader: Reader, value: str, ids: Collection[int] | None, order: str) -> list[Tally]:
    where = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
    sql = f"SELECT {value}, count(*) FROM article {where} GROUP BY 1 ORDER BY {order}"
    return [Tally(*row) for row in reader.all(sql, _parameter(ids))]


def _parameter(ids: Collection[int] | None) -> tuple[str, ...]:
    return () if ids is None else (numbers(ids),)

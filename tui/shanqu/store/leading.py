"""Reading side for comparison: of the many figures of a place those that are shown, without reading the others.

The table of facts keeps in its order what decides that (see `schema`). A `Pool` is all that may be shown of one
place: the facts with its code, or a list of facts; without those of unfit articles and those taken out by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from shanqu.store.codec import decode_fact, decode_path
from shanqu.store.reader import Reader, numbers
from shanqu.store.statements import Said


class Lead(NamedTuple):
    """Equal statements: what orders them, and the rows of their facts, those of the latest articles first."""

    standing: int
    age: int
    about: str
    printed: str
    indicator: str
    rows: tuple[int, ...]


class Pool:
    """The facts of one place."""

    def __init__(
        self,
        reader: Reader,
        *,
        code: str | None = None,
        rows: Collection[int] = (),
        unfit: Collection[int] = (),
        wrong: Collection[int] = (),
    ) -> None:
        """The facts with `code`, or those in `rows`; without those of `unfit` articles and the `wrong` ones."""
        self._reader = reader
        among = "code <> '' AND code = :code" if code else "rowid IN (SELECT value FROM json_each(:rows))"
        without = " AND article NOT IN (SELECT value FROM json_each(:unfit))" if unfit else ""
        without += " AND rowid NOT IN (SELECT value FROM json_each(:wrong))" if wrong else ""
        self._where = f"WHERE {among}{without}"
        self._given = {
            "code": code,
            "rows": numbers(rows),
            "unfit": numbers(unfit),
            "wrong": numbers(wrong),
        }

    def units(self) -> dict[tuple[str, str], tuple[int, set[int]]]:
        """For each indicator and the first word of what its figures are about the facts and their articles."""
        rows = self._reader.all(
            f"SELECT indicator, count(*), group_concat(article) FROM fact {self._where} GROUP BY indicator",
            self._given,
        )
        return {(row[0], ""): (row[1], set(map(int, row[2].split(",")))) for row in rows}

    def leads(self, indicators: Sequence[str], most: int | None) -> list[Lead]:
        """The leading statements of each of these indicators, `most` of each."""
        sql = (
            "SELECT standing, age, about, printed, indicator, group_concat(rowid) FROM fact"
            f" {self._where} AND indicator {{which}} GROUP BY indicator, standing, age, about, printed"
        )
        if most is None:
            which = "IN (SELECT value FROM json_each(:indicators))"
            return self._leads(sql.format(which=which), indicators=_strings(indicators))
        limited = f"{sql.format(which='= :indicator')} LIMIT {most}"
        return [lead for name in indicators for lead in self._leads(limited, indicator=name)]

    def _leads(self, sql: str, **given: str) -> list[Lead]:
        rows = self._reader.all(sql, self._given | given)
        return [Lead(*row[:5], tuple(map(int, row[5].split(",")))) for row in rows]


def _strings(values: Iterable[str]) -> str:
    import json

    return json.dumps(list(values), ensure_ascii=False)


def said(reader: Reader, rows: Iterable[int]) -> dict[int, Said]:
    """These facts, those of the latest articles first."""
    found = reader.all(
        "SELECT fact.rowid, article.id, reprints, published, path, member, fact.record"
        " FROM fact JOIN article ON id = article WHERE fact.rowid IN (SELECT value FROM json_each(?))"
        " ORDER BY published DESC, id, fact.rowid",
        (numbers(rows),),
    )
    return {row[0]: Said(row[1], row[2], row[3], _name(row[4], row[5]), decode_fact(row[6])) for row in found}


def _name(path: str | bytes, member: str) -> str:
    name = decode_path(path)
    return f"{name}#{member}" if member else name


def warned(reader: Reader, warnings: Collection[str]) -> set[int]:
    """The articles with any of these warnings."""
    rows = reader.all(
        "SELECT DISTINCT id FROM article, json_each(article.warnings)"
        " WHERE article.warnings <> '[]' AND value IN (SELECT value FROM json_each(?))",
        (_strings(warnings),),
    )
    return {row[0] for row in rows}

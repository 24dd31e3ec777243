"""Reading side for the overview: counts of all places at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from shanqu.store.leading import FIGURES, strings
from shanqu.store.reader import Reader, numbers


class Counts(NamedTuple):
    """How often the place of a code is named."""

    articles: int
    texts: int
    mentions: int
    latest: int | None


class Standing(NamedTuple):
    """Which entities stand for others, and which are left out; empty where nothing is corrected."""

    into: Mapping[int, int] = MappingProxyType({})
    hidden: Collection[int] = ()

    @property
    def given(self) -> dict[str, str]:
        """The parameters that `one` and `kept` need."""
        return {"into": json.dumps(dict(self.into)), "hidden": numbers(self.hidden)}

    def one(self, column: str) -> str:
        """SQL for the entity that stands for that in a column."""
        if not self.into:
            return column
        return f"coalesce((SELECT value FROM json_each(:into) WHERE key = {column}), {column})"

    def kept(self, column: str) -> str:
        """SQL for whether the entity in a column is shown."""
        return f"{column} NOT IN (SELECT value FROM json_each(:hidden))" if self.hidden else "1"


def counts(reader: Reader, standing: Standing) -> dict[str, Counts]:
    """For each code articles, texts after collapsing reprints, mentions, and the latest year of publication."""
    rows = reader.all(
        "SELECT code, count(DISTINCT article), count(DISTINCT reprints), sum(mentions),"
        " max(CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) + 0 END)"
        f" FROM entity JOIN naming ON {standing.one('entity')} = entity.id JOIN article ON article.id = article"
        f" WHERE kind = 'place' AND code <> '' AND {standing.kept('entity')} GROUP BY code",
        standing.given,
    )
    return {row[0]: Counts(*row[1:]) for row in rows}


def beside_counts(reader: Reader, kinds: Collection[str], standing: Standing) -> dict[tuple[str, str], int]:
    """For each code and kind how many entities sentences name together with the place."""
    rows = reader.all(
        "SELECT code, value, count(*), sum((SELECT count(*) FROM beside_total"
        " WHERE place = entity.id AND beside_total.kind = value))"
        " FROM entity CROSS JOIN json_each(:kinds) WHERE entity.kind = 'place' AND code <> '' GROUP BY code, value",
        {"kinds": strings(kinds)},
    )
    # What stands beside several entities of one place, or is corrected, is not simply added up.
    several = {row[0] for row in rows if row[2] > 1 or standing.into or standing.hidden}
    found = {(row[0], row[1]): row[3] for row in rows if row[3]}
    if several:
        found |= _distinct_beside(reader, kinds, standing, several)
    return found


def _distinct_beside(
    reader: Reader, kinds: Collection[str], standing: Standing, codes: Collection[str]
) -> dict[tuple[str, str], int]:
    rows = reader.all(
        f"SELECT code, near.kind, count(DISTINCT {standing.one('other')}) FROM entity CROSS JOIN json_each(:kinds)"
        " CROSS JOIN beside_total near ON place = entity.id AND near.kind = value"
        " WHERE entity.kind = 'place' AND code IN (SELECT value FROM json_each(:codes))"
        f" AND {standing.kept('other')} AND {standing.kept('place')} GROUP BY code, near.kind",
        standing.given | {"kinds": strings(kinds), "codes": strings(codes)},
    )
    none = {(code, kind): 0 for code in codes for kind in kinds}
    return none | {(row[0], row[1]): row[2] for row in rows}


class Invested(NamedTuple):
    """The statements of an investment in a place, counted once for each subject, period and amount; `row` is the

    fact of the greatest."""

    statements: int
    row: int


def investments(
    reader: Reader,
    codes: Collection[str],
    indicators: Collection[str],
    unfit: Collection[int],
    wrong: Collection[int],
) -> dict[str, Invested]:
    """The distinct statements of these indicators on the places with these codes, without the `wrong` rows."""
    rows = reader.all(
        "SELECT code, count(*), found, max(coalesce(amount, 0)) FROM (SELECT code, amount, fact.rowid AS found"
        "  FROM json_each(:codes) place CROSS JOIN json_each(:names) name"
        "  CROSS JOIN fact ON code <> '' AND code = place.value AND indicator = name.value"
        "  WHERE article NOT IN (SELECT value FROM json_each(:unfit))"
        "  AND fact.rowid NOT IN (SELECT value FROM json_each(:wrong))"
        "  GROUP BY code, indicator, about, printed) GROUP BY code",
        {
            "codes": strings(codes),
            "names": strings(indicators),
            "unfit": numbers(unfit),
            "wrong": numbers(wrong),
        },
    )
    return {row[0]: Invested(row[1], row[2]) for row in rows}


def indicators(reader: Reader, codes: Collection[str]) -> list[str]:
    """All indicators of figures on the places with these codes."""
    # From one to the next through the index, over the many facts of each.
    following = "(SELECT min(fact.indicator) FROM fact WHERE code <> '' AND code = {code}{after})"
    rows = reader.all(
        "WITH RECURSIVE step (code, indicator) AS ("
        f" SELECT value, {following.format(code='value', after='')} FROM json_each(:codes)"
        f" UNION ALL SELECT step.code, {following.format(code='step.code', after=' AND indicator > step.indicator')}"
        "  FROM step WHERE step.indicator IS NOT NULL)"
        " SELECT DISTINCT indicator FROM step WHERE indicator IS NOT NULL",
        {"codes": strings(codes)},
    )
    return [row[0] for row in rows]


def latest_figures(reader: Reader, codes: Collection[str], wrong: Collection[int]) -> dict[str, int]:
    """For each code the last year that an actual figure of the place, none of the `wrong` rows, is of."""
    rows = reader.all(
        "SELECT value, 9999 - (SELECT min(age) FROM fact WHERE code <> '' AND code = value AND standing < 8"
        + (" AND rowid NOT IN (SELECT value FROM json_each(:wrong))" if wrong else "")
        + f" AND age < 9999 AND {FIGURES}) FROM json_each(:codes)",
        {"codes": strings(codes), "wrong": numbers(wrong)},
    )
    return {code: year for code, year in rows if year is not None}

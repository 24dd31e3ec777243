"""Reading side for the overview: counts of all places at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
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
        """The parameters of `_STANDING`."""
        return {"into": json.dumps(dict(self.into)), "hidden": numbers(self.hidden)}

    def wholes(self, entities: Iterable[int]) -> set[int]:
        """What stands for these entities, without what is left out."""
        return {self.into.get(one, one) for one in entities if one not in self.hidden}

    @property
    def unlike(self) -> set[int]:
        """The entities that do not count as they stand in the tables."""
        return {*self.hidden, *self.into, *self.into.values()}


# The places that are shown: each code with its entities, also those that the user has merged into them.
_STANDING = (
    "WITH moved AS MATERIALIZED (SELECT CAST(key AS INTEGER) AS part, value AS whole FROM json_each(:into)),"
    " standing AS MATERIALIZED (SELECT code, part FROM"
    "  (SELECT code, id AS part FROM entity"
    "   WHERE kind = 'place' AND code <> '' AND id NOT IN (SELECT part FROM moved)"
    "   UNION ALL SELECT code, part FROM moved JOIN entity ON id = whole WHERE kind = 'place' AND code <> '')"
    "  WHERE part NOT IN (SELECT value FROM json_each(:hidden)))"
)


def counts(reader: Reader, standing: Standing) -> dict[str, Counts]:
    """For each code articles, texts after collapsing reprints, mentions, and the latest year of publication."""
    rows = reader.all(
        f"{_STANDING} SELECT code, count(DISTINCT article), count(DISTINCT reprints), sum(mentions),"
        " max(CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) + 0 END)"
        " FROM standing CROSS JOIN naming ON entity = part CROSS JOIN article ON article.id = article GROUP BY code",
        standing.given,
    )
    return {row[0]: Counts(*row[1:]) for row in rows}


def around_counts(
    reader: Reader, kinds: Collection[str], standing: Standing, shorts: Mapping[str, str]
) -> dict[tuple[str, str], int]:
    """For each code and kind how many entities are around the place, as `beside.number_around` counts them for one:

    those that sentences name together with it, that bear its code or begin with its name, which `shorts` has by code.
    No kind that places of other codes take from one another: no parks.
    """
    given = standing.given | {"kinds": strings(kinds)}
    rows = reader.all(
        f"{_STANDING} SELECT code, value, count(*), sum((SELECT count(*) FROM met_total"
        " WHERE entity = part AND met_total.kind = value))"
        " FROM standing CROSS JOIN json_each(:kinds) GROUP BY code, value",
        given,
    )
    found = {(row[0], row[1]): row[3] for row in rows if row[3]}
    unlike = reader.all(
        f"{_STANDING} SELECT standing.code, near.kind, group_concat(other) FROM json_each(:unlike)"
        " CROSS JOIN entity one ON one.id = value CROSS JOIN standing"
        " CROSS JOIN met_total near ON entity = part AND near.kind = one.kind AND other = one.id"
        " WHERE one.kind IN (SELECT value FROM json_each(:kinds)) GROUP BY standing.code, near.kind",
        given | {"unlike": numbers(standing.unlike)},
    )
    for code, kind, others in unlike:
        counted = others.split(",")
        found[code, kind] += len(standing.wholes(map(int, counted))) - len(counted)
    own = _own(reader, kinds, standing, shorts)
    for key, others in own.items():
        found[key] = found.get(key, 0) + len(others)
    # What stands beside several entities of one place, or is corrected, is not simply added up.
    several = {row[0] for row in rows if row[2] > 1}
    several |= {code for (code, _), others in own.items() if not standing.unlike.isdisjoint(others)}
    return found | _distinct_beside(reader, given, standing, several, own)


def _own(
    reader: Reader, kinds: Collection[str], standing: Standing, shorts: Mapping[str, str]
) -> dict[tuple[str, str], list[int]]:
    """By code and kind what no sentence names together with the place, but bears its code, or no code and a name that

    begins with the short one of the place."""
    rows = reader.all(
        f"{_STANDING}, place AS MATERIALIZED (SELECT code AS its, short.value AS short, json_group_array(part) AS parts"
        "  FROM json_each(:shorts) short CROSS JOIN standing ON code = short.key GROUP BY code),"
        " own AS (SELECT its, parts, kind, entity.id AS one FROM place CROSS JOIN json_each(:kinds) sort CROSS JOIN entity"
        "  ON kind = sort.value AND canonical >= short AND canonical < short || char(1114111) AND code = ''"
        "  WHERE short <> '' AND named_articles > 0"
        "  UNION ALL SELECT its, parts, kind, entity.id FROM place CROSS JOIN entity ON code <> '' AND code = its"
        "  WHERE +kind IN (SELECT value FROM json_each(:kinds)) AND named_articles > 0)"
        " SELECT its, kind, one FROM own WHERE NOT EXISTS (SELECT 1 FROM json_each(parts) part"
        "  CROSS JOIN met_total near ON entity = part.value AND near.kind = own.kind AND other = own.one)",
        standing.given | {"shorts": json.dumps(dict(shorts)), "kinds": strings(kinds)},
    )
    found: dict[tuple[str, str], list[int]] = {}
    for code, kind, one in rows:
        found.setdefault((code, kind), []).append(one)
    return found


def _distinct_beside(
    reader: Reader,
    given: dict[str, str],
    standing: Standing,
    codes: Collection[str],
    own: Mapping[tuple[str, str], Sequence[int]],
) -> dict[tuple[str, str], int]:
    rows = reader.all(
        f"{_STANDING} SELECT code, kind, group_concat(other) FROM standing CROSS JOIN json_each(:kinds)"
        " CROSS JOIN met_total ON entity = part AND kind = value"
        " WHERE code IN (SELECT value FROM json_each(:codes)) GROUP BY code, kind",
        given | {"codes": strings(codes)},
    )
    met = {(code, kind): [*map(int, others.split(","))] for code, kind, others in rows}
    keys = {*met, *(key for key in own if key[0] in codes)}
    return {key: len(standing.wholes([*met.get(key, ()), *own.get(key, ())])) for key in keys}


class Invested(NamedTuple):
    """The statements of an investment in a place, counted once for each subject, period and amount; `row` is the

    fact of the greatest."""

    statements: int
    row: int


# The facts of a county by their rows that the user has merged into another one, by the code of that.
Moved = Mapping[str, Collection[int]]
# The same, a row for each.
_MOVED = "json_each(:moved) place CROSS JOIN json_each(place.value) moved CROSS JOIN fact ON fact.rowid = moved.value"


def investments(
    reader: Reader,
    codes: Collection[str],
    indicators: Collection[str],
    unfit: Collection[int],
    wrong: Collection[int],
    moved: Moved,
) -> dict[str, Invested]:
    """The distinct statements of these indicators on the places with these codes and on what is `moved` to them,

    without the `wrong` rows."""
    columns = "fact.rowid AS found, amount, article, indicator, about, printed"
    rows = reader.all(
        "SELECT whole, count(*), found, max(coalesce(amount, 0)) FROM (SELECT whole, amount, found FROM"
        f" (SELECT place.value AS whole, {columns} FROM json_each(:codes) place CROSS JOIN json_each(:names) name"
        "   CROSS JOIN fact ON code <> '' AND code = place.value AND indicator = name.value"
        f"  UNION ALL SELECT place.key, {columns} FROM {_MOVED}"
        "   WHERE indicator IN (SELECT value FROM json_each(:names)))"
        "  WHERE article NOT IN (SELECT value FROM json_each(:unfit))"
        "  AND found NOT IN (SELECT value FROM json_each(:wrong))"
        "  GROUP BY whole, indicator, about, printed) GROUP BY whole",
        {
            "codes": strings(codes),
            "names": strings(indicators),
            "unfit": numbers(unfit),
            "wrong": numbers(wrong),
            "moved": _written(moved),
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


def latest_figures(
    reader: Reader, codes: Collection[str], wrong: Collection[int], moved: Moved
) -> dict[str, int]:
    """For each code the last year that an actual figure of the place, or of what is `moved` to it, is of; none of

    the `wrong` rows."""
    youngest = "9999 - min(age)"
    actual = f"standing < 8 AND age < 9999 AND {FIGURES}"
    if wrong:
        actual += " AND fact.rowid NOT IN (SELECT value FROM json_each(:wrong))"
    rows = reader.all(
        f"SELECT value, (SELECT {youngest} FROM fact WHERE code <> '' AND code = value AND {actual})"
        f" FROM json_each(:codes) UNION ALL SELECT place.key, {youngest} FROM {_MOVED} WHERE {actual} GROUP BY 1",
        {"codes": strings(codes), "wrong": numbers(wrong), "moved": _written(moved)},
    )
    found: dict[str, int] = {}
    for code, year in rows:
        if year is not None:
            found[code] = max(year, found.get(code, year))
    return found


def _written(moved: Moved) -> str:
    return json.dumps({code: list(rows) for code, rows in moved.items()})

"""Reading side for the overview: counts of all places at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from shanqu.store.leading import FIGURES, strings
from shanqu.store.reader import Reader, numbers


class Counts(NamedTuple):
    """How often the place of a code is named."""

    articles: int
    texts: int
    mentions: int
    latest: int | None


def counts(reader: Reader) -> dict[str, Counts]:
    """For each code articles, texts after collapsing reprints, mentions, and the latest year of publication."""
    rows = reader.all(
        "SELECT code, count(DISTINCT article), count(DISTINCT reprints), sum(mentions),"
        " max(CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) + 0 END)"
        " FROM entity JOIN naming ON entity = entity.id JOIN article ON article.id = article"
        " WHERE kind = 'place' AND code <> '' GROUP BY code"
    )
    return {row[0]: Counts(*row[1:]) for row in rows}


def beside_counts(reader: Reader, kinds: Collection[str]) -> dict[tuple[str, str], int]:
    """For each code and kind how many entities sentences name together with the place."""
    rows = reader.all(
        "SELECT code, beside.kind, count(DISTINCT other) FROM entity CROSS JOIN json_each(?)"
        " CROSS JOIN beside ON place = entity.id AND beside.kind = value"
        " WHERE entity.kind = 'place' AND code <> '' GROUP BY code, beside.kind",
        (strings(kinds),),
    )
    return {(row[0], row[1]): row[2] for row in rows}


class Invested(NamedTuple):
    """A statement of an investment in a place, once for each subject, period and amount."""

    code: str
    value: float | None
    printed: str
    article: int
    sentence: int
    sentence_end: int
    start: int
    end: int


def investments(
    reader: Reader, codes: Collection[str], indicators: Collection[str], unfit: Collection[int]
) -> list[Invested]:
    """The distinct statements of these indicators on the places with these codes."""
    rows = reader.all(
        "SELECT code, json_extract(record, '$.value'), printed, article, sentence,"
        " json_extract(record, '$.sentence_end'), json_extract(record, '$.start'), json_extract(record, '$.end')"
        " FROM json_each(:codes) place CROSS JOIN json_each(:names) name"
        " CROSS JOIN fact ON code <> '' AND code = place.value AND indicator = name.value"
        " WHERE article NOT IN (SELECT value FROM json_each(:unfit))"
        " GROUP BY code, indicator, about, printed",
        {"codes": strings(codes), "names": strings(indicators), "unfit": numbers(unfit)},
    )
    return [Invested(*row) for row in rows]


def indicators(reader: Reader) -> list[str]:
    """All indicators of the library."""
    return [row[0] for row in reader.all("SELECT DISTINCT indicator FROM fact")]


def latest_figures(reader: Reader) -> dict[str, int]:
    """For each code the last year that an actual figure of the place is of."""
    rows = reader.all(
        "SELECT code, 9999 - min(age) FROM fact WHERE code <> '' AND standing < 8 AND age < 9999"
        f" AND {FIGURES} GROUP BY code"
    )
    return dict(rows)

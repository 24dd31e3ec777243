"""Reading side: what stands in one sentence with an entity of any kind, and how often things are named together."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import NamedTuple

from shanqu.store.findings import Named
from shanqu.store.leading import strings
from shanqu.store.reader import Reader, numbers

# An article and where in it a sentence begins, as one number.
_ARTICLE = 1 << 24
_SENTENCE = f"article * {_ARTICLE} + sentence"


class Neighbour(NamedTuple):
    """An entity with the number of articles, and of sentences, that name it together with another one."""

    entity: int
    kind: str
    canonical: str
    number: int
    sentences: int
    listed: str

    def articles(self) -> set[int]:
        """The articles: written out only of the few that are shown."""
        return set(map(int, self.listed.split(",")))


def around(reader: Reader, ids: Collection[int], kinds: Collection[str] = ()) -> list[Neighbour]:
    """What sentences name together with these entities, those of most articles first."""
    rows = reader.all(
        "SELECT id, kind, canonical, count(DISTINCT article) AS number, count(*), group_concat(DISTINCT article)"
        " FROM (SELECT DISTINCT there.entity, there.article, there.sentence"
        "  FROM mention here CROSS JOIN mention there ON there.article = here.article"
        "  AND there.sentence = here.sentence WHERE here.entity IN (SELECT value FROM json_each(:ids))"
        "  AND there.how <> 'reporter' AND there.entity NOT IN (SELECT value FROM json_each(:ids)))"
        " CROSS JOIN entity ON id = entity"
        + (" WHERE kind IN (SELECT value FROM json_each(:kinds))" if kinds else "")
        + " GROUP BY id ORDER BY number DESC, id",
        {"ids": numbers(ids), "kinds": strings(kinds)},
    )
    return [Neighbour(*row) for row in rows]


def meeting(
    reader: Reader, ids: Collection[int], others: Collection[int], most: int
) -> dict[int, list[Named]]:
    """The first mentions of each of `others` in sentences with these entities, in the order of articles and pages."""
    rows = reader.all(
        "SELECT DISTINCT there.entity, there.article, there.start, there.end, there.sentence, there.sentence_end,"
        " there.text FROM mention here CROSS JOIN mention there ON there.article = here.article"
        " AND there.sentence = here.sentence WHERE here.entity IN (SELECT value FROM json_each(:ids))"
        " AND there.entity IN (SELECT value FROM json_each(:others)) ORDER BY there.article, there.start",
        {"ids": numbers(ids), "others": numbers(others)},
    )
    found: dict[int, list[Named]] = {other: [] for other in others}
    for other, *named in rows:
        if len(found[other]) < most:
            found[other].append(Named(*named))
    return found


def frequent(reader: Reader, kinds: Collection[str], most: int) -> list[int]:
    """The entities (of these kinds) that most articles name."""
    where = "WHERE kind IN (SELECT value FROM json_each(:kinds))" if kinds else ""
    rows = reader.all(
        f"SELECT id FROM entity {where} ORDER BY named_articles DESC LIMIT :most",
        {"kinds": strings(kinds), "most": most},
    )
    return [row[0] for row in rows]


def pairs_among(reader: Reader, ids: Collection[int]) -> list[tuple[int, int, set[int], int]]:
    """Which of these entities sentences name together: both ids, the articles, the number of sentences."""
    # Each with all its sentences as one text, put together here: SQLite takes thrice as long to join them.
    rows = reader.all(
        f"SELECT entity, group_concat({_SENTENCE}) FROM mention"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY entity ORDER BY entity",
        (numbers(ids),),
    )
    where = {entity: set(sentences.split(",")) for entity, sentences in rows}
    seen, shared = set[str](), set[str]()
    for sentences in where.values():
        shared |= seen & sentences
        seen |= sentences
    where = {entity: sentences & shared for entity, sentences in where.items()}
    met = {(one, other): where[one] & where[other] for one, other in combinations(where, 2)}
    return [
        (one, other, {int(sentence) // _ARTICLE for sentence in both}, len(both))
        for (one, other), both in met.items()
        if both
    ]


def industries_by_county(reader: Reader) -> list[tuple[str, int, int]]:
    """Code, industry, and how many articles name both in one sentence."""
    return reader.all(
        "SELECT code, other, sum(articles) FROM entity CROSS JOIN beside_total near ON place = id"
        " WHERE entity.kind = 'place' AND length(code) = 6 AND near.kind = 'industry' GROUP BY code, other"
    )


def by_year(reader: Reader, ids: Collection[int]) -> dict[str, int]:
    """In how many independent texts of each year these entities are named; '' where the year is unknown."""
    rows = reader.all(
        "SELECT CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END AS year,"
        " count(DISTINCT reprints) FROM naming JOIN article ON id = article"
        " WHERE entity IN (SELECT value FROM json_each(?)) GROUP BY year",
        (numbers(ids),),
    )
    return dict(rows)

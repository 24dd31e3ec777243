"""How many articles there are of each site, each year, with each kind of entity, and with the leading entities."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from shanqu.store.findings import Entity
from shanqu.store.reader import Reader

# Of places so many more, for counties are shown apart from the others.
_PLACES = 400
# Where a larger share of the articles is asked for, it is quicker to walk through an index of all.
_DENSE = 0.3


class Tally(NamedTuple):
    """So many articles have this value; None stands for those that have none."""

    value: str | None
    articles: int


_YEAR = "CASE WHEN published >= '0' THEN substr(published, 1, 4) END"


class Leading(NamedTuple):
    """How many entities of a kind there are, and the most often named of them."""

    kind: str
    total: int
    entities: tuple[Entity, ...]


def leading(reader: Reader, kinds: Sequence[str], most: int) -> list[Leading]:
    """Of each kind the entities that the most articles of the library name."""
    found = []
    for kind in kinds:
        total = reader.one("SELECT count(*) FROM entity WHERE kind = ? AND named_articles > 0", (kind,))
        rows = reader.all(
            "SELECT id, kind, canonical, code, named_articles, named_times FROM entity"
            " WHERE kind = ? AND named_articles > 0 ORDER BY named_articles DESC LIMIT ?",
            (kind, max(most, _PLACES) if kind == "place" else most),
        )
        entities = (Entity(*row) for row in rows)
        found.append(Leading(kind, total, tuple(sorted(entities, key=_rank))))
    return found


def _rank(entity: Entity) -> tuple[int, int, str]:
    return -entity.articles, -entity.mentions, entity.canonical


# The entities of the chosen articles: through these, or, where they are most of all, from what is kept of all without
# what the others name.
_NAMED = (
    "named AS MATERIALIZED (SELECT entity, count(*) AS articles, sum(mentions) AS times"
    " FROM chosen CROSS JOIN naming INDEXED BY naming_article ON article = chosen.id GROUP BY entity)"
)
_NAMED_BY_MOST = (
    "others AS MATERIALIZED (SELECT id FROM article INDEXED BY article_site WHERE +id NOT IN chosen),"
    " less AS MATERIALIZED (SELECT entity, count(*) AS articles, sum(mentions) AS times"
    "  FROM others CROSS JOIN naming INDEXED BY naming_article ON article = others.id GROUP BY entity),"
    " named AS MATERIALIZED (SELECT id AS entity, named_articles - coalesce(less.articles, 0) AS articles,"
    "  named_times - coalesce(less.times, 0) AS times FROM entity LEFT JOIN less ON less.entity = id"
    "  WHERE named_articles > coalesce(less.articles, 0))"
)


def leading_among(reader: Reader, ids: Collection[int], most: int) -> list[Leading]:
    """Of each kind the entities that the most of these articles name, with counts over them."""
    reader.choose(ids)
    named = _NAMED_BY_MOST if _share(reader, ids) > 0.5 else _NAMED
    rows = reader.all(
        f"WITH {named},"
        " ranked AS (SELECT id, kind, canonical, code, articles, times, count(*) OVER (PARTITION BY kind) AS total,"
        " row_number() OVER (PARTITION BY kind ORDER BY articles DESC, times DESC, canonical) AS place"
        " FROM named JOIN entity ON id = entity)"
        " SELECT total, id, kind, canonical, code, articles, times FROM ranked"
        " WHERE place <= CASE kind WHEN 'place' THEN max(:most, :places) ELSE :most END"
        " ORDER BY kind, place",
        {"most": most, "places": _PLACES},
    )
    return [
        Leading(kind, group[0][0], tuple(Entity(*row[1:]) for row in group))
        for kind, group in ((kind, list(rows)) for kind, rows in groupby(rows, lambda row: row[2]))
    ]


def _share(reader: Reader, ids: Collection[int]) -> float:
    return len(ids) / max(1, int(reader.one("SELECT count(*) FROM article")))


def sites(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By site, the most articles first."""
    return _by(reader, "site", "article_site", ids, "count(*) DESC, site")


def years(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By year of publication, the latest first, those of unknown year last."""
    return _by(reader, _YEAR, "article_order", ids, "1 DESC")


def kinds(reader: Reader, ids: Collection[int] | None = None) -> list[Tally]:
    """By kind of entity: how many articles name some entity of it; the most articles first."""
    where = ""
    if ids is not None:
        reader.choose(ids)
        where = "WHERE article IN chosen"
    rows = reader.all(
        f"SELECT kind, count(DISTINCT article) FROM naming JOIN entity ON id = entity {where}"
        " GROUP BY kind ORDER BY 2 DESC, kind"
    )
    return [Tally(*row) for row in rows]


def _by(reader: Reader, value: str, index: str, ids: Collection[int] | None, order: str) -> list[Tally]:
    walked = f"article INDEXED BY {index}"
    if ids is not None:
        reader.choose(ids)
        # The index alone tells it, in order; the articles themselves are large.
        dense = _share(reader, ids) > _DENSE
        walked = f"{walked} WHERE +id IN chosen" if dense else "chosen CROSS JOIN article USING (id)"
    return [
        Tally(*row)
        for row in reader.all(f"SELECT {value}, count(*) FROM {walked} GROUP BY 1 ORDER BY {order}")
    ]

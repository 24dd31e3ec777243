"""Reading side of what was extracted: entities, mentions and facts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from itertools import groupby
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.store.codec import decode_fact, numbers
from shanqu.store.reader import Reader


class Entity(NamedTuple):
    """An entity with its counts."""

    id: int
    kind: str
    canonical: str
    code: str
    articles: int
    mentions: int


class Named(NamedTuple):
    """A mention: where it stands, in which sentence of the page."""

    article: int
    start: int
    end: int
    sentence: int
    sentence_end: int
    text: str


class Shared(NamedTuple):
    """A sentence that a place shares with others: its page span, where it names the place, and their names."""

    article: int
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    others: tuple[str, ...]


class Companion(NamedTuple):
    """An entity that a sentence gives to a county, with the mention that shows it."""

    kind: str
    canonical: str
    mention: Named


class Latin(NamedTuple):
    """How an entity is typed without a Chinese input method."""

    id: int
    kind: str
    code: str
    pinyin: str
    initials: str


_ENTITY = "id, kind, canonical, code, named_articles, named_times"
_AMONG = "article IN (SELECT value FROM json_each(:ids))"


def entities(reader: Reader, ids: Collection[int] | None = None) -> list[Entity]:
    """The entities that these articles (None: all) name, with counts over them."""
    if ids is None:
        rows = reader.all(f"SELECT {_ENTITY} FROM entity WHERE named_articles > 0")
        return [Entity(*row) for row in rows]
    rows = reader.all(
        "SELECT id, kind, canonical, code, articles, total FROM"
        " (SELECT entity, count(*) AS articles, sum(mentions) AS total FROM naming"
        f" WHERE {_AMONG} GROUP BY entity) JOIN entity ON id = entity",
        {"ids": numbers(ids)},
    )
    return [Entity(*row) for row in rows]


def entity(reader: Reader, number: int) -> Entity | None:
    """One entity with counts over the library."""
    rows = reader.all(f"SELECT {_ENTITY} FROM entity WHERE id = ?", (number,))
    return Entity(*rows[0]) if rows else None


def counts_of(reader: Reader, found: Iterable[int], ids: Collection[int] | None = None) -> tuple[int, int]:
    """How many of these articles (None: all) name any of these entities, and how often."""
    where = ""
    if ids is not None:
        reader.choose(ids)
        where = "AND article IN chosen"
    rows = reader.all(
        "SELECT count(DISTINCT article), coalesce(sum(mentions), 0) FROM naming"
        f" WHERE entity IN (SELECT value FROM json_each(?)) {where}",
        (numbers(found),),
    )
    return rows[0][0], rows[0][1]


def naming(reader: Reader, found: Iterable[int]) -> set[int]:
    """The articles that name any of these entities."""
    rows = reader.all(
        "SELECT DISTINCT article FROM naming WHERE entity IN (SELECT value FROM json_each(?))",
        (numbers(found),),
    )
    return {row[0] for row in rows}


def with_code(reader: Reader, code: str, kind: str | None = None) -> set[int]:
    """The entities with that administrative code."""
    rows = reader.all("SELECT id, kind FROM entity WHERE code <> '' AND code = ?", (code,))
    return {row[0] for row in rows if kind is None or row[1] == kind}


def counties(reader: Reader) -> set[int]:
    """The counties and prefectures among the entities."""
    rows = reader.all("SELECT id FROM entity WHERE kind = 'place' AND length(code) IN (4, 6)")
    return {row[0] for row in rows}


def called(reader: Reader, kind: str, folded: str) -> set[int]:
    """The entities of a kind with a name that holds the folded text."""
    rows = reader.all(
        "SELECT DISTINCT id FROM entity JOIN surface ON entity = id"
        " WHERE kind = ?1 AND (instr(lower(canonical), ?2) OR instr(folded, ?2))",
        (kind, folded),
    )
    return {row[0] for row in rows}


def spelled(reader: Reader, letters: str, kind: str | None = None) -> list[Latin]:
    """The entities whose pinyin or initials begin with these (lower-case ASCII) letters."""
    rows = reader.all(
        "SELECT id, kind, code, pinyin, initials FROM entity"
        " WHERE (substr(pinyin, 1, length(?1)) = ?1 OR substr(initials, 1, length(?1)) = ?1)"
        " AND (?2 IS NULL OR kind = ?2)",
        (letters, kind),
    )
    return [Latin(*row) for row in rows]


def surfaces(reader: Reader, found: Iterable[int]) -> list[str]:
    """The names that pages use for these entities, the longest first."""
    rows = reader.all(
        "SELECT DISTINCT text FROM surface WHERE entity IN (SELECT value FROM json_each(?))"
        " ORDER BY length(text) DESC, text",
        (numbers(found),),
    )
    return [row[0] for row in rows]


def spans(reader: Reader, found: Iterable[int]) -> list[tuple[int, int, int]]:
    """The mentions of these entities, article by article, in page order: article, start and end."""
    return reader.all(
        "SELECT article, start, end FROM mention WHERE entity IN (SELECT value FROM json_each(?))"
        " ORDER BY article, sentence, start, end",
        (numbers(found),),
    )


def places_named(
    reader: Reader, found: Iterable[int], ids: Collection[int] | None = None, form: str | None = None
) -> list[tuple[int, int, int, int, int]]:
    """Where these articles (None: all) name these entities (so), the latest articles first, each in page order.

    Each as the article, the span of the sentence and that of the name.
    """
    where = ("" if ids is None else f"AND {_AMONG}") + ("" if form is None else " AND text = :form")
    return reader.all(
        "SELECT article, sentence, sentence_end, start, end FROM mention JOIN article ON article.id = article"
        f" WHERE entity IN (SELECT value FROM json_each(:entities)) {where}"
        " ORDER BY published DESC, article.id, sentence, start",
        {"entities": numbers(found), "ids": numbers(ids or ()), "form": form},
    )


def places(reader: Reader) -> dict[str, int]:
    """How many articles name the place of each administrative code."""
    rows = reader.all(
        "SELECT code, max(named_articles), count(*) FROM entity"
        " WHERE kind = 'place' AND code <> '' AND named_articles > 0 GROUP BY code"
    )
    several = [code for code, _, entities in rows if entities > 1]
    counted = reader.all(
        "SELECT code, count(DISTINCT article) FROM entity JOIN naming ON entity = id"
        " WHERE kind = 'place' AND code IN (SELECT value FROM json_each(?)) GROUP BY code",
        (json.dumps(several),),
    )
    return {code: articles for code, articles, _ in rows} | dict(counted)


def facts(reader: Reader, ids: Collection[int] | None = None) -> list[tuple[int, Fact]]:
    """The facts of these articles (None: all), with the article's id, in page order."""
    where = "" if ids is None else f"WHERE {_AMONG}"
    rows = reader.all(
        f"SELECT article, record FROM fact {where} ORDER BY article, rowid", {"ids": numbers(ids or ())}
    )
    return [(row[0], decode_fact(row[1])) for row in rows]


def facts_of(reader: Reader, code: str) -> list[tuple[int, Fact]]:
    """The facts attributed to the place of that code."""
    rows = reader.all(
        "SELECT article, record FROM fact WHERE code <> '' AND code = ? ORDER BY article, rowid", (code,)
    )
    return [(row[0], decode_fact(row[1])) for row in rows]


def companions(reader: Reader, code: str, short: str) -> list[Companion]:
    """What belongs to the county of that code: mentions of other entities

    that stand in one sentence with it, whose name begins with its short name, or whose own code is
    the county's. Entities with the code of another place belong to that place.
    """
    rows = reader.all(
        "SELECT DISTINCT kind, canonical, m.article, m.start, m.end, m.sentence, m.sentence_end, m.text"
        " FROM mention m JOIN entity e ON e.id = m.entity"
        " WHERE e.kind <> 'place' AND e.code IN ('', :code) AND m.how <> 'reporter' AND m.rowid IN ("
        "  SELECT with_it.rowid FROM entity county CROSS JOIN mention named ON named.entity = county.id"
        "   CROSS JOIN mention with_it ON with_it.article = named.article AND with_it.sentence = named.sentence"
        "   WHERE county.kind = 'place' AND county.code <> '' AND county.code = :code"
        "  UNION SELECT mention.rowid FROM entity JOIN mention ON entity = entity.id"
        "   WHERE code = :code OR substr(canonical, 1, length(:short)) = :short)"
        " ORDER BY m.article, m.start",
        {"code": code, "short": short},
    )
    return [Companion(row[0], row[1], Named(*row[2:])) for row in rows]


def shared_sentences(reader: Reader, code: str) -> list[Shared]:
    """The sentences that name the place of that code, or a park of it, and some other place beside it.

    What the place itself belongs to (its prefecture, the province) is no other place.
    """
    rows = reader.all(
        "SELECT DISTINCT here.article, here.sentence, here.sentence_end, here.start, here.end, e.canonical"
        # CROSS JOIN keeps the order: from the one county outwards, not from all the places of the library.
        " FROM entity county CROSS JOIN mention here ON here.entity = county.id"
        " CROSS JOIN mention beside ON beside.article = here.article AND beside.sentence = here.sentence"
        " JOIN entity e ON e.id = beside.entity"
        " WHERE county.code <> '' AND county.code = :code AND (e.kind = 'place' OR e.kind = 'park' AND e.code <> '')"
        " AND (e.code = '' OR substr(:code, 1, length(e.code)) <> e.code)"
        " ORDER BY here.article, here.sentence, beside.start",
        {"code": code},
    )
    return [
        Shared(
            article=article,
            start=start,
            end=end,
            marks=tuple(dict.fromkeys((row[3], row[4]) for row in group)),
            others=tuple(dict.fromkeys(row[5] for row in group)),
        )
        for (article, start, end), group in (
            (place, list(found)) for place, found in groupby(rows, lambda row: (row[0], row[1], row[2]))
        )
    ]

"""Reading side for comparison: of the many figures of a place those that are shown, without reading the others.

The table of facts keeps in its order what decides that (see `schema`). A `Pool` is all that may be shown of one
place: the facts with its code, or a list of facts; without those of unfit articles and those taken out by hand.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.store.codec import decode_fact, decode_path, encode_path
from shanqu.store.reader import Reader, numbers

# Facts that are figures: events and pairings are none.
FIGURES = "about NOT GLOB 'event *' AND about NOT GLOB 'pairing *'"

# The age of what is of no known year.
UNDATED = 9999


class Said(NamedTuple):
    """A fact with its article: its group of reprints, its date of publication, the name of its page."""

    article: int
    group: int
    published: str | None
    path: str
    fact: Fact


class Told(NamedTuple):
    """Where a fact is printed: the article, the page spans of its sentence and of its value; whether a word stands there."""

    article: int
    sentence: int
    sentence_end: int
    start: int
    end: int
    worded: bool


class Lead(NamedTuple):
    """Equal statements: the rows of their facts, the articles, and what orders them."""

    rows: tuple[int, ...]
    articles: tuple[int, ...]
    standing: int
    age: int
    about: str
    printed: str
    indicator: str

    @property
    def status(self) -> int:
        """Its rank: what came true is 0."""
        return self.standing // 8

    @property
    def scope(self) -> int:
        """Its rank: what is said of the place itself is 0."""
        return self.standing % 8

    @property
    def undated(self) -> bool:
        """Whether no year is known."""
        return self.age == UNDATED

    @property
    def unit(self) -> str:
        """The base unit; empty where there is none."""
        return self.about.split(" ")[1]

    @property
    def matter(self) -> tuple[str, str, str]:
        """Kind, unit and subject, whatever the period."""
        kind, unit, rest = self.about.split(" ", 2)
        return kind, unit, rest.partition(" ")[2]


class Pool:
    """The figures of one place."""

    def __init__(
        self,
        reader: Reader,
        *,
        code: str | None = None,
        rows: Collection[int] = (),
        unfit: Collection[int] = (),
        wrong: Collection[int] = (),
    ) -> None:
        """The figures with `code` and those in `rows`; without those of `unfit` articles and the `wrong` ones."""
        self._reader = reader
        #: That code, where no other figures are among them.
        self.code = "" if rows else code or ""
        listed = "rowid IN (SELECT value FROM json_each(:rows))"
        among = "code <> '' AND code = :code" if code else listed
        if code and rows:
            among = f"({among} OR {listed})"
        without = " AND article NOT IN (SELECT value FROM json_each(:unfit))" if unfit else ""
        without += " AND rowid NOT IN (SELECT value FROM json_each(:wrong))" if wrong else ""
        self._where = f"WHERE {among} AND {FIGURES}{without}"
        self._given = {
            "code": code,
            "rows": numbers(rows),
            "unfit": numbers(unfit),
            "wrong": numbers(wrong),
        }

    def articles(self) -> dict[str, set[int]]:
        """For each indicator the articles that state something of it."""
        rows = self._reader.all(
            f"SELECT indicator, group_concat(article) FROM fact {self._where} GROUP BY indicator", self._given
        )
        return {indicator: set(map(int, articles.split(","))) for indicator, articles in rows}

    def leads(self, indicators: Sequence[str], most: int | None) -> list[Lead]:
        """The leading statements of each of these indicators, `most` of each (None: all)."""
        if most is None:
            return self._leads("IN (SELECT value FROM json_each(:names))", "", strings(indicators))
        return [lead for name in indicators for lead in self._leads("= :names", f"LIMIT {most}", name)]

    def _leads(self, which: str, limit: str, names: str) -> list[Lead]:
        rows = self._reader.all(
            "SELECT group_concat(rowid), group_concat(article), standing, age, about, printed, indicator"
            f" FROM fact {self._where} AND indicator {which}"
            f" GROUP BY indicator, standing, age, about, printed {limit}",
            self._given | {"names": names},
        )
        return [Lead._make((_ids(row[0]), _ids(row[1]), *row[2:])) for row in rows]


def _ids(text: str) -> tuple[int, ...]:
    # Most statements are made once.
    return tuple(map(int, text.split(","))) if "," in text else (int(text),)


def strings(values: Iterable[str]) -> str:
    """Texts as one SQL parameter, to be opened with `json_each`."""
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


def told(reader: Reader, rows: Iterable[int], word: str) -> dict[int, Told]:
    """Where these facts are printed, those of the latest articles first; far less than to read the facts.

    `word` is what may stand in a sentence.
    """
    found = reader.all(
        "SELECT fact.rowid, article.id, json_extract(record, '$.sentence_start'),"
        " json_extract(record, '$.sentence_end'), json_extract(record, '$.start'), json_extract(record, '$.end'),"
        " instr(json_extract(record, '$.sentence'), :word) > 0"
        " FROM fact JOIN article ON id = article WHERE fact.rowid IN (SELECT value FROM json_each(:rows))"
        " ORDER BY published DESC, id, fact.rowid",
        {"rows": numbers(rows), "word": word},
    )
    return {row[0]: Told._make(row[1:]) for row in found}


def _name(path: str | bytes, member: str) -> str:
    name = decode_path(path)
    return f"{name}#{member}" if member else name


def warned(reader: Reader, warnings: Collection[str]) -> set[int]:
    """The articles with any of these warnings."""
    rows = reader.all(
        "SELECT DISTINCT article.id FROM article, json_each(article.warnings)"
        " WHERE article.warnings <> '[]' AND value IN (SELECT value FROM json_each(?))",
        (strings(warnings),),
    )
    return {row[0] for row in rows}


def near(
    reader: Reader, ids: Collection[int], names: Collection[str], code: str | None, standings: Collection[int]
) -> set[int]:
    """The facts in sentences that name any of these entities: of these standings, or with such a name for subject."""
    rows = reader.all(
        "SELECT DISTINCT fact.rowid FROM mention JOIN fact ON fact.article = mention.article"
        " AND fact.sentence = mention.sentence WHERE mention.entity IN (SELECT value FROM json_each(:ids))"
        " AND (:code IS NULL OR code = :code) AND (standing % 8 IN (SELECT value FROM json_each(:standings))"
        " OR json_extract(record, '$.subject') IN (SELECT value FROM json_each(:names)))",
        {"ids": numbers(ids), "code": code, "standings": numbers(standings), "names": strings(names)},
    )
    return {row[0] for row in rows}


def attributed(reader: Reader, ids: Collection[int]) -> set[int]:
    """The facts whose place is any of these entities, by its own name; with the code of a county goes no township of it."""
    rows = reader.all(
        "SELECT fact.rowid FROM entity JOIN fact ON fact.code <> '' AND fact.code = entity.code"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND entity.code <> '' AND entity.kind = 'place'"
        " AND json_extract(record, '$.place') = canonical"
        " UNION SELECT fact.rowid FROM entity JOIN naming ON naming.entity = entity.id"
        " JOIN fact ON fact.article = naming.article AND fact.code = ''"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND entity.code = '' AND entity.kind = 'place'"
        " AND json_extract(record, '$.place') = canonical",
        {"ids": numbers(ids)},
    )
    return {row[0] for row in rows}


def before(
    reader: Reader, spans: Iterable[tuple[int, int, int]], wrong: Collection[int] = ()
) -> list[tuple[int, Fact]]:
    """The facts of articles whose sentences begin in these spans (article, first, last), with the article;

    without the `wrong` ones.
    """
    rows = reader.all(
        "SELECT DISTINCT article, fact.rowid, record FROM json_each(?) JOIN fact"
        " ON article = json_extract(value, '$[0]')"
        " AND sentence BETWEEN json_extract(value, '$[1]') AND json_extract(value, '$[2]')",
        (json.dumps(list(spans)),),
    )
    return [(row[0], decode_fact(row[2])) for row in rows if row[1] not in wrong]


def copies(reader: Reader) -> dict[int, int]:
    """The articles that are reprints of another one, with their group; all others are a group of their own."""
    found: dict[int, int] = reader.remembered(
        "copies", lambda: dict(reader.all("SELECT id, reprints FROM article WHERE reprints <> id"))
    )
    return found


def texts(articles: Collection[int], same: Mapping[int, int]) -> int:
    """How many independent texts these articles are; `same` are the `copies`."""
    # Far more are no copies than are: what can be counted is not looked up one by one.
    repeated = same.keys() & articles
    return len(articles) - len(repeated) + len({same[one] for one in repeated}.difference(articles))


def rows_of(reader: Reader, path: str, indicator: str, printed: str, sentence: str) -> set[int]:
    """The facts on the page of that name, and in the same sentence of its reprints, which state so."""
    rows = reader.all(
        "SELECT fact.rowid FROM article page JOIN article ON article.reprints = page.reprints"
        " JOIN fact ON fact.article = article.id"
        " WHERE CASE page.member WHEN '' THEN page.path ELSE page.path || '#' || page.member END = ?"
        " AND indicator = ? AND printed = ? AND json_extract(fact.record, '$.sentence') = ?",
        (encode_path(path), indicator, printed, sentence),
    )
    return {row[0] for row in rows}


def facts_with_path(reader: Reader, article: int) -> list[tuple[int, str, Fact]]:
    """The facts of an article in the order of the page, each with its row and the name of its page."""
    rows = reader.all(
        "SELECT fact.rowid, path, member, fact.record FROM fact JOIN article ON id = article"
        " WHERE article = ? ORDER BY json_extract(fact.record, '$.start'), fact.rowid",
        (article,),
    )
    return [(row[0], _name(row[1], row[2]), decode_fact(row[3])) for row in rows]

"""What a library answers with: plain rows for screens and commands."""

from __future__ import annotations

from typing import NamedTuple

from shanqu.model import Article, EntityKind, Extraction


class Summary(NamedTuple):
    """The library at a glance: articles, counties of Zhejiang named, groups of reprints."""

    articles: int
    counties: int
    reprint_groups: int


class ArticleRow(NamedTuple):
    """One line of the article list.

    `published` is the known part of ISO 8601 (see `model.Published`), `meaning` how to read it.
    `places` are the canonical names of Zhejiang's counties that the article names, most often first.
    `chars` counts the page's characters, `kept` those of the cleaned text. `duplicates` counts the
    other articles of its reprint group. `gone` tells that its file is no longer there; `starred` and `noted`
    what the user has put on it. `keywords` are the words that it is about, the weightiest first.
    """

    id: int
    title: str
    site: str | None
    column: str | None
    published: str | None
    meaning: str | None
    path: str
    chars: int
    kept: int
    places: tuple[str, ...]
    duplicates: int
    gone: bool = False
    starred: bool = False
    noted: bool = False
    keywords: tuple[str, ...] = ()


class EntityRow(NamedTuple):
    """An entity with its counts over a set of articles.

    `mountain` marks a county of the 26 (list of 2021), `left` is the month in which it left them; `level` is `county`,
    `prefecture`, ... for places.
    """

    id: int
    kind: EntityKind
    canonical: str
    code: str | None
    articles: int
    mentions: int
    mountain: bool = False
    level: str | None = None
    left: str | None = None


class Bucket(NamedTuple):
    """So many articles of a set share a value of `field`: `site`, `year` or `kind` (an entity kind).

    `value` is None for the articles that have none: the undated, those without a site.
    """

    field: str
    value: str | None
    articles: int


class Leading(NamedTuple):
    """How many entities of a kind some articles name, and those of them that the most articles name."""

    kind: EntityKind
    total: int
    rows: tuple[EntityRow, ...]


class Stored(NamedTuple):
    """One article as the library keeps it."""

    id: int
    article: Article
    extraction: Extraction
    duplicates: tuple[int, ...] = ()


class Evidence(NamedTuple):
    """A sentence with the article it stands in.

    `text` is the sentence after edits; `hits` are spans in `text`; `start`/`end` span the sentence in
    the page, `at` is the page offset to open the reader at. `edits` are spans in `text` that an edit made, each
    with what the page prints in its place.
    """

    article: int
    title: str
    site: str | None
    published: str | None
    meaning: str | None
    text: str
    hits: tuple[tuple[int, int], ...]
    start: int
    end: int
    at: int
    edits: tuple[tuple[int, int, str], ...] = ()


class SearchHit(NamedTuple):
    """One article that a query found, with a snippet around its first hit; `marks` are the hits in the snippet."""

    article: int
    title: str
    site: str | None
    published: str | None
    hits: int
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class County(NamedTuple):
    """A county, district or city of Zhejiang, or one of its prefectures, as a column to choose.

    `articles` counts the articles of the library that name it; `left` is the month (`2024-08`) in
    which it left the list of mountain counties.
    """

    code: str
    name: str
    prefecture: str
    level: str
    pinyin: str
    initials: str
    mountain: bool
    left: str | None
    articles: int

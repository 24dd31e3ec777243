"""An article made ready for the library, as plain values: all that can be done without the library's file.

So it can be done in another process, and the one that writes has little more to do than to write.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from shanqu.model import Article, Extraction, Mention, Role
from shanqu.store.codec import amount_of, encode_article, encode_fact
from shanqu.store.grams import grams
from shanqu.store.items import Spot, items
from shanqu.store.sentences import page_sentences, sentence_around
from shanqu.text.aligned import strip_span
from shanqu.text.fold import fold
from shanqu.text.names import legible
from shanqu.text.paragraphs import cleaned_text
from shanqu.text.sketches import figures

Reading = Callable[[Mention], tuple[str, str]]


class Analysed(NamedTuple):
    """An article with all that the library is to know of it.

    `sketch` are its hashes for finding reprints; `counties` the names of the counties in it, most often first;
    `keywords` the words that it is about, the weightiest first.
    """

    article: Article
    extraction: Extraction
    sketch: Collection[int] = ()
    counties: Sequence[str] = ()
    keywords: Sequence[str] = ()


class Name(NamedTuple):
    """An entity that an article names; pinyin and initials as it is typed in Latin letters."""

    kind: str
    canonical: str
    code: str
    pinyin: str
    initials: str


class Naming(NamedTuple):
    """A mention: the position of its entity in `Prepared.names`, its span, that of its sentence, and the number of the
    item of the sentence that it stands in."""

    name: int
    start: int
    end: int
    sentence: int
    sentence_end: int
    text: str
    how: str
    item: int


class Prepared(NamedTuple):
    """What the library writes of one article.

    `columns` are those of the article's own row; `facts` are code, indicator, kind, amount and record of each.
    """

    path: str
    member: str
    columns: dict[str, str | int | None]
    page: str
    record: str
    body: str
    grams: tuple[str, str]
    names: tuple[Name, ...]
    mentions: tuple[Naming, ...]
    facts: tuple[tuple[str, str, str, float | None, str], ...]
    sketch: tuple[int, ...]
    figures: tuple[int, ...]


def shown_title(article: Article) -> str:
    """The page's title, else what stands for one: the title its container gives, or its file name."""
    page = article.page
    return article.title or page.title_hint or legible(Path(page.path).name)


def prepare(analysed: Analysed, reading: Reading) -> Prepared:
    """The article ready to be written; `reading` tells pinyin and initials of an entity."""
    article = analysed.article
    title, body = shown_title(article), cleaned_text(article)
    names, mentions = _mentions(analysed, reading)
    return Prepared(
        path=article.page.path,
        member=article.page.member,
        columns=_columns(analysed, title, body),
        page=article.page.text,
        record=encode_article(article),
        body=body,
        grams=(grams(fold(body)), grams(fold(title))),
        names=names,
        mentions=mentions,
        facts=tuple(
            (fact.code or "", fact.indicator, fact.kind, amount_of(fact), encode_fact(fact))
            for fact in analysed.extraction.facts
        ),
        sketch=tuple(analysed.sketch),
        figures=tuple(figures(body)) if analysed.sketch else (),
    )


def _columns(analysed: Analysed, title: str, body: str) -> dict[str, str | int | None]:
    article = analysed.article
    published = article.published
    return {
        "sha256": article.page.sha256,
        "title": title,
        "site": article.site,
        "section": article.column,
        "published": published and published.iso,
        "meaning": published and published.meaning,
        "chars": len(article.page.text),
        "kept": len(body),
        "places": json.dumps(analysed.counties, ensure_ascii=False),
        "keywords": json.dumps(analysed.keywords, ensure_ascii=False),
    }


def _mentions(analysed: Analysed, reading: Reading) -> tuple[tuple[Name, ...], tuple[Naming, ...]]:
    spans = _sentences_and_titles(analysed.article)
    numbers: dict[tuple[str, str, str], int] = {}
    names: list[Name] = []
    found = []
    for mention in analysed.extraction.mentions:
        key = (mention.kind, mention.canonical, mention.code or "")
        if key not in numbers:
            numbers[key] = len(names)
            names.append(Name(*key, *reading(mention)))
        around = sentence_around(spans, mention.start, mention.end)
        found.append(Naming(numbers[key], mention.start, mention.end, *around, mention.text, mention.how, 0))
    return tuple(names), tuple(_in_items(analysed.article.page.text, names, found))


def _in_items(text: str, names: Sequence[Name], found: Sequence[Naming]) -> Iterator[Naming]:
    """The mentions with their items, sentence by sentence."""
    for _, group in groupby(sorted(found, key=lambda one: one[1:]), key=lambda one: one.sentence):
        said = list(group)
        spots = [Spot(one.start, one.end, bool(names[one.name].code)) for one in said]
        for one, item in zip(said, items(text, spots), strict=True):
            yield one._replace(item=item)


def _sentences_and_titles(article: Article) -> list[tuple[int, int]]:
    titles = [
        strip_span(article.page.text, block.start, block.end)
        for block in article.blocks
        if block.role in (Role.TITLE, Role.SUBTITLE)
    ]
    return sorted([*page_sentences(article), *titles])

"""Articles made by hand: extraction is tested without waiting for cleaning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract import extract
from shanqu.model import Article, Block, Edit, Extraction, Fact, Page, Published, Role


def article_of(text: str, *, edits: tuple[Edit, ...] = (), published: Published | None = None) -> Article:
    """An article whose every line is a body block."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(at, at + len(line), Role.BODY, "test"))
        at += len(line)
    return Article(Page("test.txt", text, "utf-8", ""), tuple(blocks), edits=edits, published=published)


@pytest.fixture
def reading() -> Callable[..., Extraction]:
    """Extracts from a text."""

    def read(text: str, *, edits: tuple[Edit, ...] = (), published: Published | None = None) -> Extraction:
        return extract(article_of(text, edits=edits, published=published))

    return read


@pytest.fixture
def names(reading: Callable[..., Extraction]) -> Callable[[str, str], list[str]]:
    """The surfaces of one kind in a text, in order."""

    def of(kind: str, text: str) -> list[str]:
        return [mention.text for mention in reading(text).mentions if mention.kind == kind]

    return of


@pytest.fixture(scope="session")
def facts_of() -> Callable[..., dict[str, Fact]]:
    """The facts of an article by what they measure, the first of each; the first line is the title."""

    def of(*lines: str) -> dict[str, Fact]:
        article = article_of("\n".join(lines))
        headline, *body = article.blocks
        titled = article._replace(blocks=(headline._replace(role=Role.TITLE), *body), title=lines[0])
        return {fact.indicator: fact for fact in reversed(extract(titled).facts)}

    return of

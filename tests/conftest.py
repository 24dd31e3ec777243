"""Libraries of small made-up articles, written without the rules of cleaning and extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shanqu.model import Article, Block, Extraction, Fact, Mention, Page, Published, Role
from shanqu.store.naming import Analysed
from shanqu.store.writer import Store


def article_of(text: str, path: str = "/a.txt", title: str | None = None) -> Article:
    page = Page(path, text, "utf-8", hashlib.sha256(text.encode()).hexdigest())
    return Article(page, (Block(0, len(text), Role.BODY, "test"),), title=title)


def hashes_of(text: str) -> frozenset[int]:
    return frozenset(hash_of(text[at : at + 5]) for at in range(len(text) - 4))


def hash_of(gram: str) -> int:
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest())


def reading_of(mention: Mention) -> tuple[str, str]:
    return {"遂昌县": ("suichang", "sc"), "景宁畲族自治县": ("jingning", "jn")}.get(
        mention.canonical, ("x", "x")
    )


@pytest.fixture
def library_dir(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def store(library_dir: Path) -> Iterator[Store]:
    with Store(library_dir) as opened:
        yield opened


@pytest.fixture
def put(store: Store) -> Callable[..., int]:
    """Write one article; the later arguments are its mentions as (kind, text, canonical, code)."""

    def write(
        text: str,
        path: str,
        *named: tuple[str, str, str, str | None],
        title: str | None = None,
        facts: tuple[Fact, ...] = (),
        published: str | None = None,
    ) -> int:
        article = article_of(text, path, title)
        if published:
            article = replace(article, published=Published(published, published, "original", "test"))
        mentions = tuple(
            Mention(kind, at, at + len(surface), surface, canonical, code)  # type: ignore[arg-type]
            for kind, surface, canonical, code in named
            for at in range(len(text))
            if text.startswith(surface, at)
        )
        with store.transaction():
            return store.write(
                Analysed(article, Extraction(mentions, facts), hashes_of(text)), rules=1, reading=reading_of
            )

    return write

"""Libraries of small made-up articles, written without the rules of cleaning and extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from made_up import article_of, hashes_of, reading_of
from shanqu.model import Extraction, Fact, Mention, Published
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

# What a test finds must not hang on how busy the machine is.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


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
        site: str | None = None,
    ) -> int:
        article = article_of(text, path, title)
        if site:
            article = article._replace(site=site)
        if published:
            article = article._replace(published=Published(published, published, "original", "test"))
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

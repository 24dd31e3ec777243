"""Cleaning on invented pages in the forms that scraped sites take."""

from __future__ import annotations

from pathlib import Path

import pytest
from scorer import Marked, load, score

from shanqu.clean import clean

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def marked(request: pytest.FixtureRequest) -> Marked:
    return load(request.param)


def test_body_and_subheads_stay_and_noise_goes(marked: Marked) -> None:
    result = score(marked)
    assert result.body >= 0.99
    assert result.subheads >= 0.95
    assert result.noise >= 0.95
    assert result.f1 >= 0.99


def test_title_is_the_headline(marked: Marked) -> None:
    assert (clean(marked.page).title or "") == marked.expected["title"]


def test_metadata_is_what_the_page_prints(marked: Marked) -> None:
    article = clean(marked.page)
    found = {
        "published": article.published.iso if article.published else None,
        "source": article.source,
        "site": article.site,
        "column": article.column,
        "dateline": article.dateline,
        "reporters": " ".join(article.reporters),
        "editors": " ".join(article.editors),
    }
    for key, value in marked.expected.items():
        if key != "title":
            assert (found[key] or "") == value, key


def test_subheads_and_captions_are_told_from_body() -> None:
    pages = [load(path) for path in PAGES]
    wanted = [page for page in pages if page.of("subhead", "caption")]
    assert sum(score(page).roles for page in wanted) / len(wanted) >= 0.9

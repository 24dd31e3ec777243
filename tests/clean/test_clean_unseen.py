"""Cleaning on a second set of pages, which further forms were made on.

The bounds stand a little below what was measured; a page may fall short where the mean does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from scorer import Marked, Score, load, score

from shanqu.clean import clean

UNSEEN = sorted((Path(__file__).parent / "unseen").glob("*.page"))


@pytest.fixture(scope="module")
def pages() -> list[Marked]:
    return [load(path) for path in UNSEEN]


@pytest.fixture(scope="module")
def scores(pages: list[Marked]) -> list[Score]:
    return [score(page) for page in pages]


@pytest.mark.parametrize(
    ("measure", "mean", "least"),
    [("f1", 0.99, 0.97), ("body", 0.995, 0.99), ("subheads", 0.99, 0.95), ("noise", 0.99, 0.94)],
)
def test_unseen_pages_keep_their_text_and_lose_most_noise(
    scores: list[Score], measure: str, mean: float, least: float
) -> None:
    shares = [getattr(one, measure) for one in scores]
    assert sum(shares) / len(shares) >= mean
    assert min(shares) >= least


def test_most_metadata_of_unseen_pages_is_right(pages: list[Marked]) -> None:
    right = wanted = 0
    for page in pages:
        article = clean(page.page)
        found = {
            "title": article.title,
            "published": article.published.iso if article.published else None,
            "source": article.source,
            "site": article.site,
            "column": article.column,
            "reporters": " ".join(article.reporters),
            "editors": " ".join(article.editors),
        }
        wanted += len(page.expected)
        right += sum((found[key] or "") == value for key, value in page.expected.items())
    assert right / wanted >= 0.95

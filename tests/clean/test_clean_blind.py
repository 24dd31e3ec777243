"""Cleaning on pages that no rule was made on: what a reader may expect of the next site.

The bounds stand a little below what was measured; a page may fall short where the mean does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from scorer import Score, load, score

BLIND = sorted((Path(__file__).parent / "blind").glob("*.page"))


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [score(load(path)) for path in BLIND]


@pytest.mark.parametrize(
    ("measure", "mean"), [("f1", 0.94), ("body", 0.95), ("noise", 0.955), ("subheads", 0.99)]
)
def test_blind_pages_keep_their_text_and_lose_most_noise(
    scores: list[Score], measure: str, mean: float
) -> None:
    assert sum(getattr(one, measure) for one in scores) / len(scores) >= mean

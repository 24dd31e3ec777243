"""What a sentence says of a project's stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from shanqu.gazetteer.events import stages
from shanqu.query.profile_shapes import Stage


def stage_of(sentences: Iterable[str]) -> Stage | None:
    """The latest stage that any of the sentences speaks of."""
    texts = list(sentences)
    found = [
        stage for stage, words in stages().items() if any(word in text for word in words for text in texts)
    ]
    return cast(Stage, found[-1]) if found else None

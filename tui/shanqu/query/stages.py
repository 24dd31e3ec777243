"""What a sentence says of a project's stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from shanqu.gazetteer.events import stages
from shanqu.query.picture_shapes import EventKind
from shanqu.query.profile_shapes import Stage

_KINDS: dict[str, EventKind] = {
    "signed": "signed",
    "started": "started",
    "producing": "producing",
    "finished": "finished",
}


def stage_of(sentences: Iterable[str]) -> Stage | None:
    """The latest stage that any of the sentences speaks of."""
    texts = list(sentences)
    found = [
        stage for stage, words in stages().items() if any(word in text for word in words for text in texts)
    ]
    return cast(Stage, found[-1]) if found else None


def kind_of(text: str) -> EventKind | None:
    """What sort of event the words nearest to the end of `text` or in it tell of; None where none."""
    places = [
        (text.find(word), _KINDS[stage])
        for stage, words in stages().items()
        if stage in _KINDS
        for word in words
        if word in text
    ]
    return min(places)[1] if places else None

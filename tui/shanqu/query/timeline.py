"""What is dated of an entity."""

from __future__ import annotations

from shanqu.query.corrected import Corrected
from shanqu.query.picture_shapes import Event
from shanqu.store import Reader


def events(reader: Reader, entity: int, corrected: Corrected) -> list[Event]:
    """What is dated of an entity, in order of time."""
    return []

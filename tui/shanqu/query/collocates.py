"""Words near a term."""

from __future__ import annotations

from shanqu.query.picture_shapes import Collocates
from shanqu.store import Reader


def collocates(reader: Reader, term: str, span: int, limit: int) -> Collocates:
    """The words within `span` characters of the term."""
    return Collocates(term, "logDice", span, 0, ())

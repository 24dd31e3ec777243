"""What a found article shows of itself."""

from __future__ import annotations

from collections.abc import Sequence

from shanqu.query.highlight import occurrences
from shanqu.query.shapes import SearchHit
from shanqu.store.reader import Source
from shanqu.text.paragraphs import cleaned_text

_BEFORE = 20
_LENGTH = 80
_CUT = "…"


def hit(source: Source, words: Sequence[str]) -> SearchHit:
    """The article with the number of places that hold one of `words`, and the text around the first."""
    body = cleaned_text(source.article)
    spans = occurrences(body, words)
    return SearchHit(
        article=source.id,
        title=source.title,
        site=source.site,
        published=source.published,
        hits=len(spans) + len(occurrences(source.title, words)),
        snippet=_around(body, spans[0] if spans else (0, 0)),
    )


def _around(text: str, span: tuple[int, int]) -> str:
    start = max(0, span[0] - _BEFORE)
    end = min(len(text), max(start + _LENGTH, span[1]))
    shown = " ".join(text[start:end].split())
    return (_CUT if start else "") + shown + (_CUT if end < len(text) else "")

"""What a found article shows of itself."""

from __future__ import annotations

from collections.abc import Sequence

from shanqu.query.highlight import occurrences
from shanqu.query.shapes import SearchHit
from shanqu.store import Reader
from shanqu.store.reader import Text

_BEFORE = 20
_LENGTH = 80
_CUT = "…"


def hits(reader: Reader, ids: Sequence[int], words: Sequence[str]) -> list[SearchHit]:
    """The articles in the order given, each with what it shows; ids that are gone are left out."""
    found = {text.id: text for text in reader.texts(ids)}
    return [hit(found[id], words) for id in ids if id in found]


def hit(text: Text, words: Sequence[str]) -> SearchHit:
    """The article with the number of places that hold one of `words`, and the text around the first."""
    spans = occurrences(text.body, words)
    snippet = _around(text.body, spans[0] if spans else (0, 0))
    return SearchHit(
        article=text.id,
        title=text.title,
        site=text.site,
        published=text.published,
        hits=len(spans) + len(occurrences(text.title, words)),
        snippet=snippet,
        marks=tuple(occurrences(snippet, words)),
    )


def _around(text: str, span: tuple[int, int]) -> str:
    start = max(0, span[0] - _BEFORE)
    end = min(len(text), max(start + _LENGTH, span[1]))
    shown = " ".join(text[start:end].split())
    return (_CUT if start else "") + shown + (_CUT if end < len(text) else "")

"""The sentences of an article as spans of its page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from shanqu.model import Article
from shanqu.text.paragraphs import paragraphs
from shanqu.text.sentences import sentence_spans


def page_sentences(article: Article) -> list[tuple[int, int]]:
    """The page spans of the sentences of the cleaned text, in order."""
    return [
        paragraph.aligned.to_page(start, end)
        for paragraph in paragraphs(article)
        for start, end in sentence_spans(paragraph.text)
    ]


def sentence_around(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The one of the sorted `spans` that holds `[start, end)`; that span itself where none does."""
    at = bisect_right(spans, (start, 1 << 62)) - 1
    if at >= 0 and spans[at][0] <= start and end <= spans[at][1]:
        return spans[at]
    return start, end

"""Runs the rules over one article."""

from __future__ import annotations

from shanqu.extract.document import Document, build
from shanqu.extract.mentions import find_mentions
from shanqu.extract.span import Span
from shanqu.model import Article, Extraction, Mention


def run(article: Article) -> Extraction:
    """See `shanqu.extract.extract`."""
    doc = build(article)
    spans = find_mentions(doc)
    return Extraction(tuple(_mention(doc, span) for span in spans), ())


def _mention(doc: Document, span: Span) -> Mention:
    start, end = doc.to_page(span.start, span.end)
    return Mention(span.kind, start, end, doc.page_text[start:end], span.canonical, span.code, span.how)

"""Runs the rules over one article."""

from __future__ import annotations

import gc

from shanqu.extract.document import Document, build
from shanqu.extract.event_dates import settled
from shanqu.extract.facts import find_facts
from shanqu.extract.mentions import find_mentions
from shanqu.extract.span import Span
from shanqu.model import NO_FIGURES, Article, Extraction, Mention


def run(article: Article) -> Extraction:
    """See `shanqu.extract.extract`."""
    # Nothing here refers to itself in a circle. The collector would look for such things among all tables of the rules,
    # again and again: a tenth of the time goes on that.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _run(article)
    finally:
        if collects:
            gc.enable()


def _run(article: Article) -> Extraction:
    doc = build(article)
    spans = find_mentions(doc)
    day = _published(article)
    facts = find_facts(doc, spans, int(day[:4]) if day else None)
    dated = (settled(fact, day) if fact.kind in NO_FIGURES else fact for fact in facts)
    return Extraction(tuple(_mention(doc, span) for span in spans), tuple(dated))


def _published(article: Article) -> str | None:
    """The day of original publication, if the page proves its year: a repost's date says nothing of 今年."""
    published = article.published
    if published is None or published.meaning != "original" or not (published.iso or "")[:4].isdigit():
        return None
    return published.iso


def _mention(doc: Document, span: Span) -> Mention:
    start, end = doc.to_page(span.start, span.end)
    return Mention(span.kind, start, end, doc.page_text[start:end], span.canonical, span.code, span.how)

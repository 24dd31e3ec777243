"""What was found in articles, also in those that are in no library, as a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shanqu.messages import Message
from shanqu.model import Article, Fact
from shanqu.query.correction_reports import figures_table
from shanqu.query.passages import passage
from shanqu.query.report_shapes import Report
from shanqu.query.reports import Sources, source_lines
from shanqu.store.heads import Head

Say = Callable[[str], str]


class Told(NamedTuple):
    """An article with facts of it, each with whether the user has marked it as wrong."""

    article: Article
    facts: Sequence[tuple[Fact, bool]]


def of_facts(title: str, found: Sequence[Told], say: Say) -> Report:
    """The facts of these articles, a table for each article, with the sentences that state them."""
    sources = Sources()
    heads = [_head(number, one.article) for number, one in enumerate(found)]
    tables = tuple(
        figures_table(head.title or say(Message("(no title)")), head.id, one.facts, sources, say)
        for head, one in zip(heads, found, strict=True)
    )
    shown = [passage(heads[ref.article], ref) for ref in sources.refs]
    paths = {head.id: one.article.page.name for head, one in zip(heads, found, strict=True)}
    return Report(title, tables, sources=source_lines(shown, paths))


def _head(number: int, article: Article) -> Head:
    date = article.published
    return Head(
        article.edits,
        number,
        article.title or "",
        article.site,
        date.iso if date else None,
        date.meaning if date else None,
        article.page.text,
    )

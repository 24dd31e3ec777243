"""Lists and pictures as reports: articles, sentences, contexts of a word, counts, events, pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from shanqu.messages import Message
from shanqu.query.matrix_shapes import STATES, Ref
from shanqu.query.picture_shapes import (
    EVENT_KINDS,
    Bars,
    CountTable,
    Event,
    EventLine,
    KwicLine,
    Network,
    Pair,
)
from shanqu.query.report_shapes import Piece, Report, Table
from shanqu.query.reports import Sources
from shanqu.query.shapes import ArticleRow, Evidence
from shanqu.text.dates import day

if TYPE_CHECKING:
    from shanqu.query.library import Library

Say = Callable[[str], str]
_ARTICLES = (
    Message("title"), Message("site"), Message("date"), Message("counties"), Message("characters"),
    Message("other copies"), Message("path"),
)  # fmt: skip
_SENTENCES = (Message("sentence"), Message("title"), Message("site"), Message("date"))
_CONTEXTS = (Message("title"), Message("before"), Message("hit"), Message("behind"))
_EVENTS = (Message("date"), Message("kind"), Message("event"))
_PAIRS = (Message("name"), Message("named with it"), Message("texts"), Message("sentences"))


def of_articles(title: str, rows: Sequence[ArticleRow], say: Say) -> Report:
    """A list of articles."""
    made = tuple(
        _cells(
            row.title,
            row.site or "",
            day(row.published),
            " ".join(row.places),
            str(row.kept),
            str(row.duplicates),
            row.path,
        )
        for row in rows
    )
    return Report(title, (Table(title, _said(_ARTICLES, say), made),))


def of_sentences(library: Library, parts: Sequence[tuple[str, Sequence[Evidence]]], say: Say) -> Report:
    """Lists of sentences, each under its title."""
    sources = Sources()
    tables = tuple(
        Table(title, _said(_SENTENCES, say), tuple(_sentence(one, sources) for one in evidence))
        for title, evidence in parts
    )
    return Report(" | ".join(title for title, _ in parts), tables, sources=sources.lines(library))


def _sentence(one: Evidence, sources: Sources) -> tuple[tuple[Piece, ...], ...]:
    numbers = sources.of([Ref(one.article, one.start, one.end, one.at, one.at)])
    return (Piece(one.text, "", numbers),), *_cells(one.title, one.site or "", day(one.published))


def context(one: Evidence, hit: tuple[int, int]) -> KwicLine:
    """A hit with all of its sentence on either side."""
    start, end = hit
    ref = Ref(one.article, one.start, one.end, one.at, one.at)
    around = one.text[:start], one.text[start:end], one.text[end:]
    return KwicLine(one.article, one.title, one.site, one.published, *around, ref)


def of_contexts(library: Library, title: str, lines: Sequence[KwicLine], say: Say) -> Report:
    """A concordance in the order given."""
    sources = Sources()
    made = tuple(
        (
            *_cells(line.title, line.left.strip()),
            (Piece(line.hit, "", sources.of([line.ref])),),
            (Piece(line.right.strip()),),
        )
        for line in lines
    )
    return Report(title, (Table(title, _said(_CONTEXTS, say), made),), sources=sources.lines(library))


def of_bars(drawn: Bars, say: Say) -> Report:
    """A picture of bars, with its numbers."""
    rows = []
    for bar in drawn.bars:
        marks = [say(mark.text) for mark in bar.marks]
        state = say(STATES[bar.state]) if bar.state != "value" else ""
        rows.append(
            ((Piece(bar.label),), (Piece(bar.text or "–", " · ".join(filter(None, (*marks, state)))),))
        )
    head = ("", drawn.unit or say(Message("value")))
    return Report(drawn.title, (Table(drawn.title, head, tuple(rows)),), bars=(drawn,))


def of_counts(title: str, counts: CountTable, say: Say) -> Report:
    """A picture of counts, with its numbers."""
    rows = tuple(
        _cells(say(name), *map(str, numbers))
        for name, numbers in zip(counts.rows, counts.counts, strict=True)
    )
    return Report(title, (Table(title, ("", *map(say, counts.columns)), rows),), counts=(counts,))


def of_events(title: str, events: Sequence[Event], say: Say) -> Report:
    """What is dated, in the order given."""
    rows = tuple(_cells(one.date, say(EVENT_KINDS[one.kind]), one.text) for one in events)
    return Report(
        title, (Table(title, _said(_EVENTS, say), rows),), events=(EventLine(title, tuple(events)),)
    )


def of_network(network: Network, say: Say) -> Report:
    """A picture of a network, with its pairs."""
    pairs = [pair for first, further in network.near for pair in (first, *further)]
    return of_pairs(network.title, pairs, say)._replace(networks=(network,))


def of_pairs(title: str, pairs: Sequence[Pair], say: Say) -> Report:
    """Entities that sentences name together."""
    rows = tuple(_cells(one.first_name, one.second_name, str(one.texts), str(one.together)) for one in pairs)
    return Report(title, (Table(title, _said(_PAIRS, say), rows),))


def joined(title: str, reports: Sequence[Report]) -> Report:
    """Reports without sources as one."""
    return Report(
        title,
        tuple(table for one in reports for table in one.tables),
        tuple(bars for one in reports for bars in one.bars),
        tuple(counts for one in reports for counts in one.counts),
        tuple(line for one in reports for line in one.events),
        tuple(network for one in reports for network in one.networks),
    )


def records(report: Report) -> Iterator[dict[str, Any]]:
    """One record for each row of each table: its cells by their headings."""
    for table in report.tables:
        for row in table.rows:
            cells = ["; ".join(piece.text for piece in cell) for cell in row]
            yield {"table": table.title} | dict(zip(table.head, cells, strict=True))


def _said(head: Sequence[str], say: Say) -> tuple[str, ...]:
    return tuple(map(say, head))


def _cells(*texts: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(text),) for text in texts)

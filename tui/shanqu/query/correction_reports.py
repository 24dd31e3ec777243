"""What is corrected, or may have to be, as reports: corrections, written forms, figures of an article, copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from shanqu.messages import Message
from shanqu.model import Fact, falls_unsaid
from shanqu.query.correction_shapes import DEEDS, Correction, Form, StatedFact
from shanqu.query.matrix_shapes import FALLEN, SCOPES, STATUSES, Ref
from shanqu.query.report_shapes import Piece, Report, Table
from shanqu.query.reports import Sources
from shanqu.query.shapes import ArticleRow
from shanqu.text.dates import day
from shanqu.text.diff import Piece as Change

if TYPE_CHECKING:
    from shanqu.query.library import Library

Say = Callable[[str], str]
WrittenAt = tuple[Form, int | None, str]
"""A form as it is written everywhere, in that article alone, or on that site alone."""
_CORRECTIONS = (Message("date"), Message("correction"), Message("of"), Message("into"))
_FORMS = (
    Message("name"),
    Message("title"),
    Message("site"),
    Message("date"),
    Message("mentions"),
    Message("articles"),
)
_FIGURES = (Message("value"), Message("indicator"), Message("place"), Message("to be read with"))


def of_corrections(title: str, corrections: Sequence[Correction], say: Say) -> Report:
    """Corrections in the order given."""
    rows = tuple(_cells(one.made, say(DEEDS[one.deed]), one.what, one.target) for one in corrections)
    return Report(title, (Table(title, tuple(map(say, _CORRECTIONS)), rows),))


def of_forms(title: str, lines: Sequence[WrittenAt], say: Say) -> Report:
    """How pages write an entity, and of the forms that are unfolded where."""
    rows = []
    for form, article, site in lines:
        page = form.pages[0] if article is not None else None
        where = (page.title, page.site or "", day(page.published)) if page else ("", site, "")
        rows.append(_cells(form.text, *where, str(form.mentions), str(len(form.pages))))
    return Report(title, (Table(title, tuple(map(say, _FORMS)), tuple(rows)),))


def form_records(lines: Sequence[WrittenAt]) -> Iterator[dict[str, Any]]:
    """One record for each of these lines."""
    for form, article, site in lines:
        page = form.pages[0]._asdict() if article is not None else {"site": site or None}
        yield {"form": form.text, "articles": len(form.pages), **page, "mentions": form.mentions}


def of_figures(library: Library, title: str, article: int, stated: Sequence[StatedFact], say: Say) -> Report:
    """The figures of an article, those marked as wrong among them."""
    sources = Sources()
    table = figures_table(title, article, ((one.fact, one.wrong) for one in stated), sources, say)
    return Report(title, (table,), sources=sources.lines(library))


def figures_table(
    title: str, article: int, facts: Iterable[tuple[Fact, bool]], sources: Sources, say: Say
) -> Table:
    """A line for each of these facts of an article, each with whether it is marked as wrong."""
    rows = []
    for fact, wrong in facts:
        ref = Ref(article, fact.sentence_start, fact.sentence_end, fact.start, fact.end)
        notes = (
            say(DEEDS["wrong"]) if wrong else None,
            say(FALLEN) if falls_unsaid(fact.value_text, fact.value) else None,
            fact.subject if fact.subject != fact.place else None,
            fact.period,
            say(SCOPES[fact.scope]) if fact.scope != "area" else None,
            say(STATUSES[fact.status]) if fact.status != "actual" else None,
            fact.hedge,
        )
        value = (Piece(fact.value_text, "", sources.of([ref])),)
        rows.append((value, *_cells(fact.indicator, fact.place or "–", " · ".join(filter(None, notes)))))
    return Table(title, tuple(map(say, _FIGURES)), tuple(rows))


def figure_records(article: int, stated: Sequence[StatedFact]) -> Iterator[dict[str, Any]]:
    """One record for each figure."""
    return ({"article": article, **one.fact._asdict(), "wrong": one.wrong} for one in stated)


def copy_name(row: ArticleRow, say: Say) -> str:
    """What tells a copy of an article from the others: site, date, length, path."""
    characters = say(Message("{number} characters", number=row.kept))
    return "  ".join(filter(None, (row.site, day(row.published), characters, row.path)))


def of_copies(
    title: str, names: tuple[str, str], paragraphs: Sequence[Sequence[Change]], *, changed_only: bool = False
) -> Report:
    """Two copies of an article paragraph by paragraph, with marks around what only one of them has."""
    rows = tuple(
        _cells(_with(one, "removed"), _with(one, "added"))
        for one in paragraphs
        if not changed_only or any(piece.kind != "same" for piece in one)
    )
    return Report(title, (Table(title, names, rows),))


def copy_records(
    best: int, copy: int, paragraphs: Sequence[Sequence[Change]], *, changed_only: bool = False
) -> Iterator[dict[str, Any]]:
    """One record for each paragraph of two copies, numbered from 1, with the same marks; copies by their articles."""
    for number, one in enumerate(paragraphs, 1):
        changed = any(piece.kind != "same" for piece in one)
        if changed or not changed_only:
            yield {
                "best": best,
                "copy": copy,
                "paragraph": number,
                "changed": changed,
                "best_text": _with(one, "removed"),
                "copy_text": _with(one, "added"),
            }


def of_texts(names: tuple[str, str], texts: tuple[Sequence[str], Sequence[str]]) -> Report:
    """Two articles, each with its paragraphs."""
    tables = (
        Table(name, (name,), tuple(map(_cells, found))) for name, found in zip(names, texts, strict=True)
    )
    return Report(" | ".join(names), tuple(tables))


def _with(paragraph: Sequence[Change], kind: str) -> str:
    """The words of one of the copies."""
    return "".join(piece.marked for piece in paragraph if piece.kind in ("same", kind))


def _cells(*texts: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(text),) for text in texts)

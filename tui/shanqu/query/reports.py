"""Answers as reports, ready to be written in any format. `say` puts Messages into the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from shanqu.messages import Message
from shanqu.query.matrix_shapes import ASPECTS, STATES, STATUSES, Figure, Matrix, MatrixCell, Ref
from shanqu.query.matrix_view import View, bars, viewed
from shanqu.query.picture_shapes import EVENT_KINDS, Event, EventKind, EventLine
from shanqu.query.profile_shapes import STAGES, Group, Item, OverviewRow, Profile, Section
from shanqu.query.report_shapes import Piece, Report, SourceLine, Table
from shanqu.query.shapes import Evidence
from shanqu.text.dates import day

if TYPE_CHECKING:
    from shanqu.query.library import Library

Say = Callable[[str], str]
_ROW = Message("row")
_SOURCES_OF_ONE = 3
_OVERVIEW_HEAD = (
    Message("county"), Message("articles"), Message("texts"), Message("mentions"), Message("companies"), Message("projects"),
    Message("statements of investment"), Message("largest of them"), Message("latest year"),
    Message("mountain county"),
)  # fmt: skip


WHOLE = View(empty_rows=True)


class Sources:
    """Numbers the sentences in the order in which they are asked for; `same` are articles with the text that they are

    copies of."""

    def __init__(self, same: Mapping[int, int] = MappingProxyType({})) -> None:
        self._same = same
        self.numbers: dict[tuple[int, int, int], int] = {}
        self.refs: list[Ref] = []

    def of(self, refs: Iterable[Ref]) -> tuple[int, ...]:
        """The numbers of the first of these sentences, of several copies of a text those of one."""
        found = []
        printed: dict[int, int] = {}
        refs = [ref for ref in refs if printed.setdefault(self._text(ref), ref.article) == ref.article]
        for ref in refs[:_SOURCES_OF_ONE]:
            key = (ref.article, ref.sentence, ref.sentence_end)
            if key not in self.numbers:
                self.numbers[key] = len(self.refs) + 1
                self.refs.append(ref)
            found.append(self.numbers[key])
        return tuple(dict.fromkeys(found))

    def _text(self, ref: Ref) -> int:
        return self._same.get(ref.article, ref.article)

    def lines(self, library: Library) -> tuple[SourceLine, ...]:
        """All sentences that were asked for."""
        shown = library.passages(self.refs)
        paths = {row.id: row.path for row in library.rows(list({one.article for one in shown}))}
        return source_lines(shown, paths)


def source_lines(shown: Iterable[Evidence], paths: Mapping[int, str]) -> tuple[SourceLine, ...]:
    """These sentences, numbered; `paths` has where their articles are from."""
    return tuple(
        SourceLine(
            number, one.title, one.site or "", day(one.published), paths.get(one.article, ""), one.text
        )
        for number, one in enumerate(shown, 1)
    )


def of_matrix(library: Library, matrix: Matrix, say: Say, view: View = WHOLE) -> Report:
    """A matrix as it is shown, a table for each group; bars for the rows in which several places have amounts."""
    sources = Sources(library.same_texts())
    names = tuple(column.name for column in matrix.columns)
    tables = []
    pictures = []
    for group in viewed(matrix, view):
        made = []
        for row in group.rows:
            apart = ", ".join(say(ASPECTS[one]) for one in row.unequal)
            head = (Piece(say(row.label), f"≁ {apart}" if apart else ""),)
            made.append((head, *(_cell(cell, sources, say) for cell in row.cells)))
            pictures.append(bars(matrix, row)._replace(title=say(row.label)))
        if group.folded:
            folded = Piece("…", say(Message("{number} rows folded", number=group.folded)))
            made.append(((folded,), *(() for _ in names)))
        title = say(group.heading) if group.heading else say(Message("all rows"))
        tables.append(Table(title, (say(_ROW), *names), tuple(made)))
    return Report(
        title="、".join(names),
        tables=tuple(tables),
        bars=tuple(one for one in pictures if sum(bar.value is not None for bar in one.bars) > 1),
        counts=(library.years([column.key for column in matrix.columns]),),
        sources=sources.lines(library),
    )


def _cell(cell: MatrixCell, sources: Sources, say: Say) -> tuple[Piece, ...]:
    pieces = [_piece(figure, sources, say) for figure in cell.figures]
    if cell.state in ("absent", "unvalued", "incomparable"):
        pieces.insert(0, Piece("–", say(STATES[cell.state]), sources.of(cell.named)))
    if cell.more:
        pieces.append(Piece("…", say(Message("{number} more", number=cell.more))))
    return tuple(pieces)


def _piece(figure: Figure, sources: Sources, say: Say) -> Piece:
    note = [*map(say, figure.note)]
    if figure.n > 1:
        note.append(f"×{figure.n}")
    return Piece(figure.text, " · ".join(note), sources.of(figure.refs))


def of_profile(library: Library, profile: Profile, say: Say) -> Report:
    """A profile, a table for each section, of the projects one for each stage, of the trades one for each group; of a county its texts by year."""
    sources = Sources(library.same_texts())
    head = (say(Message("name")), say(Message("said of it")))
    tables = []
    for section in profile.sections:
        title = f"{say(section.title)} ({section.total})"
        if section.groups:
            tables += [_group(title, head, group, sources, say) for group in section.groups]
        else:
            rows = tuple(
                _item(item, say(STAGES[item.stage]) if item.stage else "", sources, say)
                for item in section.items
            )
            tables.append(Table(title, head, rows))
    entity = profile.entity
    years = (library.years([entity.code]),) if entity.kind == "place" and entity.code else ()
    title = say(Message("Named together in a sentence"))
    return Report(
        entity.canonical,
        tuple(tables),
        counts=years,
        events=tuple(_event_line(section, say) for section in profile.sections if section.key == "events"),
        networks=(library.network(entity.id)._replace(title=title),),
        sources=sources.lines(library),
    )


def _event_line(section: Section, say: Say) -> EventLine:
    """The events of a profile, which begins with the latest, in order of time."""
    found = (
        Event(
            item.date or "", cast(EventKind, item.detail), item.text, None, item.evidence, ref,
            item.stage == "planned",
        )
        for item in reversed(section.items)
        for ref in item.refs[:1]
    )  # fmt: skip
    return EventLine(say(section.title), tuple(found))


def _group(title: str, head: tuple[str, ...], group: Group, sources: Sources, say: Say) -> Table:
    rows = tuple(_item(item, "", sources, say) for item in group.items)
    return Table(f"{title} · {say(group.title)} ({group.number})", head, rows)


def _item(item: Item, stage: str, sources: Sources, say: Say) -> tuple[tuple[Piece, ...], ...]:
    detail = say(EVENT_KINDS[item.detail]) if item.detail in EVENT_KINDS else item.detail
    status = say(STATUSES[item.status]) if item.status != "actual" else ""
    conflict = say(STATES["conflict"]) if item.conflict else ""
    times = f"×{item.n}" if item.n > 1 else ""
    copies = f"≡{item.copies}" if item.copies else ""
    note = " · ".join(filter(None, (day(item.date), detail, status, conflict, stage, times, copies)))
    return (Piece(item.text, note),), (Piece(item.evidence.text, "", sources.of(item.refs)),)


def of_overview(library: Library, rows: Sequence[OverviewRow], say: Say) -> Report:
    """The overview as one table."""
    sources = Sources(library.same_texts())
    made = tuple(_overview_row(row, sources, say) for row in rows)
    table = Table(say(Message("all counties")), tuple(map(say, _OVERVIEW_HEAD)), made)
    return Report(say(Message("all counties")), (table,), sources=sources.lines(library))


def _overview_row(row: OverviewRow, sources: Sources, say: Say) -> tuple[tuple[Piece, ...], ...]:
    largest = Piece(row.largest or "–", "", sources.of([row.largest_ref] if row.largest_ref else []))
    member = say(Message("yes")) if row.mountain else "–"
    if row.left:
        member = say(Message("left in {month}", month=row.left))
    counts = (row.articles, row.texts, row.mentions, row.companies, row.projects, row.investments)
    return (
        (Piece(row.name, row.prefecture if row.prefecture != row.name else ""),),
        *((Piece(str(count)),) for count in counts),
        (largest,),
        (Piece(str(row.latest or "–")),),
        (Piece(member),),
    )

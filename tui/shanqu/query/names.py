"""The rows of names: which industries, parks, companies, projects, people and partners a place is said to have."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from shanqu.gazetteer import place_by_code
from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.kept import kept
from shanqu.query.matrix_shapes import Column, Figure, MatrixCell, MatrixRow, Ref
from shanqu.store import Reader, lookup
from shanqu.store.beside import Near, Place, around, how_many, mentioned, near, where_any
from shanqu.store.findings import Named
from shanqu.store.leading import copies, texts

SHOWN = 12
_TEXTS = 6
# So many more than wanted are looked at together: where reprints are few, no others need be.
_SPARE = 2


class NameRow(NamedTuple):
    """A row of names of one kind."""

    kind: str
    group: str
    label: str

    @property
    def key(self) -> str:
        return f"{self.group}/{self.label}"


ROWS = (
    NameRow("industry", "产业", "产业名录"),
    NameRow("park", "平台与园区", "平台名录"),
    NameRow("company", "企业", "企业名录"),
    NameRow("project", "投资与项目", "项目名录"),
    NameRow("person", "人物与协作", "人物"),
)


def rows(reader: Reader, found: Sequence[Column], corrected: Corrected) -> list[MatrixRow]:
    """One row for each kind of names that some place has, with the names that most texts have."""
    made = (_row(reader, found, corrected, one) for one in ROWS)
    return [row for row in made if any(cell.figures for cell in row.cells)]


def cell(reader: Reader, column: Column, corrected: Corrected, key: str) -> MatrixCell | None:
    """The cell of a column in the row with that key, with all names; None where that is no row of names."""
    return next((_cell(reader, column, corrected, one.kind, None) for one in ROWS if one.key == key), None)


def _row(reader: Reader, found: Sequence[Column], corrected: Corrected, one: NameRow) -> MatrixRow:
    cells = tuple(_shown(reader, column, corrected, one.kind) for column in found)
    return MatrixRow(one.key, one.group, one.label, cells)


def _shown(reader: Reader, column: Column, corrected: Corrected, kind: str) -> MatrixCell:
    """The cell as a matrix shows it: kept, for a column stays the same while others come, go and move."""
    return kept(
        reader, ("names", column.key, kind), corrected, lambda: _cell(reader, column, corrected, kind, SHOWN)
    )


def _cell(reader: Reader, column: Column, corrected: Corrected, kind: str, shown: int | None) -> MatrixCell:
    ids = columns.entities(reader, column, corrected)
    chosen = ranked(reader, place_of(column, ids), kind, corrected, shown, shown)
    found = told(reader, chosen.first, corrected)
    if not found:
        # What bears the code of another place is of that one, though it is named beside this one.
        return MatrixCell()
    more = 0 if chosen.whole else max(1, how_many(reader, ids, [kind]).get(kind, 0) - len(found))
    articles = where_any(reader, ids, kind).union(*(one.articles for one in found))
    return MatrixCell(
        "value",
        tuple(Figure(text=one.text, indicator="", n=one.n, refs=one.refs) for one in found),
        texts(articles, copies(reader)),
        more=more,
    )


def place_of(column: Column, ids: Collection[int]) -> Place:
    """Where to look for what belongs to a column."""
    if column.kind not in ("county", "prefecture") or not column.code:
        return Place(ids)
    place = place_by_code(column.code)
    return Place(ids, column.code, place.short if place else "")


class Said(NamedTuple):
    """A name that a place is said to have: as it is shown, in how many texts, and where."""

    entity: int
    text: str
    n: int
    articles: frozenset[int]
    refs: tuple[Ref, ...]


class Ranked(NamedTuple):
    """The first names of a kind as entities, each with the number of texts; of how many they are the first, and

    whether there are no others."""

    first: Sequence[tuple[Near, int]]
    number: int
    whole: bool


def ranked(
    reader: Reader, place: Place, kind: str, corrected: Corrected, shown: int | None, first: int | None
) -> Ranked:
    """The `first` (None: all) of these `shown` names as entities."""
    # Some more, because articles are counted first and reprints collapsed after.
    most = None if shown is None else 3 * shown
    rest = around(reader, place, kind, into=corrected.into, hidden=corrected.hidden, most=most)
    total = len(rest)
    number = len(rest[:shown])
    wanted = number if first is None else min(first, number)
    same = copies(reader)
    found: list[tuple[Near, int]] = []
    # Texts are no more than articles: what is in too few of these is left alone.
    while rest and (len(found) < wanted or rest[0].articles > found[-1][1]):
        batch, rest = rest[: wanted + _SPARE], rest[wanted + _SPARE :]
        found += (
            (one, texts(one.articles, same)) for one in near(reader, place, kind, batch, corrected.into)
        )
        found = sorted(found, key=lambda pair: -pair[1])[:wanted]
    return Ranked(found, number, number == total)


def told(reader: Reader, chosen: Sequence[tuple[Near, int]], corrected: Corrected) -> list[Said]:
    """What these are called, and where that is said."""
    parts = {part: one.entity for one, _ in chosen for part in corrected.all([one.entity])}
    wanted = {
        (part, article): one.first.get(part, {}).get(article, -1)
        for one, _ in chosen
        for article in one.articles[-_TEXTS:]
        for part in corrected.all([one.entity])
    }
    at: dict[int, list[Named]] = {}
    for (part, _), named in mentioned(reader, wanted).items():
        at.setdefault(parts[part], []).append(named)
    edited = Edited(reader, {article for _, article in wanted})
    canonical = {
        id: one.canonical for id, one in lookup.by_id(reader, [one.entity for one, _ in chosen]).items()
    }
    return [
        _said(one, canonical[one.entity], n, at.get(one.entity, []), edited, corrected) for one, n in chosen
    ]


def _said(
    one: Near, canonical: str, n: int, named: Sequence[Named], edited: Edited, corrected: Corrected
) -> Said:
    shown = {ref_of(mention): edited.shown(mention.text, ref_of(mention)) for mention in named}
    # The sentence that prints the whole name comes first; where none does, the name is shown as it is printed.
    refs = sorted(shown, key=lambda ref: (shown[ref] != canonical, -len(shown[ref]), -ref.article))
    printed = shown[refs[0]] if refs else canonical
    return Said(one.entity, corrected.names.get(one.entity, printed), n, frozenset(one.articles), tuple(refs))


def ref_of(named: Named) -> Ref:
    """Where a mention stands."""
    return Ref(named.article, named.sentence, named.sentence_end, named.start, named.end)

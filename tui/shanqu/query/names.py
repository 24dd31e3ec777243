"""The rows of names: which industries, parks, companies, projects, people and partners a place is said to have."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.indicators import group_label
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.trades import GENERAL, group_of, trade_groups
from shanqu.messages import Label
from shanqu.query import columns
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.kept import kept
from shanqu.query.matrix_shapes import Column, Figure, MatrixCell, MatrixRow, Ref
from shanqu.store import Reader, lookup
from shanqu.store.beside import Around, Near, Place, around, mentioned, near, number_around, rank, where_any
from shanqu.store.findings import Named
from shanqu.store.leading import copies, texts

SHOWN = 12
_TEXTS = 6
# So many more than wanted are looked at together: where reprints are few, no others need be.
_SPARE = 2


TRADES, BY_GROUP = "产业", "产业门类"


class NameRow(NamedTuple):
    """A row of names of one kind, of `trades` those of one group."""

    kind: str
    group: str
    label: str
    trades: str | None = None

    @property
    def key(self) -> str:
        return f"{self.group}/{self.label}"


@once
def name_rows() -> tuple[NameRow, ...]:
    """The rows of names, the trades also by their groups."""
    by_group = group_label(BY_GROUP)
    return (
        NameRow("industry", group_label(TRADES), Label("产业名录", "Trades named")),
        *(NameRow("industry", by_group, group, group) for group in trade_groups()),
        NameRow("park", group_label("平台与园区"), Label("平台名录", "Parks named")),
        NameRow("company", group_label("企业"), Label("企业名录", "Firms named")),
        NameRow("project", group_label("投资与项目"), Label("项目名录", "Projects named")),
        NameRow("person", group_label("人物与协作"), Label("人物", "People named")),
    )


def rows(reader: Reader, found: Sequence[Column], corrected: Corrected) -> list[MatrixRow]:
    """One row for each kind of names, and group of trades, that some place has, with the names that most texts have."""
    made = (_row(reader, found, corrected, one) for one in name_rows())
    return [row for row in made if any(cell.figures for cell in row.cells)]


def cell(reader: Reader, column: Column, corrected: Corrected, key: str) -> MatrixCell | None:
    """The cell of a column in the row with that key, with all names; None where that is no row of names."""
    return next((_cell(reader, column, corrected, one, None) for one in name_rows() if one.key == key), None)


def _row(reader: Reader, found: Sequence[Column], corrected: Corrected, one: NameRow) -> MatrixRow:
    cells = tuple(_shown(reader, column, corrected, one) for column in found)
    return MatrixRow(one.key, one.group, one.label, cells)


def _shown(reader: Reader, column: Column, corrected: Corrected, one: NameRow) -> MatrixCell:
    """The cell as a matrix shows it: kept, for a column stays the same while others come, go and move."""
    return kept(
        reader,
        ("names", column.key, one.key),
        corrected,
        lambda: _cell(reader, column, corrected, one, SHOWN),
    )


def _cell(
    reader: Reader, column: Column, corrected: Corrected, row: NameRow, shown: int | None
) -> MatrixCell:
    place = place_of(column, columns.entities(reader, column, corrected))
    if row.trades is not None:
        trades = kept(reader, ("trades", column.key), corrected, lambda: Trades(reader, place, corrected))
        return trades.cell(row.trades, shown)
    chosen = ranked(reader, place, row.kind, corrected, shown, shown)
    found = told(reader, chosen.first, corrected)
    if not found:
        # What bears the code of another place is of that one, though it is named beside this one.
        return MatrixCell()
    articles = where_any(reader, place.ids, row.kind).union(*(one.articles for one in found))
    return _of_names(found, texts(articles, copies(reader)), chosen.total)


def _of_names(found: Sequence[Said], n: int, total: int) -> MatrixCell:
    figures = tuple(Figure(text=one.text, indicator="", n=one.n, refs=one.refs) for one in found)
    return MatrixCell("value", figures, n, more=max(0, total - len(found)))


class Trades:
    """The trades of one column by their groups, all of them looked up at once."""

    def __init__(self, reader: Reader, place: Place, corrected: Corrected) -> None:
        self._reader = reader
        self._corrected = corrected
        groups = by_group(reader, place, corrected)
        every = near(
            reader, place, "industry", [one for found in groups.values() for one in found], corrected.into
        )
        nears = {one.entity: one for one in every}
        same = copies(reader)
        self._groups = {
            group: sorted(
                (
                    (nears[one.entity], texts(nears[one.entity].articles, same))
                    for one in found
                    if one.entity in nears
                ),
                key=lambda pair: -pair[1],
            )
            for group, found in groups.items()
        }
        shown = [pair for found in self._groups.values() for pair in found[:SHOWN]]
        self._said = {one.entity: one for one in told(reader, shown, corrected)}

    def cell(self, group: str, shown: int | None) -> MatrixCell:
        """What is said of that group: the `shown` trades that most texts name (None: all)."""
        found = self._groups.get(group, [])
        if not found:
            return MatrixCell()
        first = found[:shown]
        if any(one.entity not in self._said for one, _ in first):
            said = told(self._reader, first, self._corrected)
        else:
            said = [self._said[one.entity] for one, _ in first]
        articles = frozenset[int]().union(*(one.articles for one, _ in found))
        return _of_names(said, texts(articles, copies(self._reader)), len(found))


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
    """The first names of a kind as entities, each with the number of texts; of how many they are the first, and how

    many there are in all."""

    first: Sequence[tuple[Near, int]]
    number: int
    total: int


def ranked(
    reader: Reader, place: Place, kind: str, corrected: Corrected, shown: int | None, first: int | None
) -> Ranked:
    """The `first` (None: all) of these `shown` names as entities; trades that are said of any county come last."""
    if kind == "industry":
        trades = by_group(reader, place, corrected)
        own = [one for group, found in trades.items() if group != GENERAL for one in found]
        leading = _leading(reader, place, kind, corrected, sorted(own, key=rank), shown, first)
        left, wanted = (None if one is None else max(0, one - leading.number) for one in (shown, first))
        general = _leading(reader, place, kind, corrected, trades.get(GENERAL, []), left, wanted)
        return Ranked(
            [*leading.first, *general.first], leading.number + general.number, leading.total + general.total
        )
    # Some more, because articles are counted first and reprints collapsed after.
    most = None if shown is None else 3 * shown
    rest = around(reader, place, kind, into=corrected.into, hidden=corrected.hidden, most=most)
    found = _leading(reader, place, kind, corrected, rest, shown, first)
    if most is None or len(rest) < most:
        return found
    return found._replace(total=number_around(reader, place, [kind], corrected.into, corrected.hidden)[kind])


def ranked_trades(
    reader: Reader, place: Place, corrected: Corrected, shown: int, first: int | None
) -> list[tuple[Label, Ranked]]:
    """The trades by their groups, in the order in which these are compared; of each group the `first` (None: all) of the

    `shown`. Groups of which there is none are left out."""
    trades = by_group(reader, place, corrected)
    return [
        (group, _leading(reader, place, "industry", corrected, trades[group], shown, first))
        for group in trade_groups()
        if group in trades
    ]


def by_group(reader: Reader, place: Place, corrected: Corrected) -> dict[str, list[Around]]:
    """The trades around a place by their groups, those first that most articles give it."""
    found = around(reader, place, "industry", into=corrected.into, hidden=corrected.hidden, most=None)
    known = lookup.by_id(reader, [one.entity for one in found])
    groups: dict[str, list[Around]] = {}
    for one in found:
        name = corrected.name(one.entity, known[one.entity].canonical)
        groups.setdefault(group_of(name), []).append(one)
    return groups


def _leading(
    reader: Reader,
    place: Place,
    kind: str,
    corrected: Corrected,
    rest: Sequence[Around],
    shown: int | None,
    first: int | None,
) -> Ranked:
    """The `first` of the `shown` of these, which stand in the order of their articles."""
    total = len(rest)
    number = len(rest[:shown])
    wanted = number if first is None else min(first, number)
    same = copies(reader)
    found: list[tuple[Near, int]] = []
    # Texts are no more than articles: what is in too few of these is left alone.
    while wanted and rest and (len(found) < wanted or rest[0].articles > found[-1][1]):
        batch, rest = rest[: wanted + _SPARE], rest[wanted + _SPARE :]
        found += (
            (one, texts(one.articles, same)) for one in near(reader, place, kind, batch, corrected.into)
        )
        found = sorted(found, key=lambda pair: -pair[1])[:wanted]
    return Ranked(found, number, total)


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

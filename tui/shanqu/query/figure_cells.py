"""The cells of figures of one column of the matrix, without what its neighbours in a row make of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from shanqu.gazetteer.indicators import ComparisonRow as Rule
from shanqu.gazetteer.indicators import row_of
from shanqu.query import columns, placed
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.figures import SCOPES, Stated, figures, order_of, refs_of
from shanqu.query.kept import kept
from shanqu.query.matrix_shapes import Column, Figure, MatrixCell, Ref
from shanqu.query.sentences import Sentences
from shanqu.query.wholes import AMONG, wholes
from shanqu.store import Reader
from shanqu.store.leading import Lead, Pool, copies, said, texts, told

SHOWN = 8
# So many of the texts that state one figure are named with it.
_TEXTS = 20
_OUTSIDE = ("province", "foreign", "industry")


class _Chosen(NamedTuple):
    """What one cell is made of: the statements to show, how many more there are, and how many texts say them."""

    leads: tuple[Lead, ...] = ()
    more: int = 0
    n: int = 0


class FigureCells:
    """The cells of one column, each made when it is first asked for."""

    def __init__(self, reader: Reader, column: Column, corrected: Corrected) -> None:
        self._reader = reader
        self._column = column
        self._corrected = corrected
        self._made: dict[Rule, MatrixCell] = {}
        articles = self._pool().articles()
        self._indicators: dict[Rule, list[str]] = {}
        for indicator in articles:
            self._indicators.setdefault(row_of(indicator), []).append(indicator)
        #: The rows in which something is said of the place.
        self.rules = tuple(self._indicators)
        self._made |= self._cells(self.rules, articles, SHOWN)

    def of(self, rules: Iterable[Rule]) -> dict[Rule, MatrixCell]:
        """The cells in these rows, with the figures that a matrix shows."""
        wanted = list(rules)
        if missing := [rule for rule in wanted if rule not in self._made]:
            around = Sentences(self._reader, columns.entities(self._reader, self._column, self._corrected))
            self._made |= {rule: _empty(rule, around) for rule in missing}
        return {rule: self._made[rule] for rule in wanted}

    def whole(self, rule: Rule) -> MatrixCell:
        """The cell in that row, with all its figures."""
        if rule not in self.rules:
            return self.of([rule])[rule]
        return self._cells([rule], self._pool().articles(), None)[rule]

    def refs(self, rule: Rule) -> list[Ref]:
        """All sentences of the cell in that row, in the order of `whole`, without making its figures."""
        same = copies(self._reader)
        leads = _without_twins(self._pool().leads(self._indicators[rule], None), same)
        leads.sort(key=lambda lead: lead[2:])
        places = told(self._reader, {row for lead in leads for row in lead.rows[:_TEXTS]}, AMONG)
        position = {row: number for number, row in enumerate(places)}
        worded = said(self._reader, [row for row, one in places.items() if one.worded])
        parts = wholes(self._reader, worded.values())
        fits = {key: _fits(rule, *key) for key in {(lead.scope, lead.unit) for lead in leads}}
        found = []
        for lead in leads:
            printed = [places[row] for row in _in_order(lead.rows, position)]
            part = bool(parts) and any((one.article, one.start) in parts for one in printed)
            n = len({same.get(article, article) for article in lead.articles}) if lead.articles[1:] else 1
            found.append(((not fits[lead.scope, lead.unit], *order_of(lead, part, n)), printed))
        found.sort(key=lambda pair: pair[0])
        return list(dict.fromkeys(ref for _, printed in found for ref in refs_of(printed)))

    def _pool(self) -> Pool:
        return placed.pool(self._reader, self._column, self._corrected)

    def _cells(
        self, rules: Sequence[Rule], articles: Mapping[str, set[int]], most: int | None
    ) -> dict[Rule, MatrixCell]:
        """The cells in these rows, with `most` figures each (None: all)."""
        pool, same = self._pool(), copies(self._reader)
        chosen = {rule: _chosen(pool, self._indicators[rule], articles, same, most) for rule in rules}
        places = told(
            self._reader,
            {row for one in chosen.values() for lead in one.leads for row in lead.rows[:_TEXTS]},
            AMONG,
        )
        position = {row: number for number, row in enumerate(places)}
        printed = {lead: _in_order(lead.rows, position) for one in chosen.values() for lead in one.leads}
        first = {rows[0] for rows in printed.values()}
        # Only parts of a whole are read in each of their sentences.
        facts = said(self._reader, first | {row for row, one in places.items() if one.worded})
        parts = wholes(self._reader, facts.values())
        edited = Edited(
            self._reader, {places[row].article for row in first} | {article for article, _ in parts}
        )
        shown = {
            at: edited.shown(
                one.value_text, Ref(at[0], one.sentence_start, one.sentence_end, one.start, one.end)
            )
            for at, one in parts.items()
        }
        cells = {}
        for rule, one in chosen.items():
            stated = [
                Stated(
                    self._corrected.fact(facts[printed[lead][0]].fact),
                    [places[row] for row in printed[lead]],
                    frozenset(same.get(article, article) for article in lead.articles),
                )
                for lead in one.leads
            ]
            made = [
                figure._replace(text=edited.shown(figure.text, figure.refs[0]))
                for figure in figures(stated, shown, self._column.name, rule.label)
            ]
            cells[rule] = _cell(rule, made, one)
        return cells


def figure_cells(reader: Reader, column: Column, corrected: Corrected) -> FigureCells:
    """The cells of a column: kept, for a column stays the same while others come, go and move."""
    return kept(reader, ("figures", column.key), corrected, lambda: FigureCells(reader, column, corrected))


def _chosen(
    pool: Pool,
    indicators: Sequence[str],
    articles: Mapping[str, set[int]],
    same: Mapping[int, int],
    most: int | None,
) -> _Chosen:
    leads = _without_twins(pool.leads(indicators, None if most is None else 3 * most), same)
    leads.sort(key=lambda lead: lead[2:])
    n = texts(set[int]().union(*(articles[name] for name in indicators)), same)
    shown = tuple(leads[:most])
    return _Chosen(shown, len(leads) - len(shown), n)


def _without_twins(leads: Sequence[Lead], same: Mapping[int, int]) -> list[Lead]:
    """The statements; what a reprint without a date says undated goes to what a dated one says in the same words.

    `same` are the `copies`.
    """
    found = dict(enumerate(leads))
    dated = {_wording(lead): at for at, lead in found.items() if not lead.undated}
    for at, lead in enumerate(leads):
        to = dated.get(_wording(lead)) if lead.undated else None
        if to is None:
            continue
        twin = found[to]
        groups = {same.get(article, article) for article in twin.articles}
        moved = [
            (row, article)
            for row, article in zip(lead.rows, lead.articles, strict=True)
            # A text that says it with and without a date says it twice.
            if article not in twin.articles and same.get(article, article) in groups
        ]
        found[to] = _with(twin, [*zip(twin.rows, twin.articles, strict=True), *moved])
        gone = {row for row, _ in moved}
        if rest := [one for one in zip(lead.rows, lead.articles, strict=True) if one[0] not in gone]:
            found[at] = _with(lead, rest)
        else:
            del found[at]
    return list(found.values())


def _with(lead: Lead, places: Iterable[tuple[int, int]]) -> Lead:
    """The statement with these rows and their articles."""
    rows, articles = zip(*places, strict=True)
    return lead._replace(rows=rows, articles=articles)


def _wording(lead: Lead) -> tuple[int, tuple[str, str, str], str, str]:
    return lead.standing, lead.matter, lead.printed, lead.indicator


def _empty(rule: Rule, around: Sentences) -> MatrixCell:
    named = around.holding(rule.words)
    return MatrixCell("unvalued" if named else "absent", named=named)


def _cell(rule: Rule, made: Collection[Figure], chosen: _Chosen) -> MatrixCell:
    fitting = [figure for figure in made if _comparable(rule, figure)]
    rest = [figure for figure in made if not _comparable(rule, figure)]
    if not fitting:
        return MatrixCell("incomparable", tuple(rest), chosen.n, more=chosen.more)
    clash = any(figure.conflict for figure in made)
    return MatrixCell("conflict" if clash else "value", (*fitting, *rest), chosen.n, more=chosen.more)


def _comparable(rule: Rule, figure: Figure) -> bool:
    """Whether a figure is of the unit that the row is made for and of the place, not of what lies around it."""
    return figure.scope not in _OUTSIDE and (not rule.units or figure.unit in rule.units)


def _fits(rule: Rule, scope: int, unit: str) -> bool:
    """Whether that holds of the figure that a statement of this rank of scope makes."""
    return SCOPES[scope] not in _OUTSIDE and (not rule.units or unit in rule.units)


def _in_order(rows: tuple[int, ...], position: Mapping[int, int]) -> Sequence[int]:
    """The first of these facts in the order of their positions; most statements have but one."""
    return sorted(set(rows[:_TEXTS]), key=position.__getitem__) if rows[1:] else rows

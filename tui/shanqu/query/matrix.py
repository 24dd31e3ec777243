"""The matrix: places side by side, a row for each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shanqu.gazetteer.indicators import ComparisonRow as Rule
from shanqu.gazetteer.indicators import comparison_rows, row_of
from shanqu.query import columns, names, placed
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.figures import Stated, figures
from shanqu.query.marks import marked, unequal
from shanqu.query.matrix_shapes import Column, Figure, Matrix, MatrixCell, MatrixRow, Ref
from shanqu.query.sentences import Sentences
from shanqu.query.wholes import wholes
from shanqu.store import Reader
from shanqu.store.leading import Lead, Said, copies, said

SHOWN = 8
# So many of the texts that state one figure are named with it.
_TEXTS = 20
_OUTSIDE = ("province", "foreign", "industry")


def matrix(reader: Reader, keys: Sequence[str], corrected: Corrected) -> Matrix:
    """Places side by side. Raises KeyError for the key of no place."""
    found = tuple(columns.column(reader, key, corrected) for key in dict.fromkeys(keys))
    rows = [*names.rows(reader, found, corrected), *_Figures(reader, found, corrected, SHOWN).rows()]
    order = {group: number for number, group in enumerate(_groups())}
    return Matrix(found, tuple(sorted(rows, key=lambda row: order.get(row.group, len(order)))))


def cell(reader: Reader, keys: Sequence[str], row: str, column: int, corrected: Corrected) -> MatrixCell:
    """One cell with all its figures. Raises KeyError for the key of no row."""
    found = tuple(columns.column(reader, key, corrected) for key in dict.fromkeys(keys))
    named = names.cell(reader, found[column], corrected, row)
    if named is not None:
        return named
    made = _Figures(reader, found, corrected, SHOWN, whole=column).row(row)
    if made is None:
        raise KeyError(row)
    return made.cells[column]


def refs(one: MatrixCell) -> list[Ref]:
    """All sentences of a cell: those of its figures, or those that mention the matter without a value."""
    found = [ref for figure in one.figures for ref in figure.refs] or list(one.named)
    return list(dict.fromkeys(found))


def _groups() -> Iterable[str]:
    """The groups in their order: those of the table of rows, so that names stand with their figures."""
    return dict.fromkeys(rule.group for rule in comparison_rows())


class _Chosen(NamedTuple):
    """What one cell is made of: the statements to show, how many there are, and all their texts."""

    leads: tuple[Lead, ...] = ()
    more: int = 0
    groups: frozenset[int] = frozenset()


class _Figures:
    """The rows of figures of one matrix."""

    def __init__(
        self,
        reader: Reader,
        found: Sequence[Column],
        corrected: Corrected,
        shown: int,
        whole: int | None = None,
    ) -> None:
        """`shown` figures of each cell; all of those in the column `whole`."""
        self._reader = reader
        self._columns = found
        self._shown = [None if number == whole else shown for number in range(len(found))]
        self._copies = copies(reader)
        self._position: dict[int, int] = {}
        self._edited = Edited(reader, ())
        self._pools = [placed.pool(reader, one, corrected) for one in found]
        self._articles = [pool.articles() for pool in self._pools]
        self._sentences = [Sentences(reader, columns.entities(reader, one, corrected)) for one in found]

    def rows(self) -> list[MatrixRow]:
        """All rows in which something is said."""
        return self._made(self._rules())

    def row(self, key: str) -> MatrixRow | None:
        """The row with that key."""
        made = self._made([rule for rule in self._rules() if _key(rule) == key])
        return made[0] if made else None

    def _rules(self) -> list[Rule]:
        used = {row_of(indicator) for articles in self._articles for indicator in articles}
        known = dict.fromkeys(comparison_rows())
        others = sorted(used - known.keys(), key=lambda rule: rule.label)
        return [rule for rule in known if rule in used] + others

    def _made(self, rules: Sequence[Rule]) -> list[MatrixRow]:
        chosen = [self._chosen(number, rules) for number in range(len(self._columns))]
        wanted = {
            row for cells in chosen for one in cells for lead in one.leads for row in lead.rows[:_TEXTS]
        }
        facts = said(self._reader, wanted)
        self._position = {row: number for number, row in enumerate(facts)}
        self._edited = Edited(self._reader, {one.article for one in facts.values()})
        parts = wholes(self._reader, facts.values())
        return [
            self._row(rule, [cells[number] for cells in chosen], facts, parts)
            for number, rule in enumerate(rules)
        ]

    def _chosen(self, column: int, rules: Sequence[Rule]) -> list[_Chosen]:
        """What each cell of a column is made of."""
        articles = self._articles[column]
        names: dict[Rule, list[str]] = {rule: [] for rule in rules}
        for indicator in articles:
            if (rule := row_of(indicator)) in names:
                names[rule].append(indicator)
        return [self._pick(column, names[rule]) for rule in rules]

    def _pick(self, column: int, indicators: Sequence[str]) -> _Chosen:
        if not indicators:
            return _Chosen()
        pool, articles, most = self._pools[column], self._articles[column], self._shown[column]
        leads = pool.leads(indicators, None if most is None else 3 * most)
        leads.sort(key=lambda lead: lead[2:])
        texts = self._texts(set[int]().union(*(articles[name] for name in indicators)))
        shown = tuple(leads[:most])
        return _Chosen(shown, len(leads) - len(shown), texts)

    def _texts(self, articles: Iterable[int]) -> frozenset[int]:
        return frozenset(self._copies.get(article, article) for article in articles)

    def _row(
        self,
        rule: Rule,
        chosen: Sequence[_Chosen],
        facts: dict[int, Said],
        parts: dict[tuple[int, int], str],
    ) -> MatrixRow:
        cells = []
        for number, one in enumerate(chosen):
            stated = [self._stated(lead, facts) for lead in one.leads]
            made = [
                figure._replace(text=self._edited.shown(figure.text, figure.refs[0]))
                for figure in figures(stated, parts, self._columns[number].name, rule.label)
            ]
            cells.append(_cell(rule, made, one, self._sentences[number]))
        apart = unequal([one.lead for one in cells if one.lead])
        units = {one.lead.unit for one in cells if one.lead}
        return MatrixRow(
            key=_key(rule),
            group=rule.group,
            label=rule.label,
            cells=tuple(marked(one, apart) for one in cells),
            unit=units.pop() if len(units) == 1 else None,
            unequal=apart,
        )

    def _stated(self, lead: Lead, facts: dict[int, Said]) -> Stated:
        rows = set(lead.rows[:_TEXTS])
        # `facts` runs from the latest article to the earliest.
        latest = [facts[row] for row in sorted(rows, key=self._position.__getitem__)]
        return Stated(latest[0].fact, latest, self._texts(lead.articles))


def _key(rule: Rule) -> str:
    return f"{rule.group}/{rule.label}"


def _cell(rule: Rule, made: list[Figure], chosen: _Chosen, around: Sentences) -> MatrixCell:
    if not made:
        named = around.holding(rule.words)
        return MatrixCell("unvalued" if named else "absent", named=named)
    fitting = [figure for figure in made if _comparable(rule, figure)]
    rest = [figure for figure in made if not _comparable(rule, figure)]
    n = len(chosen.groups)
    if not fitting:
        return MatrixCell("incomparable", tuple(rest), n, more=chosen.more)
    clash = any(figure.conflict for figure in made)
    return MatrixCell("conflict" if clash else "value", (*fitting, *rest), n, more=chosen.more)


def _comparable(rule: Rule, figure: Figure) -> bool:
    """Whether a figure is of the unit that the row is made for and of the place, not of what lies around it."""
    return figure.scope not in _OUTSIDE and (not rule.units or figure.unit in rule.units)

"""The matrix: places side by side, a row for each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shanqu.gazetteer.indicators import ComparisonRow as Rule
from shanqu.gazetteer.indicators import comparison_rows, row_of
from shanqu.query import columns, names
from shanqu.query.corrected import Corrected
from shanqu.query.figures import figures
from shanqu.query.marks import marked, unequal
from shanqu.query.matrix_shapes import Column, Figure, Matrix, MatrixCell, MatrixRow, Ref
from shanqu.query.placed import said_of
from shanqu.query.sentences import Sentences
from shanqu.store import Reader
from shanqu.store.statements import Said

SHOWN = 40
_OUTSIDE = ("province", "foreign", "industry")


def matrix(reader: Reader, keys: Sequence[str], corrected: Corrected) -> Matrix:
    """Places side by side. Raises KeyError for the key of no place."""
    found = [columns.column(reader, key, corrected) for key in dict.fromkeys(keys)]
    rows = [row for rule in _rules(reader, found, corrected) for row in rule]
    return Matrix(tuple(found), tuple(rows))


def cell(reader: Reader, keys: Sequence[str], row: str, column: int, corrected: Corrected) -> MatrixCell:
    """One cell with all its figures. Raises KeyError for the key of no row."""
    found = [columns.column(reader, key, corrected) for key in dict.fromkeys(keys)]
    for rows in _rules(reader, found, corrected, limit=None):
        for one in rows:
            if one.key == row:
                return one.cells[column]
    raise KeyError(row)


def _rules(
    reader: Reader, found: Sequence[Column], corrected: Corrected, limit: int | None = SHOWN
) -> Iterable[list[MatrixRow]]:
    by_rule = [_by_rule(said_of(reader, one, corrected)) for one in found]
    sentences = [Sentences(reader, columns.entities(reader, one, corrected)) for one in found]
    yield names.rows(reader, found, corrected, limit)
    order = list(comparison_rows())
    known = set(order)
    others = sorted({rule for said in by_rule for rule in said if rule not in known}, key=lambda r: r.label)
    for rule in (*order, *others):
        said = [one.get(rule, []) for one in by_rule]
        if any(said):
            yield [_row(rule, found, said, sentences, limit)]


def _by_rule(said: Iterable[Said]) -> dict[Rule, list[Said]]:
    found: dict[Rule, list[Said]] = {}
    for one in said:
        found.setdefault(row_of(one.fact.indicator, one.fact.unit or ""), []).append(one)
    return found


def _row(
    rule: Rule,
    found: Sequence[Column],
    said: Sequence[Sequence[Said]],
    sentences: Sequence[Sentences],
    limit: int | None,
) -> MatrixRow:
    cells = [
        _cell(rule, figures(facts, one.name, rule.label), {fact.group for fact in facts}, around)
        for one, facts, around in zip(found, said, sentences, strict=True)
    ]
    apart = unequal([one.lead for one in cells if one.lead])
    units = {one.lead.unit for one in cells if one.lead}
    return MatrixRow(
        key=f"{rule.group}/{rule.label}",
        group=rule.group,
        label=rule.label,
        cells=tuple(marked(_limited(one, limit), apart) for one in cells),
        unit=units.pop() if len(units) == 1 else None,
        unequal=apart,
    )


def _cell(rule: Rule, made: list[Figure], groups: set[int], around: Sentences) -> MatrixCell:
    if not made:
        named = around.holding(rule.words)
        return MatrixCell("unvalued" if named else "absent", named=named)
    fitting = [figure for figure in made if _comparable(rule, figure)]
    rest = [figure for figure in made if not _comparable(rule, figure)]
    if not fitting:
        return MatrixCell("incomparable", tuple(rest), len(groups))
    clash = any(figure.conflict for figure in made)
    return MatrixCell("conflict" if clash else "value", (*fitting, *rest), len(groups))


def _comparable(rule: Rule, figure: Figure) -> bool:
    """Whether a figure is of the unit that the row is made for and of the place, not of what lies around it."""
    return figure.scope not in _OUTSIDE and (not rule.units or figure.unit in rule.units)


def _limited(one: MatrixCell, limit: int | None) -> MatrixCell:
    if limit is None or len(one.figures) <= limit:
        return one
    # The contradicting ones must be seen together with what they contradict.
    kept = [figure for figure in one.figures[limit:] if figure.conflict]
    shown = (*one.figures[:limit], *kept[:limit])
    return one._replace(figures=shown, more=len(one.figures) - len(shown))


def refs(one: MatrixCell) -> list[Ref]:
    """All sentences of a cell: those of its figures, or those that mention the matter without a value."""
    found = [ref for figure in one.figures for ref in figure.refs] or list(one.named)
    return list(dict.fromkeys(found))

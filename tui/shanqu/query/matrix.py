"""The matrix: places side by side, a row for each indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from shanqu.gazetteer.indicators import ComparisonRow as Rule
from shanqu.gazetteer.indicators import comparison_rows
from shanqu.query import columns, names
from shanqu.query.corrected import Corrected
from shanqu.query.figure_cells import FigureCells, figure_cells
from shanqu.query.kept import kept
from shanqu.query.marks import marked, unequal
from shanqu.query.matrix_shapes import Column, Matrix, MatrixCell, MatrixRow, Ref
from shanqu.store import Reader


def matrix(reader: Reader, keys: Sequence[str], corrected: Corrected) -> Matrix:
    """Places side by side. Raises KeyError for the key of no place."""
    found = _columns(reader, keys, corrected)
    held = [figure_cells(reader, one, corrected) for one in found]
    rules = _rules(held)
    cells = [one.of(rules) for one in held]
    rows = [
        *names.rows(reader, found, corrected),
        *(_row(rule, [one[rule] for one in cells]) for rule in rules),
    ]
    order = {group: number for number, group in enumerate(groups())}
    return Matrix(found, tuple(sorted(rows, key=lambda row: order.get(row.group, len(order)))))


def prepare(reader: Reader, key: str, corrected: Corrected) -> None:
    """Make what a matrix with the column of that key will ask for. Raises KeyError for the key of no place."""
    matrix(reader, [key], corrected)


def cell(reader: Reader, keys: Sequence[str], row: str, column: int, corrected: Corrected) -> MatrixCell:
    """One cell with all its figures. Raises KeyError for the key of no row."""
    found = _columns(reader, keys, corrected)
    named = names.cell(reader, found[column], corrected, row)
    if named is not None:
        return named
    held = [figure_cells(reader, one, corrected) for one in found]
    rule = next((rule for rule in _rules(held) if _key(rule) == row), None)
    if rule is None:
        raise KeyError(row)
    cells = [one.of([rule])[rule] for one in held]
    cells[column] = held[column].whole(rule)
    return _row(rule, cells).cells[column]


def cell_refs(reader: Reader, keys: Sequence[str], row: str, column: int, corrected: Corrected) -> list[Ref]:
    """All sentences of that cell. Raises KeyError for the key of no row in which a figure of the place stands."""
    place = _columns(reader, keys, corrected)[column]
    named = names.cell(reader, place, corrected, row)
    if named is not None:
        return refs(named)
    held = figure_cells(reader, place, corrected)
    rule = next((rule for rule in held.rules if _key(rule) == row), None)
    if rule is None:
        raise KeyError(row)
    return held.refs(rule)


def refs(one: MatrixCell) -> list[Ref]:
    """All sentences of a cell: those of its figures, or those that mention the matter without a value."""
    found = [ref for figure in one.figures for ref in figure.refs] or list(one.named)
    return list(dict.fromkeys(found))


def _columns(reader: Reader, keys: Sequence[str], corrected: Corrected) -> tuple[Column, ...]:
    return tuple(
        kept(reader, ("column", key), corrected, partial(columns.column, reader, key, corrected))
        for key in dict.fromkeys(keys)
    )


def groups() -> list[str]:
    """The groups in their order: those of the table of rows, so that names stand with their figures; behind what is

    said of trades the trades by their groups."""
    found = list(dict.fromkeys(rule.group for rule in comparison_rows()))
    found.insert(found.index(names.TRADES) + 1, names.BY_GROUP)
    return found


def _rules(held: Iterable[FigureCells]) -> list[Rule]:
    """The rows in which something is said of some column, in their order."""
    used = {rule for one in held for rule in one.rules}
    known = dict.fromkeys(comparison_rows())
    others = sorted(used - known.keys(), key=lambda rule: rule.label)
    return [rule for rule in known if rule in used] + others


def _row(rule: Rule, cells: Sequence[MatrixCell]) -> MatrixRow:
    leads = [one.lead for one in cells if one.lead]
    apart = unequal(leads)
    units = {lead.unit for lead in leads}
    return MatrixRow(
        key=_key(rule),
        group=rule.group,
        label=rule.label,
        cells=tuple(marked(one, apart) for one in cells),
        unit=units.pop() if len(units) == 1 else None,
        unequal=apart,
    )


def _key(rule: Rule) -> str:
    return f"{rule.group}/{rule.label}"

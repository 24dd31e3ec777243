"""The words that keep unlike values apart when they stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shanqu.messages import Message
from shanqu.model import falls_unsaid
from shanqu.query.matrix_shapes import (
    FALLEN,
    GROWTHS,
    SCOPES,
    STATUSES,
    UNDATED,
    Aspect,
    Figure,
    Mark,
    MatrixCell,
)
from shanqu.query.periods import told

_COMPARED: tuple[Aspect, ...] = ("scope", "status", "growth", "period", "unit")


def unequal(leads: Sequence[Figure]) -> tuple[Aspect, ...]:
    """In what the leading figures of a row differ. Two of unknown year may differ as well."""
    if len(leads) < 2:
        return ()
    seen: dict[Aspect, set[object]] = {
        "scope": {figure.scope for figure in leads},
        "status": {figure.status for figure in leads},
        "growth": {figure.growth for figure in leads},
        "period": {figure.period_norm for figure in leads},
        "unit": {figure.unit for figure in leads},
    }
    differing = [aspect for aspect in _COMPARED if len(seen[aspect]) > 1]
    if seen["period"] == {None}:
        differing.append("period")
    return tuple(differing)


def marked(cell: MatrixCell, apart: Iterable[Aspect]) -> MatrixCell:
    """The cell with a mark on each figure for what is unusual of it, and for all that keeps the row `apart`."""
    aspects = frozenset(apart)
    shown = tuple(figure._replace(marks=tuple(_marks(figure, aspects))) for figure in cell.figures)
    return cell._replace(figures=shown)


def _marks(figure: Figure, apart: frozenset[Aspect]) -> Iterable[Mark]:
    if figure.kind is None:
        return
    if falls_unsaid(figure.text, figure.value):
        yield Mark("sign", FALLEN)
    period = told(figure.period, figure.period_norm)
    if period and figure.period != figure.text:
        yield Mark("period", period)
    # A milestone is a period itself.
    if not figure.period_norm and figure.kind != "milestone":
        yield Mark("period", UNDATED)
    if figure.scope != "area" or "scope" in apart:
        yield Mark("scope", SCOPES[figure.scope])
    if figure.status != "actual" or "status" in apart:
        yield Mark("status", STATUSES[figure.status])
    if figure.growth and (figure.growth != "yearly" or "growth" in apart):
        yield Mark("growth", GROWTHS[figure.growth])
    if "unit" in apart and figure.unit and figure.unit not in figure.text:
        yield Mark("unit", figure.unit)
    # 预计 and the like are no vagueness: the status says it.
    vague = figure.status == "actual" or figure.low is not None or figure.high is not None
    if figure.hedge and vague and figure.hedge not in figure.text:
        yield Mark("hedge", figure.hedge)
    if figure.whole:
        yield Mark("part", Message("part of {whole}", whole=figure.whole))
    if figure.conflict:
        yield Mark("conflict", Message("sources differ"))

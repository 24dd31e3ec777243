"""Answers as records for JSON Lines. Their keys are stable; scripts rely on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from shanqu.query.correction_shapes import Correction
from shanqu.query.matrix_shapes import Figure, Matrix
from shanqu.query.profile_shapes import OverviewRow, Profile
from shanqu.query.shapes import Evidence

if TYPE_CHECKING:
    from shanqu.query.library import Library

Say = Callable[[str], str]


def of_matrix(library: Library, matrix: Matrix, say: Say) -> Iterator[dict[str, Any]]:
    """One record for each row and place, with the evidence of every value."""
    for row in matrix.rows:
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            yield {
                "group": row.group,
                "label": row.label,
                "code": column.code,
                "county": column.name,
                "state": cell.state,
                "unequal": row.unequal,
                "texts": cell.n,
                "values": [_value(library, figure, say) for figure in cell.figures],
                "more": cell.more,
                # Where the matter is mentioned without a value.
                "mentions": [_source(one) for one in library.passages(cell.named)],
            }


def _value(library: Library, figure: Figure, say: Say) -> dict[str, Any]:
    shown = library.passages(figure.refs)
    return {
        "text": figure.text,
        "note": " ".join(map(say, figure.note)),
        "indicator": figure.indicator or None,
        "subject": figure.subject,
        "value": figure.value,
        "value_low": figure.low,
        "value_high": figure.high,
        "unit": figure.unit,
        "hedge": figure.hedge,
        "period": figure.period,
        "period_norm": figure.period_norm,
        "scope": figure.scope if figure.kind else None,
        "status": figure.status if figure.kind else None,
        "growth": figure.growth,
        "kind": figure.kind,
        "texts": figure.n,
        "part_of": figure.whole,
        "conflict": figure.conflict,
        **(_source(shown[0]) if shown else {}),
        "others": [_source(one) for one in shown[1:]],
    }


def _source(one: Evidence) -> dict[str, Any]:
    return {
        "article": one.article,
        "title": one.title,
        "site": one.site,
        "published": one.published,
        "sentence": one.text,
        "start": one.start,
        "end": one.end,
    }


def of_profile(profile: Profile) -> Iterator[dict[str, Any]]:
    """One record for each entry of each section."""
    for section in profile.sections:
        trades = [group.trades for group in section.groups for _ in group.items] or repeat(None)
        for item, group in zip(section.items, trades, strict=False):
            yield {
                "of": profile.entity.canonical,
                "section": section.key,
                "group": group,
                "text": item.text,
                "detail": item.detail,
                "stage": item.stage,
                "amount": None if item.conflict else item.amount,
                "conflict": item.conflict,
                "status": item.status,
                "date": item.date,
                "texts": item.n,
                **_source(item.evidence),
            }


def of_overview(rows: Sequence[OverviewRow]) -> Iterator[dict[str, Any]]:
    """One record for each county."""
    for row in rows:
        yield {key: value for key, value in row._asdict().items() if key != "largest_ref"}


def of_correction(one: Correction) -> dict[str, Any]:
    """A correction with all of its fields."""
    found = one._asdict()
    return found | {key: found[key] and found[key]._asdict() for key in ("name", "into", "statement")}

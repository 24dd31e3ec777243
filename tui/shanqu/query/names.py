"""The rows of names: which industries, parks, companies, projects and people a place is said to have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shanqu.query.corrected import Corrected
from shanqu.query.matrix_shapes import Column, MatrixCell, MatrixRow
from shanqu.store import Reader

_KINDS = (
    ("industry", "产业", "主导产业"),
    ("park", "平台与园区", "园区"),
    ("company", "企业", "企业名录"),
    ("project", "投资与项目", "项目名录"),
    ("person", "人物与协作", "人物"),
)


def rows(reader: Reader, found: Sequence[Column], corrected: Corrected, limit: int | None) -> list[MatrixRow]:
    """One row for each kind of names."""
    return [
        MatrixRow(f"{group}/{label}", group, label, tuple(MatrixCell() for _ in found))
        for _, group, label in _KINDS
    ]


def groups() -> Iterable[str]:
    """The groups of these rows."""
    return (group for _, group, _ in _KINDS)

"""Where the words of a query stand in a text."""

from __future__ import annotations

import pytest

from shanqu.query import highlights, parse


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        ("产业", "产业园的产业", [(0, 2), (4, 6)]),
        ("产业 业园", "产业园", [(0, 3)]),
        ("最大", "蕞大", [(0, 2)]),
        ("ai", "ＡＩ与AI", [(0, 2), (3, 5)]),
        ("-产业 县:遂昌", "产业 遂昌", []),
        ("“业,园”", "产业,园区", [(1, 4)]),
        ("", "产业", []),
    ],
)
def test_highlights(query: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert highlights(parse(query), text) == spans

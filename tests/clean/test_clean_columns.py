"""What the classes of all lines are worth, added up for all lines at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanqu.clean.columns import Sheet, between, hundredths
from shanqu.clean.lines import split
from shanqu.clean.rules import Rule
from shanqu.clean.signs import as_boilerplate, looks_of, signs
from shanqu.model import Page, Role

HUNDREDTHS = st.integers(-30_000, 30_000).map(lambda value: value / 100)
WORTHS = st.tuples(HUNDREDTHS, HUNDREDTHS)


@settings(deadline=None)
@given(st.lists(st.lists(WORTHS, min_size=2, max_size=5), min_size=1, max_size=6), st.data())
def test_each_line_gets_what_its_classes_are_worth(
    worths: list[list[tuple[float, float]]], data: st.DataObject
) -> None:
    begun = data.draw(st.lists(WORTHS, max_size=9))
    columns = [[data.draw(st.integers(0, len(row) - 1)) for _ in begun] for row in worths]
    classes = np.array(columns, np.uint8).reshape(len(worths), len(begun))
    sums = Sheet(worths).sums([*map(hundredths, begun)], classes)
    for regard, found in enumerate(sums):
        assert found.tolist() == pytest.approx(
            [
                one[regard]
                + sum(row[column[line]][regard] for row, column in zip(worths, columns, strict=True))
                for line, one in enumerate(begun)
            ],
            abs=1e-6,
        )


def test_more_lines_than_are_looked_up_at_once_are_worth_the_same() -> None:
    sheet, lines = Sheet([[(0.5,), (2.0,)]]), 10_000
    classes = (np.arange(lines)[None] % 2).astype(np.uint8)
    (found,) = sheet.sums([hundredths((1.0,))] * lines, classes)
    assert found.tolist() == [1.5, 3.0] * (lines // 2)


@given(st.lists(st.tuples(HUNDREDTHS, HUNDREDTHS), min_size=1, max_size=9), HUNDREDTHS, HUNDREDTHS)
def test_between_two_lines_both_count_and_at_the_ends_of_the_page_what_stands_for_the_missing_one(
    worths: list[tuple[float, float]], top: float, foot: float
) -> None:
    above, below = zip(*worths, strict=True)
    found = between(np.array(above), np.array(below), (top, foot))
    expected = [one + other for one, other in zip((top, *above), (*below, foot), strict=True)]
    assert found == pytest.approx(expected, abs=1e-6)


def test_a_line_known_for_boilerplate_speaks_against_an_article_like_one_that_a_rule_fits() -> None:
    text = "山里的竹子今年卖得好，老陈说，明年还要再建一条生产线。"
    (before,) = signs(split(Page(path="p", text=text, encoding="utf-8", sha256=""), annotated=False))
    after = as_boilerplate(before, Rule("menu", Role.NAVIGATION, "any", 0, ""))
    prose, menu = (look.kind.names for look in looks_of([before, after]))
    assert before.prose
    assert "prose" in prose
    assert not after.prose
    assert {"rule:menu:inside", "stop"} <= {*menu}
    assert "prose" not in menu

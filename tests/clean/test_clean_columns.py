"""What the classes of all lines are worth, added up for all lines at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shanqu.clean.columns import added, between, lane, listed, table
from shanqu.clean.lines import split
from shanqu.clean.rules import Rule
from shanqu.clean.signs import as_boilerplate, looks_of, signs
from shanqu.model import Page, Role

HUNDREDTHS = st.integers(-30_000, 30_000).map(lambda value: value / 100)


@settings(deadline=None)
@given(st.lists(st.lists(HUNDREDTHS, min_size=2, max_size=5), max_size=6), HUNDREDTHS, st.data())
def test_each_line_gets_what_its_classes_are_worth(
    worths: list[list[float]], bias: float, data: st.DataObject
) -> None:
    begun = data.draw(st.lists(HUNDREDTHS, max_size=9))
    columns = [bytes(data.draw(st.integers(0, len(row) - 1)) for _ in begun) for row in worths]
    sums = added(list(map(lane, begun)), zip(columns, map(table, worths), strict=True), bias)
    assert listed(sums, len(begun)) == pytest.approx(
        [
            bias + one + sum(row[column[line]] for row, column in zip(worths, columns, strict=True))
            for line, one in enumerate(begun)
        ],
        abs=1e-6,
    )


@settings(deadline=None)
@given(st.lists(st.tuples(HUNDREDTHS, HUNDREDTHS), min_size=1, max_size=9), HUNDREDTHS, HUNDREDTHS)
def test_between_two_lines_both_count_and_at_the_ends_of_the_page_what_stands_for_the_missing_one(
    worths: list[tuple[float, float]], top: float, foot: float
) -> None:
    above, below = zip(*worths, strict=True)
    first, second = added(list(map(lane, above)), (), 1.5), added(list(map(lane, below)), (), -2.0)
    found = between(first, second, len(worths), (top, foot))
    over = [top, *(one + 1.5 for one in above)]
    under = [*(one - 2.0 for one in below), foot]
    assert found == pytest.approx([one + other for one, other in zip(over, under, strict=True)], abs=1e-6)


def test_worths_too_far_apart_for_a_table_are_refused() -> None:
    with pytest.raises(ValueError, match="range"):
        table([0.0, 700.0])


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

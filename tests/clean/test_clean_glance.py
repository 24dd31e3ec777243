"""Which words lines may hold, told for all of them at one glance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shanqu.clean.glance import Glance

SETS = (("茶",), ("茶叶", "竹"), ("新茶叶场", "a1"), ("\U00020bb7", "\ud800x"), ())
LINES = st.lists(st.text("茶叶新场竹a1\U00020bb7\ud800x，", max_size=9), max_size=5)


def glance(sets: tuple[tuple[str, ...], ...]) -> Glance:
    return Glance(sets, lambda char: char in "茶叶")


@given(LINES)
def test_a_line_that_holds_a_word_is_told(lines: list[str]) -> None:
    for line, found in zip(lines, glance(SETS).held(lines), strict=True):
        for place, words in enumerate(SETS):
            assert found >> place & 1 or not any(word in line for word in words)


def test_of_a_long_word_the_least_usual_pair_is_looked_for() -> None:
    assert glance(SETS).held(["茶", "叶茶", "茶叶", "新", "新茶", "叶场", ""]) == [1, 1, 3, 0, 5, 0, 0]


def test_a_word_does_not_go_on_from_line_to_line() -> None:
    assert glance(SETS).held(["a", "1"]) == [0, 0]


def test_more_sets_than_a_number_of_the_machine_has_bits_are_told_apart() -> None:
    words = tuple((chr(0x4E00 + at),) for at in range(150))
    assert glance(words).held([chr(0x4E00 + 149), chr(0x4E00) + chr(0x4E00 + 70)]) == [1 << 149, 1 | 1 << 70]


def test_more_lines_than_are_looked_at_together_are_told_all() -> None:
    assert glance(SETS).held(["茶", "竹"] * 3000) == [1, 2] * 3000

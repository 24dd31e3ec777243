"""Which words lines may hold, told for all of them at one glance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shanqu.clean.glance import Glance, chinese

SETS = (("茶",), ("茶叶", "竹"), ("新茶叶场", "a1"), ("\U00020bb7", "\ud800x"), ())
LINES = st.lists(st.text("茶叶新场竹a1\U00020bb7\ud800x，", max_size=9), max_size=5)


@given(LINES)
def test_a_line_that_holds_a_word_is_told(lines: list[str]) -> None:
    for line, found in zip(lines, Glance(SETS).held(lines), strict=True):
        for place, words in enumerate(SETS):
            assert found >> place & 1 or not any(word in line for word in words)


def test_of_a_long_word_the_least_usual_pair_is_looked_for() -> None:
    assert Glance((("发展龘靐",), ("的",))).held(["发展", "展龘", "龘靐", "目的", ""]) == [0, 0, 1, 2, 0]


def test_a_word_does_not_go_on_from_line_to_line() -> None:
    assert Glance(SETS).held(["a", "1"]) == [0, 0]


def test_more_sets_than_a_number_of_the_machine_has_bits_are_told_apart() -> None:
    words = tuple((chr(0x4E00 + at),) for at in range(150))
    assert Glance(words).held([chr(0x4E00 + 149), chr(0x4E00) + chr(0x4E00 + 70)]) == [1 << 149, 1 | 1 << 70]


def test_more_lines_than_are_looked_at_together_are_told_all() -> None:
    assert Glance(SETS).held(["茶", "竹"] * 3000) == [1, 2] * 3000


@given(st.text("茶叶新场竹A1\U00020bb7\ud800x，\n", max_size=30))
def test_of_a_whole_text_the_same_is_told(text: str) -> None:
    found = Glance(SETS).within(text)
    for place, words in enumerate(SETS):
        assert found >> place & 1 or not any(word in text.lower() for word in words)


def test_capitals_are_told_for_the_small_letters_that_they_are() -> None:
    assert Glance((("app",), ("k",), ("i",))).held(["APP", "aPp", "\u212a", "\u0130", "茶K"]) == [
        1,
        1,
        2,
        4,
        2,
    ]


def test_a_word_is_told_wherever_it_stands_in_a_long_text() -> None:
    for before in range(65_530, 65_540):
        assert Glance((("茶叶",),)).within("山" * before + "茶叶" + "山" * 9) == 1


def test_chinese_characters_are_counted_line_by_line() -> None:
    assert chinese(["茶山 GDP", "", "一二三,四", "㐀𠀀鿿", "abc"]) == [2, 0, 4, 2, 0]

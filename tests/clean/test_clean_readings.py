"""Readings in brackets go only where they read what stands before them."""

from __future__ import annotations

import pytest

from shanqu.clean.readings import annotated_spans, reads


@pytest.mark.parametrize(
    ("reading", "before"),
    [
        ("qū", "經濟開發區"),
        ("qu", "经济开发区"),
        ("suì", "遂"),
        ("shēngtài", "中国生态"),
        ("shengtai", "中国生态"),
        ("lǜ", "绿"),
        ("lv", "绿"),
        ("lu", "绿"),
        ("chuàng ", "創"),
        ("ＺＨǍＮＧ".lower().translate({0xFF5A: "z", 0xFF48: "h", 0xFF4E: "n", 0xFF47: "g"}), "長"),
        ("cháng", "長"),
        ("fɑ", "發"),
        ("xi’an", "西安"),
    ],
)
def test_a_reading_is_known_with_and_without_tones_for_every_sound_of_a_character(
    reading: str, before: str
) -> None:
    assert reads(reading, before)


@pytest.mark.parametrize(
    ("word", "before"), [("AI", "人工智能"), ("EV", "电动车"), ("bai", "区"), ("a", "计划"), ("sui", "昌")]
)
def test_a_word_that_reads_something_else_is_none(word: str, before: str) -> None:
    assert not reads(word, before)


def test_copies_are_told_by_many_readings_and_an_author_by_one() -> None:
    assert annotated_spans("這個村名里的畲(shē)字,外地人常念錯") == ()
    text = "發(fā)展人工智能(AI)和電(diàn)動車(EV),5G(5G)在州(zhou)(zhou)里"
    assert [text[low:high] for low, high in annotated_spans(text)] == ["(fā)", "(diàn)", "(zhou)(zhou)"]


def test_a_second_reading_after_a_word_is_left_where_it_reads_nothing() -> None:
    text = "發(fā)(ABC)展(zhǎn)產(chǎn)業"
    assert [text[low:high] for low, high in annotated_spans(text)] == ["(fā)", "(zhǎn)", "(chǎn)"]

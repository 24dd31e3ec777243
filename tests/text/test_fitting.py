"""Cell widths, folding, and sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.text.fold import fold
from shanqu.text.sentences import sentence_spans
from shanqu.text.width import crop, crop_start, fit, text_width


def test_a_chinese_character_takes_two_cells() -> None:
    assert text_width("遂昌GDP") == 7


@pytest.mark.parametrize(("width", "expected"), [(6, "遂昌县"), (5, "遂昌…"), (4, "遂…"), (1, "…"), (0, "")])
def test_cropping_never_cuts_a_character_in_half(width: int, expected: str) -> None:
    assert crop("遂昌县", width) == expected
    assert text_width(crop("遂昌县", width)) <= width


@given(st.text(alphabet="山区a1… ", max_size=30), st.integers(0, 40), st.booleans())
def test_fitted_text_has_exactly_the_width(text: str, width: int, right: bool) -> None:
    assert text_width(fit(text, width, right=right)) == width


@pytest.mark.parametrize(("width", "expected"), [(6, "遂昌县"), (5, "…昌县"), (4, "…县"), (1, "…"), (0, "")])
def test_the_end_is_kept_whole_as_the_beginning_is(width: int, expected: str) -> None:
    assert crop_start("遂昌县", width) == expected


def test_folding_joins_what_differs_only_in_writing() -> None:
    assert fold("ＧＤＰ居全球蕞大，“第一”") == fold('gdp居全球最大,"第一"')


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_sentence_keeps_its_closing_quote() -> None:
    text = "“生态更好。”汪涛说。如何发展?\n下一段12.4%;仍是一句。"
    assert [text[a:b] for a, b in sentence_spans(text)] == [
        "“生态更好。”",
        "汪涛说。",
        "如何发展?",
        "下一段12.4%;仍是一句。",
    ]

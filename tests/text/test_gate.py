"""Nothing that a terminal could obey gets through the gate."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.text.gate import is_safe, safe


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;owned\x07",
        "\x1b[2J",
        "\x9b31m",
        "遂\u202e昌",
        "遂\u200b昌",
        "\ufeff遂昌",
        "\x00\x0e\x7f",
        "\u2066x\u2069",
        "\ud800",
        "\U000e0041",
    ],
)
def test_escape_sequences_controls_and_bidi_become_visible_characters(hostile: str) -> None:
    shown = safe(hostile)
    assert not is_safe(hostile)
    assert is_safe(shown)
    assert len(shown) == len(hostile)


def test_an_escape_is_shown_as_its_picture() -> None:
    assert safe("a\x1b[1mb") == "a␛[1mb"


def test_line_ends_and_tabs_become_spaces() -> None:
    assert safe("一\n二\t三\u2028四") == "一 二 三 四"


def test_chinese_text_and_markup_like_brackets_stay_as_they_are() -> None:
    text = "“遂昌”总投资16亿元…… [/] [@click=app.quit] 區(qū)"
    assert safe(text) == text


@given(st.text(st.characters()))
def test_the_gate_keeps_the_length_and_lets_no_control_through(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for char in shown
    )
    assert safe(shown) == shown

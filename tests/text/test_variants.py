"""Folded words looked for in texts that are not folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.text.fold import fold
from shanqu.text.variants import holder, is_certain, spans

_CHARACTERS = "遂昌县縣山週周録录a A1Ａ蕞最。.éÉKK"
_text = st.text(_CHARACTERS, max_size=20)
_word = st.text(_CHARACTERS, min_size=1, max_size=6).map(fold)


@given(_text, _word)
def test_a_text_holds_what_it_holds_once_it_is_folded(text: str, word: str) -> None:
    assert holder(word)(text.encode()) == (word in fold(text)) == bool(spans(text, [word]))


@given(_text, _word.filter(is_certain))
def test_what_stands_there_is_found_from_the_left_without_overlaps(text: str, word: str) -> None:
    folded, at, wanted = fold(text), 0, []
    while (at := folded.find(word, at)) >= 0:
        wanted.append((at, at := at + len(word)))
    assert spans(text, [word]) == wanted


@pytest.mark.parametrize(
    ("text", "word"), [("在週圍", "周围"), ("ＡＢＣＤ山", "abcd山"), ("蕞大", "最大"), ("Kg", "kg")]
)
def test_every_way_to_write_a_word_is_found(text: str, word: str) -> None:
    assert holder(word)(text.encode())


@pytest.mark.parametrize(("word", "certain"), [("遂昌", True), ("ας", False), ("𠮷", False), ("α", True)])
def test_what_is_folded_by_its_neighbours_cannot_be_told(word: str, certain: bool) -> None:
    assert is_certain(word) is certain

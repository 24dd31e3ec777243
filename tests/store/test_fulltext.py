"""Literal search finds exactly what reading every text would find."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import article_of, holding, reading_of
from shanqu.model import Extraction
from shanqu.store import Reader
from shanqu.store.grams import grams
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.text.fold import fold

# Few characters, so that pieces of texts meet; every class that the index treats in its own way.
_CHARACTERS = '遂昌县山a1B"-*.。、,“《 \n\u3000Ａ蕞最é_'
_text = st.text(_CHARACTERS, max_size=14)
_literal = st.text(_CHARACTERS, min_size=1, max_size=5)


def _write(store: Store, number: int, title: str, text: str) -> int:
    with store.transaction():
        return store.write(
            Analysed(article_of(text, f"/{number}", title or None), Extraction()), rules=1, reading=reading_of
        )


def _holding(texts: dict[int, tuple[str, str]], literal: str) -> set[int]:
    wanted = fold(literal)
    return {id for id, (title, text) in texts.items() if wanted in fold(title) or wanted in fold(text)}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_text, _text), min_size=1, max_size=8), st.lists(_literal, min_size=1, max_size=12))
def test_finds_what_brute_force_finds(texts: list[tuple[str, str]], literals: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        held = {}
        for number, (title, text) in enumerate(texts):
            held[_write(store, number, title, text)] = (title or str(number), text.strip())
        reader = Reader(Path(folder))
        for literal in literals:
            if literal == literal.strip():
                assert holding(reader, fold(literal)) == _holding(held, literal), literal
        reader.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.one_of(st.none(), _text)), min_size=1, max_size=12), _literal)
def test_stays_true_while_texts_change_and_go(steps: list[tuple[int, str | None]], literal: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        held: dict[int, tuple[int, str]] = {}
        for number, text in steps:
            if text is not None:
                held[number] = (_write(store, number, "", text), text.strip())
            elif number in held:
                with store.transaction():
                    store.delete(held.pop(number)[0])
        store.tidy()
        reader = Reader(Path(folder))
        now = {id: (str(number), text) for number, (id, text) in held.items()}
        if literal == literal.strip():
            assert holding(reader, fold(literal)) == _holding(now, literal)
        reader.close()


def test_a_text_is_told_as_its_pairs_and_its_last_character() -> None:
    assert grams("遂昌县") == "遂昌 昌县 县"


def test_what_the_tokenizer_cuts_at_is_told_as_other_characters() -> None:
    assert all(char == " " or char.isalnum() or ord(char) > 0x7F for char in grams("县,a b\n\x00-*\"'_"))


def test_two_character_names_are_found_within_words_and_not_across_stops(store: Store) -> None:
    inside = _write(store, 1, "", "浙江省遂昌县")
    _write(store, 2, "", "未遂。昌盛")
    reader = Reader(store.directory)
    assert holding(reader, "遂昌") == {inside}
    reader.close()


def test_the_reposters_mask_is_seen_through(store: Store) -> None:
    id = _write(store, 1, "", "蕞大的产业园")
    reader = Reader(store.directory)
    assert holding(reader, fold("最大的")) == holding(reader, fold("蕞大的")) == {id}
    reader.close()

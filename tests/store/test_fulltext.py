"""Literal search finds exactly what reading every text would find."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import article_of, reading_of
from shanqu.model import Extraction
from shanqu.store import Reader
from shanqu.store.grams import expression, grams
from shanqu.store.naming import Analysed
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
                assert reader.holding(fold(literal)) == _holding(held, literal), literal
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
            assert reader.holding(fold(literal)) == _holding(now, literal)
        reader.close()


def test_a_run_is_told_as_its_pairs_and_its_last_character() -> None:
    assert grams(fold("遂昌县,AI。")) == "遂昌 昌县 县 ai i"


@pytest.mark.parametrize(
    ("literal", "exact"),
    [("遂昌", True), ("县", True), ("生态工业", True), ("5.3", False), ("工业 园", False)],
)
def test_only_a_single_run_needs_no_second_look(literal: str, exact: bool) -> None:
    assert expression(literal)[1] is exact


def test_two_character_names_are_found_within_words_and_not_across_stops(store: Store) -> None:
    inside = _write(store, 1, "", "浙江省遂昌县")
    _write(store, 2, "", "未遂。昌盛")
    reader = Reader(store.directory)
    assert reader.holding("遂昌") == {inside}
    reader.close()


def test_the_reposters_mask_is_seen_through(store: Store) -> None:
    id = _write(store, 1, "", "蕞大的产业园")
    reader = Reader(store.directory)
    assert reader.holding(fold("最大的")) == reader.holding(fold("蕞大的")) == {id}
    reader.close()

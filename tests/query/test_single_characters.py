"""A single character finds what reading every text finds, also where it is looked up in blocks of articles."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.model import Query, Term
from shanqu.query import Library, Wanted, parse
from shanqu.store import blocks, finding, members, single
from shanqu.store.writer import Store
from shanqu.text.fold import fold

_CHARACTERS = "遂昌县山縣a1B-*.。、,“ \u3000ＡΣ蕞最é茶ÉΑ𠮷"


@pytest.fixture(autouse=True)
def few_make_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_LEAST", 20)


@pytest.fixture
def texts(store: Store, put: Callable[..., int]) -> dict[int, str]:
    draw = random.Random(4)
    held = {}
    for number in range(60):
        text = (
            "。".join("".join(draw.choices(_CHARACTERS, k=3)) for _ in range(number % 5 + 1)).strip() or "山"
        )
        title = draw.choice("ΣΑΣ 茶 B")
        held[put(text, f"/{number}", title=title, published=f"20{10 + number % 9}")] = f"{title}\n{text}"
    store.tidy()
    return held


def _compare(library: Library, texts: dict[int, str]) -> None:
    for char in sorted(set(fold(_CHARACTERS))):
        if not char.strip():
            continue
        wanted = Wanted(Query((Term(char),)))
        # Each is folded as it stands in its own text: the last letter of a Greek word differs.
        right = {id for id, text in texts.items() if any(char in fold(part) for part in text.split("\n", 1))}
        every = library.every(wanted)
        assert set(every) == right, char
        assert library.number(wanted) == len(right), char
        assert list(library.first(wanted, 3).ids[:3]) == list(every[:3]), char
        both = Wanted(Query((Term(char), Term("山"))))
        assert set(library.every(both)) == right & set(library.every(Wanted(parse("山")))), char


def _asked_of_the_index(*_: object) -> None:
    raise AssertionError("the index was asked")


@pytest.mark.parametrize("few", [1, 1000])
def test_blocks_tell_what_reading_tells(
    texts: dict[int, str], library_dir: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    with Library.open(library_dir) as library:
        _compare(library, texts)
        monkeypatch.setattr(members, "flags_of", _asked_of_the_index)
        assert library.every(Wanted(parse("茶")))


def test_changed_articles_are_told_as_they_are_now(
    texts: dict[int, str], store: Store, put: Callable[..., int], library_dir: Path
) -> None:
    for path, text in (("/3", "只有茶叶"), ("/70", "新的一篇，縣")):
        texts[put(text, path, title="B")] = f"B\n{text}"
    with store.transaction():
        store.delete(7)
    del texts[7]
    with Library.open(library_dir) as library:
        _compare(library, texts)


def test_the_index_is_asked_where_much_has_changed(
    texts: dict[int, str], put: Callable[..., int], library_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts[put("茶", "/70", title="B")] = "B\n茶"
    monkeypatch.setattr(single, "_MOST_READ", 0)
    with Library.open(library_dir) as library:
        _compare(library, texts)

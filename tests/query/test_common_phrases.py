"""Phrases find what reading every text finds, also where they are looked up in blocks of articles."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from made_up import forget_between, forget_phrases, skip_to
from shanqu.model import Either, Query, Term
from shanqu.query import Library, Wanted
from shanqu.store import Reader, bits, blocks, common, database_path, finding, members, phrases, schema
from shanqu.store.writer import Store
from shanqu.text.fold import fold

# Few pairs of them are common; of the others each stands in some texts only.
_OFTEN, _SELDOM = "遂昌县山縣", "a1B-。“ＡΣ蕞最É𠮷"

Texts = dict[int, tuple[str, str]]


@pytest.fixture(autouse=True)
def few_make_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_LEAST", 12)
    monkeypatch.setattr(phrases, "_PORTION", 16)
    monkeypatch.setattr(phrases, "_SAMPLE", 24)


def _text(draw: random.Random) -> str:
    chars = (draw.choice(_OFTEN if draw.random() < 0.85 else _SELDOM) for _ in range(draw.randint(6, 18)))
    return "".join(chars)


@pytest.fixture
def texts(store: Store, put: Callable[..., int]) -> Texts:
    """Titles and texts in three blocks, the last of which has too few to be kept as one."""
    draw = random.Random(6)
    held: Texts = {}
    for first, number in ((1, 50), (bits.SIZE - 20, 60), (2 * bits.SIZE - 4, 8)):
        if first > 1:
            skip_to(store, first)
        for _ in range(number):
            title, text = _text(draw)[:3], _text(draw)
            date = f"20{10 + len(held) % 9}"
            held[put(text, f"/{len(held)}", title=title, published=date)] = title, text
        forget_between(store)
    store.tidy()
    return held


@pytest.fixture
def library(texts: Texts, library_dir: Path) -> Iterator[Library]:
    with Library.open(library_dir) as opened:
        yield opened


def _literals(texts: Texts) -> Iterator[str]:
    """Pieces of texts, pairs of all characters, and what stands nowhere though its pairs do."""
    draw = random.Random(7)
    yield from map("".join, product("遂昌县a最", repeat=2))
    for _ in range(60):
        text = fold(draw.choice(list(texts.values()))[1])
        at = draw.randrange(len(text) - 2)
        yield text[at : at + draw.randint(2, 9)]
        yield "".join(draw.choices("遂昌县山", k=draw.randint(2, 7)))


def _right(texts: Texts, literal: str) -> set[int]:
    # Each is folded as it stands in its own text: the last letter of a Greek word differs.
    return {id for id, parts in texts.items() if any(literal in fold(part) for part in parts)}


def _compare(library: Library, texts: Texts, literals: Iterable[str]) -> None:
    draw = random.Random(9)
    early = Term("2013", "before")
    dated = set(library.every(Wanted(Query((early,)))))
    for literal in literals:
        other = draw.choice(("遂昌", "山县遂", "县"))
        one, two = Term(literal), Term(other)
        right, with_other = _right(texts, literal), _right(texts, other)
        for query, wanted in (
            (Query((one,)), right),
            (Query((one, two)), right & with_other),
            (Query((Either((Query((one,)), Query((two,)))),)), right | with_other),
            (Query((one, two._replace(negated=True))), right - with_other),
            (Query((one, early)), right & dated),
            (Query((Either((Query((one, two)), Query((early,)))),)), right & with_other | dated),
        ):
            every = library.every(Wanted(query))
            assert set(every) == wanted, query
            assert library.number(Wanted(query)) == len(wanted), query
            first = library.first(Wanted(query), 3)
            assert list(first.ids[:3]) == list(every[:3]), query
            assert first.total in (None, len(wanted)), query


@pytest.mark.parametrize("few", [1, 1000])
def test_blocks_tell_what_reading_tells(
    texts: Texts, library: Library, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(finding, "_FEW", few)
    _compare(library, texts, _literals(texts))


def test_what_is_common_or_stands_nowhere_is_told_by_blocks_alone(texts: Texts, library_dir: Path) -> None:
    reader = Reader(library_dir)
    for literal in ("遂昌", "昌县山", "遂昌县山县遂", "县县县县县县"):
        with reader.steady():
            found = common.holding(reader, literal)
        assert found is not None
        assert {id for id, flag in enumerate(found) if flag} == _right(texts, literal)
    with reader.steady():
        assert common.holding(reader, "a最") is None, "it is for the index, which is quick at what is rare"
    reader.close()


def test_articles_that_changed_or_went_are_told_as_they_are_now(
    texts: Texts, store: Store, put: Callable[..., int], library_dir: Path
) -> None:
    draw = random.Random(10)
    for number in (3, 4, 70, 90, 200, 201):
        title, text = "遂昌", _text(draw)
        texts[put(text, f"/{number}", title=title)] = title, text
    for id in (7, 8, max(texts)):
        with store.transaction():
            store.delete(id)
        del texts[id]
    for _ in range(2):
        with Library.open(library_dir) as library:
            _compare(library, texts, _literals(texts))
        store.tidy()


def test_blocks_that_are_made_again_tell_what_is_now(
    texts: Texts, store: Store, put: Callable[..., int], library: Library
) -> None:
    for number in range(20):
        texts[put("昌遂昌遂", f"/{number}", title="山")] = "山", "昌遂昌遂"
    _compare(library, texts, ("昌遂昌遂", "遂昌", "县遂"))
    store.tidy()
    assert Reader(store.directory).changed() == sorted(id for id in texts if id >= 2 * bits.SIZE)
    _compare(library, texts, ("昌遂昌遂", "遂昌", "县遂"))


def test_what_is_broken_off_leaves_the_blocks_as_they_were(
    texts: Texts, store: Store, put: Callable[..., int], library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        texts[put("昌遂昌遂", f"/{number}", title="山")] = "山", "昌遂昌遂"
    with monkeypatch.context() as broken:
        broken.setattr(blocks, "seal", _broken_off)
        with pytest.raises(RuntimeError):
            store.tidy()
    _compare(library, texts, ("昌遂昌遂", "遂昌", "县遂"))


def _broken_off(*_: object) -> None:
    raise RuntimeError


def test_an_older_library_asks_the_index_until_its_phrases_are_kept(
    texts: Texts, store: Store, library_dir: Path
) -> None:
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        forget_phrases(connection)
        before = next(at for at, step in enumerate(schema.MIGRATIONS) if "phrase_block" in step[0])
        connection.execute(f"PRAGMA user_version = {before}")
    with Library.open(library_dir) as library:
        _compare(library, texts, _literals(texts))
    assert _told(library_dir) == [False, False]
    with Store(library_dir) as again:
        again.tidy()
    assert _told(library_dir) == [True, True]
    with Library.open(library_dir) as library:
        _compare(library, texts, _literals(texts))


def _told(library_dir: Path) -> list[bool]:
    """Whether each block that is kept has its phrases."""
    reader = Reader(library_dir)
    rows = reader.all("SELECT block IN (SELECT block FROM phrase_block) FROM facet_block ORDER BY block")
    reader.close()
    return [bool(row[0]) for row in rows]


def test_the_index_is_not_asked_for_what_blocks_tell(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members, "flags_of", _broken_off)
    monkeypatch.setattr(finding, "flags_of", _broken_off)
    assert library.every(Wanted(Query((Term("遂昌"), Term("县山")))))

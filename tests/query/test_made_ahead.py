"""What a library keeps from one question to the next, and what it reads only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from shanqu.model import Fact
from shanqu.query import Library
from shanqu.store.leading import texts

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)


def _tax(text: str, printed: str, code: str, place: str, value: float) -> Fact:
    at = text.index(printed)
    return Fact(
        at, at + len(printed), printed, "税收", "level", text, 0, len(text), value, unit="元", place=place,
        code=code, period="2021年", period_norm="2021",
    )  # fmt: skip


def _told(put: Callable[..., int], path: str, amount: int) -> None:
    text = f"遂昌2021年税收{amount}亿元,甲乙纸业在遂昌。"
    put(text, path, SUICHANG, FIRM, facts=(_tax(text, f"{amount}亿元", "331123", "遂昌县", amount * 1e8),))


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    _told(put, "/1", 1)
    text = "仙居2021年税收2亿元。"
    put(text, "/2", XIANJU, facts=(_tax(text, "2亿元", "331024", "仙居县", 2e8),))
    with Library.open(library_dir) as opened:
        yield opened


def _taxes(library: Library, *keys: str) -> list[list[str]]:
    (row,) = (row for row in library.matrix(keys).rows if row.label == "税收")
    return [[figure.text for figure in cell.figures] for cell in row.cells]


def test_a_column_is_the_same_wherever_it_stands_and_made_ahead(library: Library) -> None:
    library.prepare("331024")
    assert _taxes(library, "331123", "331024") == [["1亿元"], ["2亿元"]]
    assert _taxes(library, "331024", "331123") == [["2亿元"], ["1亿元"]]
    with pytest.raises(KeyError):
        library.prepare("nowhere")


def test_what_is_kept_of_a_column_goes_with_what_is_written_and_corrected(
    library: Library, put: Callable[..., int]
) -> None:
    assert _taxes(library, "331123") == [["1亿元"]]
    before = library.overview()
    assert library.overview() is before
    _told(put, "/3", 9)
    assert sorted(_taxes(library, "331123")[0]) == ["1亿元", "9亿元"]
    (now,) = (row for row in library.overview() if row.code == "331123")
    assert now.articles == 2
    article = library.rows([3])[0].id
    wrong = library.facts_of(article)[0]
    library.corrections.wrong(wrong.statement)
    assert _taxes(library, "331123") == [["1亿元"]]
    assert library.wrong_places() == {(article, wrong.fact.start)}


def test_the_sentences_that_name_an_entity_are_read_in_part(
    library: Library, put: Callable[..., int]
) -> None:
    put("甲乙纸业很大。甲乙纸业与甲乙纸业。", "/3", FIRM, published="2023-01-01")
    firm = library.find_entity("甲乙纸业")
    assert firm is not None
    found = library.evidence(firm)
    assert len(found) == 3
    assert [one.text for one in found[:2]] == ["甲乙纸业很大。", "甲乙纸业与甲乙纸业。"]
    assert found[1].hits == ((0, 4), (5, 9))
    assert [one.text for one in found][2] == found[2].text


def test_contexts_come_one_after_the_other(library: Library) -> None:
    place = library.find_entity("遂昌")
    assert place is not None
    coming = library.kwic_lines("遂昌", place, 8)
    assert [line.hit for line in islice(coming, 1)] == ["遂昌"]
    assert [line.hit for line in coming] == ["遂昌"]


def test_the_first_entries_of_a_profile_are_those_of_the_whole(
    library: Library, put: Callable[..., int]
) -> None:
    for number in range(5):
        firm = ("company", f"第{number}纸业", f"第{number}纸业", None)
        for copy in range(number + 1):
            put(f"第{number}纸业在遂昌。", f"/{number}/{copy}", SUICHANG, firm)
    place = library.find_entity("遂昌")
    assert place is not None
    whole = {section.key: section.items for section in library.profile(place).sections}
    first = {section.key: section.items for section in library.profile(place, made=2).sections}
    assert first == {key: items[:2] for key, items in whole.items()}


def test_texts_are_counted_without_their_reprints() -> None:
    copies = {2: 1, 3: 1, 5: 4}
    assert texts({1, 2, 3}, copies) == 1
    assert texts({2, 3}, copies) == 1
    assert texts({3, 5, 6}, copies) == 3
    assert texts(set(), copies) == 0

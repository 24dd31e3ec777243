"""Which entities sentences name together with one: of the most texts first, as the user has corrected them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.query import Library

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
FIRM = ("company", "甲乙纸业公司", "甲乙纸业公司", None)
GROUP = ("company", "丙丁集团", "丙丁集团", None)
TRADE = ("industry", "造纸业", "造纸业", None)
_NAMED = (SUICHANG, XIANJU, FIRM, GROUP, TRADE)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    put("遂昌造纸业有甲乙纸业公司。遂昌靠造纸业。", "/1", *_NAMED)
    put("遂昌的丙丁集团在造纸业很强。仙居没有。", "/2", *_NAMED)
    put("去年仙居造纸业关停,今年重开。", "/3", *_NAMED)
    with Library.open(library_dir) as opened:
        yield opened


def _id(library: Library, name: str) -> int:
    found = library.find_entity(name)
    assert found is not None
    return found


def _near(library: Library, name: str, *kinds: str, limit: int = 30) -> list[tuple[str, int, int]]:
    found = library.neighbours(_id(library, name), kinds, limit)
    return [(pair.second_name, pair.texts, pair.together) for pair in found]


def test_the_most_texts_come_first_then_the_most_sentences(library: Library) -> None:
    assert _near(library, "造纸业")[:2] == [("遂昌县", 2, 3), ("甲乙纸业公司", 1, 1)]
    assert _near(library, "造纸业", "place") == [("遂昌县", 2, 3), ("仙居县", 1, 1)]


def test_a_few_are_the_first_of_all(library: Library) -> None:
    whole = _near(library, "造纸业")
    assert [_near(library, "造纸业", limit=most) for most in range(1, 5)] == [
        whole[:most] for most in range(1, 5)
    ]


def test_copies_of_a_text_count_once_even_where_they_are_many(
    library: Library, put: Callable[..., int]
) -> None:
    for number in range(20):
        put("去年仙居造纸业关停,今年重开。", f"/copy{number}", *_NAMED)
    assert _near(library, "造纸业", "place", limit=1) == [("遂昌县", 2, 3)]


def test_what_the_user_has_merged_is_one_neighbour(library: Library) -> None:
    firm, group = (library.name_of(_id(library, name)) for name in ("甲乙纸业公司", "丙丁集团"))
    library.corrections.merge(group, firm)
    assert _near(library, "造纸业", "company", limit=1) == [("甲乙纸业公司", 2, 2)]
    assert _near(library, "丙丁集团") == [("遂昌县", 2, 2), ("造纸业", 2, 2)]


def test_what_the_user_has_hidden_is_no_neighbour(library: Library) -> None:
    library.corrections.hide(library.name_of(_id(library, "遂昌县")))
    assert "遂昌县" not in {name for name, *_ in _near(library, "造纸业")}


def test_of_two_neighbours_each_has_the_other(library: Library) -> None:
    assert ("造纸业", 1, 1) in _near(library, "仙居县") and ("仙居县", 1, 1) in _near(library, "造纸业")

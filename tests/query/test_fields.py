"""What the fields of the search language ask for, on one small library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shanqu.model import Fact
from shanqu.query import Library, parse

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
ACME = ("company", "甲乙纸业", "甲乙纸业有限公司", None)


def _money(value: float | None, *, low: float | None = None, unit: str = "元") -> Fact:
    return Fact(0, 2, "若干", "总投资", "level", "若干", 0, 2, value, low, unit=unit)


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path, tmp_path: Path) -> Iterator[Library]:
    text = "遂昌的纸业很强。甲乙纸业在遂昌。" * 20
    put(text, "/1", SUICHANG, ACME, title="纸业", published="2021-07", facts=(_money(16e8),))
    put(
        "玩具厂。",
        "/2",
        title="玩具纸业",
        published="2024-09-26",
        facts=(_money(None, low=5e8, unit="元/年"),),
    )
    put(text, "/3", title="又是纸业", facts=(_money(16e8, unit="平方米"),))
    with Library.open(library_dir, tmp_path / "notes.sqlite") as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("body:纸业", {1, 3}),
        ("标题:玩具 正文:玩具", {2}),
        ("title:玩具 OR county:遂昌", {1, 2}),
        ("-(title:玩具 OR county:遂昌)", {3}),
        ("kind:company", {1}),
        ("种类:企业", {1}),
        ("kind:level", {1, 2, 3}),
        ("amount>10亿", {1}),
        ("amount>=16亿", {1}),
        ("金额<6亿", {2}),
        ("amount:5亿", {2}),
        ("has:amount", {1, 2}),
        ("is:duplicate", {1, 3}),
        ("is:undated", {3}),
        ("after:2024", {2}),
        ("before:2024-09-26", {1}),
        ("year:2021-2024", {1, 2}),
        ("is:starred", set()),
        ("-is:starred", {1, 2, 3}),
        ("is:gone", set()),
        ("遂昌 NEAR/1 纸", {1, 3}),
        ("遂昌 NEAR/0 纸", set()),
    ],
)
def test_a_field_asks_for_what_it_is_called(library: Library, text: str, ids: set[int]) -> None:
    assert set(library.search(parse(text))) == ids


def test_many_words_and_long_ones_are_no_trouble(library: Library) -> None:
    assert library.search(parse(" OR ".join(f"词{number}" for number in range(600)))) == ()
    assert library.search(parse("纸业很强。" * 300)) == ()
    assert library.search(parse("(" * 15 + "玩具" + ")" * 15)) == (2,)


def test_articles_are_counted_by_site_year_and_kind_with_those_that_have_none(library: Library) -> None:
    counted = {(one.field, one.value): one.articles for one in library.buckets()}
    assert counted == {
        ("site", None): 3, ("year", "2024"): 1, ("year", "2021"): 1, ("year", None): 1,
        ("kind", "place"): 1, ("kind", "company"): 1,
    }  # fmt: skip
    assert [one.value for one in library.buckets([2, 3]) if one.field == "year"] == ["2024", None]

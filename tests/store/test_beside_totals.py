"""How many articles name a place and another thing in one sentence is counted while writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shanqu.store import database_path, schema
from shanqu.store.writer import Store

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
OTHER = ("company", "丙丁化工", "丙丁化工", None)


@pytest.fixture
def totals(library_dir: Path) -> Callable[[], dict[tuple[str, str], int]]:
    def read() -> dict[tuple[str, str], int]:
        with closing(sqlite3.connect(database_path(library_dir))) as connection:
            kept = _rows(connection, "SELECT place, other, articles FROM beside_total")
            counted = _rows(
                connection, "SELECT place, other, count(*) FROM beside GROUP BY place, kind, other"
            )
            assert kept == counted
            return kept

    return read


def _rows(connection: sqlite3.Connection, sql: str) -> dict[tuple[str, str], int]:
    names = dict(connection.execute("SELECT id, canonical FROM entity"))
    return {(names[place], names[other]): number for place, other, number in connection.execute(sql)}


@pytest.fixture
def written(put: Callable[..., int]) -> Iterator[list[int]]:
    named = (SUICHANG, XIANJU, FIRM, OTHER)
    yield [
        put("遂昌的甲乙纸业很大。仙居的丙丁化工也大。", "/1", *named),
        put("遂昌的甲乙纸业。甲乙纸业又在遂昌。", "/2", *named),
        put("遂昌没有丙丁化工。仙居有。", "/3", *named),
    ]


def test_articles_are_counted_once_however_often_they_say_it(
    written: list[int], totals: Callable[[], dict[tuple[str, str], int]]
) -> None:
    assert totals() == {
        ("遂昌县", "甲乙纸业"): 2,
        ("仙居县", "丙丁化工"): 1,
        ("遂昌县", "丙丁化工"): 1,
    }


def test_an_article_that_is_read_again_counts_as_it_says_now(
    written: list[int], put: Callable[..., int], totals: Callable[[], dict[tuple[str, str], int]]
) -> None:
    put("遂昌无事。", "/2", SUICHANG, FIRM)
    assert totals()["遂昌县", "甲乙纸业"] == 1
    put("遂昌无事。", "/1", SUICHANG, FIRM)
    assert ("遂昌县", "甲乙纸业") not in totals()


def test_an_older_library_is_counted_when_it_is_brought_up_to_date(
    written: list[int], store: Store, library_dir: Path, totals: Callable[[], dict[tuple[str, str], int]]
) -> None:
    before = totals()
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        for name in ("count_beside", "discount_beside"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DROP TABLE beside_total")
        connection.executescript(next(one[0] for one in schema.MIGRATIONS if "beside_total" in one[0]))
    assert totals() == before

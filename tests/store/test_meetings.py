"""What sentences name together is kept and counted while writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from made_up import article_of, forget_copy_places, reading_of
from shanqu.model import Extraction, Mention
from shanqu.store import database_path, schema
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
XIANJU = ("place", "仙居", "仙居县", "331024")
FIRM = ("company", "甲乙纸业", "甲乙纸业", None)
OTHER = ("company", "丙丁化工", "丙丁化工", None)

Totals = Callable[[], dict[tuple[str, str], tuple[int, int]]]


@pytest.fixture
def totals(library_dir: Path) -> Totals:
    """For each two entities in how many articles and sentences they meet."""

    def read() -> dict[tuple[str, str], tuple[int, int]]:
        with closing(sqlite3.connect(database_path(library_dir))) as connection:
            kept = _rows(connection, "SELECT entity, other, articles, sentences FROM met_total")
            counted = _rows(
                connection,
                "SELECT entity, other, count(*), sum(sentences) FROM met GROUP BY entity, kind, other",
            )
            assert kept == counted
            return kept

    return read


def _rows(connection: sqlite3.Connection, sql: str) -> dict[tuple[str, str], tuple[int, int]]:
    names = dict(connection.execute("SELECT id, canonical FROM entity"))
    return {
        (names[one], names[other]): (articles, sentences)
        for one, other, articles, sentences in connection.execute(sql)
    }


def _both(found: dict[tuple[str, str], tuple[int, int]]) -> dict[tuple[str, str], tuple[int, int]]:
    return found | {(other, one): counts for (one, other), counts in found.items()}


@pytest.fixture
def written(put: Callable[..., int]) -> Iterator[list[int]]:
    named = (SUICHANG, XIANJU, FIRM, OTHER)
    yield [
        put("遂昌的甲乙纸业很大。仙居的丙丁化工也大。", "/1", *named),
        put("遂昌的甲乙纸业。甲乙纸业又在遂昌。", "/2", *named),
        put("甲乙纸业买丙丁化工,丙丁化工卖甲乙纸业。仙居有。", "/3", *named),
    ]


def test_each_stands_with_the_other_once_a_sentence_however_often_it_names_them(
    written: list[int], totals: Totals
) -> None:
    assert totals() == _both(
        {("遂昌县", "甲乙纸业"): (2, 3), ("仙居县", "丙丁化工"): (1, 1), ("甲乙纸业", "丙丁化工"): (1, 1)}
    )


def test_an_article_that_is_read_again_counts_as_it_says_now(
    written: list[int], put: Callable[..., int], totals: Totals
) -> None:
    put("遂昌无事。", "/2", SUICHANG, FIRM)
    assert totals()["遂昌县", "甲乙纸业"] == (1, 1)
    put("遂昌无事。", "/1", SUICHANG, FIRM)
    assert ("遂昌县", "甲乙纸业") not in totals()


def test_an_article_that_is_taken_out_counts_no_more(
    written: list[int], store: Store, totals: Totals
) -> None:
    with store.transaction():
        for number in written:
            store.delete(number)
    assert totals() == {}


def test_who_reports_is_with_nobody_but_has_others_around(store: Store, totals: Totals) -> None:
    text = "记者 张三 遂昌报道。"
    mentions = (
        Mention("person", 3, 5, "张三", "张三", None, "reporter"),
        Mention("place", 6, 8, "遂昌", "遂昌县", "331123"),
    )
    with store.transaction():
        store.write(Analysed(article_of(text), Extraction(mentions, ())), rules=1, reading=reading_of)
    assert totals() == {("张三", "遂昌县"): (1, 1)}


def test_in_a_long_list_of_names_only_places_stand_with_the_others(
    put: Callable[..., int], totals: Totals
) -> None:
    firms = [f"第{number}厂" for number in range(70)]
    named = [("company", firm, firm, None) for firm in firms]
    put("、".join(["遂昌", *firms]) + "。", "/list", SUICHANG, *named)
    assert totals() == _both({("遂昌县", firm): (1, 1) for firm in firms})


def test_an_older_library_has_it_counted_when_it_is_brought_up_to_date(
    written: list[int], store: Store, library_dir: Path, totals: Totals
) -> None:
    before = totals()
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        forget_copy_places(connection)
        older = next(at for at, step in enumerate(schema.MIGRATIONS) if "regrouped" in step[0])
        connection.execute(f"PRAGMA user_version = {older}")
    Store(library_dir).close()
    assert totals() == before

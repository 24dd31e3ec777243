"""Libraries of older formats are brought up to date, with all that is in them."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest

from made_up import article_of, holding
from shanqu.model import Fact
from shanqu.query import Library, parse
from shanqu.store import LibraryOutdatedError, Reader, database_path, schema, upgrade
from shanqu.store.codec import encode_article, encode_fact
from shanqu.text.fold import fold


@pytest.fixture
def old_library(library_dir: Path) -> Path:
    """A library of the first format with two articles, an entity and a fact."""
    library_dir.mkdir()
    connection = sqlite3.connect(database_path(library_dir))
    connection.executescript(schema.MIGRATIONS[0][0])
    for number, text in ((1, "遂昌县发展。"), (2, "蕞大的ABC厂。")):
        article = article_of(text, f"/{number}", f"题{number}")
        connection.execute(
            "INSERT INTO article VALUES (?, ?, '', ?, 1, ?, NULL, NULL, NULL, NULL, 1, 1, '[]', 0, ?)",
            (number, f"/{number}", article.page.sha256, article.title, number),
        )
        connection.execute(
            "INSERT INTO content VALUES (?, ?, ?, '', '')", (number, text, encode_article(article))
        )
    connection.execute("INSERT INTO entity VALUES (1, 'place', '遂昌县', '331123', 'suichang', 'sc')")
    connection.execute("INSERT INTO naming VALUES (1, 1, 3)")
    fact = Fact(0, 1, "x", "总投资", "level", "x", 0, 1, 16e8, unit="元")
    connection.execute("INSERT INTO fact VALUES (2, '', '总投资', ?)", (encode_fact(fact),))
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return library_dir


def test_an_older_library_is_brought_up_to_date_when_it_is_opened(old_library: Path) -> None:
    with pytest.raises(LibraryOutdatedError, match="older format"):
        Reader(old_library)
    with Library.open(old_library) as library:
        assert library.search(parse("遂昌")) == (1,)
        assert library.search(parse("最大的abc")) == (2,)
        assert library.search(parse("amount>15亿")) == (2,)
        assert [(row.canonical, row.articles, row.mentions) for row in library.facets()] == [("遂昌县", 1, 3)]
        assert library.hits(parse("最大"))[0].snippet == "蕞大的ABC厂。"
    reader = Reader(old_library)
    assert holding(reader, "题2") == {2}
    reader.close()


def test_a_change_of_folding_comes_with_a_step_that_fills_the_index_again() -> None:
    # Texts are in the index as they were folded then. If this fails, add a step with `upgrade.refill` to
    # `schema.MIGRATIONS`, and put the new numbers here.
    every_char = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x30000))))
    filled = sum(change is upgrade.refill for _before, change, _after in schema.MIGRATIONS)
    assert (filled, zlib.crc32(fold(every_char).encode())) == (1, 388978709)

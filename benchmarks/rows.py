"""Opening and moving in lists of very many rows: a library of N articles and entities without texts.

    python benchmarks/rows.py [N ...] [--folder DIR]

For each N (default 100000 1000000) a library is filled with rows of made-up titles, sites, dates and names, and opened.
Times are CPU milliseconds; those of the browser are taken in a pseudo-terminal.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from painting import print_painting

from shanqu.model import Article, Block, Page, Role
from shanqu.query import Library, Wanted, parse
from shanqu.store.codec import encode_article
from shanqu.store.connect import database_path
from shanqu.store.grams import grams
from shanqu.store.writer import Store
from shanqu.ui.seeker import Question, answers, answers_for_first_frame

_WORDS = (
    "产业",
    "发展",
    "工业",
    "经济",
    "投资",
    "项目",
    "企业",
    "遂昌",
    "龙游",
    "景宁",
    "特种纸",
    "竹木",
    "医疗器械",
)
_SITES = [f"某某网{number}" for number in range(300)]


def fill(folder: Path, number: int) -> None:
    """Rows of articles, an entity for each second of them, and two namings for each."""
    Store(folder).close()
    draw = random.Random(1)
    with sqlite3.connect(database_path(folder)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.executemany(
            "INSERT INTO article (id, path, sha256, rules, title, site, published, chars, kept, places, shape, reprints)"
            " VALUES (?, ?, ?, 1, ?, ?, ?, 2000, 1800, '[]', 0, ?)",
            _articles(draw, number),
        )
        connection.execute("INSERT INTO text SELECT id, title FROM article")
        connection.execute("INSERT INTO content SELECT id, title, ? FROM article", (_record(),))
        connection.executemany(
            "INSERT INTO fulltext (rowid, body, title) VALUES (?, '', ?)", _tokens(connection)
        )
        connection.executemany(
            "INSERT INTO entity (id, kind, canonical, pinyin, initials, named_articles, named_times)"
            " VALUES (?, 'company', ?, 'x', 'x', 4, 4)",
            ((id, f"第{id}有限公司") for id in range(1, number // 2 + 1)),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO naming VALUES (?, ?, 1)",
            ((draw.randint(1, number // 2), id) for id in range(1, number + 1) for _ in range(2)),
        )
        connection.execute("PRAGMA optimize")
    connection.close()


def _articles(draw: random.Random, number: int) -> Iterator[tuple[object, ...]]:
    for id in range(1, number + 1):
        title = "".join(draw.choices(_WORDS, k=4)) + str(id)
        day = f"{draw.randint(2010, 2024)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield id, f"/rows/{id}.txt", f"{id:064x}", title, draw.choice(_SITES), day if id % 20 else None, id


def _record() -> str:
    page = Page("", "", "utf-8", "")
    return encode_article(Article(page, (Block(0, 1, Role.BODY, "made up"),)))


def _tokens(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for id, title in connection.execute("SELECT id, title FROM article"):
        yield id, grams(title)


def ask(folder: Path) -> None:
    """Print what the answers behind the screen take."""
    with Library.open(folder, folder / "notes") as library:
        everything = Question(Wanted(), True)
        _print("first frame", lambda: answers_for_first_frame(library, everything))
        _print("summary", library.summary)
        for word in ("特种纸", "产业", "遂昌 龙游", "year:2020", "site:某某网7", "-产业", "is:undated"):
            wanted = Wanted(parse(word))
            told = answers(library, Question(wanted, False))
            _print(f"{word}: first answer", lambda told=told: next(told))  # type: ignore[misc]
            _print(f"{word}: the rest", lambda told=told: next(told))  # type: ignore[misc]


def _print(what: str, action: Callable[[], object]) -> None:
    clock = time.process_time()
    action()
    print(f"  {what:32}{(time.process_time() - clock) * 1000:9.1f} ms", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for number in options.numbers:
            folder = (options.folder or Path(temporary)) / str(number)
            print(f"{number} rows")
            if not (folder / "library").exists():
                fill(folder / "library", number)
            ask(folder / "library")
            print_painting(folder)


if __name__ == "__main__":
    main()

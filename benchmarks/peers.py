"""Other ways to search the same texts, in the same run: FTS5 with trigrams, and tantivy with pairs of characters."""

from __future__ import annotations

import importlib.util
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

_EACH = 30
_LENGTHS = (2, 3, 5)


def print_peers(folder: Path) -> None:
    """Build both indexes and print their rates, their sizes and how long exact number and first 50 take."""
    lines = (folder / "texts").read_text("utf-8").split("\n")[:-1]
    size = (folder / "texts").stat().st_size
    words = _words(lines)
    with tempfile.TemporaryDirectory() as temporary:
        _trigrams(Path(temporary), lines, size, words)
        if importlib.util.find_spec("tantivy"):
            _tantivy(Path(temporary) / "tantivy", lines, size, words)


def _words(lines: Sequence[str]) -> dict[int, list[str]]:
    draw = random.Random(4)
    found: dict[int, list[str]] = {}
    for length in _LENGTHS:
        while len(found.setdefault(length, [])) < _EACH:
            text = draw.choice(lines)
            at = draw.randrange(len(text) - length)
            if (word := text[at : at + length]).isalnum():
                found[length].append(word)
    return found


def _tell(
    name: str,
    seconds: float,
    lines: Sequence[str],
    share: float,
    words: dict[int, list[str]],
    ask: Callable[[str], object],
) -> None:
    print(
        f"  {name}: {len(lines) / seconds:.0f} articles/s of CPU, index {share:.2f} of the texts; number and 50:",
        end="",
    )
    for length, asked in words.items():
        times = []
        for word in asked:
            clock = time.process_time()
            ask(word)
            times.append((time.process_time() - clock) * 1000)
        times.sort()
        print(
            f"  {length}: {statistics.median(times):.1f} / {times[round(0.95 * (len(times) - 1))]:.1f}",
            end="",
        )
    print()


def _trigrams(folder: Path, lines: Sequence[str], size: int, words: dict[int, list[str]]) -> None:
    connection = sqlite3.connect(folder / "trigram.sqlite")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='trigram')")
    clock = time.process_time()
    with connection:
        connection.executemany("INSERT INTO t (rowid, body) VALUES (?, ?)", enumerate(lines, 1))
    spent = time.process_time() - clock

    def ask(word: str) -> object:
        match = f'"{word}"'
        count = connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (match,)).fetchone()
        return count, connection.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT 50", (match,)
        ).fetchall()

    _tell(
        "FTS5 trigram (no hits for 2)",
        spent,
        lines,
        (folder / "trigram.sqlite").stat().st_size / size,
        words,
        ask,
    )
    connection.close()


def _tantivy(folder: Path, lines: Sequence[str], size: int, words: dict[int, list[str]]) -> None:
    import tantivy

    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace")
    builder.add_integer_field("number", stored=True, fast=True)
    index = tantivy.Index(builder.build(), path=str(folder))
    clock = time.process_time()
    writer = index.writer(64_000_000, 1)
    for number, line in enumerate(lines):
        writer.add_document(tantivy.Document(body=" ".join(map("".join, pairwise(line))), number=number))
    writer.commit()
    writer.wait_merging_threads()
    spent = time.process_time() - clock
    index.reload()
    searcher = index.searcher()

    def ask(word: str) -> object:
        terms: list[str | tuple[int, str]] = ["".join(pair) for pair in pairwise(word)]
        query = (
            tantivy.Query.phrase_query(index.schema, "body", terms)
            if len(terms) > 1
            else tantivy.Query.term_query(index.schema, "body", word)
        )
        return searcher.search(query, 50, count=True)

    _tell(
        "tantivy, pairs",
        spent,
        lines,
        sum(file.stat().st_size for file in folder.iterdir()) / size,
        words,
        ask,
    )

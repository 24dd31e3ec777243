"""How the library grows: build rate, size, memory, and how long searching, counting and painting take.

    python benchmarks/scale.py [N ...] [--folder DIR] [--peers] [--no-check] [--characters LENGTH]

For each N (default 1000 10000) a library of N made-up articles of 2,000 characters (or LENGTH) is built (or taken from DIR, if it
is there already; what is missing is added) and asked. Times are CPU milliseconds of this process; `ripgrep` reads the
same texts from one file of an article a line. With `--peers` FTS5's trigrams and tantivy index the same texts in the same run. The sets of
articles found are compared with those that reading every text finds, unless `--no-check`.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import which
from typing import NamedTuple

from building import build, stored
from corpus import CHARACTERS
from peers import print_peers

from shanqu.query import Library, Wanted, parse
from shanqu.text.fold import fold

PAGE = 50
_EACH = 60


class Asked(NamedTuple):
    """A query, its class, and what an article must hold (all of `words`, none of `without`)."""

    kind: str
    text: str
    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    any_of: bool = False


def queries(texts: Sequence[str]) -> Iterator[Asked]:
    """Queries of every class, out of the texts, so that common ones are asked for as often as they stand there."""
    draw = random.Random(3)

    def piece(text: str, length: int) -> str:
        while True:
            at = draw.randrange(len(text) - length)
            if text[at : at + length].isalnum():
                return text[at : at + length]

    for _ in range(_EACH):
        text = draw.choice(texts)
        for kind, length in (
            ("1 character", 1),
            ("2 characters", 2),
            ("3 characters", 3),
            ("4+ characters", draw.randint(4, 6)),
        ):
            word = piece(text, length)
            yield Asked(kind, f'"{word}"', (word,))
        one, other, third = piece(text, 2), piece(text, 2), piece(draw.choice(texts), 2)
        yield Asked("AND", f'"{one}" "{other}"', (one, other))
        yield Asked("OR", f'"{one}" OR "{third}"', (one, third), any_of=True)
        yield Asked("without", f'"{one}" -"{third}"', (one,), (third,))


def holds(text: str, asked: Asked) -> bool:
    """Whether a folded text fulfils it."""
    joined = any if asked.any_of else all
    return joined(fold(word) in text for word in asked.words) and not any(
        fold(word) in text for word in asked.without
    )


class Times:
    """CPU milliseconds by class of query."""

    def __init__(self) -> None:
        self._held: dict[str, list[float]] = {}

    def take(self, kind: str, action: Callable[[], object]) -> object:
        clock = time.process_time()
        result = action()
        self._held.setdefault(kind, []).append((time.process_time() - clock) * 1000)
        return result

    def add(self, kind: str, milliseconds: float) -> None:
        self._held.setdefault(kind, []).append(milliseconds)

    def shown(self, kind: str) -> str:
        values = sorted(self._held.get(kind, [0.0]))
        p95 = values[round(0.95 * (len(values) - 1))]
        return f"{statistics.median(values):8.1f}{p95:8.1f}"

    def p95(self, kind: str) -> float:
        values = sorted(self._held.get(kind, [0.0]))
        return values[round(0.95 * (len(values) - 1))]


def ask(folder: Path, *, check: bool) -> None:
    """Print how long the answers take, and whether they are right."""
    lines = (folder / "texts").read_text("utf-8").split("\n")[:-1]
    asked = list(queries(random.Random(5).sample(lines, min(len(lines), 200))))
    page, counted, grep, facets = Times(), Times(), Times(), Times()
    with Library.open(folder / "library", folder / "notes") as library:
        library.every(Wanted(parse("县")))
        found_first = [page.take(one.kind, lambda one=one: _page(library, parse(one.text))) for one in asked]  # type: ignore[misc]
        # Not each at once after the other: what is still known of a question would spare the second half of the work.
        for one, found in zip(asked, found_first, strict=True):
            query = parse(one.text)
            counted.take(one.kind, lambda query=query: _page_with_snippets(library, query))  # type: ignore[misc]
            every = library.every(Wanted(query))
            facets.take(one.kind, lambda every=every: (library.leading(every), library.buckets(every)))  # type: ignore[misc]
            assert found in (None, len(every)) and library.number(Wanted(query)) == len(every), one
        if which("rg"):
            for one in asked:
                grep.add(one.kind, ripgrep(folder / "texts", one))
        print(
            f"  {'CPU ms (p50, p95)':18}{'first page':>16}{'+ number, text':>16}{'facets':>16}{'ripgrep':>16}{'p95/rg':>8}"
        )
        for kind in dict.fromkeys(one.kind for one in asked):
            ratio = counted.p95(kind) / grep.p95(kind) if grep.p95(kind) else 0
            print(
                f"  {kind:18}{page.shown(kind)}{counted.shown(kind)}{facets.shown(kind)}{grep.shown(kind)}{ratio:8.2f}"
            )
        if check:
            compare(library, lines, asked)


def _page(library: Library, query: object) -> int | None:
    found = library.first(Wanted(query), PAGE)  # type: ignore[arg-type]
    library.rows(found.ids[:PAGE])
    return found.total


def _page_with_snippets(library: Library, query: object) -> None:
    found = library.first(Wanted(query), PAGE)  # type: ignore[arg-type]
    if found.total is None:
        library.number(Wanted(query))  # type: ignore[arg-type]
    library.snippets(query, found.ids[:PAGE])  # type: ignore[arg-type]


def compare(library: Library, lines: Sequence[str], asked: Sequence[Asked]) -> None:
    """Tell how many queries find just what reading every text finds."""
    ids = {row.path: row.id for start in range(0, len(lines), 1000)
           for row in library.rows(range(start + 1, start + 1001))}  # fmt: skip
    order = [ids[path] for path in sorted(ids)]
    wanted = [array("q") for _ in asked]
    for id, line in zip(order, lines, strict=True):
        text = fold(line)
        for held, one in zip(wanted, asked, strict=True):
            if holds(text, one):
                held.append(id)
    right = sum(
        sorted(library.every(Wanted(parse(one.text)))) == sorted(held)
        for held, one in zip(wanted, asked, strict=True)
    )
    print(f"  {right} of {len(asked)} queries find just what reading every text finds")


def ripgrep(path: Path, asked: Asked) -> float:
    """CPU milliseconds of counting the lines."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    steps = [["rg", "-F", *(part for word in asked.words for part in ("-e", word)), str(path)]] if asked.any_of else [
        ["rg", "-F", word, *([str(path)] if not index else [])] for index, word in enumerate(asked.words)
    ]  # fmt: skip
    steps += [["rg", "-v", "-F", word] for word in asked.without]
    steps[-1].insert(1, "-c")
    source = None
    running = []
    for step in steps:
        running.append(subprocess.Popen(step, stdin=source or subprocess.DEVNULL, stdout=subprocess.PIPE))
        source = running[-1].stdout
    running[-1].communicate()
    for process in running:
        process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def sizes(folder: Path) -> None:
    """Print how large the index and the whole library are, beside the texts."""
    import sqlite3

    texts = (folder / "texts").stat().st_size
    database = folder / "library" / "library.sqlite"
    with sqlite3.connect(database) as connection:
        tables = "('fulltext_data', 'fulltext_idx', 'fulltext_docsize', 'phrase_block')"
        index = sum(
            connection.execute(sql).fetchone()[0] or 0
            for sql in (
                "SELECT sum(length(block)) FROM fulltext_data",
                "SELECT sum(length(sz)) FROM fulltext_docsize",
                "SELECT sum(length(articles) + length(CAST(phrase AS BLOB))) FROM phrase_block",
            )
        )
    print(f"  texts {texts / 1e6:.0f} MB; index {index / texts:.2f} of them ({tables});"
          f" library {database.stat().st_size / texts:.2f} of them")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--no-check", action="store_true")
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for number in options.numbers:
            folder = (options.folder or Path(temporary)) / str(number)
            print(f"{number} articles")
            if stored(folder) < number:
                build(folder, number, options.characters)
            sizes(folder)
            ask(folder, check=not options.no_check)
            sys.stdout.flush()
            subprocess.run([sys.executable, Path(__file__).with_name("painting.py"), folder], check=True)
            if options.peers:
                print_peers(folder)


if __name__ == "__main__":
    main()

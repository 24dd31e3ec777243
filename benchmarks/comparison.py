"""How long each answer of comparison takes: `python benchmarks/comparison.py [ARTICLES] [FOLDER]`.

The library is made up (see `counties.py`) and written without the rules of extraction. A folder that holds such a library already is used again.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from counties import corpus

from shanqu.query import Library
from shanqu.store.writer import Store

# As many as indexing writes at a time.
_BATCH = 64


def build(directory: Path, articles: int) -> None:
    """Write the library."""
    made = corpus(articles)
    with Store(directory) as store:
        while batch := list(islice(made, _BATCH)):
            with store.transaction():
                for one in batch:
                    store.write(one, rules=1, reading=lambda mention: ("x", "x"))


def median(directory: Path, ask: Callable[[Library], object], rounds: int = 7) -> float:
    """Milliseconds of processor time of the median answer: those of the clock tell what else the machine does.

    Each time the library is opened anew, so that nothing is kept from one question to the next.
    """
    times = []
    for _ in range(rounds):
        with Library.open(directory) as library:
            start = time.process_time()
            ask(library)
            times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def questions(library: Library) -> dict[str, Callable[[Library], object]]:
    """What is asked, of the counties that are named most often."""
    often = [one.key for one in sorted(library.columns(), key=lambda one: -one.articles)]
    place = library.find_entity(next(one.name for one in library.columns() if one.key == often[0])) or 0
    (firm,) = library.neighbours(place, ["company"], 1)
    row = library.matrix(often[:2]).rows[-1].key
    return {
        "matrix of 2": lambda held: held.matrix(often[:2]),
        "matrix of 6": lambda held: held.matrix(often[:6]),
        "one cell": lambda held: held.cell(often[:2], row, 0),
        "profile of a county": lambda held: held.profile(place),
        "profile of a company": lambda held: held.profile(firm.second),
        "overview": lambda held: held.overview(),
        "mentions by year": lambda held: held.years(often[:6]),
        "timeline": lambda held: held.events(place),
        "county x industry": lambda held: held.county_industries(),
        "pairs": lambda held: held.pairs(),
        "neighbours": lambda held: held.neighbours(place),
        "concordance, frequent": lambda held: held.kwic("产业园", limit=200),
        "concordance of an entity": lambda held: held.kwic_of(place, limit=200),
        "collocates": lambda held: held.collocates("产业园"),
        "frequency": lambda held: held.frequency("产业园"),
    }


@contextmanager
def library_named() -> Iterator[Path]:
    """The library that the arguments name (number of articles, folder), built where there is none."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary)
        if not Library.exists(directory):
            build(directory, articles)
        yield directory


def main() -> None:
    """Print a line a question."""
    with library_named() as directory:
        with Library.open(directory) as library:
            print(f"{library.summary().articles} articles, milliseconds of processor time")
            asked = questions(library)
        for name, ask in asked.items():
            print(f"{name:28} {median(directory, ask):8.1f}", flush=True)


if __name__ == "__main__":
    main()

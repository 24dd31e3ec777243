"""Building a library of made-up articles, and what it takes.

    python benchmarks/building.py N FOLDER [--characters LENGTH]

It may be ended at any time, also by force: the next start goes on with the first article that is not stored.
"""

from __future__ import annotations

import argparse
import resource
import signal
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain, islice, repeat
from os import SEEK_END
from pathlib import Path
from typing import NamedTuple, TextIO

from corpus import CHARACTERS, Corpus

from shanqu.indexing.own_rules import rules_number
from shanqu.indexing.working import Context, Job, packed, work
from shanqu.model import Mention
from shanqu.store.preparing import Analysed, Prepared, prepare
from shanqu.store.reader import Reader
from shanqu.store.writer import Store

_BATCH = 200
# So many batches are made ahead of the one that is written.
_AHEAD = 3
_SINGLE = 200
_SINGLE_FOLDER = "/single"
_READ = 60


class Spent:
    """CPU seconds by what they were spent on."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {"making": 0.0, "preparing": 0.0, "writing": 0.0, "tidying": 0.0}

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        clock = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] += time.process_time() - clock


class Batch(NamedTuple):
    """Articles ready to be written, their lines in the file of texts, and what they took."""

    ready: list[Prepared]
    lines: list[str]
    seconds: dict[str, float]


def stored(folder: Path) -> int:
    """How many made-up articles the library in this folder holds; one of an older format is brought up to date."""
    if not (folder / "library").exists():
        return 0
    Store(folder / "library").close()
    reader = Reader(folder / "library")
    try:
        return int(reader.one("SELECT count(*) FROM article WHERE path LIKE '/corpus/%'"))
    finally:
        reader.close()


def build(folder: Path, number: int, characters: int = CHARACTERS) -> int:
    """A library of articles of that length and, beside it, the same texts in one file; tells what it took.

    Returns how many articles there are. What is there already stays. Ctrl-C ends it with those that are written.
    """
    spent = Spent()
    folder.mkdir(parents=True, exist_ok=True)
    with Store(folder / "library") as store:
        _take_out_singles(store)
        before = written = stored(folder)
        with _texts(folder / "texts", before) as texts, suppress(KeyboardInterrupt):
            for batch in _batches(before, number, characters):
                for name, seconds in batch.seconds.items():
                    spent.seconds[name] += seconds
                # Before the articles: what is too much of it is cut off by the next start.
                texts.writelines(batch.lines)
                texts.flush()
                with spent.on("writing"), store.transaction():
                    for prepared in batch.ready:
                        store.put(prepared, rules=1)
                written += len(batch.ready)
        with spent.on("tidying"):
            store.tidy()
        slowest = single_adds(store)
    _print_build(spent, written - before, written, slowest, characters)
    return written


def _take_out_singles(store: Store) -> None:
    """Articles that a start before this one added singly when it was ended."""
    with store.transaction():
        for path in store.paths_below(_SINGLE_FOLDER):
            for known in store.known(path).values():
                store.delete(known.id)


@contextmanager
def _texts(path: Path, number: int) -> Iterator[TextIO]:
    """The file of texts, cut off after the first `number`, to be written on. Raises ValueError where it has fewer."""
    path.touch()
    with path.open("rb") as held:
        sizes = [len(line) for line in islice(held, number)]
    if len(sizes) < number:
        raise ValueError(f"{path} has fewer texts than the library has articles")
    with path.open("r+", encoding="utf-8") as texts:
        texts.truncate(sum(sizes))
        texts.seek(0, SEEK_END)
        yield texts


def _batches(start: int, end: int, characters: int) -> Iterator[Batch]:
    """The articles from `start` to `end`, made by another process while this one writes."""
    with ProcessPoolExecutor(1, initializer=_start, initargs=(start, characters)) as maker:
        numbers = (min(_BATCH, end - at) for at in range(start, end, _BATCH))
        ahead: deque[Future[Batch]] = deque(map(maker.submit, repeat(_made), islice(numbers, _AHEAD)))
        try:
            for more in chain(numbers, repeat(0, len(ahead))):
                batch = ahead.popleft().result()
                if more:
                    ahead.append(maker.submit(_made, more))
                yield batch
        finally:
            maker.shutdown(cancel_futures=True)


_articles: Iterator[Analysed] = iter(())


def _start(start: int, characters: int) -> None:
    """In the process that makes articles: step over those that are there."""
    global _articles
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _articles = islice(Corpus(characters=characters).articles(), start, None)


def _made(number: int) -> Batch:
    spent = Spent()
    with spent.on("making"):
        batch = list(islice(_articles, number))
    with spent.on("preparing"):
        ready = [prepare(analysed, _spelled) for analysed in batch]
    return Batch(ready, list(map(_line, batch)), spent.seconds)


def _spelled(mention: Mention) -> tuple[str, str]:
    return "x", "x"


def _line(analysed: Analysed) -> str:
    text = analysed.article.page.text.replace("\n", "\u2028")
    return f"{analysed.article.title}\u2028{text}\n"


def _print_build(spent: Spent, new: int, written: int, slowest: float, characters: int) -> None:
    found = spent.seconds
    store = found["writing"] + found["tidying"]
    if new:
        reading = _reading(characters) * new
        print(f"  built {new} articles, {written} in all: {new / (store + found['preparing']):.0f} a second of CPU;"
              f" making {found['making']:.1f} s, preparing {found['preparing']:.1f} s,"
              f" writing {found['writing']:.1f} s, tidying {found['tidying']:.1f} s")  # fmt: skip
        print(f"  store's share of indexing {store / (store + reading):.0%} (reading, cleaning, extracting and"
              f" preparing take {reading / new * 1000:.1f} ms an article)")  # fmt: skip
    print(
        f"  slowest of {_SINGLE} single adds: {slowest * 1000:.1f} ms of CPU; memory {memory():.0f} MB",
        flush=True,
    )


def _reading(characters: int) -> float:
    """CPU seconds that a file of a text of that length takes away from the store, once all is loaded."""
    context = Context(0, rules_number(0), packed({}))
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for index, analysed in enumerate(islice(Corpus(4, characters).articles(), _READ + 1)):
            path = Path(folder) / f"{index}.txt"
            path.write_text(f"{analysed.article.title}\n\n{analysed.article.page.text}", encoding="utf-8")
            jobs.append(Job(path, {}))
        work(context, jobs[:1])
        clock = time.process_time()
        work(context, jobs[1:])
        return (time.process_time() - clock) / _READ


def single_adds(store: Store) -> float:
    """The longest that one more article takes, each in a transaction of its own."""
    longest = 0.0
    ready = [prepare(one, _spelled) for one in islice(Corpus(seed=2).articles(), _SINGLE + 1)]
    for index, prepared in enumerate(ready):
        path = f"{_SINGLE_FOLDER}/{index}"
        clock = time.process_time()
        with store.transaction():
            id = store.put(prepared._replace(path=path), rules=1)
        if index:  # the first write of a connection makes room for the index
            longest = max(longest, time.process_time() - clock)
        with store.transaction():
            store.delete(id)
    return longest


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    options = parser.parse_args()
    build(options.folder, options.number, options.characters)


if __name__ == "__main__":
    main()

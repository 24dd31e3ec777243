"""Building a library of made-up articles, and what it takes."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from corpus import Corpus

from shanqu.indexing.own_rules import rules_number
from shanqu.indexing.working import Context, Job, packed, work
from shanqu.model import Mention
from shanqu.store.preparing import Analysed, prepare
from shanqu.store.writer import Store

_BATCH = 200
_SINGLE = 200
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


def build(folder: Path, number: int) -> int:
    """A library and, beside it, the same texts in one file; tells what it took, and how many articles there are.

    Ctrl-C ends it with those that are written.
    """
    spent = Spent()
    written = 0
    with Store(folder / "library") as store, (folder / "texts").open("w", encoding="utf-8") as texts:
        articles = Corpus().articles(number)
        with suppress(KeyboardInterrupt):
            while batch := _batch(articles, spent):
                with spent.on("preparing"):
                    ready = [prepare(analysed, _spelled) for analysed in batch]
                with spent.on("writing"), store.transaction():
                    for prepared in ready:
                        store.put(prepared, rules=1)
                written += len(batch)
                texts.writelines(map(_line, batch))
        with spent.on("tidying"):
            store.tidy()
        slowest = single_adds(store)
    _print_build(spent, written, slowest)
    return written


def _batch(articles: Iterator[Analysed], spent: Spent) -> list[Analysed]:
    with spent.on("making"):
        return list(islice(articles, _BATCH))


def _spelled(mention: Mention) -> tuple[str, str]:
    return "x", "x"


def _line(analysed: Analysed) -> str:
    text = analysed.article.page.text.replace("\n", "\u2028")
    return f"{analysed.article.title}\u2028{text}\n"


def _print_build(spent: Spent, written: int, slowest: float) -> None:
    found = spent.seconds
    store = found["writing"] + found["tidying"]
    reading = _reading() * written
    print(f"  built {written} articles: {written / (store + found['preparing']):.0f} a second of CPU;"
          f" preparing {found['preparing']:.1f} s, writing {found['writing']:.1f} s, tidying {found['tidying']:.1f} s")  # fmt: skip
    print(f"  store's share of indexing {store / (store + reading):.0%} (reading, cleaning, extracting and preparing"
          f" take {reading / written * 1000:.1f} ms an article)")  # fmt: skip
    print(
        f"  slowest of {_SINGLE} single adds: {slowest * 1000:.1f} ms of CPU; memory {memory():.0f} MB",
        flush=True,
    )


def _reading() -> float:
    """CPU seconds that a file of such a text takes away from the store, once all is loaded."""
    context = Context(0, rules_number(0), packed({}))
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for index, analysed in enumerate(Corpus(seed=4).articles(_READ + 1)):
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
    ready = [prepare(one, _spelled) for one in Corpus(seed=2).articles(_SINGLE + 1)]
    for index, prepared in enumerate(ready):
        moved = prepared._replace(path=f"/single/{index}")
        clock = time.process_time()
        with store.transaction():
            id = store.put(moved, rules=1)
        if index:  # the first write of a connection makes room for the index
            longest = max(longest, time.process_time() - clock)
        with store.transaction():
            store.delete(id)
    return longest


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

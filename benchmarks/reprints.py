"""How long grouping reprints takes over many articles, and what it finds.

    PYTHONPATH=tui python benchmarks/reprints.py [ARTICLES] [--peers]

Made-up articles of about 2,000 characters, words drawn as Zipf has it, with phrases that every tenth shares. One in
ten is a reprint of an earlier one: a copy, a copy with a head, a tail and some words changed, one third or one tenth
of it. One text is in the library a thousand times, one a thousand times with a different last line. Printed: time
and memory as the library grows, the size of its tables, how many reprints found their original, and how
many groups join texts that have nothing to do with each other. `--peers` looks for the same reprints with MinHash
and LSH of datasketch and rensa, where those are installed.
"""

from __future__ import annotations

import argparse
import importlib
import random
import resource
import sqlite3
import tempfile
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from shanqu.store import reprints
from shanqu.store.connect import open_for_writing
from shanqu.text.sketches import figures, sketch

KINDS = ("copy", "changed", "third", "tenth")
LENGTH = 2000


class Made(NamedTuple):
    """A text, the number of the text that it was made of, and how."""

    text: str
    origin: int
    kind: str


class Maker:
    """Draws texts; the same numbers make the same texts."""

    def __init__(self) -> None:
        self.dice = random.Random(20)
        chars = [chr(0x4E00 + at) for at in range(3000)]
        self.words = [
            "".join(self.dice.choices(chars, k=self.dice.choice((2, 2, 2, 3, 4)))) for _ in range(30_000)
        ]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.phrases = ["".join(self.draw(12)) for _ in range(40)]

    def draw(self, number: int) -> list[str]:
        return self.dice.choices(self.words, cum_weights=self.weights, k=number)

    def article(self) -> str:
        words = self.draw(LENGTH * 2 // 5)
        for at in range(9, len(words), 9):
            words[at] += self.dice.choice(("，", "，", "。", "。\n"))
        if self.dice.random() < 0.1:
            words.insert(len(words) // 2, self.dice.choice(self.phrases))
        return "".join(words)

    def reprint(self, text: str, kind: str) -> str:
        if kind == "changed":
            changed = list(text)
            for _ in range(len(text) // 60):
                changed[self.dice.randrange(len(changed))] = "蕞"
            return "".join(self.draw(20)) + "\n" + "".join(changed) + "\n" + "".join(self.draw(20))
        share = {"copy": 1, "third": 3, "tenth": 10}[kind]
        size = len(text) // share
        low = self.dice.randrange(len(text) - size + 1)
        return text[low : low + size]

    def texts(self, number: int) -> list[Made]:
        made: list[Made] = []
        for at in range(number):
            if at > 100 and at % 10 == 0:
                origin, kind = self.dice.randrange(at - 1), self.dice.choice(KINDS)
                if made[origin].kind == "own":
                    made.append(Made(self.reprint(made[origin].text, kind), origin, kind))
                    continue
            made.append(Made(self.article(), at, "own"))
        crowd = min(1000, number // 20)
        same, nearly = self.article(), self.article()
        made += [Made(same, number, "crowd") for _ in range(crowd)]
        made += [Made(f"{nearly}\n{''.join(self.draw(8))}", number + crowd, "crowd") for _ in range(crowd)]
        return made


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    made = Maker().texts(options.articles)
    began = time.process_time()
    sketches = [sketch(one.text) for one in made]
    print(f"{len(made)} texts; sketching {(time.process_time() - began) / len(made) * 1e3:.2f} ms each")
    with tempfile.TemporaryDirectory() as folder:
        connection = open_for_writing(Path(folder))
        grow(connection, sketches, [figures(one.text) for one in made])
        told(connection, made)
    if options.peers:
        for name in ("datasketch", "rensa"):
            peer(name, made)


def grow(
    connection: sqlite3.Connection, sketches: list[frozenset[int]], counted: list[frozenset[int]]
) -> None:
    """Store all sketches, telling the time that each part of them took."""
    step = max(1, len(sketches) // 5)
    took = []
    connection.execute("BEGIN")
    for number, (hashes, numbers) in enumerate(zip(sketches, counted, strict=True), 1):
        connection.execute(
            "INSERT INTO article (id, path, sha256, rules, title, chars, kept, places, shape, reprints)"
            " VALUES (?1, ?1, '', 1, '', 0, 0, '[]', 0, ?1)",
            (number,),
        )
        began = time.process_time()
        reprints.add_sketch(connection, number, hashes, numbers)
        reprints.regroup(connection)
        took.append(time.process_time() - began)
        if number % step == 0 or number == len(sketches):
            part = sorted(took)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            print(
                f"  {number:7d}: {sum(part) / len(part) * 1e3:.2f} ms each, p95 {part[len(part) * 95 // 100] * 1e3:.2f},"
                f" worst {part[-1] * 1e3:.1f}; {memory} MB with the made texts"
            )
            took.clear()
    began = time.process_time()
    for kin in reprints.changed(connection):
        reprints.regroup_large(connection, kin)
    print(f"  large groups at the end: {(time.process_time() - began) * 1e3:.0f} ms")
    connection.commit()
    pages = connection.execute("SELECT name, sum(pgsize) FROM dbstat WHERE name LIKE '%mark%' OR name LIKE '%sketch%' GROUP BY name")  # fmt: skip
    print("  " + ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in pages))


def told(connection: sqlite3.Connection, made: list[Made]) -> None:
    """What of the reprints was found, and what was joined that should not be."""
    groups = dict(connection.execute("SELECT id, reprints FROM article"))
    first: dict[int, int] = {}
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for number, one in enumerate(made, 1):
        first.setdefault(one.origin, number)
        if one.kind != "own" and first[one.origin] != number:
            total[one.kind] += 1
            found[one.kind] += groups[number] == groups[first[one.origin]]
    for kind in total:
        print(f"  {kind:8s} found {found[kind]} of {total[kind]} ({found[kind] / total[kind]:.2%})")
    origins: dict[int, set[int]] = {}
    for number, one in enumerate(made, 1):
        origins.setdefault(groups[number], set()).add(one.origin)
    print(f"  groups of unrelated texts: {sum(len(found) > 1 for found in origins.values())}")


def peer(name: str, made: list[Made]) -> None:
    """The same with MinHash of 128 permutations and LSH at a similarity of 0.5, in memory."""
    began = time.process_time()
    try:
        module: Any = importlib.import_module(name)
    except ImportError:
        print(f"{name}: not installed")
        return
    loading = time.process_time() - began
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    index = (
        module.MinHashLSH(threshold=0.5, num_perm=128)
        if name == "datasketch"
        else module.RMinHashLSH(0.5, 128, 16)
    )
    began = time.process_time()
    for number, one in enumerate(made):
        if one.kind == "crowd":
            continue
        grams = {one.text[at : at + 5] for at in range(len(one.text) - 4)}
        if name == "datasketch":
            sign = module.MinHash(num_perm=128)
            sign.update_batch([gram.encode() for gram in grams])
        else:
            sign = module.RMinHash(128, 1)
            sign.update(list(grams))
        if one.kind != "own":
            total[one.kind] += 1
            found[one.kind] += one.origin in index.query(sign)
        index.insert(number, sign)
    each = (time.process_time() - began) / len(made) * 1e3
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    shares = ", ".join(f"{kind} {found[kind] / total[kind]:.2%}" for kind in total)
    print(f"{name}: loading {loading * 1e3:.0f} ms, {each:.2f} ms each, {memory} MB in all; found {shares}")


if __name__ == "__main__":
    main()

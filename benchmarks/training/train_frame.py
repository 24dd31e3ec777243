"""Learns what each sign of a line is worth for finding the article on a page (`frame.toml`).

    python benchmarks/training/train_frame.py FOLDER... [--write FILE]

Each folder holds pages with their gold beside them: `NAME.page` alone (every line of the page with
its mark before it, as in tests/clean/pages), or `NAME.txt` with `NAME.txt.page`, the marked lines of
the article only (`B`, `S`, `C`; `N` may be in it or not). Of the former each text is also learned from
between heads and tails of others. Pages whose names begin alike up to the first dot are one page in
several forms. Prints what cross-validation by page gives, five-fold; with `--write`
learns from all and writes the weights. The same folders give the same weights.

The weights that are shipped were learned from tests/clean/pages, unseen and blind, and from pages of
about 120 sites in up to three forms each, which cannot be published with them; so the invented pages
alone give others.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shanqu.clean.evidence import EDGE, Evidence, Worth
from shanqu.clean.fields import is_meta
from shanqu.clean.frame_scores import Weights, likeliest, score
from shanqu.clean.lines import split
from shanqu.clean.readings import annotated_spans
from shanqu.clean.signs import Signs, signs
from shanqu.model import Page

FOLDS = 5
EPOCHS = 30
BATCH = 32
RATE = 0.08
DECAY = 0.02
# How much more a run must be worth than another that has so much of the article wrong.
MARGIN = 3.0
KEPT = ("B", "S", "C")
# The neighbours in the order of the names whose heads and tails a text is put between too.
CROSSED = (1, 2, 3, 5, 7, 9, 12, 15, 19, 23, 27, 31)
GRAM = 5
# How many lines around a line of the article must hold others of it, so that a stray match is none.
NEAR = 6
# How far above the article its headline and fields may stand, and below it the marks that rules know.
HEAD, TAIL = 14, 6
_SPACE = re.compile(r"[\s\u3000\xa0\u200b-\u200f\ufeff\u2028\u2060]+")
_NEAR_WINDOW = re.compile(r"[<>]3:")
_WINDOW = re.compile(r"[<>]\d+:|^text-")
HEADER = """# What the signs of lines say of where the article stands: above 0 for it, below 0 against it.
#
# Learned by benchmarks/training/train_frame.py; the signs are those of shanqu/clean/evidence.py. A
# number after a colon is the class of a count or share; `<3` looks at three lines before, `>10` at
# ten lines after. [inside] weighs each line's lying in the article, [first] its being the first of it
# and [before] the one above that, [last] its being the last of it and [after] the one below that.
"""
Floats = NDArray[np.float64]
Rows = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True)
class Example:
    """A page: its lines, where its article may begin and end, and what of it each line is (0 outside)."""

    name: str
    lines: list[Signs]
    lows: tuple[int, ...]
    highs: tuple[int, ...]

    @property
    def low(self) -> int:
        return self.lows[0]

    @property
    def high(self) -> int:
        return self.highs[0]


def read_folder(folder: Path) -> list[Example]:
    """The pages of `folder` that have an article, in the order of their names."""
    found: list[Example | None] = []
    drawn: list[tuple[str, Marked]] = []
    for gold in sorted(folder.glob("*.page")):
        source = gold.with_suffix("")
        if source.suffix == ".html":
            continue
        rows = gold.read_text("utf-8").splitlines()
        marked = [(mark, text) for mark, _, text in (row.partition(" ") for row in rows if row[:2] != "# ")]
        titles = [row.removeprefix("# title:").strip() for row in rows if row.startswith("# title:")]
        title = titles[0] if titles else ""
        name = source.name.split(".")[0]
        if source.suffix == ".txt":
            found.append(example(name, source.read_text("utf-8"), marked, title))
        else:
            drawn.append((name, Marked(marked, title)))
    found += [page.example(name) for name, page in drawn]
    for index, (name, page) in enumerate(drawn):
        others = [drawn[(index + step) % len(drawn)][1] for step in CROSSED if step < len(drawn)]
        found += [page.between(other).example(name) for other in others if page.title and other.title]
    return [page for page in found if page is not None]


@dataclass(frozen=True)
class Marked:
    """A page of which every line is marked."""

    lines: Sequence[tuple[str, str]]
    title: str

    def example(self, name: str) -> Example | None:
        text = "\n".join(line.replace("⟪", "").removesuffix("⟫") for _, line in self.lines)
        return example(name, text, self.lines, self.title)

    def between(self, other: Marked) -> Marked:
        """The text of this page between the other one's head and tail, under its own headline."""
        low, high = self.span()
        first, last = other.span()
        around = [(mark, line.replace(other.title, self.title)) for mark, line in other.lines]
        return Marked([*around[:first], *self.lines[low:high], *around[last:]], self.title)

    def span(self) -> tuple[int, int]:
        kept = [index for index, (mark, _) in enumerate(self.lines) if mark in KEPT]
        return (kept[0], kept[-1] + 1) if kept else (0, 0)


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def example(name: str, text: str, marked: Iterable[tuple[str, str]], title: str) -> Example | None:
    """The page with its article, if it has one. `title` may have several forms, with a bar between them."""
    wanted = [_bare(line.partition("⟪")[0]) for mark, line in marked if mark in KEPT]
    free = {_bare(line) for mark, line in marked if mark == "N"}
    titles = {_bare(part) for part in title.split("|")}
    page = Page(path=name, text=text, encoding="utf-8", sha256="")
    lines = signs(split(page, annotated=bool(annotated_spans(text))))
    bare = [_bare(sign.line.text) for sign in lines]
    span = _span(bare, [line for line in wanted if line])
    if span is None:
        return None
    low, high = span
    # What rules take away at either end is no matter of the frame.
    known = [
        text in free or not text or (sign.rule is not None and not sign.rule.weak) or is_meta(sign.line.norm)
        for text, sign in zip(bare, lines, strict=True)
    ]
    headed = [index for index in range(max(0, low - HEAD), low) if bare[index] in titles - {""}]
    top = headed[-1] if headed else low
    first = low
    while first > max(0, low - HEAD) and (first - 1 >= top or known[first - 1]):
        first -= 1
    last = high
    while last < min(len(lines), high + TAIL) and known[last]:
        last += 1
    return Example(name, lines, tuple(range(low, first - 1, -1)), tuple(range(high, last + 1)))


def _span(lines: Sequence[str], wanted: Sequence[str]) -> tuple[int, int] | None:
    """The first and last line of the article, where flattening may have broken its lines up."""
    whole, joined = set(wanted), "\n".join(wanted)
    grams = {joined[i : i + GRAM] for i in range(len(joined) - GRAM + 1)}
    mine: list[bool] = []
    for line in lines:
        count = max(1, len(line) - GRAM + 1)
        share = sum(line[i : i + GRAM] in grams for i in range(count)) / count
        mine.append(line in whole or (len(line) >= 8 and share > 0.6))
    found = [index for index, flag in enumerate(mine) if flag]
    if len(found) >= 4:
        found = [i for i in found if sum(mine[max(0, i - NEAR) : i + NEAR + 1]) >= 2]
    if not found:
        return None
    low, high = found[0], found[-1] + 1
    while low and lines[low - 1] and lines[low - 1] in joined:
        low -= 1
    while high < len(lines) and lines[high] and lines[high] in joined:
        high += 1
    return low, high


class Case:
    """An example with its signs as numbers: for lying inside, for beginning and for ending at a line."""

    def __init__(self, page: Example, number: Callable[[str], int]) -> None:
        self.page = page
        count = len(page.lines)
        named = Evidence(page.lines).named()
        own = [[name for name in names if not _WINDOW.search(name)] for names in named]
        near = [own[i] + [name for name in named[i] if _NEAR_WINDOW.search(name)] for i in range(count)]

        def table(kind: str, rows: Sequence[Sequence[str]]) -> list[list[int]]:
            return [[number(f"{kind}|{name}") for name in row] for row in rows]

        self.inside = _rows(table("inside", [["bias", *names] for names in named]))
        starts = zip(table("first", near), table("before", [[EDGE], *own[:-1]]), strict=True)
        ends = zip(table("after", [*near[1:], [EDGE]]), table("last", own), strict=True)
        self.starts = _rows([a + b for a, b in starts])
        self.ends = _rows([a + b for a, b in ends])
        sizes = np.array([sign.length for sign in page.lines], float)
        cost = MARGIN * (np.minimum(sizes / (1 + sizes[page.low : page.high].sum()), 0.5) + 0.01)
        cost[page.lows[-1] : page.highs[-1]] = 0
        cost[page.low : page.high] = -MARGIN * (
            sizes[page.low : page.high] / (1 + sizes[page.low : page.high].sum()) + 0.01
        )
        self.cost = cost
        self.low = np.isin(np.arange(count), page.lows)
        self.high = np.isin(np.arange(count) + 1, page.highs)

    def slope(self, weights: Floats, share: float, gradient: Floats) -> None:
        """Adds to `gradient` where the likelihood of the right runs rises, times `share`."""
        inside, starts, ends = (_sums(weights, rows) for rows in (self.inside, self.starts, self.ends))
        total = np.concatenate([[0.0], np.cumsum(inside + self.cost)])
        guess = _marginals(starts - total[:-1], ends + total[1:])
        right = _marginals(
            np.where(self.low, starts - total[:-1], -1e9), np.where(self.high, ends + total[1:], -1e9)
        )
        for rows, one, other in zip((self.starts, self.ends, self.inside), guess, right, strict=True):
            np.add.at(gradient, rows[0], np.repeat((one - other) * share, np.diff(rows[1])))


def _rows(rows: Sequence[Sequence[int]]) -> Rows:
    ends = np.cumsum([0, *map(len, rows)])
    return np.array([number for row in rows for number in row], int), ends


def _sums(weights: Floats, rows: Rows) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(weights[rows[0]])])
    return np.asarray(sums[rows[1][1:]] - sums[rows[1][:-1]])


def _marginals(starts: Floats, ends: Floats) -> tuple[Floats, Floats, Floats]:
    """How likely the run begins at each line, ends with it, and holds it."""
    below = np.logaddexp.accumulate(ends[::-1])[::-1]
    above = np.logaddexp.accumulate(starts)
    whole = np.logaddexp.reduce(above + ends)
    begins, stops = np.exp(starts + below - whole), np.exp(above + ends - whole)
    return begins, stops, np.cumsum(begins) - np.cumsum(stops) + stops


def fit(examples: Sequence[Example]) -> Weights:
    """Maximum likelihood of the right run with a margin, by Adam; each page weighs the same whatever its forms."""
    numbers: dict[str, int] = {}
    cases = [Case(page, lambda name: numbers.setdefault(name, len(numbers))) for page in examples]
    forms = Counter(page.name for page in examples)
    weights, mean, square = (np.zeros(len(numbers)) for _ in range(3))
    rng = random.Random(1)
    steps = 0
    for epoch in range(EPOCHS):
        rng.shuffle(cases)
        for at in range(0, len(cases), BATCH):
            gradient = np.zeros(len(numbers))
            for case in cases[at : at + BATCH]:
                case.slope(weights, 1 / math.sqrt(forms[case.page.name]) / BATCH, gradient)
            gradient += DECAY * weights
            steps += 1
            mean = 0.9 * mean + 0.1 * gradient
            square = 0.99 * square + 0.01 * gradient**2
            step = np.sqrt(square / (1 - 0.99**steps)) + 1e-4
            weights = weights - RATE * (1 - epoch / EPOCHS) * mean / (1 - 0.9**steps) / step
    tables: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for name, number in numbers.items():
        table, _, sign = name.partition("|")
        tables[table][sign] = round(float(weights[number]), 2)
    return Weights(*(Worth(tables[name]) for name in Weights._fields))


def shares(page: Example, weights: Weights) -> tuple[float, float]:
    """How much of the article the likeliest run holds, and how much of the run is the article."""
    low, high = likeliest(score(page.lines, weights))
    sizes = [sign.length for sign in page.lines]
    both = sum(sizes[max(low, page.low) : min(high, page.high)])
    other = sum(sizes[low : min(high, page.lows[-1])]) + sum(sizes[max(low, page.highs[-1]) : high])
    return both / max(1, sum(sizes[page.low : page.high])), both / max(1, both + other)


def folds(examples: Sequence[Example]) -> list[set[str]]:
    """The names of the pages, parted at random and always alike."""
    names = sorted({page.name for page in examples})
    random.Random(5).shuffle(names)
    return [set(names[fold::FOLDS]) for fold in range(FOLDS)]


def validate(examples: Sequence[Example]) -> None:
    """Prints recall and precision of the likeliest run on pages that nothing was learned from."""
    results = []
    for held in folds(examples):
        weights = fit([page for page in examples if page.name not in held])
        results += [shares(page, weights) for page in examples if page.name in held]
    recall, precision = (sum(values) / len(results) for values in zip(*results, strict=True))
    print(f"{len(results)} pages: recall {recall:.4f}, precision {precision:.4f}")


def written(weights: Weights) -> str:
    """The weights as the data file holds them."""
    text = HEADER
    for table, worth in zip(Weights._fields, weights, strict=True):
        rows = (f'"{name}" = {value:.2f}\n' for name, value in sorted(worth.items()) if abs(value) >= 0.01)
        text += f"\n[{table}]\n" + "".join(rows)
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    examples = [page for folder in arguments.folders for page in read_folder(folder)]
    validate(examples)
    if arguments.write is not None:
        arguments.write.write_text(written(fit(examples)), "utf-8")


if __name__ == "__main__":
    main()

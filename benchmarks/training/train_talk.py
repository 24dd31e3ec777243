"""Learns what the words and the form of a line are worth for its being a page's talk to its readers (`talk.toml`).

    python benchmarks/training/train_talk.py FOLDER... [--write FILE]

Each folder holds pages with gold beside them (benchmarks/marked.py). Besides, the invented lines of talk/talk.txt and
talk/told.txt count, each like a page. Prints what cross-validation by page gives, five-fold; with `--write` the weights
and the characters of the gate in the file are written anew, and its words left. The same folders give the same weights.

The weights that are shipped were learned from pages of about 250 sites too, which cannot be published with them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from marked import Marked, bare, load  # noqa: E402

from shanqu.clean.lines import split  # noqa: E402
from shanqu.clean.talk import features, is_candidate, words_of  # noqa: E402
from shanqu.model import Page  # noqa: E402

FOLDS = 5
STEPS = 400
RATE = 0.1
DECAY = 0.00002
SHORTEST = 4
# Headlines, and what neither counts nor is noise.
NEITHER = ("T", "N")
# The gate: how many characters, each on such a share of the lines of talk and no more than so usual elsewhere.
GATE = 100
OFTEN, RARE = 0.012, 0.0022


@dataclass(frozen=True)
class Example:
    """A line of a page: whether it is talk, and what speaks for and against that."""

    page: str
    norm: str
    talk: bool
    names: tuple[str, ...]


def examples(folders: Iterable[Path]) -> list[Example]:
    """The lines that may be talk of all pages, and the invented ones."""
    found = [
        line
        for folder in folders
        for page in load(folder, flat=False)
        if not page.html
        for line in _of_page(page)
    ]
    for name, talk in (("talk", True), ("told", False)):
        rows = (HERE / "talk" / f"{name}.txt").read_text("utf-8").splitlines()
        found += [line for row in rows for line in _read(f"{name}:{row}", row, talk)]
    return found


def _of_page(page: Marked) -> Iterator[Example]:
    marks = {text: mark for mark, text in page.lines}
    for text in page.seen:
        mark = marks.get(bare(text), "")
        if mark not in NEITHER:
            yield from _read(page.name, text, not mark)


def _read(page: str, text: str, talk: bool) -> Iterator[Example]:
    for line in split(Page("", text, "", ""), annotated=True):
        words = words_of(line.norm)
        if len(line.norm) >= SHORTEST and is_candidate(words):
            yield Example(page, line.norm, talk, tuple(features(line.norm, words)))


def fit(lines: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by Adam."""
    names = sorted({name for line in lines for name in line.names})
    number = {name: at for at, name in enumerate(names)}
    flat = np.array([number[name] for line in lines for name in line.names])
    row = np.repeat(np.arange(len(lines)), [len(line.names) for line in lines])
    wanted = np.array([line.talk for line in lines], float)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        guess = 1 / (1 + np.exp(-np.bincount(row, weights[flat], len(lines))))
        slope = np.bincount(flat, (guess - wanted)[row], len(names)) + DECAY * len(lines) * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        pace = RATE * (1 - step / (STEPS + 10))
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def worth(line: Example, weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in line.names)


def gate(lines: Sequence[Example], told: str) -> str:
    """The characters that talk has and other text, `told`, hardly has."""
    talk = [line.norm for line in lines if line.talk]
    often = Counter(char for norm in talk for char in set(norm) if "\u3400" <= char <= "\u9fff")
    usual = Counter(told)
    ranked = {
        char: times / len(talk) / (usual[char] / len(told) + 1e-5)
        for char, times in often.items()
        if times > OFTEN * len(talk) and usual[char] < RARE * len(told)
    }
    return "".join(sorted(ranked, key=lambda char: (-ranked[char], char))[:GATE])


def validate(lines: Sequence[Example]) -> None:
    """Prints how much talk is told and how much other text is taken for it, on pages that nothing was learned from."""
    pages = sorted({line.page for line in lines})
    random.Random(5).shuffle(pages)
    held: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        names = set(pages[fold::FOLDS])
        weights = fit([line for line in lines if line.page not in names])
        held += [(line, worth(line, weights)) for line in lines if line.page in names]
    for least in (0.5, 1.0, 1.5, 2.0, 2.5):
        hits = [line.talk for line, value in held if value > least]
        print(
            f"above {least}: {sum(hits)} of {sum(line.talk for line in lines)} lines of talk, {len(hits) - sum(hits)} others"
        )


def write(file: Path, weights: dict[str, float], characters: str) -> None:
    text = file.read_text("utf-8")
    text = re.sub('(?m)^characters = ".*"$', f'characters = "{characters}"', text)
    head = text[: text.index("\n[weights]\n") + 1]
    rows = "".join(f"{name} = {value}\n" for name, value in sorted(weights.items()))
    file.write_text(f"{head}[weights]\n{rows}", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    lines = examples(arguments.folders)
    validate(lines)
    if arguments.write is not None:
        told = "".join(
            text
            for folder in arguments.folders
            for page in load(folder, flat=False)
            for _, text in page.lines
        )
        write(arguments.write, fit(lines), gate(lines, told))


if __name__ == "__main__":
    main()

"""Learns what each sign of a line is worth for finding the article on a page (`frame.toml`).

    python benchmarks/training/train_frame.py FOLDER... [--write FILE]

Each folder holds pages with their gold beside them: `NAME.page` alone (every line of the page with
its mark before it, as in tests/clean/pages), or `NAME.txt` with `NAME.txt.page`, the marked lines of
the article only. Pages whose names begin alike up to the first dot are one page in several forms.
Prints what cross-validation by page gives, six-fold; with `--write` learns from all and writes the
weights. The same folders give the same weights. The weights that are shipped were learned from
tests/clean/pages, tests/clean/unseen and pages of 54 sites that cannot be published with them.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shanqu.clean.evidence import Evidence
from shanqu.clean.frame import heaviest
from shanqu.clean.lines import is_annotated, split
from shanqu.clean.signs import Signs, signs
from shanqu.model import Page

FOLDS = 6
EPOCHS = 6
DECAY = 0.002
RATE = 0.25
GRAM = 5
# How many lines around a line of the article must hold others of it, so that a stray match is none.
NEAR = 6
_SPACE = re.compile(r"[\s\u3000\xa0\u200b-\u200f\ufeff\u2028\u2060]+")
HEADER = """# What each sign of a line says for its lying in the article (above 0) or around it (below 0).
#
# Learned by benchmarks/training/train_frame.py; the signs are those of shanqu/clean/evidence.py. A
# number after a colon is the class of a count or share; `<3` looks at three lines before, `>10` at
# ten lines after.

[weights]
"""


@dataclass(frozen=True)
class Example:
    """A page: the signs of its lines by name, and between which lines the article stands."""

    name: str
    lines: tuple[Signs, ...]
    found: list[list[str]]
    low: int
    high: int


def read_folder(folder: Path) -> list[Example]:
    """The pages of `folder` that have an article, in the order of their names."""
    examples = []
    for gold in sorted(folder.glob("*.page")):
        source = gold.with_suffix("")
        if source.suffix == ".html":
            continue
        marked = [line.partition(" ") for line in gold.read_text("utf-8").splitlines() if line[:2] != "# "]
        wanted = [_bare(text.partition("⟪")[0]) for mark, _, text in marked if mark in ("B", "S", "C")]
        if source.suffix == ".txt":
            text = source.read_text("utf-8")
        else:
            text = "\n".join(line.replace("⟪", "").removesuffix("⟫") for _, _, line in marked)
        example = _example(source.name.split(".")[0], text, [line for line in wanted if line])
        if example is not None:
            examples.append(example)
    return examples


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _example(name: str, text: str, wanted: Sequence[str]) -> Example | None:
    page = Page(path=name, text=text, encoding="utf-8", sha256="")
    lines = tuple(signs(line) for line in split(page, annotated=is_annotated(text)))
    span = _span([_bare(sign.line.text) for sign in lines], wanted)
    return span and Example(name, lines, Evidence(lines).named(), *span)


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


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by AdaGrad; each page weighs the same, inside and outside alike."""
    cases: list[tuple[list[str], bool, float]] = []
    for example in examples:
        inside = example.high - example.low
        outside = max(1, len(example.lines) - inside)
        for index, names in enumerate(example.found):
            within = example.low <= index < example.high
            weight = min(4.0, 30 / (inside if within else outside))
            size = math.sqrt(min(example.lines[index].length + 3, 120) / 30)
            cases.append((["bias", *names], within, weight * size))
    rng = random.Random(1)
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    for epoch in range(EPOCHS):
        rng.shuffle(cases)
        for names, within, weight in cases:
            _step(weights, squares, names, within, weight, RATE / (1 + epoch))
    return dict(weights)


def _step(
    weights: defaultdict[str, float],
    squares: defaultdict[str, float],
    names: Sequence[str],
    within: bool,
    weight: float,
    rate: float,
) -> None:
    total = sum(weights[name] for name in names)
    guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    gradient = (within - guess) * weight
    for name in names:
        slope = gradient - DECAY * weights[name]
        squares[name] += slope * slope
        weights[name] += rate * slope / math.sqrt(squares[name])


def shares(example: Example, weights: dict[str, float]) -> tuple[float, float]:
    """How much of the article the frame holds, and how much of the frame is the article."""
    scores = [sum(weights.get(name, 0.0) for name in ["bias", *names]) for names in example.found]
    low, high = heaviest(scores, example.lines)
    sizes = [sign.length for sign in example.lines]
    both = sum(sizes[max(low, example.low) : min(high, example.high)])
    return both / max(1, sum(sizes[example.low : example.high])), both / max(1, sum(sizes[low:high]))


def validate(examples: Sequence[Example]) -> None:
    """Prints recall and precision of the frame on pages that nothing was learned from."""
    names = sorted({example.name for example in examples})
    random.Random(5).shuffle(names)
    results = []
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = fit([example for example in examples if example.name not in held])
        results += [shares(example, weights) for example in examples if example.name in held]
    recall, precision = (sum(values) / len(results) for values in zip(*results, strict=True))
    print(f"{len(results)} pages of {len(names)} names: recall {recall:.4f}, precision {precision:.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    examples = [example for folder in arguments.folders for example in read_folder(folder)]
    validate(examples)
    if arguments.write is not None:
        rows = (f'"{name}" = {value:.2f}\n' for name, value in sorted(fit(examples).items()))
        arguments.write.write_text(HEADER + "".join(row for row in rows if "= -0.00" not in row), "utf-8")


if __name__ == "__main__":
    main()

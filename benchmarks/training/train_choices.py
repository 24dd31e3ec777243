"""Learns whose a figure is, of when, and how wide it is meant: `python benchmarks/training/train_choices.py`.

Writes `tui/shanqu/extract/choices.tsv` from the passages in `benchmarks/training/names/passages` whose figures are
annotated and from the gold of the seeds. With `--folds 6` it writes nothing and prints how often the choice is right on
passages that it was not learned from, beside how often that of the rules is. With `--also DIR` a folder of passages is
only measured, never learned from.

The model is a log-linear one over the options of each figure, fitted by gradient descent (Adam) with weights kept small.
Each figure counts twice: with what the rules say, and without, so that the other signs are learned too.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from figures import HERE, Figure, Passage, allows, allows_measure, allows_period, judged, load, load_gold

sys.path.insert(0, str(HERE.parent))

from extraction import article_of

from shanqu.extract import choosing
from shanqu.extract.choosing import RULED, WEIGHTS, Option, Question
from shanqu.extract.document import build
from shanqu.extract.facts import find_facts
from shanqu.extract.mentions import find_mentions

# Put before a passage, so that none of its lines is taken for a title.
_TITLE = "县域经济一线\n\n"
QUESTIONS: tuple[Question, ...] = ("measure", "place", "period", "scope")
# How small the weights are kept; how much a figure counts without what the rules say; how often a sign must occur.
_SMALL: dict[Question, float] = {"measure": 3.0, "place": 6.0, "period": 3.0, "scope": 8.0}
_WITHOUT = 0.3
_SELDOM = 3
_ROUNDS = 200
# How much more must speak for a name than for none, before a figure that no rule names is taken.
_CAUTION = 1.0
_SEEDS = 3
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A question about one figure: the signs of each option, which are right, and which the rules take."""

    question: Question
    passage: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    ruled: tuple[bool, ...]


# Passages in which numbers of little weight are left bare: there nothing follows from it.
_SPARING = ("d", "e", "f")


def cases(passages: Iterable[Passage]) -> list[Case]:
    """The questions that come up in the passages and whose answer is annotated."""
    found: list[Case] = []
    for passage in passages:
        doc = build(article_of(_TITLE + passage.text + "\n"))
        asked: list[tuple[Question, tuple[int, int], Sequence[Option[Any]]]] = []
        find_facts(doc, find_mentions(doc), None, lambda *one, asked=asked: asked.append(one))
        for question, (start, end), options in asked:
            low, high = start - len(_TITLE), end - len(_TITLE)
            figures = [one for one in passage.figures if one.start < high and low < one.end]
            if not figures and question == "measure" and passage.name.startswith(_SPARING):
                continue
            right = _answers(question, options, figures)
            if right is not None:
                signs = tuple(option.every_sign() for option in options)
                ruled = tuple(RULED in option.signs for option in options)
                found.append(Case(question, passage.name, signs, right, ruled))
    return found


def _answers(
    question: Question, options: Sequence[Option[Any]], figures: Sequence[Figure]
) -> tuple[bool, ...] | None:
    """Which options are right; None where the annotation does not say. A number that is not annotated measures nothing, and
    one that has none of the names is better left out than misnamed."""
    if not figures and question == "measure":
        return tuple(option.value is None for option in options)
    if len(figures) != 1 or not figures[0].sure or not judged(getattr(figures[0], question)):
        return None
    right = tuple(_right(question, option.value, figures[0]) for option in options)
    if question == "measure" and not any(right):
        return tuple(option.value is None for option in options)
    return right


def _right(question: Question, value: Any, figure: Figure) -> bool:
    if question == "measure":
        return value is not None and allows_measure(figure.measure, value.indicator)
    if question == "place":
        return allows(figure.place, value.place)
    if question == "period":
        return allows_period(figure.period, value.text if value else None)
    return allows(figure.scope, value)


def fit(found: Sequence[Case], small: float) -> Weights:
    """The weights under which the right options are likeliest."""
    counts = Counter(sign for case in found for signs in case.options for sign in set(signs))
    index = {sign: at for at, (sign, n) in enumerate(sorted(counts.items())) if n >= _SELDOM}
    index = {sign: at for at, sign in enumerate(index)}
    rows, columns, groups, right, shares = _table([case for case in found if any(case.right)], index)
    weights = np.zeros(len(index))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], minlength=len(groups))
        gap = (_shares(scores, groups) - _shares(np.where(right, scores, -1e9), groups)) * shares[groups]
        slope = np.bincount(columns, gap[rows], minlength=len(index)) + small * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {sign: float(weights[at]) for sign, at in index.items() if abs(weights[at]) >= 0.02}


def _table(found: Sequence[Case], index: dict[str, int]) -> tuple[Any, ...]:
    """All options of all figures, with and without what the rules say, as arrays: the option and the sign of each pair
    of these, the figure of each option, whether it is wanted, and how much each figure counts. Of several right options
    the one that the rules take is wanted."""
    rows: list[int] = []
    columns: list[int] = []
    groups: list[int] = []
    right: list[bool] = []
    shares: list[float] = []
    for case in found:
        wanted = [good and by for good, by in zip(case.right, case.ruled, strict=True)]
        for ruled in (True, False):
            for signs, good in zip(case.options, wanted if any(wanted) else case.right, strict=True):
                known = [
                    index[sign] for sign in signs if sign in index and (ruled or not sign.startswith(RULED))
                ]
                rows += [len(groups)] * len(known)
                columns += known
                groups.append(len(shares))
                right.append(good)
            shares.append(1 - _WITHOUT if ruled else _WITHOUT)
    return np.array(rows), np.array(columns), np.array(groups), np.array(right), np.array(shares)


def _shares(scores: Any, groups: Any) -> Any:
    """For each option its probability among those of its figure."""
    highest = np.full(groups[-1] + 1, -np.inf)
    np.maximum.at(highest, groups, scores)
    likely = np.exp(scores - highest[groups])
    return likely / np.bincount(groups, likely)[groups]


def is_right(case: Case, weights: Weights) -> bool:
    """Whether the option that weighs most is right."""
    scores = [sum(weights.get(sign, 0.0) for sign in signs) for signs in case.options]
    return case.right[scores.index(max(scores))]


def ruled_right(case: Case) -> bool:
    """Whether the option that the rules take is right."""
    return any(good and ruled for good, ruled in zip(case.right, case.ruled, strict=True))


def learn(passages: Sequence[Passage]) -> dict[Question, Weights]:
    """The weights of all questions. What is measured is learned first, how wide a figure is meant
    last: it depends on whose it is."""
    found = cases(passages)
    learned: dict[Question, Weights] = {}
    for question in QUESTIONS:
        if question in ("place", "scope"):
            save(learned)
            found = cases(passages)
        learned[question] = fit([case for case in found if case.question == question], _SMALL[question])
    learned["measure"]["none"] = learned["measure"].get("none", 0.0) + _CAUTION
    return learned


def save(learned: dict[Question, Weights]) -> None:
    """Writes the weights and makes the program use them."""
    lines = [
        f"{question}\t{sign}\t{weight:.2f}\n"
        for question, weights in learned.items()
        for sign, weight in sorted(weights.items())
    ]
    WEIGHTS.write_text("".join(lines), encoding="utf-8")
    choosing.forget()


def report(found: Sequence[Case], folds: int) -> None:
    """Prints how often the choices are right on passages that they were not learned from."""
    names = sorted({case.passage for case in found})
    random.Random(1).shuffle(names)
    fold = {name: at % folds for at, name in enumerate(names)}
    print(f"{'':8}{'figures':>9}{'rules':>8}{'learned':>9}{'possible':>10}")
    for question in QUESTIONS:
        own = [case for case in found if case.question == question]
        hits = 0
        for number in range(folds):
            weights = fit([case for case in own if fold[case.passage] != number], _SMALL[question])
            hits += sum(is_right(case, weights) for case in own if fold[case.passage] == number)
        _line(question, own, hits)


def _line(question: str, own: Sequence[Case], hits: int) -> None:
    rules, most = sum(map(ruled_right, own)), sum(any(case.right) for case in own)
    n = max(len(own), 1)
    print(f"{question:8}{len(own):9}{rules / n:8.3f}{hits / n:9.3f}{most / n:10.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, help="measure only, on so many parts of the passages")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a folder to measure on")
    arguments = parser.parse_args()
    passages = load(HERE / "names" / "passages")
    seeds = list(load_gold(HERE.parents[1] / "tests" / "gold"))
    if arguments.folds:
        report(cases([*passages, *seeds]), arguments.folds)
    else:
        save(learn([*passages, *seeds * _SEEDS]))
    for folder in arguments.also:
        found = cases(load(folder))
        print(folder.name)
        for question in QUESTIONS:
            own = [case for case in found if case.question == question]
            weights = dict(choosing.weights()[question])
            _line(question, own, sum(is_right(case, weights) for case in own))


if __name__ == "__main__":
    main()

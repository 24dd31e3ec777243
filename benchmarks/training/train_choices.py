"""Learns whose a figure is, of when, how wide it is meant and whether it has come about: `python benchmarks/training/train_choices.py`.

Writes `tui/shanqu/extract/choices.tsv` from the passages in `benchmarks/training/names/passages` whose figures are
annotated and from the gold of the seeds. With `--folds 6` it writes nothing and prints how often the choice is right on
passages that it was not learned from, beside how often that of the rules is. With `--also DIR` a folder of passages is
only measured, never learned from. With `--only QUESTION` that question is learned anew and the others stay as they are.

The model is a log-linear one over the options of each figure, fitted by gradient descent (Adam) with weights kept small.
Each figure counts twice: with what the rules say, and without, so that the other signs are learned too. What depends on the
answer to another question is learned from the right answer, and measured with the program's own.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from figures import HERE, Figure, Passage, allows, allows_measure, allows_period, judged, load, load_gold

sys.path.insert(0, str(HERE.parent))

from extraction import article_of

from shanqu.extract import choosing
from shanqu.extract.choosing import RULED, Option, Question
from shanqu.extract.document import Document, build
from shanqu.extract.facts import find_facts
from shanqu.extract.mentions import find_mentions
from shanqu.extract.span import Span

# Put before a passage, so that none of its lines is taken for a title.
_TITLE = "县域经济一线\n\n"
QUESTIONS: tuple[Question, ...] = ("measure", "status", "place", "period", "scope")
# How small the weights are kept; how much a figure counts without what the rules say; how often a sign must occur.
_SMALL: dict[Question, float] = {"measure": 3.0, "status": 6.0, "place": 6.0, "period": 3.0, "scope": 8.0}
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

    @property
    def wanted(self) -> tuple[bool, ...]:
        """Those of the right options that are learned: the one that the rules take where it is right."""
        both = tuple(good and by for good, by in zip(self.right, self.ruled, strict=True))
        return both if any(both) else self.right


# Passages in which numbers of little weight are left bare: there nothing follows from it.
_SPARING = ("d", "e", "f")


def cases(passages: Iterable[Passage], *, taught: bool = False) -> list[Case]:
    """The questions that come up in the passages and whose answer is annotated. Where the program is `taught` it goes on from
    the right answers, else from those that it gives itself."""
    found: list[Case] = []
    for passage in passages:
        doc, mentions = _read(passage.text)

        def listen(
            question: Question,
            span: tuple[int, int],
            options: Sequence[Option[Any]],
            passage: Passage = passage,
        ) -> Option[Any] | None:
            case = _case(passage, question, span, options)
            if case is None:
                return None
            found.append(case)
            wanted = case.wanted
            return options[wanted.index(True)] if taught and any(wanted) else None

        find_facts(doc, mentions, None, listen)
    return found


@cache
def _read(text: str) -> tuple[Document, list[Span]]:
    doc = build(article_of(_TITLE + text + "\n"))
    return doc, find_mentions(doc)


def _case(
    passage: Passage, question: Question, span: tuple[int, int], options: Sequence[Option[Any]]
) -> Case | None:
    """The question about the figure at `span`; None where the annotation does not answer it."""
    low, high = (at - len(_TITLE) for at in span)
    figures = [one for one in passage.figures if one.start < high and low < one.end]
    if not figures and question == "measure" and passage.name.startswith(_SPARING):
        return None
    right = _answers(question, options, figures)
    if right is None:
        return None
    ruled = tuple(RULED in option.signs for option in options)
    return Case(question, passage.name, tuple(option.every_sign() for option in options), right, ruled)


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
    return allows(figure.status if question == "status" else figure.scope, value)


def fit(found: Sequence[Case], small: float) -> Weights:
    """The weights under which the right options are likeliest."""
    counts = Counter(sign for case in found for signs in case.options for sign in set(signs))
    known = sorted(sign for sign, n in counts.items() if n >= _SELDOM)
    index = {sign: at for at, sign in enumerate(known)}
    rows, columns, groups, right = _table([case for case in found if any(case.right)], index)
    told = np.array([sign.startswith(RULED) for sign in index])[columns]
    ruled_rows, ruled_columns = rows[told], columns[told]
    weights = np.zeros(len(index))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], minlength=len(groups))
        alone = scores - np.bincount(ruled_rows, weights[ruled_columns], minlength=len(groups))
        gap, gap_alone = (1 - _WITHOUT) * _gap(scores, groups, right), _WITHOUT * _gap(alone, groups, right)
        slope: Any = np.bincount(columns, (gap + gap_alone)[rows], minlength=len(index))
        slope -= np.bincount(ruled_columns, gap_alone[ruled_rows], minlength=len(index))
        slope += small * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {sign: float(weights[at]) for sign, at in index.items() if abs(weights[at]) >= 0.03}


def _table(found: Sequence[Case], index: dict[str, int]) -> tuple[Any, ...]:
    """All options of all figures as arrays: the option and the sign of each pair of these, the figure of each option, and
    whether it is wanted."""
    rows: list[int] = []
    columns: list[int] = []
    groups: list[int] = []
    right: list[bool] = []
    for number, case in enumerate(found):
        for signs, good in zip(case.options, case.wanted, strict=True):
            known = [index[sign] for sign in signs if sign in index]
            rows += [len(groups)] * len(known)
            columns += known
            groups.append(number)
            right.append(good)
    return np.array(rows), np.array(columns), np.array(groups), np.array(right)


def _gap(scores: Any, groups: Any, right: Any) -> Any:
    """By how much each option is likelier than it should be."""
    return _shares(scores, groups) - _shares(np.where(right, scores, -1e9), groups)


def _shares(scores: Any, groups: Any) -> Any:
    """For each option its probability among those of its figure."""
    highest = np.full(groups[-1] + 1, -np.inf)
    np.maximum.at(highest, groups, scores)
    likely = np.exp(scores - highest[groups])
    return likely / np.bincount(groups, likely)[groups]


def is_right(case: Case, weights: Mapping[str, float]) -> bool:
    """Whether the option that weighs most is right."""
    scores = [sum(weights.get(sign, 0.0) for sign in signs) for signs in case.options]
    return case.right[scores.index(max(scores))]


def ruled_right(case: Case) -> bool:
    """Whether the option that the rules take is right."""
    return any(good and ruled for good, ruled in zip(case.right, case.ruled, strict=True))


def learn(passages: Sequence[Passage], questions: Sequence[Question] = QUESTIONS) -> None:
    """Learns the weights of `questions`, of the others keeps those that are there, and makes the program use them. What is
    measured comes first: the other questions are asked of the figures that measure something."""
    learned: dict[Question, Weights] = {one: dict(choosing.weights().get(one, {})) for one in QUESTIONS}
    found = cases(passages, taught=True)
    if "measure" in questions:
        learned["measure"] = _fitted(found, "measure")
        learned["measure"]["none"] = learned["measure"].get("none", 0.0) + _CAUTION
        save(learned)
        found = cases(passages, taught=True)
    for _ in range(2):
        learned.update({one: _fitted(found, one) for one in questions if one != "measure"})
        save(learned)
        # Once more with what the program itself answers: it goes on from its own errors, too.
        found += cases(passages)


def _fitted(found: Sequence[Case], question: Question) -> Weights:
    return fit([case for case in found if case.question == question], _SMALL[question])


def save(learned: dict[Question, Weights]) -> None:
    """Writes the weights and makes the program use them."""
    lines = [
        f"{question}\t{sign}\t{weight:.2f}\n"
        for question, weights in learned.items()
        for sign, weight in sorted(weights.items())
    ]
    choosing.WEIGHTS.write_text("".join(lines), encoding="utf-8")
    choosing.forget()


def report(passages: Sequence[Passage], folds: int) -> None:
    """Prints how often the choices are right on passages that they were not learned from."""
    shuffled = random.Random(1).sample(list(passages), len(passages))
    found: list[tuple[Case, bool]] = []
    kept = choosing.WEIGHTS
    with tempfile.TemporaryDirectory() as folder:
        choosing.WEIGHTS = Path(folder) / kept.name
        for number in range(folds):
            choosing.WEIGHTS.write_bytes(kept.read_bytes())
            learn([one for at, one in enumerate(shuffled) if at % folds != number])
            weights = choosing.weights()
            own = cases(shuffled[number::folds])
            found += [(case, is_right(case, weights[case.question])) for case in own]
    choosing.WEIGHTS = kept
    choosing.forget()
    _table_of(found)


def _table_of(found: Sequence[tuple[Case, bool]]) -> None:
    """Prints how often the rules, and what was learned, are right, and how often one of the options is."""
    print(f"{'':8}{'figures':>9}{'rules':>8}{'learned':>9}{'possible':>10}")
    for question in QUESTIONS:
        own = [(case, hit) for case, hit in found if case.question == question]
        n = max(len(own), 1)
        rules, most = sum(ruled_right(case) for case, _ in own), sum(any(case.right) for case, _ in own)
        hits = sum(hit for _, hit in own)
        print(f"{question:8}{len(own):9}{rules / n:8.3f}{hits / n:9.3f}{most / n:10.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, help="measure only, on so many parts of the passages")
    parser.add_argument(
        "--only", choices=QUESTIONS, action="append", help="a question to learn anew, no other"
    )
    parser.add_argument("--also", type=Path, action="append", default=[], help="a folder to measure on")
    arguments = parser.parse_args()
    passages = load(HERE / "names" / "passages")
    seeds = list(load_gold(HERE.parents[1] / "tests" / "gold"))
    if arguments.folds:
        report([*passages, *seeds], arguments.folds)
    else:
        learn([*passages, *seeds * _SEEDS], arguments.only or QUESTIONS)
    for folder in arguments.also:
        found = cases(load(folder))
        print(folder.name)
        _table_of([(case, is_right(case, choosing.weights()[case.question])) for case in found])


if __name__ == "__main__":
    main()

"""Chooses among options by signs that speak for or against them.

Rules say which option they would take, and that is one sign among others: where a clause stands, what kind of figure
it is, what was spoken of before. How much each sign weighs was learned from annotated passages by
`benchmarks/training/train_choices.py` (a log-linear model over the options of each figure; see Berger, Della Pietra and
Della Pietra 1996, "A maximum entropy approach to natural language processing"), and stands in `choices.tsv`: one line a
sign, with the question that it bears on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

WEIGHTS = Path(__file__).with_name("choices.tsv")
# The option that a rule would take bears this sign.
RULED = "rule"
Question = Literal["measure", "place", "period", "scope"]
T = TypeVar("T")


class Option(NamedTuple, Generic[T]):
    """Something that may be chosen, and the signs that it bears."""

    value: T
    signs: Sequence[str]


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """For each question the weights of its signs."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        question, sign, weight = line.split("\t")
        found[question][sign] = float(weight)
    return found


def best(question: Question, options: Iterable[Option[T]]) -> T:
    """The value of the option whose signs weigh most, the first of equals. Raises ValueError if there is none."""
    known = weights().get(question, {})
    return max(options, key=lambda option: sum(known.get(sign, 0.0) for sign in option.signs)).value

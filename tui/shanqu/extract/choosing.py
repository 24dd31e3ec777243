"""Chooses among options by signs that speak for or against them.

Rules say which option they would take, and that is one sign among others: where a clause stands, what kind of figure
it is, what was spoken of before. How much each sign weighs was learned from annotated passages by
`benchmarks/training/train_choices.py` (a log-linear model over the options of each figure; see Berger, Della Pietra and
Della Pietra 1996, "A maximum entropy approach to natural language processing"), and stands in `choices.tsv`: one line a
sign, with the question that it bears on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

WEIGHTS = Path(__file__).with_name("choices.tsv")
# The option that a rule would take bears this sign.
RULED = "rule"
Question = Literal["measure", "place", "period", "scope"]
T = TypeVar("T")


class Option(NamedTuple, Generic[T]):
    """Something that may be chosen, and the signs that it bears: its own, and words, each with signs of the figure that
    are weighed together with that word."""

    value: T
    signs: Sequence[str]
    crossed: Sequence[tuple[str, Sequence[str]]] = ()

    def every_sign(self) -> tuple[str, ...]:
        """All signs as `choices.tsv` writes them."""
        return (*self.signs, *(f"{word} {sign}" for word, signs in self.crossed for sign in signs))


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """For each question the weights of its signs."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        question, sign, weight = line.split("\t")
        found[question][sign] = float(weight)
    return found


@cache
def _crossed(question: Question) -> Mapping[str, Mapping[str, float]]:
    """The weights of the signs that begin with a word, by what follows it."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for sign, weight in weights().get(question, {}).items():
        for gap in re.finditer(" ", sign):
            found[sign[: gap.start()]][sign[gap.end() :]] = weight
    return found


def forget() -> None:
    """From now on the weights are read again."""
    weights.cache_clear()
    _crossed.cache_clear()


def best(question: Question, options: Iterable[Option[T]]) -> T:
    """The value of the option whose signs weigh most, the first of equals. Raises ValueError if there is none."""
    known, crossed = weights().get(question, {}), _crossed(question)

    def worth(option: Option[T]) -> float:
        total = _sum(known, option.signs)
        for word, signs in option.crossed:
            total += _sum(crossed.get(word, {}), signs)
        # So that options of equal weight are equal, whatever the order in which it was added up.
        return round(total, 6)

    return max(options, key=worth).value


def _sum(known: Mapping[str, float], signs: Sequence[str]) -> float:
    return sum(map(known.get, signs, repeat(0.0)))

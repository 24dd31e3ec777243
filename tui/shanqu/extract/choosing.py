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
        return (*self.signs, *(f"{word}|{sign}" for word, signs in self.crossed for sign in signs))


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """For each question the weights of its signs."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        question, sign, weight = line.split("\t")
        found[question][sign] = float(weight)
    return found


@cache
def _crossed(question: Question) -> Mapping[str, Sequence[tuple[str, float]]]:
    """For each sign that is weighed together with words these words, and how much it weighs with each."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, weight in weights().get(question, {}).items():
        word, bar, sign = name.partition("|")
        if bar:
            found[sign].append((word, weight))
    return found


def forget() -> None:
    """From now on the weights are read again."""
    weights.cache_clear()
    _crossed.cache_clear()


def best(question: Question, options: Sequence[Option[T]]) -> T:
    """The value of the option whose signs weigh most, the first of equals. Raises ValueError if there is none."""
    known = weights().get(question, {})
    # Options of one question mostly share the signs that are crossed: these are looked up once for all of them.
    sums: dict[int, Mapping[str, float]] = {}

    def worth(option: Option[T]) -> float:
        total = sum(map(known.get, option.signs, repeat(0.0)))
        for word, signs in option.crossed:
            by_word = sums.get(id(signs))
            if by_word is None:
                by_word = sums[id(signs)] = _by_word(question, signs)
            total += by_word.get(word, 0.0)
        # So that options of equal weight are equal, whatever the order in which it was added up.
        return round(total, 6)

    return max(options, key=worth).value


def _by_word(question: Question, signs: Iterable[str]) -> Mapping[str, float]:
    """What the signs weigh together with each word."""
    totals: dict[str, float] = defaultdict(float)
    for weighed in filter(None, map(_crossed(question).get, signs)):
        for word, weight in weighed:
            totals[word] += weight
    return totals

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

import numpy as np
import numpy.typing as npt

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


class _Crossed(NamedTuple):
    """What signs weigh together with words: a row of `table` for each sign, a column for each word."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    table: npt.NDArray[np.float64]

    def by_word(self, signs: Iterable[str]) -> list[float]:
        """What all the signs together weigh with each word, by columns."""
        known = [row for row in map(self.rows.get, signs) if row is not None]
        totals: list[float] = np.add.reduce(self.table.take(np.array(known, np.intp), axis=0)).tolist()
        return totals


@cache
def _crossed(question: Question) -> _Crossed:
    weighed = weights().get(question, {})
    pairs = [name.split("|", 1) for name in weighed if "|" in name]
    columns = {word: at for at, word in enumerate(dict.fromkeys(word for word, _ in pairs))}
    rows = {sign: at for at, sign in enumerate(dict.fromkeys(sign for _, sign in pairs))}
    table = np.zeros((len(rows), len(columns)))
    for word, sign in pairs:
        table[rows[sign], columns[word]] = weighed[f"{word}|{sign}"]
    return _Crossed(rows, columns, table)


def forget() -> None:
    """From now on the weights are read again."""
    weights.cache_clear()
    _crossed.cache_clear()


def best(question: Question, options: Sequence[Option[T]]) -> T:
    """The value of the option whose signs weigh most, the first of equals. Raises ValueError if there is none."""
    known, crossed = weights().get(question, {}), _crossed(question)
    # Options of one question mostly share the signs that are crossed: these are looked up once for all of them.
    sums: dict[int, list[float]] = {}

    def worth(option: Option[T]) -> float:
        total = sum(map(known.get, option.signs, repeat(0.0)))
        for word, signs in option.crossed:
            column = crossed.columns.get(word)
            if column is not None:
                if id(signs) not in sums:
                    sums[id(signs)] = crossed.by_word(signs)
                total += sums[id(signs)][column]
        # So that options of equal weight are equal, whatever the order in which it was added up.
        return round(total, 6)

    return max(options, key=worth).value

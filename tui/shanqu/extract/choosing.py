"""Chooses among options by signs that speak for or against them.

Rules say which option they would take, and that is one sign among others: where a clause stands, what kind of figure
it is, what was spoken of before. How much each sign weighs was learned from annotated passages by
`benchmarks/training/train_choices.py` (a log-linear model over the options of each figure; see Berger, Della Pietra and
Della Pietra 1996, "A maximum entropy approach to natural language processing"), and stands in `choices.tsv`: one line a
sign, with the question that it bears on.
"""

from __future__ import annotations

import math
import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Generic, Literal, NamedTuple, TypeVar

import shanqu.extract

# Beside the package: a compiled module has the file of its library.
WEIGHTS = Path(shanqu.extract.__file__).with_name("choices.tsv")
# The option that a rule would take bears this sign.
RULED = "rule"
# So many bytes are the lane of a word, and so much is in it before the weights, which may be less than nothing.
_LANE = 4
_NOTHING = 1 << 24
# In these the weights are reckoned with.
_HUNDREDTHS = 100
Question = Literal["measure", "status", "place", "period", "scope"]
T = TypeVar("T")


class Option(NamedTuple, Generic[T]):
    """Something that may be chosen, and the signs that it bears: its own, and words, each with signs of the figure that
    are weighed together with that word."""

    value: T
    signs: list[str]
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


class _Weights(NamedTuple):
    """The weights of one question, in hundredths, as they are written: of signs by themselves, and of those that weigh
    together with words. Of the latter each sign has a row, a large number in which each word has its lane."""

    own: Mapping[str, int]
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    nothing: int

    def by_word(self, signs: Iterable[str]) -> tuple[int, ...]:
        """By columns what all the signs together weigh with each word, above `_NOTHING`."""
        words = len(self.columns)
        total = sum(filter(None, map(self.rows.get, signs)), self.nothing)
        return struct.unpack(f"<{words}I", total.to_bytes(_LANE * words, "little"))


@cache
def _weights(question: Question) -> _Weights:
    own: dict[str, int] = {}
    rows: dict[str, int] = defaultdict(int)
    columns: dict[str, int] = {}
    for name, weight in weights().get(question, {}).items():
        hundredths = round(weight * _HUNDREDTHS)
        word, crossed, sign = name.partition("|")
        if crossed:
            rows[sign] += hundredths << 8 * _LANE * columns.setdefault(word, len(columns))
        else:
            own[name] = hundredths
    nothing = int.from_bytes(_NOTHING.to_bytes(_LANE, "little") * len(columns), "little")
    return _Weights(own, dict(rows), columns, nothing)


def forget() -> None:
    """From now on the weights are read again."""
    weights.cache_clear()
    _weights.cache_clear()


def best(question: Question, options: Sequence[Option[T]]) -> T:
    """The value of the option whose signs weigh most, the first of equals. Raises ValueError if there is none."""
    if not options:
        raise ValueError("the options are empty")
    if len(options) == 1:
        return options[0].value
    totals = _totals(question, options)
    return options[totals.index(max(totals))].value


def likeliest(question: Question, options: Sequence[Option[T]], least: float, otherwise: T) -> T:
    """The same, where it is the right one with a probability of `least` or more as far as the signs tell, else `otherwise`."""
    totals = _totals(question, options)
    most = max(totals)
    sure = sum(math.exp((total - most) / _HUNDREDTHS) for total in totals) * least <= 1
    return options[totals.index(most)].value if sure else otherwise


def _totals(question: Question, options: Sequence[Option[T]]) -> list[int]:
    """How much the signs of each option weigh, in hundredths."""
    known = _weights(question)
    own, columns = known.own, known.columns
    # Options of one question mostly share the signs that are crossed: these are looked up once for all of them.
    sums: dict[int, tuple[int, ...]] = {}
    totals = []
    for option in options:
        total = sum(map(own.get, option.signs, repeat(0)))
        for word, signs in option.crossed:
            column = columns.get(word)
            if column is not None:
                if id(signs) not in sums:
                    sums[id(signs)] = known.by_word(signs)
                total += sums[id(signs)][column] - _NOTHING
        totals.append(total)
    return totals

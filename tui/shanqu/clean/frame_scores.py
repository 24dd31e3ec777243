"""How much speaks for every line's lying inside the article, and for the article's edges."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from shanqu.clean.columns import between
from shanqu.clean.data import load, once
from shanqu.clean.evidence import EDGE, Evidence, Worth, Worths
from shanqu.clean.signs import Signs

# By less than this sums differ that were only added up in another order.
EVEN: Final = 1e-9


class Weights(NamedTuple):
    """What the signs of lines are worth (`frame.toml`): for a line's lying `inside` the article, for its being
    the `first` one of it or the one `before` that, and for its being the `last` one or the one `after` that."""

    inside: Worth
    first: Worth
    before: Worth
    last: Worth
    after: Worth


@once
def weights() -> Weights:
    """The weights as they were learned."""
    data = load("frame.toml")
    return Weights(*(Worth(data[name]) for name in Weights._fields))


class Scores(NamedTuple):
    """How much more speaks for than against: a line's lying `inside` the article; the article's beginning at line
    `i` (`low[i]`) and its ending before it (`high[i]`). `low` and `high` have one entry more than there are lines."""

    inside: list[float]
    low: list[float]
    high: list[float]


def score(signs: list[Signs], worth: Weights | None = None) -> Scores:
    """What the signs of the lines, which are some, say, by the weights learned or by others."""
    weighed = worth or weights()
    worths = _worths() if worth is None else _together(worth)
    inside, first, before, last, after = Evidence(signs).sums(worths)
    return Scores(
        inside=inside.tolist(),
        low=between(before, first, (weighed.before[EDGE], weighed.first[EDGE])),
        high=between(last, after, (weighed.last[EDGE], weighed.after[EDGE])),
    )


@once
def _worths() -> Worths:
    return _together(weights())


def _together(worth: Weights) -> Worths:
    """The weights for all regards together; of a line outside the article only what is its own counts."""
    return Worths(worth, [name not in ("before", "last") for name in Weights._fields])


def likeliest(scores: Scores) -> tuple[int, int]:
    """The run of lines, at least one, with the largest sum of all that is said for it."""
    best, found = -math.inf, (0, len(scores.inside))
    begun, start, total = -math.inf, 0, 0.0
    for index, (value, low, high) in enumerate(zip(scores.inside, scores.low, scores.high[1:], strict=False)):
        if low - total > begun + EVEN:
            begun, start = low - total, index
        total += value
        if begun + total + high > best + EVEN:
            best, found = begun + total + high, (start, index + 1)
    return found

"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from shanqu.clean import windows
from shanqu.clean.columns import Sums, added, between, lane, listed, table
from shanqu.clean.echoes import echoes, recurring
from shanqu.clean.looks import FLAGS, Kind, Seen
from shanqu.clean.signs import Signs, looks_of

# mypyc takes a tuple of floats for one that is not set yet, if it is final.
_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
_SHARE_STEPS: Final = range(len(_PROSE_SHARES) + 1)
# The third step only tells the lines that may be headlines.
_ECHOES = (0.15, 0.35, 0.5, 0.6)
_HEADS_FROM: Final = 3
# The name of the sign of no line: where the article begins or ends with the page.
EDGE: Final = "edge"
_OFTEN: Final = 3
# For each class of the times that a line comes, and of its echo, whether it is repeated, or a headline.
_REPEATED: Final = bytes(map(bool, range(256)))
_HEADLINES: Final = bytes(echo > _HEADS_FROM for echo in range(256))
# What is known of each line is written in columns, a byte for each line: its class. The names of the signs that each
# class of a column stands for, first of how the line goes with others,
_WITH_OTHERS: Final = {
    "echo": ([], ["headline:0"], ["headline:1"], ["headline:2"], ["headline:2"], ["headline:3"]),
    "times": ([], ["repeated"], ["repeated-often"]),
    "form": ([], ["form"]),
    "label": ([], ["label"]),
}
# then of the share of the prose that stands before it and after it,
_AMID: Final = {side: [[f"text-{side}:{step}"] for step in _SHARE_STEPS] for side in ("before", "after")}
# and of the lines around it that have a flag.
_SERIES: Final = (*FLAGS, "repeated", "headline", "form", "label")
_AROUND: Final = {
    f"{name} around": [windows.names(name, one) for one in range(windows.ALL)] for name in _SERIES
}
_COLUMNS: dict[str, Sequence[Sequence[str]]] = {**_WITH_OTHERS, **_AMID, **_AROUND}


class Evidence:
    """The lines of a page as the frame is found by: linear in the length of the page."""

    def __init__(self, signs: list[Signs]) -> None:
        looks = looks_of(signs)
        self.kinds = [look.kind for look in looks]
        with_others = _with_others(signs, looks)
        self.series = _series(self.kinds, with_others)
        # No column where no line has any of its signs.
        self.with_others = {name: classes for name, classes in with_others.items() if classes.strip(b"\0")}
        around = {
            f"{name} around": windows.classes(flags) for name, flags in self.series.items() if 1 in flags
        }
        self.columns = {**self.with_others, **_amid(signs), **around}

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        found = [[*kind.names] for kind in self.kinds]
        for name, classes in _COLUMNS.items():
            column = self.columns.get(name) or bytes(len(found))
            for names, one in zip(found, column, strict=True):
                names += classes[one]
        return found

    def score(self, worth: Worth) -> list[float]:
        """For each line the sum of what its signs are worth, and of the `bias` of all lines."""
        return listed(self._scores(worth), len(self.kinds))

    def between(self, above: Worth, below: Worth) -> list[float]:
        """For each place between two lines, and at both ends of the page, what the line above it is worth by its own
        signs, and the one below it by all."""
        own, whole = self._sums(above, 0.0, self.with_others), self._scores(below)
        return between(own, whole, len(self.kinds), (above[EDGE], below[EDGE]))

    def _scores(self, worth: Worth) -> Sums:
        absent = [table.first for name, table in worth.tables.items() if name not in self.columns]
        return self._sums(worth, worth["bias"] + sum(absent), self.columns)

    def _sums(self, worth: Worth, bias: float, columns: Mapping[str, bytes]) -> Sums:
        """For each line the sum of the `bias`, what its kind is worth, and what its classes are."""
        begun = list(map(worth.own.__getitem__, self.kinds))
        tables = worth.tables
        return added(
            begun, [(column, tables[name]) for name, column in columns.items() if name in tables], bias
        )


def _with_others(signs: list[Signs], looks: list[Seen]) -> dict[str, bytes]:
    """How each line goes with others of the page."""
    norms = [sign.line.norm for sign in signs]
    again = {norm: min(number, _OFTEN) - 1 for norm, number in Counter(norms).items() if number > 1}
    return {
        "echo": bytes([0 if echo is None else 1 + bisect(_ECHOES, echo) for echo in echoes(signs)]),
        "times": bytes([again.get(norm, 0) for norm in norms]) if again else bytes(len(norms)),
        "form": recurring([look.form for look in looks]),
        "label": recurring([look.label for look in looks]),
    }


def _series(kinds: list[Kind], with_others: Mapping[str, bytes]) -> dict[str, bytes]:
    """The flags that are counted in the lines around, one for each line."""
    rows = b"".join([kind.flags for kind in kinds])
    return {name: rows[place :: len(FLAGS)] for place, name in enumerate(FLAGS)} | {
        "repeated": with_others["times"].translate(_REPEATED),
        "headline": with_others["echo"].translate(_HEADLINES),
        "form": with_others["form"],
        "label": with_others["label"],
    }


def _amid(signs: list[Signs]) -> dict[str, bytes]:
    """The share of the prose that stands before each line, and after it, as the step that it reaches."""
    sums = list(accumulate([sign.length if sign.prose else 0 for sign in signs], initial=0))
    whole = sums[-1] or 1
    return {
        "before": _steps(sums[:-1], lambda size: size / whole),
        "after": _steps(sums[:0:-1], lambda size: (whole - size) / whole)[::-1],
    }


def _steps(sizes: Sequence[int], share: Callable[[int], float]) -> bytes:
    """For each of the sizes, whose shares rise, how many steps its share reaches."""
    firsts = [0, *(bisect_left(sizes, step, key=share) for step in _PROSE_SHARES), len(sizes)]
    return b"".join(bytes([step]) * (high - low) for step, (low, high) in enumerate(pairwise(firsts)))


class Worth(dict[str, float]):
    """What signs are worth; a sign without a weight is worth nothing. `own` is what those of a kind are together,
    `tables` what the classes of each column are, of columns of which one is worth anything."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.own = _Own(self)
        worths = {name: list(map(self.sum, classes)) for name, classes in _COLUMNS.items()}
        self.tables = {name: table(found) for name, found in worths.items() if any(found)}

    def __missing__(self, name: str) -> float:
        return 0.0

    def sum(self, names: Iterable[str]) -> float:
        """What the signs are worth together."""
        return sum(map(self.__getitem__, names))


class _Own(dict[Kind, bytes]):
    """What kinds are worth, as `columns.lane` writes it, reckoned when it is first asked for."""

    def __init__(self, worth: Worth) -> None:
        super().__init__()
        self._worth = worth

    def __missing__(self, kind: Kind) -> bytes:
        found = self[kind] = lane(self._worth.sum(kind.names))
        return found

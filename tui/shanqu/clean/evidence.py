"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from shanqu.clean import windows
from shanqu.clean.columns import Classes, Sheet, Sums, hundredths
from shanqu.clean.echoes import echoes, recurring
from shanqu.clean.looks import FLAGS, Kind, Seen
from shanqu.clean.signs import Signs, looks_of

_STEPS: Final = np.array([0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999])
_SHARE_STEPS: Final = range(len(_STEPS) + 1)
# The third step only tells the lines that may be headlines.
_ECHOES = (0.15, 0.35, 0.5, 0.6)
_HEADS_FROM: Final = 3
# The name of the sign of no line: where the article begins or ends with the page.
EDGE: Final = "edge"
_OFTEN: Final = 3
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
    """The lines of a page, which are some, as the frame is found by: linear in the length of the page."""

    def __init__(self, signs: list[Signs]) -> None:
        looks = looks_of(signs)
        self.kinds = [look.kind for look in looks]
        with_others = _with_others(signs, looks)
        flags = np.frombuffer(b"".join([kind.flags for kind in self.kinds]), np.uint8).reshape(-1, len(FLAGS))
        echo, times, form, label = with_others
        # To put rows into an array takes far less time than to make one of them.
        self._series = np.empty((len(_SERIES), len(signs)), np.uint8)
        self._series[: len(FLAGS)] = flags.T
        for row, found in zip(
            self._series[len(FLAGS) :], (times > 0, echo > _HEADS_FROM, form, label), strict=True
        ):
            row[:] = found
        self._columns = np.empty((len(_COLUMNS), len(signs)), np.uint8)
        around = len(_WITH_OTHERS) + len(_AMID)
        self._columns[: len(_WITH_OTHERS)] = with_others
        self._columns[len(_WITH_OTHERS) : around] = _amid(signs)
        self._columns[around:] = windows.classes(self._series)

    @property
    def series(self) -> dict[str, Classes]:
        """The flags that are counted in the lines around, one for each line."""
        return dict(zip(_SERIES, self._series, strict=True))

    @property
    def columns(self) -> dict[str, Classes]:
        """The columns by their names."""
        return dict(zip(_COLUMNS, self._columns, strict=True))

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        found = [[*kind.names] for kind in self.kinds]
        for classes, column in zip(_COLUMNS.values(), self._columns, strict=True):
            for names, one in zip(found, column, strict=True):
                names += classes[one]
        return found

    def sums(self, worths: Worths) -> Sums:
        """In each regard for each line the sum of what its signs are worth, and of the `bias` of all lines, if they
        count in this regard."""
        begun = [*map(worths.own.__getitem__, self.kinds)]
        found: Sums = worths.sheet.sums(begun, self._columns) + worths.bias
        return found


def _with_others(signs: list[Signs], looks: list[Seen]) -> Classes:
    """How each line goes with others of the page: the columns `_WITH_OTHERS`."""
    norms = [sign.line.norm for sign in signs]
    again = {norm: min(number, _OFTEN) - 1 for norm, number in Counter(norms).items() if number > 1}
    columns = (
        bytes([0 if echo is None else 1 + bisect(_ECHOES, echo) for echo in echoes(signs)]),
        bytes([again.get(norm, 0) for norm in norms]) if again else bytes(len(norms)),
        recurring([look.form for look in looks]),
        recurring([look.label for look in looks]),
    )
    return np.frombuffer(b"".join(columns), np.uint8).reshape(len(columns), -1)


def _amid(signs: list[Signs]) -> Classes:
    """The share of the prose that stands before each line, and after it, as the step that it reaches."""
    sums = np.array([0, *[sign.length if sign.prose else 0 for sign in signs]]).cumsum()
    whole = sums[-1] or 1
    shares = np.empty((2, len(signs)))
    shares[0] = sums[:-1]
    shares[1] = whole - sums[1:]
    return _STEPS.searchsorted(shares / whole, "right").astype(np.uint8)


class Worth(dict[str, float]):
    """What signs are worth in one regard; a sign without a weight is worth nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0

    def sum(self, names: Iterable[str]) -> float:
        """What the signs are worth together."""
        return sum(map(self.__getitem__, names))


class Worths:
    """What signs are worth in several regards. Of those that are `whole` all count, and the bias; of the others only
    what is known without looking at the text and the lines around."""

    def __init__(self, regards: Sequence[Worth], whole: Sequence[bool]) -> None:
        self.own = _Own(regards)
        self.bias = np.array(
            [[worth["bias"] if all_ else 0.0] for worth, all_ in zip(regards, whole, strict=True)]
        )
        self.sheet = Sheet(
            [
                [
                    [
                        worth.sum(names) if all_ or column in _WITH_OTHERS else 0.0
                        for worth, all_ in zip(regards, whole, strict=True)
                    ]
                    for names in classes
                ]
                for column, classes in _COLUMNS.items()
            ]
        )


class _Own(dict[Kind, bytes]):
    """What kinds are worth, as `columns.hundredths` writes it, reckoned when it is first asked for."""

    def __init__(self, regards: Sequence[Worth]) -> None:
        super().__init__()
        self._regards = regards

    def __missing__(self, kind: Kind) -> bytes:
        found = self[kind] = hundredths([worth.sum(kind.names) for worth in self._regards])
        return found

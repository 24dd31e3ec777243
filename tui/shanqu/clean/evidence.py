"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from shanqu.clean import windows
from shanqu.clean.columns import Table, added, table
from shanqu.clean.echoes import echoes, recurring_forms, recurring_labels
from shanqu.clean.looks import look
from shanqu.clean.rules import Rule
from shanqu.clean.signs import Signs
from shanqu.model import Role

_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
# The third step only tells lines that may be headlines.
_ECHOES = (0.15, 0.35, 0.5, 0.6)
_ECHOED = ("headline:0", "headline:1", "headline:2", "headline:2", "headline:3")
_HEADS_FROM = 3
_TIMES = ("", "", "repeated", "repeated-often")
_OFTEN = len(_TIMES) - 1
_SHORT = ("length:0", "length:1", "length:2")
_GROUPS = {
    Role.BYLINE: "byline",
    Role.EDITOR: "byline",
    Role.TAGS: "byline",
    Role.BREADCRUMB: "crumb",
    Role.NAVIGATION: "menu",
    Role.ADVERT: "advert",
    Role.SHARE: "advert",
    Role.RELATED: "related",
    Role.COMMENT: "related",
    Role.PAGINATION: "menu",
}
# The flags that are counted in the lines around each line.
SERIES = (
    "fields",
    "dated",
    "byline",
    "related",
    "number",
    "prose",
    "rule",
    "short",
    "title",
    "repeated",
    "headline",
    "form",
    "label",
)
SHARES = ("text-before", "text-after")
# The flags of a line's own stand together in its signs.
_STOP, _RULE = Signs._fields.index("stop"), Signs._fields.index("rule")
# Of its signs those that its look names and whether it is dated, its rule, the flags that it has alone, the step that
# its echo reaches, how often it comes, and whether its form and its label recur.
_Own = tuple[str, bool, str, tuple[object, ...], int, int, bool, bool]


class Evidence:
    """The lines of a page as the frame is found by: linear in the length of the page."""

    def __init__(self, signs: Sequence[Signs]) -> None:
        # Few combinations of a line's own signs come again and again: each is looked at once.
        self.combinations: dict[_Own, int] = {}
        self.combined = [self.combinations.setdefault(own, len(self.combinations)) for own in _owned(signs)]
        flags = [*map(_flags, self.combinations)]
        rows = b"".join([flags[one] for one in self.combined])
        self.series = {name: rows[place :: len(SERIES)] for place, name in enumerate(SERIES)}
        # The classes of the lines around each line; nothing where no line has the flag.
        self.windows = {name: windows.classes(flags) for name, flags in self.series.items() if 1 in flags}
        self.shares = _shares([sign.length if sign.prose else 0 for sign in signs])

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        owned = [*map(_own_names, self.combinations)]
        found = [[*owned[one]] for one in self.combined]
        for index, names in enumerate(found):
            for name in SERIES:
                names += windows.names(name, self.windows[name][index] if name in self.windows else 0)
            names += [f"{name}:{steps[index]}" for name, steps in self.shares.items()]
        return found

    def own(self, worth: Worth) -> list[float]:
        """For each line the sum of what its own signs are worth."""
        sums = list(map(worth.own.__getitem__, self.combinations))
        return list(map(sums.__getitem__, self.combined))

    def score(self, worth: Worth) -> list[float]:
        """For each line the sum of what its signs are worth, and of the `bias` of all lines."""
        columns = {**self.windows, **self.shares}
        bias = worth["bias"] + sum(table.first for name, table in worth.tables.items() if name not in columns)
        return added(
            [bias + one for one in self.own(worth)],
            [(columns[name], table) for name, table in worth.tables.items() if name in columns],
        )


def _owned(signs: Sequence[Signs]) -> Iterator[_Own]:
    """For each line its own signs, and how it goes with others."""
    norms = [sign.line.norm for sign in signs]
    looks = [*map(look, norms)]
    counted = Counter(norms)
    return zip(
        [one.names for one in looks],
        [one.dated for one in looks],
        ["" if sign.rule is None else _of_rule(sign.rule) for sign in signs],
        [sign[_STOP:_RULE] for sign in signs],
        [-1 if echo is None else bisect(_ECHOES, echo) for echo in echoes(signs)],
        [min(counted[norm], _OFTEN) for norm in norms],
        recurring_forms(looks),
        recurring_labels(signs, looks),
        strict=True,
    )


def _of_rule(rule: Rule) -> str:
    """The name of the sign that the rule fits: the kind of boilerplate that it finds, and what it ends."""
    return f"rule:{_GROUPS.get(rule.role, 'foot')}:{'weak' if rule.weak else rule.ends or 'inside'}"


@lru_cache(maxsize=8192)
def _own_names(own: _Own) -> tuple[str, ...]:
    """The names of a line's own signs."""
    look, _, ruled, alone, echo, times, formed, labelled = own
    _, prose, strong, teaser, legal, listing = alone
    flags = {
        "form": formed,
        "label": labelled,
        "stop": alone[0],
        "prose": prose,
        "strong": prose and strong,
        "teaser": prose and teaser,
        "legal": legal,
        "listing": listing,
    }
    found = [ruled, _ECHOED[echo] if echo >= 0 else "", _TIMES[times]]
    return *look.split(), *filter(None, found), *(name for name, flag in flags.items() if flag)


@lru_cache(maxsize=8192)
def _flags(own: _Own) -> bytes:
    """Which flags of `SERIES` the line has, each a byte."""
    _, dated, ruled, _, echo, times, formed, labelled = own
    names = frozenset(_own_names(own))
    short = not names.isdisjoint(_SHORT)
    flags = {
        "fields": "fields" in names,
        "dated": dated and "stop" not in names,
        "byline": ruled.startswith("rule:byline"),
        "related": ruled.startswith(("rule:related", "rule:foot")),
        "number": "number" in names,
        "prose": "prose" in names,
        "rule": ruled != "" and not ruled.endswith("weak"),
        "short": short,
        "title": not short and names.isdisjoint(("stop", "prose")),
        "repeated": times > 1,
        "headline": echo >= _HEADS_FROM,
        "form": formed,
        "label": labelled,
    }
    return bytes(flags[name] for name in SERIES)


def _shares(sizes: Sequence[int]) -> dict[str, bytes]:
    """The share of the prose that stands before each line, and after it, as the step that it reaches."""
    sums = list(accumulate(sizes, initial=0))
    whole = sums[-1] or 1
    before = _steps([size / whole for size in sums[:-1]])
    after = _steps([(whole - size) / whole for size in sums[:0:-1]])[::-1]
    return dict(zip(SHARES, (before, after), strict=True))


def _steps(shares: Sequence[float]) -> bytes:
    """For each of the shares, which rise, how many steps it reaches."""
    firsts = [0, *(bisect_left(shares, step) for step in _PROSE_SHARES), len(shares)]
    return b"".join(bytes([step]) * (high - low) for step, (low, high) in enumerate(pairwise(firsts)))


class Worth(dict[str, float]):
    """What signs are worth; a sign without a weight is worth nothing.

    `own` is what a line's own signs are worth together: few combinations come again and again.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.own = _Sums(self)

    def __missing__(self, name: str) -> float:
        return 0.0

    @cached_property
    def tables(self) -> dict[str, Table]:
        """What the classes of the lines around are worth, and the steps of shares: where any is worth something."""
        worths = {name: [self._sum(windows.names(name, one)) for one in range(windows.ALL)] for name in SERIES}
        for name in SHARES:
            worths[name] = [self[f"{name}:{step}"] for step in range(len(_PROSE_SHARES) + 1)]
        return {name: table(found) for name, found in worths.items() if any(found)}

    def _sum(self, names: Iterable[str]) -> float:
        return sum(map(self.__getitem__, names))


class _Sums(dict[_Own, float]):
    """What combinations of a line's own signs are worth, reckoned when it is first asked for."""

    def __init__(self, worth: Worth) -> None:
        super().__init__()
        self._worth = worth

    def __missing__(self, own: _Own) -> float:
        found = self[own] = sum(map(self._worth.__getitem__, _own_names(own)))
        return found

"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from shanqu.clean import windows
from shanqu.clean.echoes import echoes, recurring_forms, recurring_labels
from shanqu.clean.fields import find_date, is_meta
from shanqu.clean.rules import Rule
from shanqu.clean.signs import Signs
from shanqu.model import Role

_LENGTHS = (3, 5, 9, 16, 26, 46, 91, 161)
_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
_ECHOES = (0.15, 0.35, 0.6)
_HEADS_FROM = 0.5
_META_LONGEST = 90
_DATED_LEAST = 8
_OPENING = re.compile(r"[·•▪■◆▲★●>»(（【[“《①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十]|\d{1,2}(?![\d年月日%万亿个多])")
_TIMES = ("", "", "repeated", "repeated-often")
_COMMAS = ("", "comma", "commas")
_ENDS = dict.fromkeys(":;,、", "ends-open") | dict.fromkeys("?!", "asks") | {"…": "ends-cut"}
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


# The flags of a line's own stand together in its signs.
_STOP, _RULE = Signs._fields.index("stop"), Signs._fields.index("rule")
_Key = TypeVar("_Key")
# The steps that length and echo reach, names of signs or nothing, flags, and the flags that the line has alone.
_Own = tuple[int, int, str, str, str, str, str, str, bool, bool, bool, bool, tuple[object, ...]]


class Evidence:
    """The lines of a page as the frame is found by: linear in the length of the page."""

    def __init__(self, signs: Sequence[Signs]) -> None:
        self.signs = signs
        self.norms = [sign.line.norm for sign in signs]
        self.counted = Counter(self.norms)
        self.fielded = [sign.length <= _META_LONGEST and is_meta(sign.line.norm) for sign in signs]
        self.ruled = ["" if sign.rule is None else _of_rule(sign.rule) for sign in signs]
        self.echoes = echoes(signs)
        self.formed = recurring_forms(signs)
        self.labelled = recurring_labels(signs)
        self.owned = list(self._owned())
        # Few combinations of signs come again and again: each is weighed once.
        self.combinations: dict[_Own, int] = {}
        self.combined = [self.combinations.setdefault(own, len(self.combinations)) for own in self.owned]
        self.series = self._series()
        # The classes of the lines around each line; nothing where no line has the flag.
        self.windows = {name: windows.classes(flags) for name, flags in self.series.items() if any(flags)}
        sums = list(accumulate((sign.length if sign.prose else 0 for sign in signs), initial=0))
        whole = sums[-1] or 1
        # The share of the prose that stands before each line, and after it, as the step that it reaches.
        self.shares = [
            (bisect(_PROSE_SHARES, before / whole), bisect(_PROSE_SHARES, (whole - after) / whole))
            for before, after in pairwise(sums)
        ]

    def _owned(self) -> Iterable[_Own]:
        """For each line its own signs, and how it goes with others."""
        norms, counted = self.norms, self.counted
        return zip(
            [bisect(_LENGTHS, sign.length) for sign in self.signs],
            [-1 if echo is None else bisect(_ECHOES, echo) for echo in self.echoes],
            self.ruled,
            [_TIMES[min(counted[norm], 3)] for norm in norms],
            ["sentence" if "。" in norm else _spaced(norm) if " " in norm else "" for norm in norms],
            [_COMMAS[min(norm.count(","), 2)] for norm in norms],
            ["" if sign.han else "number" if sign.line.norm.isdigit() else "foreign" for sign in self.signs],
            ["ends-cut" if norm[-2:] == ".." else _ENDS.get(norm[-1:], "") for norm in norms],
            self.formed,
            self.labelled,
            self.fielded,
            [_OPENING.match(norm) is not None for norm in norms],
            [sign[_STOP:_RULE] for sign in self.signs],
            strict=True,
        )

    def _series(self) -> dict[str, bytes]:
        """The flags that are counted in the lines around, one for each line."""
        signs, ruled = self.signs, self.ruled
        return {
            "fields": bytes(self.fielded),
            "dated": bytes(map(_is_dated, signs)),
            "byline": bytes([rule.startswith("rule:byline") for rule in ruled]),
            "related": bytes([rule.startswith(("rule:related", "rule:foot")) for rule in ruled]),
            "number": bytes(map(str.isdigit, self.norms)),
            "prose": bytes([sign.prose for sign in signs]),
            "rule": bytes([rule != "" and not rule.endswith("weak") for rule in ruled]),
            "short": bytes([sign.length <= 8 for sign in signs]),
            "title": bytes([sign.length > 8 and not sign.stop and not sign.prose for sign in signs]),
            "repeated": bytes([self.counted[norm] > 1 for norm in self.norms]),
            "headline": bytes([echo is not None and echo >= _HEADS_FROM for echo in self.echoes]),
            "form": bytes(self.formed),
            "label": bytes(self.labelled),
        }

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        found = [[*_own_names(own)] for own in self.owned]
        for index, names in enumerate(found):
            for name in self.series:
                names += windows.names(name, self.windows[name][index] if name in self.windows else 0)
            names += _share_names(*self.shares[index])
        return found

    def own(self, worth: Worth) -> list[float]:
        """For each line the sum of what its own signs are worth."""
        sums = list(map(worth.own.__getitem__, self.combinations))
        return list(map(sums.__getitem__, self.combined))

    def score(self, worth: Worth) -> list[float]:
        """For each line the sum of what its signs are worth, and of the `bias` of all lines."""
        bias = worth["bias"]
        parts: list[Iterable[float]] = [
            self.own(worth),
            map(worth.shares.__getitem__, self.shares),
        ]
        for name in self.series:
            table = worth.of_windows(name)
            if name in self.windows and table:
                parts.append(map(table.__getitem__, self.windows[name]))
            elif table:
                bias += table[0]
        return [bias + value for value in map(sum, zip(*parts, strict=True))]


def _of_rule(rule: Rule) -> str:
    return f"rule:{_group(rule)}:{'weak' if rule.weak else rule.ends or 'inside'}"


def _group(rule: Rule) -> str:
    """The kind of boilerplate that a rule finds."""
    return _GROUPS.get(rule.role, "foot")


def _spaced(norm: str) -> str:
    return "spaced" if norm.count(" ") * 8 > len(norm) else ""


@lru_cache(maxsize=8192)
def _own_names(own: _Own) -> tuple[str, ...]:
    """The names of a line's own signs."""
    length, echo, *named, formed, labelled, fielded, opening, alone = own
    stop, prose, strong, teaser, legal, listing = alone
    flags = {
        "form": formed,
        "label": labelled,
        "fields": fielded,
        "opening": opening,
        "stop": stop,
        "prose": prose,
        "strong": prose and strong,
        "teaser": prose and teaser,
        "legal": legal,
        "listing": listing,
        # A figure is foreign too.
        "foreign": "number" in named,
    }
    found = [f"length:{length}", f"headline:{echo}" if echo >= 0 else "", *named]
    return *filter(None, found), *(name for name, flag in flags.items() if flag)


def _share_names(before: int, after: int) -> tuple[str, str]:
    return f"text-before:{before}", f"text-after:{after}"


class Worth(dict[str, float]):
    """What signs are worth; a sign without a weight is worth nothing.

    `own` is what a line's own signs are worth together, and `shares` what the prose before and after it is: few
    combinations come again and again.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.own: _Sums[_Own] = _Sums(lambda own: sum(map(self.__getitem__, _own_names(own))))
        self.shares: _Sums[tuple[int, int]] = _Sums(
            lambda share: sum(map(self.__getitem__, _share_names(*share)))
        )
        self._windows: dict[str, list[float]] = {}

    def __missing__(self, name: str) -> float:
        return 0.0

    def of_windows(self, name: str) -> list[float]:
        """What each class of lines around with the flag is worth; empty where none is worth anything."""
        found = self._windows.get(name)
        if found is None:
            found = [sum(map(self.__getitem__, windows.names(name, one))) for one in range(windows.ALL)]
            found = self._windows[name] = found if any(found) else []
        return found


class _Sums(dict[_Key, float], Generic[_Key]):
    """Sums that are reckoned when they are first asked for."""

    def __init__(self, reckon: Callable[[_Key], float]) -> None:
        super().__init__()
        self._reckon = reckon

    def __missing__(self, key: _Key) -> float:
        found = self[key] = self._reckon(key)
        return found


def _is_dated(sign: Signs) -> bool:
    """Whether the line gives a whole date and little else."""
    if sign.stop or not _DATED_LEAST <= sign.length <= _META_LONGEST:
        return False
    found = find_date(sign.line.norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None

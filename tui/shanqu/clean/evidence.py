"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, repeat
from operator import add, sub
from typing import cast

from shanqu.clean.fields import find_date, is_meta
from shanqu.clean.signs import Signs
from shanqu.model import Role

_LENGTHS = (3, 5, 9, 16, 26, 46, 91, 161)
_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
_COUNTS = (1, 2, 4, 7)
_META_LONGEST = 90
_DATED_LEAST = 8
_NEAR = 3
_WIDE = 10
_OPENING = re.compile(r"[·•▪■◆▲★●>»]|\d{1,2}(?![\d年月日%万亿个多])|[(（【\[“《①-⑩一二三四五六七八九十]")
_BY_LENGTH = tuple(f"length:{step}" for step in range(len(_LENGTHS) + 1))
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


class Evidence:
    """The lines of a page as the frame is found by: linear in the length of the page."""

    def __init__(self, signs: Sequence[Signs]) -> None:
        self.signs = signs
        self.counted = Counter(sign.line.norm for sign in signs)
        self.fielded = [sign.length <= _META_LONGEST and is_meta(sign.line.norm) for sign in signs]
        groups = [_group(sign) for sign in signs]
        self.series: dict[str, list[int]] = {
            "fields": _sums(self.fielded),
            "dated": _sums([_is_dated(sign) for sign in signs]),
            "byline": _sums([group == "byline" for group in groups]),
            "related": _sums([group in ("related", "foot") for group in groups]),
            "number": _sums([sign.line.norm.isdigit() for sign in signs]),
            "prose": _sums([sign.prose for sign in signs]),
            "rule": _sums([sign.rule is not None and not sign.rule.weak for sign in signs]),
            "short": _sums([sign.length <= 8 for sign in signs]),
            "title": _sums([sign.length > 8 and not sign.stop and not sign.prose for sign in signs]),
            "repeated": _sums([self.counted[sign.line.norm] > 1 for sign in signs]),
        }
        self.size = _sums([sign.length if sign.prose else 0 for sign in signs])

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        found = [list(self._own(index)) for index in range(len(self.signs))]
        for name, bounds, values in self._windows():
            for names, value in zip(found, values, strict=True):
                names.append(f"{name}:{bisect(bounds, value)}")
        return found

    def score(self, weights: Mapping[str, float]) -> list[float]:
        """For each line the sum of what its signs are worth, and of the `bias` of all lines."""
        worth = weights.get
        bias = worth("bias", 0.0)
        total = [bias + sum(worth(name, 0.0) for name in self._own(i)) for i in range(len(self.signs))]
        for name, bounds, values in self._windows():
            table = [worth(f"{name}:{step}", 0.0) for step in range(len(bounds) + 1)]
            if bounds is _COUNTS:
                # Counts in a window are few: each has its place in a table.
                by_count = [table[bisect(bounds, count)] for count in range(_WIDE + 1)]
                counts = cast("list[int]", values)
                some = any(counts)
                steps: Iterator[float] = map(by_count.__getitem__, counts) if some else repeat(by_count[0])
                total = list(map(add, total, steps))
            else:
                total = [
                    so_far + table[bisect(bounds, value)] for so_far, value in zip(total, values, strict=True)
                ]
        return total

    def _windows(self) -> Iterator[tuple[str, tuple[float, ...], list[float] | list[int]]]:
        """What stands before and after each line: a name, the bounds of its classes, a value a line."""
        count = len(self.signs)
        for name, sums in self.series.items():
            if not sums[-1]:
                nothing = [0] * count
                yield from (
                    (f"{name}{side}{reach}", _COUNTS, nothing) for reach in (_NEAR, _WIDE) for side in "<>"
                )
                continue
            for reach in (_NEAR, _WIDE):
                low = [0] * reach + sums
                high = sums + [sums[-1]] * reach
                yield f"{name}<{reach}", _COUNTS, list(map(sub, sums, low[:count]))
                yield f"{name}>{reach}", _COUNTS, list(map(sub, high[1 + reach :], sums[1:]))
        whole = self.size[-1] or 1
        yield "text-before", _PROSE_SHARES, [value / whole for value in self.size[:-1]]
        yield "text-after", _PROSE_SHARES, [(whole - value) / whole for value in self.size[1:]]

    def _own(self, index: int) -> Iterator[str]:
        """The signs of the line itself."""
        sign = self.signs[index]
        norm = sign.line.norm
        times = self.counted[norm]
        yield _BY_LENGTH[bisect(_LENGTHS, sign.length)]
        if sign.rule is not None:
            yield f"rule:{_group(sign)}:{'weak' if sign.rule.weak else sign.rule.ends or 'inside'}"
        if times > 1:
            yield "repeated" if times == 2 else "repeated-often"
        if self.fielded[index]:
            yield "fields"
        if sign.prose:
            yield "prose"
            if sign.strong:
                yield "strong"
            if sign.teaser:
                yield "teaser"
        if "。" in norm:
            yield "sentence"
        elif " " in norm and norm.count(" ") * 8 > len(norm):
            yield "spaced"
        yield from _written(sign, norm)


def _written(sign: Signs, norm: str) -> Iterator[str]:
    """How the line begins, pauses and ends."""
    if "," in norm:
        yield "comma" if norm.count(",") == 1 else "commas"
    if sign.stop:
        yield "stop"
    if sign.legal:
        yield "legal"
    if sign.listing:
        yield "listing"
    if not sign.han:
        yield "foreign"
        if norm.isdigit():
            yield "number"
    if _OPENING.match(norm):
        yield "opening"
    last = norm[-1:]
    if last in _ENDS:
        yield _ENDS[last]
    elif norm.endswith(".."):
        yield "ends-cut"


def _group(sign: Signs) -> str:
    """The kind of boilerplate that the line is by a rule, or an empty string."""
    return "" if sign.rule is None else _GROUPS.get(sign.rule.role, "foot")


def _is_dated(sign: Signs) -> bool:
    """Whether the line gives a whole date and little else."""
    if sign.stop or not _DATED_LEAST <= sign.length <= _META_LONGEST:
        return False
    found = find_date(sign.line.norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))

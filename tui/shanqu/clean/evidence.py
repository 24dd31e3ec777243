"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from shanqu.clean.echoes import echoes, recurring_forms, recurring_labels
from shanqu.clean.fields import find_date, is_meta
from shanqu.clean.signs import Signs
from shanqu.model import Role

_LENGTHS = (3, 5, 9, 16, 26, 46, 91, 161)
_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
_COUNTS = (1, 2, 4, 7)
_ECHOES = (0.15, 0.35, 0.6)
_HEADS_FROM = 0.5
_META_LONGEST = 90
_DATED_LEAST = 8
_NEAR = 3
_WIDE = 10
_SEEN, _SEEN_NEAR = (1 << _WIDE) - 1, (1 << _NEAR) - 1
_SIDES = ("<", ">")
_OPENERS = frozenset("·•▪■◆▲★●>»(（【[“《①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十")
_NUMBERED = re.compile(r"\d{1,2}(?![\d年月日%万亿个多])")
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
        norms = [sign.line.norm for sign in signs]
        self.counted = Counter(norms)
        self.fielded = [sign.length <= _META_LONGEST and is_meta(sign.line.norm) for sign in signs]
        groups = [_group(sign) for sign in signs]
        self.echoes = echoes(signs)
        self.formed = recurring_forms(signs)
        self.labelled = recurring_labels(signs)
        self.owned = [tuple(self._own(index)) for index in range(len(signs))]
        # Few combinations of signs come again and again: each is weighed once.
        self.combinations: dict[tuple[str, ...], int] = {}
        self.combined = [self.combinations.setdefault(names, len(self.combinations)) for names in self.owned]
        self.series = {
            "fields": bytes(self.fielded),
            "dated": bytes(map(_is_dated, signs)),
            "byline": bytes(group == "byline" for group in groups),
            "related": bytes(group in ("related", "foot") for group in groups),
            "number": bytes(map(str.isdigit, norms)),
            "prose": bytes(sign.prose for sign in signs),
            "rule": bytes(sign.rule is not None and not sign.rule.weak for sign in signs),
            "short": bytes(sign.length <= 8 for sign in signs),
            "title": bytes(sign.length > 8 and not sign.stop and not sign.prose for sign in signs),
            "repeated": bytes(self.counted[norm] > 1 for norm in norms),
            "headline": bytes(echo is not None and echo >= _HEADS_FROM for echo in self.echoes),
            "form": bytes(self.formed),
            "label": bytes(self.labelled),
        }
        # For each line which of the lines on one side have a flag; nothing where no line has it.
        self.windows = {
            (name, side): _patterns(flags) if side == "<" else _patterns(flags[::-1])[::-1]
            for name, flags in self.series.items()
            if any(flags)
            for side in _SIDES
        }
        sizes = [sign.length if sign.prose else 0 for sign in signs]
        sums = list(accumulate(sizes, initial=0))
        whole = sums[-1] or 1
        # The share of the prose that stands before each line, and after it, as the step that it reaches.
        self.shares = {
            "text-before": [bisect(_PROSE_SHARES, value / whole) for value in sums[:-1]],
            "text-after": [bisect(_PROSE_SHARES, (whole - value) / whole) for value in sums[1:]],
        }

    def named(self) -> list[list[str]]:
        """For each line the names of the signs that it has."""
        found = [list(names) for names in self.owned]
        for name in self.series:
            for side in _SIDES:
                patterns = self.windows.get((name, side)) or [0] * len(found)
                for names, pattern in zip(found, patterns, strict=True):
                    names.extend(_window_names(name, side, pattern))
        for name, steps in self.shares.items():
            for names, step in zip(found, steps, strict=True):
                names.append(f"{name}:{step}")
        return found

    def own(self, worth: Worth) -> list[float]:
        """For each line the sum of what its own signs are worth."""
        sums = [worth.of_signs(names) for names in self.combinations]
        return list(map(sums.__getitem__, self.combined))

    def score(self, worth: Worth) -> list[float]:
        """For each line the sum of what its signs are worth, and of the `bias` of all lines."""
        bias = worth["bias"]
        parts: list[Iterable[float]] = [self.own(worth)]
        for name in self.series:
            for side in _SIDES:
                table = worth.of_windows(name, side)
                patterns = self.windows.get((name, side))
                if table and patterns is None:
                    bias += table[0]
                elif table and patterns is not None:
                    parts.append(map(table.__getitem__, patterns))
        for name, steps in self.shares.items():
            table = [worth[f"{name}:{step}"] for step in range(len(_PROSE_SHARES) + 1)]
            parts.append(map(table.__getitem__, steps))
        return [bias + value for value in map(sum, zip(*parts, strict=True))]

    def _own(self, index: int) -> list[str]:
        """The signs of the line itself, and of how it goes with others."""
        sign = self.signs[index]
        norm = sign.line.norm
        times = self.counted[norm]
        found = [_BY_LENGTH[bisect(_LENGTHS, sign.length)]]
        if sign.rule is not None:
            found.append(f"rule:{_group(sign)}:{'weak' if sign.rule.weak else sign.rule.ends or 'inside'}")
        if times > 1:
            found.append("repeated" if times == 2 else "repeated-often")
        echo = self.echoes[index]
        if echo is not None:
            found.append(f"headline:{bisect(_ECHOES, echo)}")
        if self.formed[index]:
            found.append("form")
        if self.labelled[index]:
            found.append("label")
        if self.fielded[index]:
            found.append("fields")
        if sign.prose:
            found.append("prose")
            if sign.strong:
                found.append("strong")
            if sign.teaser:
                found.append("teaser")
        if "。" in norm:
            found.append("sentence")
        elif " " in norm and norm.count(" ") * 8 > len(norm):
            found.append("spaced")
        _add_written(found, sign, norm)
        return found


def _add_written(found: list[str], sign: Signs, norm: str) -> None:
    """Adds how the line begins, pauses and ends."""
    if "," in norm:
        found.append("comma" if norm.count(",") == 1 else "commas")
    if sign.stop:
        found.append("stop")
    if sign.legal:
        found.append("legal")
    if sign.listing:
        found.append("listing")
    if not sign.han:
        found.append("foreign")
        if norm.isdigit():
            found.append("number")
    if norm and (norm[0] in _OPENERS or (norm[0].isdigit() and _NUMBERED.match(norm))):
        found.append("opening")
    last = norm[-1:]
    if last in _ENDS:
        found.append(_ENDS[last])
    elif norm.endswith(".."):
        found.append("ends-cut")


def _patterns(flags: bytes) -> list[int]:
    """For each line which of the lines before it have the flag, the nearest as the lowest bit."""
    found = [0] * len(flags)
    at = flags.find(1)
    while at >= 0:
        seen = 0
        for index in range(at, len(flags) - 1):
            seen = (seen << 1 | flags[index]) & _SEEN
            if not seen:
                break
            found[index + 1] = seen
        else:
            break
        # Only where a flag is near is there anything to count.
        at = flags.find(1, index)
    return found


def _window_names(name: str, side: str, pattern: int) -> list[str]:
    """How many of the lines near it have the flag, and how many of those farther away too."""
    near, wide = (pattern & _SEEN_NEAR).bit_count(), pattern.bit_count()
    return [
        f"{name}{side}{reach}:{bisect(_COUNTS, count)}" for reach, count in ((_NEAR, near), (_WIDE, wide))
    ]


class Worth(dict[str, float]):
    """What signs are worth; a sign without a weight is worth nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._signs: dict[tuple[str, ...], float] = {}
        self._windows: dict[tuple[str, str], list[float]] = {}

    def __missing__(self, name: str) -> float:
        return 0.0

    def of_signs(self, names: tuple[str, ...]) -> float:
        """What all of the signs together are worth: few combinations come again and again."""
        found = self._signs.get(names)
        if found is None:
            found = self._signs[names] = sum(map(self.__getitem__, names))
        return found

    def of_windows(self, name: str, side: str) -> list[float]:
        """What each pattern of the flag in the lines on one side is worth; empty where none is worth anything."""
        found = self._windows.get((name, side))
        if found is None:
            near, wide = (
                [self[f"{name}{side}{reach}:{bisect(_COUNTS, count)}"] for count in range(reach + 1)]
                for reach in (_NEAR, _WIDE)
            )
            patterns = range(_SEEN + 1) if any(near) or any(wide) else ()
            found = [near[(seen & _SEEN_NEAR).bit_count()] + wide[seen.bit_count()] for seen in patterns]
            self._windows[name, side] = found
        return found


def _group(sign: Signs) -> str:
    """The kind of boilerplate that the line is by a rule, or an empty string."""
    return "" if sign.rule is None else _GROUPS.get(sign.rule.role, "foot")


def _is_dated(sign: Signs) -> bool:
    """Whether the line gives a whole date and little else."""
    if sign.stop or not _DATED_LEAST <= sign.length <= _META_LONGEST:
        return False
    found = find_date(sign.line.norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None

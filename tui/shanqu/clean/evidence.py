"""What speaks for a line lying in the article and what against it, looking at the lines around too."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from shanqu.clean.fields import DATE, is_meta
from shanqu.clean.signs import Signs, pairs
from shanqu.model import Role

_LENGTHS = (3, 5, 9, 16, 26, 46, 91, 161)
_PROSE_SHARES = (0.0001, 0.03, 0.1, 0.5, 0.9, 0.97, 0.9999)
_COUNTS = (1, 2, 4, 7)
_OVERLAPS = (0.01, 0.3, 0.6)
_META_LONGEST = 90
_NEAR = 3
_WIDE = 10
_OPENING = re.compile(r"[·•▪■◆▲★●>»]|\d{1,2}(?![\d年月日%万亿个多])|[(（【\[“《①-⑩一二三四五六七八九十]")
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


def evidence(signs: Sequence[Signs]) -> list[list[str]]:
    """For each line the names of the features that it has. Linear in the length of the page."""
    counted = Counter(sign.line.norm for sign in signs)
    known: set[str] = set()
    for sign in signs:
        if sign.prose:
            known |= pairs(sign.line.norm)
    around = _Around(signs, counted)
    result = []
    for index, sign in enumerate(signs):
        found = _own(sign, counted[sign.line.norm])
        if not sign.prose and sign.han >= 2:
            own = pairs(sign.line.norm)
            share = sum(map(known.__contains__, own)) / len(own) if own else 0.0
            found.append(f"known:{bisect(_OVERLAPS, share)}")
        found.extend(around.of(index))
        result.append(found)
    return result


def _own(sign: Signs, times: int) -> list[str]:
    norm = sign.line.norm
    found = [f"length:{bisect(_LENGTHS, sign.length)}"]
    if sign.rule is not None:
        found.append(f"rule:{_group(sign)}:{'weak' if sign.rule.weak else sign.rule.ends or 'inside'}")
    if sign.stop:
        found.append("stop")
    if "。" in norm:
        found.append("sentence")
    if "," in norm:
        found.append("comma" if norm.count(",") == 1 else "commas")
    for name, holds in (
        ("strong", sign.strong),
        ("prose", sign.prose),
        ("teaser", sign.teaser),
        ("legal", sign.legal),
        ("listing", sign.listing),
        ("repeated", times == 2),
        ("repeated-often", times > 2),
        ("foreign", not sign.han),
        ("number", norm.isdigit()),
        ("fields", sign.length <= _META_LONGEST and is_meta(norm)),
        ("opening", _OPENING.match(norm) is not None),
        ("ends-open", norm.endswith((":", ";", ",", "、"))),
        ("ends-cut", norm.endswith(("..", "…"))),
        ("asks", norm.endswith(("?", "!"))),
        ("spaced", " " in norm and "。" not in norm and norm.count(" ") * 8 > len(norm)),
    ):
        if holds:
            found.append(name)
    return found


def _group(sign: Signs) -> str:
    """The kind of boilerplate that the line is by a rule, or an empty string."""
    return "" if sign.rule is None else _GROUPS.get(sign.rule.role, "foot")


def _is_dated(sign: Signs) -> bool:
    """Whether the line gives a whole date and little else."""
    if sign.length > _META_LONGEST or sign.stop:
        return False
    found = DATE.search(sign.line.norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None


class _Around:
    """Counts of what stands before and after each line."""

    def __init__(self, signs: Sequence[Signs], counted: Counter[str]) -> None:
        self.count = len(signs)
        fielded = [sign.length <= _META_LONGEST and is_meta(sign.line.norm) for sign in signs]
        self.series = {
            "fields": _sums(fielded),
            "dated": _sums([_is_dated(sign) for sign in signs]),
            "byline": _sums([_group(sign) == "byline" for sign in signs]),
            "related": _sums([_group(sign) in ("related", "foot") for sign in signs]),
            "number": _sums([sign.line.norm.isdigit() for sign in signs]),
            "prose": _sums([sign.prose for sign in signs]),
            "rule": _sums([sign.rule is not None and not sign.rule.weak for sign in signs]),
            "short": _sums([sign.length <= 8 for sign in signs]),
            "title": _sums([sign.length > 8 and not sign.stop and not sign.prose for sign in signs]),
            "repeated": _sums([counted[sign.line.norm] > 1 for sign in signs]),
        }
        self.size = _sums([sign.length if sign.prose else 0 for sign in signs])

    def of(self, index: int) -> list[str]:
        """The features of line `index` that its neighbours give it."""
        found = []
        after = index + 1
        for name, sums in self.series.items():
            for reach in (_NEAR, _WIDE):
                low, high = max(0, index - reach), min(self.count, after + reach)
                found.append(f"{name}<{reach}:{bisect(_COUNTS, sums[index] - sums[low])}")
                found.append(f"{name}>{reach}:{bisect(_COUNTS, sums[high] - sums[after])}")
        total = self.size[-1] or 1
        found.append(f"text-before:{bisect(_PROSE_SHARES, self.size[index] / total)}")
        found.append(f"text-after:{bisect(_PROSE_SHARES, (total - self.size[after]) / total)}")
        return found


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))

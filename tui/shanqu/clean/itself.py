"""The name by which a page speaks of itself, around its article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from shanqu.clean.data import forget, sites
from shanqu.clean.names import looks_like_site

# So many points make a name sure, and more are wanted for one that does not end like a site's.
_ENOUGH: Final = 3
_SURE: Final = 5
_LONGEST: Final = 200
_FIRM: Final = re.compile(r"(?:股份|网络|科技|传媒|信息)*有限(?:责任)?公司.*|公司$|集团公司$")
_CHANNEL_LONGEST: Final = 8


def named_by_itself(
    lines: Iterable[str], source: str | None, agency: str | None, telling: Iterable[str] | None = None
) -> str | None:
    """The name that most of what `lines` say of the page itself holds, or None.

    `lines` are those outside the text, as `Line.norm`, and `telling` those of them that may say something, if that is
    known (`gates.ITSELF`); `source` and `agency` speak for a name besides, and alone for none. A portal's channel
    counts for more than the portal where it stands on lines of its own.
    """
    lines = [*lines]
    others = [said for said in (source, agency) if said]
    points: defaultdict[str, int] = defaultdict(int)
    firms: dict[str, int] = {}
    for name, worth, of_firm in _said([*filter(_is_short, lines if telling is None else telling)]):
        if of_firm:
            firms[name] = max(worth, firms.get(name, 0))
        else:
            points[name] += worth
    for name, worth in firms.items():
        points[name] += worth
    if not points:
        return None
    alone = Counter(filter(_is_short, lines))
    for name in points:
        points[name] += (name in alone) + sum(name in said for said in others)
    fitting = [
        name for name, worth in points.items() if worth >= (_ENOUGH if looks_like_site(name) else _SURE)
    ]
    best = max(fitting, key=lambda name: (points[name], len(name)), default=None)
    channels = [
        name
        for name in alone
        if best
        and name.startswith(best)
        and len(best) < len(name) <= _CHANNEL_LONGEST
        and looks_like_site(name)
        if name in others or alone[name] > 1
    ]
    return channels[0] if channels else best


def _is_short(line: str) -> bool:
    return 0 < len(line) <= _LONGEST


def _said(lines: Sequence[str]) -> Iterator[tuple[str, int, bool]]:
    """Each name with the points of each form that it stands in, and whether it is what a firm is called by.

    A firm that holds the rights need not be called as the page is: all that is said of it counts once.
    """
    lowered = [line.lower() for line in lines]
    together = "\n".join(lowered)
    for form in sites().itself:
        if form.word not in together:
            continue
        # Each once, in the order of the page: of equals the first counts.
        own = (line for line, low in zip(lines, lowered, strict=True) if form.word in low)
        found = dict.fromkeys(match["site"] for line in own for match in form.pattern.finditer(line))
        for name in found:
            bare = _FIRM.sub("", name)
            if may_name(bare):
                yield bare, form.points if bare == name else min(form.points, _ENOUGH), bare != name


@lru_cache(maxsize=1024)
def may_name(name: str) -> bool:
    """Whether the words can be a name: more than words that stand on every site."""
    known = sites()
    if (
        name.isascii()
        or len(name) < 2
        or name.endswith(known.no_ends)
        or any(word in name.lower() for word in known.never)
    ):
        return False
    for word in known.no_names:
        name = name.replace(word, "")
    return bool(name)


forget(may_name.cache_clear)

"""Which item of an enumeration each name of a sentence stands in.

"甲公司落户遂昌、乙公司落户仙居" names two firms and two counties, and each firm has one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# What stands in brackets belongs to what is before them; commas of numbers (10,000) part nothing.
_STOP = re.compile(
    r"[(（][^()（）]{0,80}[)）](?P<behind>以及|和|与|及)?|(?P<stop>[、，;；]|(?<!\d),|,(?!\d)|以及)"
)


class Spot(NamedTuple):
    """A name at `[start, end)` of the page; `place`: whether it is that of a county, prefecture or zone."""

    start: int
    end: int
    place: bool


def items(text: str, spots: Sequence[Spot]) -> list[int]:
    """For each name, all of one sentence of the page `text`, the number of its item.

    Stops inside names and brackets part nothing. An item without a place goes with the one before it where only 、 parts
    them and that one begins with its place: 遂昌的甲厂、乙厂.
    """
    stops = _stops(text, spots)
    ends = [at for at, _ in stops]
    found = [bisect_right(ends, spot.start) for spot in spots]
    members: dict[int, list[Spot]] = {}
    for item, spot in zip(found, spots, strict=True):
        members.setdefault(item, []).append(spot)
    joined = [0]
    for item, (_, mark) in enumerate(stops, start=1):
        led = joined[-1] < item - 1 or min(members.get(item - 1, [_NONE])).place
        goes_on = mark == "、" and led and not any(spot.place for spot in members.get(item, []))
        joined.append(joined[-1] if goes_on else item)
    return [joined[item] for item in found]


_NONE = Spot(0, 0, False)


def _stops(text: str, spots: Sequence[Spot]) -> list[tuple[int, str]]:
    """Where items begin, each with the stop before it."""
    if len(spots) < 2:
        return []
    found: list[tuple[int, str]] = []
    for match in _STOP.finditer(text, min(spots).start, max(spots).start):
        mark = match["stop"] or match["behind"]
        if mark and not any(spot.start < match.end() - len(mark) < spot.end for spot in spots):
            found.append((match.end(), mark))
    return found

"""What of a line comes back in others: a headline's words in the text under it, a form with other figures."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from typing import Final

from shanqu.clean.signs import Signs, pairs

_SHORTEST, _LONGEST = 6, 60
# The text of a headline is looked for so many lines below it, in so many paragraphs, so far into each.
_REACH: Final = 16
_PARAGRAPHS: Final = 5
_SAMPLE: Final = 1000


def echoes(signs: list[Signs]) -> list[float | None]:
    """For each line that may be a headline the share of its pairs of characters that the prose below has.

    None for other lines, and where no prose is near. Linear in the length of the page.
    """
    prose = [index for index, sign in enumerate(signs) if sign.prose]
    result: list[float | None] = [None] * len(signs)
    low = 0
    for place, first in enumerate(prose):
        near = prose[place : place + _PARAGRAPHS]
        reached, text = 0, ""
        for index in range(max(low, first - _REACH), first):
            own = pairs(signs[index].line.norm) if _may_head(signs[index]) else None
            if not own:
                continue
            if reached != (reach := bisect(near, index + _REACH)):
                reached = reach
                text = "\n".join([signs[line].line.norm[:_SAMPLE] for line in near[:reached]])
            result[index] = 1 - (len(own) - sum(map(text.__contains__, own))) / len(own)
        low = first + 1
    return result


def _may_head(sign: Signs) -> bool:
    if sign.prose or sign.han < 4 or not _SHORTEST <= sign.length <= _LONGEST:
        return False
    return "。" not in sign.line.norm and (sign.rule is None or sign.rule.weak)


def recurring(keys: Sequence[str]) -> bytes:
    """For each line whether another one has the same key, its form or its label; an empty one never recurs."""
    often = {key for key, times in Counter(filter(None, keys)).items() if times > 1}
    return bytes(map(often.__contains__, keys))

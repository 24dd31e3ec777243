"""What of a line comes back in others: a headline's words in the text under it, a form with other figures."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from shanqu.clean.signs import Signs, pairs

_SHORTEST, _LONGEST = 6, 60
# The text of a headline is looked for so many lines below it, in so many paragraphs, so far into each.
_REACH = 16
_PARAGRAPHS = 5
_SAMPLE = 1000


def echoes(signs: Sequence[Signs]) -> list[float | None]:
    """For each line that may be a headline the share of its pairs of characters that the prose below has.

    None for other lines, and where no prose is near. Linear in the length of the page.
    """
    prose = [index for index, sign in enumerate(signs) if sign.prose]
    known: list[int] = []
    text = ""
    result: list[float | None] = [None] * len(signs)
    for index, sign in enumerate(signs):
        at = bisect(prose, index)
        below = [line for line in prose[at : at + _PARAGRAPHS] if line - index <= _REACH]
        own = pairs(sign.line.norm) if below and _may_head(sign) else None
        if not own:
            continue
        if below != known:
            text, known = "\n".join([signs[line].line.norm[:_SAMPLE] for line in below]), below
        result[index] = 1 - sum([pair not in text for pair in own]) / len(own)
    return result


def _may_head(sign: Signs) -> bool:
    if sign.prose or sign.han < 4 or not _SHORTEST <= sign.length <= _LONGEST:
        return False
    return "。" not in sign.line.norm and (sign.rule is None or sign.rule.weak)


def recurring_forms(signs: Sequence[Signs]) -> bytes:
    """For each line whether another one is the same but for its figures."""
    return _recurring([sign.look.form for sign in signs])


def recurring_labels(signs: Sequence[Signs]) -> bytes:
    """For each line whether another one begins with the same label, as the entries of a list do."""
    return _recurring([sign.look.label for sign in signs])


def _recurring(keys: Sequence[str]) -> bytes:
    counted = Counter(filter(None, keys))
    return bytes([counted[key] > 1 for key in keys])

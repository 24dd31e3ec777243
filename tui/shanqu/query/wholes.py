"""Which figures a text gives as a part of another one: `87个,其中百亿元以上项目2个`. They must never be added up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shanqu.gazetteer.indicators import row_of
from shanqu.model import Fact
from shanqu.store import Reader
from shanqu.store.leading import Said, before

AMONG = "其中"
# How far back the sentence before begins, at most.
_REACH = 300
_ENDS = ";；"
# Words with which a clause turns to all of a county again.
_ALL = re.compile("[,，](?:[全我该本]|整个)[县市区]")
# What one of many has on the average is no part of what they have together.
_AVERAGES = ("人均", "户均", "亩均", "平均")


def wholes(reader: Reader, said: Iterable[Said]) -> dict[tuple[int, int], Fact]:
    """For facts that are parts, by article and start, the whole."""
    parts = [one for one in said if _border(one.fact) is not None]
    spans = {
        (one.article, max(0, one.fact.sentence_start - _REACH), one.fact.sentence_start) for one in parts
    }
    around: dict[int, list[Fact]] = {}
    for article, fact in before(reader, spans) if spans else ():
        around.setdefault(article, []).append(fact)
    found = {}
    for one in parts:
        whole = _whole(one.fact, sorted(around.get(one.article, ()), key=lambda fact: fact.start))
        if whole is not None:
            found[one.article, one.fact.start] = whole
    return found


def _border(fact: Fact) -> int | None:
    """Where in the sentence the last `其中` before the figure stands."""
    at = fact.sentence.rfind(AMONG, 0, max(0, fact.start - fact.sentence_start))
    return at if at >= 0 and fact.value is not None else None


def _whole(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The greater figure before the `其中` that governs this one: of its own sentence or the one before."""
    at = _border(fact)
    if at is None:
        return None
    border = fact.sentence_start + at
    for other in reversed(facts):
        adjoining = at <= 2 and 0 <= fact.sentence_start - other.sentence_end <= 2
        near = other.sentence_start == fact.sentence_start or adjoining
        if near and other.end <= border and _contains(other, fact) and not _over(fact, at, other):
            return other
    return None


def _over(fact: Fact, at: int, whole: Fact) -> bool:
    """Whether what `其中` opened at `at` has ended: a clause turned to all of the county, or a semicolon came, and another
    matter than the whole's after it."""
    between = fact.sentence[at : fact.start - fact.sentence_start]
    if _ALL.search(between):
        return True
    return any(end in between for end in _ENDS) and (
        row_of(fact.indicator).group != row_of(whole.indicator).group
    )


def _contains(whole: Fact, part: Fact) -> bool:
    if whole.value is None or part.value is None or whole.kind != part.kind or part.kind == "growth":
        return False
    if any(average in part.indicator for average in _AVERAGES):
        return False
    return _dimension(whole.unit) == _dimension(part.unit) and whole.value > part.value


def _dimension(unit: str | None) -> str | None:
    return "个" if unit in ("个", "家", "项") else unit

"""Facts of one place as the figures of one cell: equal ones made one, parts and contradictions found,

the one that stands for the cell chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.query.matrix_shapes import Figure, Ref
from shanqu.query.periods import growth_of, last_year
from shanqu.store.statements import Said

_SCOPE_RANK = {"area": 0, "zone": 1, "project": 2, "company": 3, "industry": 4, "province": 5, "foreign": 6}
_STATUS_RANK = {"actual": 0, "forecast": 1, "planned": 2, "target": 3}
_ONE_OF_A_KIND = ("project", "company")
# Two figures so close are one figure rounded differently.
_ROUNDING = 0.005
_AMONG = "其中"


class Stated(NamedTuple):
    """One figure in the making: its first fact, with all the articles that state it."""

    fact: Fact
    said: list[Said]

    @property
    def groups(self) -> set[int]:
        """The independent texts that state it."""
        return {one.group for one in self.said}


def figures(said: Sequence[Said], place: str, label: str) -> list[Figure]:
    """The figures of a cell, the leading one first. `place` and `label` head its column and row."""
    stated = _collapsed(said)
    wholes = _wholes(said)
    clashes = _conflicts(stated)
    made = [
        _figure(one, place, label)._replace(whole=wholes.get(_key(one.fact)), conflict=clashes.get(at, 0))
        for at, one in enumerate(stated)
    ]
    return sorted(made, key=leading)


def leading(figure: Figure) -> tuple[int, int, bool, bool, int, int]:
    """Orders figures: come true before planned, of the place before of a part of it,

    whole before part, the latest first."""
    return (
        _STATUS_RANK[figure.status],
        _SCOPE_RANK[figure.scope],
        figure.whole is not None,
        figure.year is None,
        -(figure.year or 0),
        -figure.n,
    )


def _key(fact: Fact) -> tuple[object, ...]:
    return (
        fact.indicator, fact.subject, fact.value_text, fact.kind, fact.unit, fact.scope, fact.status,
        fact.period_norm or fact.period,
    )  # fmt: skip


def _collapsed(said: Iterable[Said]) -> list[Stated]:
    found: dict[tuple[object, ...], Stated] = {}
    for one in said:
        found.setdefault(_key(one.fact), Stated(one.fact, [])).said.append(one)
    return list(found.values())


def _figure(stated: Stated, place: str, label: str) -> Figure:
    fact = stated.fact
    return Figure(
        text=fact.value_text,
        indicator=fact.indicator,
        subject=fact.subject,
        about=_about(fact, place, label),
        kind=fact.kind,
        value=fact.value,
        low=fact.value_low,
        high=fact.value_high,
        unit=fact.unit,
        hedge=fact.hedge,
        period=fact.period,
        period_norm=fact.period_norm,
        year=last_year(fact.period_norm),
        scope=fact.scope,
        status=fact.status,
        growth=growth_of(fact),
        n=len(stated.groups),
        refs=tuple(map(ref_of, _one_each(stated.said))),
    )


def _one_each(said: Iterable[Said]) -> list[Said]:
    """The first of each article."""
    found: dict[int, Said] = {}
    for one in said:
        found.setdefault(one.article, one)
    return list(found.values())


def ref_of(said: Said) -> Ref:
    """Where the fact stands."""
    fact = said.fact
    return Ref(said.article, fact.sentence_start, fact.sentence_end, fact.start, fact.end)


def _about(fact: Fact, place: str, label: str) -> str:
    """Subject and indicator as far as they say more than the headings, neither twice."""
    subject = fact.subject if fact.subject and fact.subject != place else ""
    indicator = "" if fact.indicator == label or subject.endswith(fact.indicator) else fact.indicator
    return " ".join(filter(None, (subject, indicator)))


def _wholes(said: Iterable[Said]) -> dict[tuple[object, ...], str]:
    """For facts that a text introduces as part of another one, the printed form of that other."""
    by_article: dict[int, list[Fact]] = {}
    for one in said:
        by_article.setdefault(one.article, []).append(one.fact)
    found: dict[tuple[object, ...], str] = {}
    for facts in by_article.values():
        facts.sort(key=lambda fact: fact.start)
        for at, fact in enumerate(facts):
            whole = _whole(fact, facts[:at])
            if whole is not None:
                found.setdefault(_key(fact), whole.value_text)
    return found


def _whole(fact: Fact, before: Sequence[Fact]) -> Fact | None:
    """The greater figure before the last `其中` that governs this one: of its own sentence or the one before."""
    left = fact.sentence[: fact.start - fact.sentence_start]
    at = left.rfind(_AMONG)
    if at < 0 or fact.value is None:
        return None
    border = fact.sentence_start + at
    for other in reversed(before):
        near = other.sentence_start == fact.sentence_start or (
            at <= 2 and fact.sentence_start - other.sentence_end <= 2
        )
        if near and other.end <= border and _contains(other, fact):
            return other
    return None


def _contains(whole: Fact, part: Fact) -> bool:
    if whole.value is None or part.value is None or whole.kind != part.kind:
        return False
    return _dimension(whole.unit) == _dimension(part.unit) and whole.value > part.value


def _dimension(unit: str | None) -> str | None:
    return "个" if unit in ("个", "家", "项") else unit


def _conflicts(stated: Sequence[Stated]) -> dict[int, int]:
    """The positions of figures that contradict another one, each with the number of its contradiction."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for at, one in enumerate(stated):
        fact = one.fact
        period = fact.period_norm or ("" if fact.scope in _ONE_OF_A_KIND and fact.subject else None)
        if period is not None and fact.value is not None:
            key = (fact.indicator, fact.subject, fact.unit, fact.kind, fact.scope, fact.status, period)
            alike.setdefault(key, []).append(at)
    found: dict[int, int] = {}
    number = 0
    for positions in alike.values():
        clashing = [at for at in positions if any(_clash(stated[at], stated[other]) for other in positions)]
        if clashing:
            number += 1
            found.update(dict.fromkeys(clashing, number))
    return found


def _clash(one: Stated, other: Stated) -> bool:
    """Whether independent texts state different values. One text that gives two means two things."""
    if not (one.groups - other.groups and other.groups - one.groups):
        return False
    low, high = bounds(one.fact)
    other_low, other_high = bounds(other.fact)
    room = _ROUNDING * max(abs(low), abs(other_low))
    return low > other_high + room or other_low > high + room


def bounds(fact: Fact) -> tuple[float, float]:
    """The least and the greatest value that a fact allows; a hedge without bounds allows a tenth."""
    value = fact.value or 0.0
    if fact.value_low is not None or fact.value_high is not None:
        low = fact.value_low if fact.value_low is not None else float("-inf")
        high = fact.value_high if fact.value_high is not None else float("inf")
        return low, high
    room = abs(value) * 0.1 if fact.hedge else 0.0
    return value - room, value + room

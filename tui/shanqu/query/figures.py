"""Facts of one place as the figures of one cell: equal ones made one, parts and contradictions found,

the one that stands for the cell chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from shanqu.model import Fact
from shanqu.query.matrix_shapes import Figure, Ref
from shanqu.query.periods import growth_of, last_year
from shanqu.store.leading import Lead, Said, Told

_SCOPE_RANK = {"area": 0, "zone": 1, "project": 2, "company": 3, "industry": 4, "province": 5, "foreign": 6}
# Scopes by the rank that statements carry along with that of their status.
SCOPES = tuple(_SCOPE_RANK)
_STATUS_RANK = {"actual": 0, "forecast": 1, "planned": 2, "target": 3}
_ONE_OF_A_KIND = ("project", "company")
# Two figures so close are one figure rounded differently.
_ROUNDING = 0.005


class Stated(NamedTuple):
    """One figure in the making: its first fact, where some of the facts that state it are printed, and all their texts."""

    fact: Fact
    told: Sequence[Told]
    groups: frozenset[int]


def figures(
    stated: Sequence[Stated], wholes: Mapping[tuple[int, int], str], place: str, label: str
) -> list[Figure]:
    """The figures of a cell, the leading one first. `place` and `label` head its column and row.

    `wholes` are, as they are shown, the values of what facts (by article and start) are parts of.
    """
    clashes = _conflicts(stated)
    made = [
        _figure(one, place, label)._replace(
            whole=next((wholes[at] for at in map(_place, one.told) if at in wholes), None),
            conflict=clashes.get(number, 0),
        )
        for number, one in enumerate(stated)
    ]
    return sorted(made, key=leading)


def _place(told: Told) -> tuple[int, int]:
    return told.article, told.start


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


def order_of(lead: Lead, part: bool, n: int) -> tuple[int, int, bool, bool, int, int]:
    """The same of the figure that a statement of so many texts makes, `part` of a whole or not."""
    return lead.status, lead.scope, part, lead.undated, 0 if lead.undated else lead.age, -n


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
        refs=refs_of(stated.told),
    )


def refs_of(told: Iterable[Told]) -> tuple[Ref, ...]:
    """Where a figure stands: the first place of each article."""
    found: dict[int, Ref] = {}
    for one in told:
        if one.article not in found:
            found[one.article] = Ref._make(one[:5])
    return tuple(found.values())


def ref_of(said: Said) -> Ref:
    """Where the fact stands."""
    fact = said.fact
    return Ref(said.article, fact.sentence_start, fact.sentence_end, fact.start, fact.end)


def _about(fact: Fact, place: str, label: str) -> str:
    """Subject and indicator as far as they say more than the headings, neither twice."""
    subject = fact.subject if fact.subject and fact.subject != place else ""
    if fact.indicator.startswith(subject):
        subject = ""
    indicator = "" if fact.indicator == label or subject.endswith(fact.indicator) else fact.indicator
    return " ".join(filter(None, (subject, indicator)))


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
    independent = bool(one.groups - other.groups and other.groups - one.groups)
    return independent and differ(one.fact, other.fact)


def differ(one: Fact, other: Fact) -> bool:
    """Whether two values cannot be one, however they are rounded and hedged."""
    low, high = bounds(one)
    other_low, other_high = bounds(other)
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

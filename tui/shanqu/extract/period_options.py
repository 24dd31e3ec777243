"""The periods of which a figure may be, and what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shanqu.extract.asking import Asked, Latest, shape, stops_between
from shanqu.extract.choosing import RULED, Option
from shanqu.extract.periods import Period
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# How many sentences back the first period of the text is said to be.
OPENING = 4
_NUMBERS = re.compile(r"\d[\d.,]*")


class Earlier(NamedTuple):
    """A period of an earlier sentence: how many sentences back, and whether in the same paragraph."""

    period: Period
    back: int
    same: bool


class Thing(NamedTuple):
    """A name in the sentence: where it stands, and what sort of thing it is of."""

    start: int
    end: int
    kind: str


def options_of(
    asked: Asked,
    periods: Sequence[Period],
    earlier: Iterable[Earlier],
    ruled: Period | None,
    topic: str,
    latest: Latest | None,
    things: Sequence[Thing] = (),
) -> list[Option[Period | None]]:
    """No period, those of the sentence, those of `earlier` sentences; `ruled` is the one that the rules would take.
    `topic` is the kind of thing that the paragraph is about, `latest` the figure before, `things` are what the sentence
    names."""
    earlier = list(earlier)
    shared = [*_shared(asked, periods), *_by_words(asked, topic), *_left(asked, periods, earlier)]
    shared += _of_things(asked, things)
    none = [*_signs("none", ruled is None), *_as_before(asked, latest, None)]
    options: list[Option[Period | None]] = [Option(None, none, [("none", shared)])]
    for period in periods:
        if not (period.start <= asked.start and asked.end <= period.end):
            where = _where(asked, periods, period)
            signs = [
                *_signs(where, period is ruled),
                *_own(asked, period),
                *_as_before(asked, latest, period),
                *_passed(asked, period, things),
            ]
            options.append(Option(period, signs, [(where, shared)]))
    for one in earlier:
        where = f"back{one.back}{'' if one.same else 'p'}"
        signs = [*_signs(where, one.period is ruled), *_named(one.period, where, asked)]
        signs += _as_before(asked, latest, one.period)
        options.append(Option(one.period, signs, [(where, shared)]))
    return options


def _as_before(asked: Asked, latest: Latest | None, period: Period | None) -> list[str]:
    """Whether the figure before is of the same period, or of none as well."""
    if latest is None or latest.period != (period.printed if period else None):
        return []
    none = "" if period else " none"
    return [f"{sign}{none}" for sign in latest.followed_by(asked)]


def _shared(asked: Asked, periods: Sequence[Period]) -> list[str]:
    """What holds of the figure, whatever the period."""
    before = [period for period in periods if period.end <= asked.start]
    return [
        f"is={asked.nature}",
        f"of={asked.of}",
        f"by={asked.subject_scope}",
        f"by={asked.subject_scope} is={asked.nature}",
        f"status={asked.status}",
        f"kind={asked.kind} status={asked.status}",
        f"unit={asked.unit}",
        f"before={min(len(before), 2)}",
        f"any={min(len(periods), 2)}",
    ]


def _left(asked: Asked, periods: Sequence[Period], earlier: Sequence[Earlier]) -> list[str]:
    """What the paragraph has left to a figure whose sentence names no period before it."""
    if any(period.end <= asked.start for period in periods):
        return []
    left = next((one for one in earlier if one.same), None)
    kind = f"{left.period.kind}{'^' if left.period.heads else ''}" if left else "-"
    return [f"left={kind}", f"left={kind} is={asked.nature}"]


def _of_things(asked: Asked, things: Sequence[Thing]) -> list[str]:
    """What the sentence, and what the figure's own clause, names last before it."""
    before = [thing for thing in things if thing.end <= asked.start]
    last = before[-1] if before else None
    own = last.kind if last and last.start >= asked.clause[0] else "-"
    name = last.kind if last else "-"
    return [f"names={name}", f"names={name} is={asked.nature}", f"clause names={own}"]


def _passed(asked: Asked, period: Period, things: Sequence[Thing]) -> list[str]:
    """What is named between a period and the figure behind it, and how many numbers stand there."""
    if period.end > asked.start:
        return []
    between = sorted(
        {thing.kind for thing in things if period.end <= thing.start and thing.end <= asked.start}
    )
    numbers = len(_NUMBERS.findall(asked.text, period.end, asked.start))
    stops = stops_between(asked.text, period.end, asked.start)
    return [
        *(f"passed {kind}" for kind in between),
        *(f"passed {kind} is={asked.nature}" for kind in between),
        f"numbers={min(numbers, 4)} {stops}",
        f"numbers={min(numbers, 4)} a {period.kind}",
    ]


@once
def _cues() -> re.Pattern[str]:
    return re.compile(listed("figures", "periods", "cues"))


def _by_words(asked: Asked, topic: str) -> list[str]:
    """What the paragraph is about, and the words of the clause from which one may tell."""
    head = asked.text[asked.clause[0] : asked.start]
    cues = _cues().findall(head)
    return [
        f"topic={topic}",
        f"topic={topic} is={asked.nature}",
        f"of={asked.indicator}",
        f"by={asked.subject_scope} of={asked.of}",
        f"word={shape(head[-2:])}",
        *(f"says={cue}" for cue in set(cues)),
        f"says={cues[-1] if cues else '-'} is={asked.nature}",
        *(f"then={cue}" for cue in set(_cues().findall(asked.text, asked.end, asked.clause[1]))),
    ]


def _signs(where: str, ruled: bool) -> list[str]:
    return [where, RULED] if ruled else [where]


def _where(asked: Asked, periods: Sequence[Period], period: Period) -> str:
    """Before or behind the figure, how many clauses off, and whether it is the nearest."""
    if period.end <= asked.start:
        nearer = sum(1 for other in periods if period.end <= other.start < asked.start)
        return f"before{stops_between(asked.text, period.end, asked.start)}.{min(nearer, 2)}"
    nearer = sum(1 for other in periods if asked.end <= other.start < period.start)
    return f"behind{stops_between(asked.text, asked.end, period.start)}.{min(nearer, 2)}"


def _own(asked: Asked, period: Period) -> list[str]:
    """What the words around a period of the sentence say."""
    side = "before" if period.end <= asked.start else "behind"
    lead = asked.text[max(0, period.start - 1) : period.start] or "^"
    then = asked.text[period.end : period.end + 2]
    return [
        *_named(period, side, asked),
        f"{side} lead={lead}",
        f"{side} then={then[:1]}",
        f"{side} then={then}",
        *([f"{side} begins"] if _begins(asked, period) else ()),
        *(
            [f"{side} dates", f"{side} dates is={asked.nature}"]
            if _dates().match(asked.text, period.end)
            else ()
        ),
        f"{side} gap={min((asked.start - period.end) // 8, 4)}" if side == "before" else "behind gap",
    ]


@once
def _dates() -> re.Pattern[str]:
    """Words behind a period by which it tells when something began or was done, and no more: 2019年|动工,…"""
    return re.compile(rf"(?:[一-龥“”]{{0,8}}?){listed('figures', 'periods', 'opened')}(?=[,，。;；、的后]|$)")


def _begins(asked: Asked, period: Period) -> bool:
    """Whether a change began then whose end the figure is: 从2020年的51亿元增长到75亿元."""
    between = asked.text[period.end : asked.start]
    return asked.text[: period.start].endswith(("从", "由", "较", "比")) and any(
        word in between for word in "到至为"
    )


def _named(period: Period, where: str, asked: Asked) -> list[str]:
    """What the period itself says."""
    kind, nature = period.kind, asked.nature
    return [
        f"{where} a {kind}",
        f"{where} a {kind} is={nature}",
        f"{where} a {kind} by={asked.subject_scope}",
        f"a {kind} of={asked.of}",
        f"a {kind} status={asked.status}",
        f"{where} {shape(period.text)}",
        f"{where} heads={period.heads} is={nature}",
    ]

"""How far a project has come, as the sentences that name it tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from shanqu.gazetteer.events import sort_of
from shanqu.model import Fact
from shanqu.query.matrix_shapes import Ref
from shanqu.query.profile_shapes import STAGES, Group, Item, Stage
from shanqu.query.stage_words import (
    WHOLE,
    Place,
    behind_name,
    beside_name,
    going_on,
    of_part,
    under_heading,
)

# The body of a building is up, and the rest still to be done.
_ROOF = re.compile("[结封]顶")
# What has not come about yet when these are planned is itself no more than a plan.
_BEGINNINGS = ("signed", "started")


class Saying(NamedTuple):
    """A sentence that names a project: its page, where the name stands, what facts it states, and which names of other

    projects it holds, `bare`; `named` is where the page names projects behind it.
    """

    page: str
    ref: Ref
    facts: Sequence[Fact]
    others: Collection[str]
    named: Collection[int] = ()


def bare(name: str | None) -> str:
    """A name without the marks that some pages set and others leave out."""
    return re.sub(r"\W", "", name or "")


def stage_of(sayings: Iterable[Saying], names: Collection[str]) -> Stage | None:
    """The latest stage that any of the sentences tells of the project with these `bare` names."""
    found = {stage for one in sayings for stage in _of_saying(one, names)}
    return next((stage for stage in reversed(STAGES) if stage in found), None)


def _of_saying(saying: Saying, names: Collection[str]) -> list[Stage]:
    ref = saying.ref
    place = Place(saying.page, ref.sentence, ref.sentence_end, ref.start, ref.end)
    told = _events(saying, names) or list(beside_name(place))
    # What follows is about a project that the sentence names alone.
    if not saying.others:
        told += [*behind_name(place), *going_on(place, saying.named)]
    return told or list(under_heading(place))


def _events(saying: Saying, names: Collection[str]) -> list[Stage]:
    """The stages that the events of the sentence lead to, unless they happen to another project."""
    told: list[Stage] = []
    for fact in saying.facts:
        subject = bare(fact.subject)
        if fact.kind == "event" and (subject in names or subject not in saying.others):
            sort = sort_of(fact.indicator)
            part = sort in WHOLE and of_part(saying.page, fact.sentence_start, fact.start)
            if fact.status == "actual" and (part or _ROOF.search(fact.value_text)):
                told.append("building")
            elif fact.status == "actual" and sort in STAGES:
                told.append(sort)
            elif fact.status != "actual" and sort in _BEGINNINGS:
                told.append("planned")
    return told


def grouped(items: Iterable[Item]) -> tuple[Group, ...]:
    """The projects by stage, those of unknown stage last; in each the greatest investment first."""
    falling = sorted(items, key=lambda one: (one.amount is None, -(one.amount or 0.0)))
    parts = ((stage, tuple(one for one in falling if one.stage == stage)) for stage in (*STAGES, None))
    return tuple(
        Group(stage, found, len(found), sum(one.amount is not None for one in found))
        for stage, found in parts
        if found
    )

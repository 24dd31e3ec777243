"""How far a project has come, as the sentences that name it tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from shanqu.gazetteer.events import around_stages, sort_of, stages
from shanqu.model import Fact
from shanqu.query.matrix_shapes import Ref
from shanqu.query.profile_shapes import STAGES, Group, Item, Stage

_BREAKS = re.compile("[,，。;；:：!！?？]")
# What has not come about yet when these are planned is itself no more than a plan.
_BEGINNINGS = ("signed", "started")


class Saying(NamedTuple):
    """A sentence that names a project: its page, where the name stands, what facts it states, and which names of other

    projects it holds, `bare`.
    """

    page: str
    ref: Ref
    facts: Sequence[Fact]
    others: Collection[str]


def bare(name: str | None) -> str:
    """A name without the marks that some pages set and others leave out."""
    return re.sub(r"\W", "", name or "")


def stage_of(sayings: Iterable[Saying], names: Collection[str]) -> Stage | None:
    """The latest stage that any of the sentences tells of the project with these `bare` names."""
    found = {stage for one in sayings for stage in _events(one, names) or _words(one)}
    return next((stage for stage in reversed(STAGES) if stage in found), None)


def _events(saying: Saying, names: Collection[str]) -> list[Stage]:
    """The stages that the events of the sentence lead to, unless they happen to another project."""
    told: list[Stage] = []
    for fact in saying.facts:
        subject = bare(fact.subject)
        if fact.kind == "event" and (subject in names or subject not in saying.others):
            sort = sort_of(fact.indicator)
            if fact.status == "actual" and sort in STAGES:
                told.append(sort)
            elif fact.status != "actual" and sort in _BEGINNINGS:
                told.append("planned")
    return told


def _words(saying: Saying) -> Iterator[Stage]:
    """The stages whose words stand in the clause around the name: those within the name are a part of it."""
    page, ref = saying.page, saying.ref
    before = page[ref.sentence : ref.start]
    # What leads to a list is said of all that it lists: 签约的项目有:.
    leading = re.split("[:：]", before)[:-1]
    parts = [_BREAKS.split(part)[-1] for part in (*leading, before)]
    parts.append(_BREAKS.split(page[ref.end : ref.sentence_end], maxsplit=1)[0])
    pattern, coming = _patterns()
    for part in parts:
        for match in pattern.finditer(part):
            stage = cast(Stage, match.lastgroup)
            if not coming.search(part, 0, match.start()):
                yield stage
            elif stage in _BEGINNINGS:
                yield "planned"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of all stages, and those in front of what is to come."""
    behind = "|".join(around_stages("behind"))
    words = "|".join(f"(?P<{stage}>{'|'.join(words)})" for stage, words in stages().items())
    return re.compile(f"(?:{words})(?!{behind})"), re.compile("|".join(around_stages("coming")))


def grouped(items: Iterable[Item]) -> tuple[Group, ...]:
    """The projects by stage, those of unknown stage last; in each the greatest investment first."""
    falling = sorted(items, key=lambda one: (one.amount is None, -(one.amount or 0.0)))
    parts = ((stage, tuple(one for one in falling if one.stage == stage)) for stage in (*STAGES, None))
    return tuple(
        Group(stage, found, len(found), sum(one.amount is not None for one in found))
        for stage, found in parts
        if found
    )

"""What is invested in a project, as the sentences that name it print it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from shanqu.gazetteer.events import around_stages
from shanqu.gazetteer.indicators import row_of
from shanqu.model import Fact, Status
from shanqu.query.figures import differ
from shanqu.query.matrix_shapes import STATUSES, Ref
from shanqu.query.stages import Saying, bare

_INVESTMENT = "总投资"


class Amount(NamedTuple):
    """One fact of an investment, with the article that states it."""

    article: int
    fact: Fact

    @property
    def ref(self) -> Ref:
        """Where it is printed."""
        fact = self.fact
        return Ref(self.article, fact.sentence_start, fact.sentence_end, fact.start, fact.end)


class Investment(NamedTuple):
    """The amounts of a project that are not alike, the greatest first, all of one status.

    `conflict` tells that independent texts state different ones: of one text they are those of different things.
    """

    amounts: tuple[Amount, ...]
    status: Status
    conflict: bool


def investment(
    sayings: Iterable[Saying], names: Collection[str], same: Mapping[int, int]
) -> Investment | None:
    """What is invested in the project with these `bare` names; None where nothing is told.

    `same` has for reprints their group. What has been put in comes before what is planned.
    """
    told = [one for saying in sayings for one in _told(saying, names)]
    if not told:
        return None
    status = min((one.fact.status for one in told), key=list(STATUSES).index)
    stated = sorted(
        (one for one in told if one.fact.status == status), key=lambda one: -(one.fact.value or 0.0)
    )
    unlike: list[Amount] = []
    for one in stated:
        if all(differ(one.fact, other.fact) for other in unlike):
            unlike.append(one)
    texts = [
        {same.get(one.article, one.article) for one in stated if not differ(one.fact, lead.fact)}
        for lead in unlike
    ]
    conflict = any(one - other and other - one for one in texts for other in texts)
    return Investment(tuple(unlike), status, conflict)


def _told(saying: Saying, names: Collection[str]) -> Iterator[Amount]:
    """The amounts of the sentence that are this project's, and this project's alone."""
    found = [
        fact
        for fact in saying.facts
        if fact.scope == "project" and fact.value is not None and row_of(fact.indicator).label == _INVESTMENT
    ]
    for fact in found:
        subject = bare(fact.subject)
        alone = len(found) == 1 and not saying.others
        if subject in names or (alone and subject not in saying.others):
            between = saying.page[saying.ref.end : fact.start]
            if not _several().search(between):
                yield Amount(saying.ref.article, fact)


@cache
def _several() -> re.Pattern[str]:
    """What stands between a name and an amount of several projects: 合计, or 等32个项目."""
    return re.compile("|".join((*around_stages("sums"), "等[^,，。;；]{0,12}?[个项]")))

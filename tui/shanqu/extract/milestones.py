"""When a dated event takes place, and whether it is yet to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.event_dates import iso_at
from shanqu.extract.events import as_planned
from shanqu.extract.goals import Goal
from shanqu.extract.periods import normalise
from shanqu.extract.saying import Said
from shanqu.model import Fact, Status

# A date by which something is to be done, or one that is yet to come.
_TO_COME = re.compile("前$|^本月底|^年[底内]|^明年|^今年年?底")


def dated(said: Said, item: Goal, fact: Fact, events: Sequence[Fact]) -> Fact:
    """The fact of the milestone `item` of the sentence with its date, and planned where that is to come. `events` are those
    of the sentence."""
    text = said.text[item.start : item.end]
    norm = normalise(text, said.year) or iso_at(said.text, item.start, said.year)
    if norm and text.endswith("前"):
        norm = f"/{norm}"
    status = _status(said, item, text, events) if fact.status == "actual" else fact.status
    return fact._replace(period=text, period_norm=norm, status=status)


def _status(said: Said, item: Goal, text: str, events: Sequence[Fact]) -> Status:
    """Whether what happens on a date is planned, by the date and by the words about the event."""
    if _TO_COME.search(text) or as_planned(said.text, item.start):
        return "planned"
    word = said.sentence.start + (item.event or -1)
    return next((one.status for one in events if one.start <= word < one.end), "actual")

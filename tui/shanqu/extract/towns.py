"""The towns and villages that a text tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.span import Span

# How places below the county are found.
TOWNS = ("townships", "villages")
# The town whose party committee or government is named.
_TOWN_OF_BODY = re.compile("(?P<town>.{2,12}?(?:镇|乡|街道))(?:党委|党工委|人民政府|政府|办事处|人大|纪委)")


def full_name(places: Sequence[Span]) -> str | None:
    """The canonical name of the last of `places`, if it is a town or village; a village with the town right before it."""
    if not places or places[-1].how not in TOWNS:
        return None
    last = places[-1]
    behind = last.how == "villages" and len(places) > 1 and places[-2].how == "townships"
    return (
        places[-2].canonical + last.canonical if behind and places[-2].end == last.start else last.canonical
    )


def town_of_body(spans: Sequence[Span], at: int) -> str | None:
    """The town whose committee or government is the last body named before `at`."""
    bodies = [span for span in spans if span.kind == "organization" and span.end <= at]
    match = _TOWN_OF_BODY.match(bodies[-1].canonical) if bodies else None
    return match["town"] if match else None


def town_told_of(spans: Sequence[Span], end: int) -> str | None:
    """The town or village that a sentence which ends at `end` leaves to the next: the last place that it names, if that is one."""
    return full_name([span for span in spans if span.kind == "place"]) or town_of_body(spans, end)

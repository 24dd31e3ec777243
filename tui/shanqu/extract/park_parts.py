"""A zone and its part right behind it, which together are a name, too: 某某经济开发区|桐岭片区. The part is called by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from shanqu.extract.span import Span
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Ways of finding zones, which are parts of none.
_ZONES = ("zones", "alias")


def with_wholes(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order of start, the longer first, with one for each zone and its part together."""
    known = list(spans)
    zones = {span.end: span for span in known if span.kind == "park" and _is_zone(text, span)}
    found: list[Span] = []
    for span in known:
        part = span.kind == "park" and span.how not in _ZONES
        zone = zones.get(span.start) if part and not _works().match(text, span.end) else None
        if zone is None:
            found.append(span)
            continue
        name, code = zone.canonical + text[span.start : span.end], span.code or zone.code
        whole = replace(zone, end=span.end, canonical=name, how=span.how, code=code)
        found += [whole, replace(span, canonical=name, code=code)]
    return sorted(found, key=lambda span: (span.start, -span.end, span.kind))


@once
def _works() -> re.Pattern[str]:
    """What is built there: 某某产业园|及配套工程."""
    return re.compile("及?(?:基础设施|配套)")


def _is_zone(text: str, span: Span) -> bool:
    return text.endswith((*words("bodies", "park", "whole"), "新区"), span.start, span.end)

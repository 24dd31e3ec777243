"""Projects called by the grounds or the house that they put up: 某某产业园|项目, 某某学院云溪校区|建设项目."""

from __future__ import annotations

import re
from collections.abc import Collection

from shanqu.extract.project_edges import heads, span_of, with_phase
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# How zones are found that hold many projects: 某某开发区|项目 is a class.
_ZONES = ("zones", "alias")


def of_bodies(text: str, bodies: Collection[Span]) -> list[Span]:
    """The projects of `text` that are called by one of `bodies`, the parks and bodies named in it, and the noun behind."""
    spans = []
    zones = {zone.end: zone.start for zone in bodies if zone.kind == "park"}
    for body in bodies:
        work = _work().match(text, body.end)
        zone = body.how in _ZONES or text.endswith("区", body.start, body.end)
        if body.kind == "park" and zone and not (work and work["what"] and body.how not in _ZONES):
            continue
        if body.kind == "organization" and not text.endswith(
            words("projects", "houses"), body.start, body.end
        ):
            continue
        end = heads().begins(text, work.start("head")) if work else body.end
        if work is None or end == work.start("head") or _class().match(text, end):
            continue
        whole = zones.get(body.start, body.start) if work["what"] else body.start
        if span := span_of(text, whole, with_phase(text, end), "body"):
            spans.append(span)
    return spans


@once
def _work() -> re.Pattern[str]:
    """The noun of a project, perhaps with its phase and with what is done."""
    done = listed("projects", "done")
    return re.compile(
        rf"(?:[一二三四]期)?(?P<what>及?(?:基础设施|配套))?(?:[一二三四]期|{done}|配套|附属){{0,2}}(?:工程(?=项目))?(?P<head>{listed('projects', 'heads')})"
    )


@once
def _class() -> re.Pattern[str]:
    """What tells that many projects are spoken of: 某某产业园项目|16个."""
    return re.compile(rf"{listed('projects', 'many')}|\d+[个项]")

"""What a position ranks and among whom."""

from __future__ import annotations

import re

from shanqu.extract.attribution import Owner
from shanqu.extract.clauses import clause_start, counted_in
from shanqu.extract.measures import Name, last_measure
from shanqu.extract.ranks import Position
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once


@once
def _wide() -> re.Pattern[str]:
    """The area of 在全省的综合排名."""
    areas, ranking = listed("ranks", "wide"), listed("ranks", "ranking")
    return re.compile(rf"({areas})(?:范围内)?的?(?:综合)?{ranking}")


@once
def _strongest() -> re.Pattern[str]:
    """A list of the strongest counties or firms ranks these, and not the measure spoken of before."""
    return re.compile(listed("ranks", "strongest"))


def rank_name(text: str, item: Position, owner: Owner, last: Name | None) -> tuple[str, str | None]:
    """The indicator of a position, and what is ranked where the words say so. `last` names the figure before it."""
    stem = item.what if item.what and item.kind == "rank" else "综合" if "综合排名" in text else ""
    if item.kind == "change":
        return f"{stem}排名变化" if stem else "排名变化", None
    wide = _wide().search(text[clause_start(text, item.start) : item.start])
    among = item.among or (wide[1] if wide else None)
    area = counted_in(among, owner.code) if among else ""
    return (f"{stem}排名({area})" if area else f"{stem}排名"), _ranked(text, item, owner, last)


def _ranked(text: str, item: Position, owner: Owner, last: Name | None) -> str | None:
    """What is ranked: the measure in the clause, or the last figure's if the clause names none."""
    clause = text[clause_start(text, item.start) : item.start]
    measured = last_measure(clause)
    growth = "增速" if re.search(listed("ranks", "growth"), clause) else ""
    if not measured and _strongest().search(clause + text[item.start : item.end]):
        return None
    what = measured[0] + growth if measured else last.indicator if last and last.kind != "count" else None
    return f"{owner.zone or owner.place or ''}{what}" if what else None

"""The year that a report is of: by its title, or by the heading of the part (2022年工作回顾, 2023年主要任务)."""

from __future__ import annotations

import re
from typing import NamedTuple

from shanqu.extract.periods import Period
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# A heading is no longer than this.
_HEADING = 48


class Report(NamedTuple):
    """The year that all figures are of to which the text gives none; `outlook`: what is told of is still to be done."""

    period: Period
    outlook: bool = False


@once
def _yearly() -> re.Pattern[str]:
    part = (
        r"(?:(?:第?[一二三四]|前[一二三两])季度|[上下]半年|\d{1,2}月?(?:至|到|-|—)\d{1,2}月份?|\d{1,2}月份?)"
    )
    return re.compile(rf"(?:19|20)\d\d年{part}?(?=[^,，。]*{listed('figures', 'periods', 'reports')})")


@once
def _aims() -> re.Pattern[str]:
    return re.compile(
        rf"(?:19|20)\d\d年(?=[^,，。]{{0,12}}{listed('figures', 'periods', 'outlooks')}[^,，。]{{0,2}}$)"
    )


@once
def _part() -> re.Pattern[str]:
    """The heading of a part of a report, numbered or alone in its line."""
    number = r"(?:[(（]?[一二三四五六][)）]?[、.．,， ]\s*)"
    past, coming = listed("figures", "periods", "reviews"), listed("figures", "periods", "outlooks")
    about = rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<span>[^,，。;；]{{0,12}}))[^,，。;；]{{0,16}}?(?:(?P<past>{past})|(?P<coming>{coming}))"
    return re.compile(rf"{number}(?:[^,，。;；]{{0,6}}(?=20\d\d年))?{about}")


def title_year(title: str) -> Report | None:
    """The year of a report such as a bulletin of statistics by its title."""
    aims = _aims().search(title)
    found = aims or _yearly().search(title)
    return Report(Period(*found.span(), found.group(), "year"), aims is not None) if found else None


def part_year(text: str, report: Report | None) -> Report | None:
    """The year of the part that the sentence `text` heads; none if the part is of many years, `report` if it heads none."""
    found = _part().match(text)
    if not found:
        return report
    if found["year"] is None:
        return None if "年" in found["span"] and len(text) <= _HEADING else report
    start = found.start("year")
    year = Period(start, start + 5, f"{found['year']}年", "year")
    return Report(year, found["coming"] is not None)

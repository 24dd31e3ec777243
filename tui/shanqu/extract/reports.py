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
def _titled() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[一-龥]{{2,12}})?(?:19|20)\d\d年[一-龥]{{0,20}}{listed('figures', 'periods', 'reports')}(?:[(（][^()（）]*[)）])?"
    )


@once
def _aims() -> re.Pattern[str]:
    return re.compile(
        rf"(?:19|20)\d\d年(?=[^,，。]{{0,12}}{listed('figures', 'periods', 'outlooks')}[^,，。]{{0,2}}$)"
    )


@once
def _given() -> re.Pattern[str]:
    """The title of a report that is given early in a year and tells of the year before (2009年政府工作报告)."""
    return re.compile(
        rf"(?P<year>(?:19|20)\d\d)年[^,，。]{{0,12}}{listed('figures', 'periods', 'given_reports')}"
    )


@once
def _part() -> re.Pattern[str]:
    """The heading of a part of a report: numbered, or a year's alone in its line."""
    number = r"(?:[(（]?[一二三四五六][)）]?[、.．,， ]\s*|(?=(?:19|20)\d\d年[一-龥]{2,12}$)(?!.*报告))"
    past, coming = listed("figures", "periods", "reviews"), listed("figures", "periods", "outlooks")
    about = rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<span>[^,，。;；]{{0,12}}))[^,，。;；]{{0,16}}?(?:(?P<past>{past})|(?P<coming>{coming}))"
    return re.compile(rf"{number}(?:[^,，。;；]{{0,6}}(?=20\d\d年))?{about}")


def title_year(title: str) -> Report | None:
    """The year of a report such as a bulletin of statistics by its title."""
    given = _given().search(title)
    if given:
        return Report(Period(*given.span("year"), f"{int(given['year']) - 1}年", "year"))
    aims = _aims().search(title)
    found = aims or _yearly().search(title)
    return Report(Period(*found.span(), found.group(), "year"), aims is not None) if found else None


def names_report(text: str, period: Period) -> bool:
    """Whether a title or heading names by the period only the year in which a report was given, not that of its figures."""
    return _given().match(text, period.start) is not None and _is_title(text)


def _is_title(text: str) -> bool:
    """Whether a line is nothing but the title of a report."""
    found = (_given().search(text) or _titled().fullmatch(text)) if len(text) <= _HEADING else None
    return found is not None and (found.end() == len(text) or text[found.end()] in "(（")


def part_year(text: str, report: Report | None) -> Report | None:
    """The year of the part that the sentence `text` heads; none if the part is of many years, `report` if it heads none."""
    if report is None and "年" in text and _is_title(text):
        return title_year(text)
    found = _part().match(text)
    if not found:
        return report
    if found["year"] is None:
        return None if "年" in found["span"] and len(text) <= _HEADING else report
    start = found.start("year")
    year = Period(start, start + 5, f"{found['year']}年", "year")
    return Report(year, found["coming"] is not None)

"""The date that a page prints of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from shanqu.clean.fields import DATE, find_date
from shanqu.clean.lines import Line
from shanqu.model import DateMeaning, Published

_AGE: Final = re.compile(
    r"\d{1,3}\s?(?:秒|分钟|小时|天|周|个月|年)前(?:\s{0,3}[(（][^()（）]{4,20}[)）])?|昨天|前天|今天"
)
_TIME: Final = re.compile(r"\s{0,4}\d{1,2}:\d{2}(?::\d{2})?")
_EVENT: Final = re.compile(r"(\d(?<![\d年]\d)\d?)月(\d{1,2})日")
# The same for whole texts: the engine can skip to 月, and looks at the month before it then.
_EVENTS: Final = re.compile(r"月(?:(?<=(?<![\d年])(\d\d)月)|(?<=(?<![\d年])(\d)月))(\d{1,2})日")
_FRESH_DAYS: Final = 12
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年?")
_DAY: Final = re.compile(r"\d{2}[-/月]\d{2}日?")
# From this hour of universal time on, it is the next day in China.
_NEXT_DAY: Final = 16
_LETTERED: Final = re.compile(
    r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?P<d>\d{1,2}), ?(?P<y>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Dates of the paper or of the event rather than of the page.
_OTHER: Final = re.compile(r"[(（【\[][^()（）]*[)）】\]]|.*(?:成文|生成|印发|施行|访谈|来信).*")


def joined(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """A date that stands on two lines, year and day, as one text in both forms."""
    before: Line | None = None
    for line in lines:
        if before is not None:
            for first, second in ((before, line), (line, before)):
                if _YEAR.fullmatch(first.norm) and _DAY.fullmatch(second.norm):
                    yield f"{first.norm} {second.norm}", f"{first.text} {second.text}"
        before = line


def published(
    lines: Iterable[tuple[str, str]], dateline: str | None, body: str, declared: str | None
) -> Published | None:
    """The page's own date from its head lines (`norm`, `text`), else from the dateline, else from
    what the markup declares.

    A printed date without its year has the year of the declared one, where day and month agree.
    """
    found = _printed(lines, dateline, body)
    said = _declared(declared)
    if said is None or (found is not None and found.iso is not None and not found.iso.startswith("--")):
        return found
    if found is None:
        return Published(declared or "", said, _meaning(said, body), "markup")
    if found.iso is None:
        return found._replace(iso=said, meaning=_meaning(said, body), how="age-line+markup")
    return found._replace(iso=said, how="head-line+markup") if said[4:] == found.iso[1:] else found


def _declared(text: str | None) -> str | None:
    """The day of a date in markup, in China where it is given in universal time."""
    found = DATE.search(text or "")
    if text is None or found is None or not found.group("y"):
        return None
    iso = _iso(found)
    moment = re.search(r"T(\d{2}):\d{2}[\d:.]*Z$", text)
    if moment is None or iso is None or int(moment.group(1)) < _NEXT_DAY:
        return iso
    try:
        return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()
    except ValueError:
        return None


def _printed(lines: Iterable[tuple[str, str]], dateline: str | None, body: str) -> Published | None:
    """The date that the page shows.

    A relative age beside the date is what blog engines print of a post of their own, so it dates
    the repost. A date in brackets, or of the paper itself, counts only where no other is printed. A
    date soon after the events of the text is the original's.
    """
    for norm, text in sorted(lines, key=lambda line: _OTHER.fullmatch(line[0]) is not None):
        aged = _AGE.search(norm)
        found = find_date(norm)
        if found is None and aged is None:
            lettered = _in_letters(text)
            if lettered is not None:
                return lettered
            continue
        if found is None and aged is not None:
            return Published(text[aged.start() : aged.end()], None, "unknown", "age-line")
        assert found is not None
        iso = _iso(found)
        if iso is None:
            continue
        if aged is not None:
            return Published(text[aged.start() : aged.end()], iso, "repost", "age-line")
        time = _TIME.match(norm, found.end())
        printed = text[found.start() : time.end() if time else found.end()]
        return Published(printed, iso, _meaning(iso, body), "head-line")
    if dateline is not None:
        found = _EVENT.search(dateline)
        if found is not None:
            iso = f"--{int(found.group(1)):02d}-{int(found.group(2)):02d}"
            return Published(found.group(), iso, "unknown", "dateline")
    return None


def _in_letters(text: str) -> Published | None:
    """The day on an English line, as `May 11, 2022`."""
    found = _LETTERED.search(text)
    if found is None or not 1 <= int(found["d"]) <= 31:
        return None
    month = 1 + _MONTHS.index(found["m"].lower())
    return Published(found.group(), f"{found['y']}-{month:02d}-{int(found['d']):02d}", "unknown", "head-line")


def _iso(found: re.Match[str]) -> str | None:
    year = found.group("y") or found.group("y2") or found.group("y4")
    if found.group("y5"):
        year = f"20{found.group('y5')}"
    month = int(next(filter(None, found.group("m", "m2", "m3", "m4", "m5"))))
    day_text = next(filter(None, found.group("d", "d2", "d3", "d5")), None)
    day = int(day_text) if day_text else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    head = f"{year}-{month:02d}" if year else f"--{month:02d}"
    return f"{head}-{day:02d}" if day is not None else head


def _meaning(iso: str, body: str) -> DateMeaning:
    if iso.startswith("--") or len(iso) < 10:
        return "unknown"
    month, day = int(iso[5:7]), int(iso[8:10])
    for event in _EVENTS.finditer(body):
        days = (month - int(event.group(1) or event.group(2))) * 30 + day - int(event.group(3))
        if 0 <= days <= _FRESH_DAYS:
            return "original"
    return "unknown"

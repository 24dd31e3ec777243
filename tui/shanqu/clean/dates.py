"""The date that a page prints of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanqu.clean.fields import DATE
from shanqu.model import DateMeaning, Published

_AGE = re.compile(
    r"\d{1,3}\s?(?:秒|分钟|小时|天|周|个月|年)前(?:\s{0,3}[(（][^()（）]{4,20}[)）])?|昨天|前天|今天"
)
_TIME = re.compile(r"\s{0,4}\d{1,2}:\d{2}(?::\d{2})?")
_EVENT = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
_FRESH_DAYS = 12
# Dates of the paper or of the event rather than of the page.
_OTHER = re.compile(r"[(（【\[][^()（）]*[)）】\]]|.*(?:成文|生成|印发|施行|访谈|来信).*")


def published(lines: Iterable[tuple[str, str]], dateline: str | None, body: str) -> Published | None:
    """The page's own date from its head lines (`norm`, `text`), else from the dateline.

    A relative age beside the date is what blog engines print of a post of their own, so it dates
    the repost. A date in brackets, or of the paper itself, counts only where no other is printed. A
    date soon after the events of the text is the original's.
    """
    for norm, text in sorted(lines, key=lambda line: _OTHER.fullmatch(line[0]) is not None):
        aged = _AGE.search(norm)
        found = DATE.search(norm)
        if found is None and aged is None:
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


def _iso(found: re.Match[str]) -> str | None:
    year = found.group("y") or found.group("y2") or found.group("y4")
    month = int(found.group("m") or found.group("m2") or found.group("m3") or found.group("m4"))
    day_text = found.group("d") or found.group("d2") or found.group("d3")
    day = int(day_text) if day_text else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    head = f"{year}-{month:02d}" if year else f"--{month:02d}"
    return f"{head}-{day:02d}" if day is not None else head


def _meaning(iso: str, body: str) -> DateMeaning:
    if iso.startswith("--") or len(iso) < 10:
        return "unknown"
    month, day = int(iso[5:7]), int(iso[8:10])
    for event in _EVENT.finditer(body):
        days = (month - int(event.group(1))) * 30 + day - int(event.group(2))
        if 0 <= days <= _FRESH_DAYS:
            return "original"
    return "unknown"

"""Dates of events as texts name them, and what of the year the text, or the day of publication, proves."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.model import Fact

_SHIFTS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
_PARTS = {
    "上半年": ("01", "06"), "下半年": ("07", "12"), "一季度": ("01", "03"), "二季度": ("04", "06"),
    "三季度": ("07", "09"), "四季度": ("10", "12"),
}  # fmt: skip
_TODAY = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1}
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Dated(NamedTuple):
    """A date in a sentence; `iso` is what the sentence itself proves of it, `year` the year of it that is known."""

    start: int
    end: int
    text: str
    iso: str | None
    year: int | None


@once
def _date() -> re.Pattern[str]:
    year = "(?:(?P<year>(?:19|20)\\d\\d)年|(?P<rel>今年|去年|前年|明年)|(?P<same>当年|同年|次年))"
    month = "(?:1[0-2]|0?[1-9])月(?:份|(?:3[01]|[12]\\d|0?[1-9])[日号])?(?:[上中下]旬|[底末初])?"
    parts = "(?:上半年|下半年|第?[一二三四]季度)"
    part = f"{parts}(?!{listed('events', 'deed', 'batches')})"
    batch = f"(?:全[省市县区])?{listed('events', 'deed', 'yearly_batches')}"
    bare = "(?<![\\d月至到—-])(?P<alone>3[01]|[12]\\d|[1-9])日(?![均产处发])"
    return re.compile(
        f"(?P<quarter>20\\d\\d年?Q[1-4])|{year}(?:{month}|{part}|年?[底末初]|年中(?![国央])|年内|(?!{batch}))(?!{parts})"
        f"|(?<![\\d年至到—-]){month}(?!至|到|-|—|~|－)|{part}|{bare}"
        f"|(?P<loose>{listed('events', 'deed', 'loose')})"
    )


def find_dates(text: str, published: int | None) -> list[Dated]:
    """The dates of a sentence in order; a month without a year is of the year named before it. `published` is the year of
    original publication where the page proves it: 去年 is the one before it."""
    found: list[Dated] = []
    year: int | None = None
    for match in _date().finditer(text):
        group = match.groupdict()
        if group["year"] or group["quarter"]:
            year = int(match.group()[:4])
        elif group["rel"]:
            year = published + _SHIFTS[group["rel"]] if published else None
        elif group["same"] == "次年" and year:
            year += 1
        known = None if group["loose"] or group["alone"] else year
        iso = _iso(match.group(), known) if known else None
        found.append(Dated(match.start(), match.end(), match.group(), iso, known))
    return found


def iso_at(text: str, start: int, published: int | None) -> str | None:
    """What the sentence `text` proves of the date that begins at `start`: 2022年3月签约,|同年9月|开工. Other arguments as in
    `find_dates`."""
    return next((date.iso for date in find_dates(text, published) if date.start == start), None)


def _iso(text: str, year: int) -> str:
    """As much of ISO 8601 as `text` says of a date in `year`."""
    if match := re.search(r"(\d{1,2})月(?:(\d{1,2})[日号])?", text):
        return f"{year}-{int(match[1]):02d}" + (f"-{int(match[2]):02d}" if match[2] else "")
    part = _PARTS.get("一二三四"[int(text[-1]) - 1] + "季度") if "Q" in text else None
    part = part or next((months for name, months in _PARTS.items() if name in text), None)
    return f"{year}-{part[0]}/{year}-{part[1]}" if part else str(year)


def settled(fact: Fact, published: str | None) -> Fact:
    """The event or pairing with the date that the day of original publication (ISO 8601, None: not proven) makes of its
    words, and `planned` where it lies after that day."""
    if not published or not published[:4].isdigit() or not fact.period:
        return fact
    norm = fact.period_norm or _by_publication(fact, published)
    ahead = norm is not None and fact.kind == "event" and norm[: len(published)] > published[: len(norm)]
    return fact._replace(period_norm=norm, status="planned" if ahead else fact.status)


def _by_publication(fact: Fact, published: str) -> str | None:
    text, year = fact.period or "", int(published[:4])
    if not _ISO_DAY.fullmatch(published):
        return None
    today = date.fromisoformat(published)
    if text in _TODAY:
        return (today - timedelta(days=_TODAY[text])).isoformat()
    if re.match(r"\d{1,2}月", text):
        found = _iso(text, year)
        return _iso(text, year - 1) if found > published and fact.status == "actual" else found
    if match := re.fullmatch(r"(\d{1,2})日", text):
        return _in_month(int(match[1]), today)
    return None


def _in_month(day: int, today: date) -> str | None:
    """The last such day of a month up to `today`."""
    month = today if day <= today.day else today.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day).isoformat()
    except ValueError:
        return None

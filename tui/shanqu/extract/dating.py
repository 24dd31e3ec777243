"""Of when a figure is: the period before it in its sentence, or one that an earlier sentence leaves."""

from __future__ import annotations

import re

from shanqu.extract.periods import Period
from shanqu.extract.subjects import Subject
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.model import FactKind

# Kinds of period that govern a paragraph which they head.
_HEADING = frozenset({"year", "span", "rel", "months", "month"})
# Those that figures of a state do not take over from an earlier clause.
_PASSING = frozenset({"rel", "months"})
_CLOSING = re.compile("[)）]")
# So much of the text before a year is read for the verb that it dates.
_FOUNDED_SEEN = 8
_SAME_YEAR = re.compile(r"全年|年末|年内|当年|同年|次年")
_OF_YEAR = ("当年", "同年")
_BARE = re.compile(r"(?:第?[一二三四]|前[一二三])季度|[上下]半年|\d{1,2}月?(?:至|到|-|—|~)\d{1,2}月份?")


def period_of(
    periods: list[Period],
    text: str,
    at: int,
    subject: Subject | None,
    kind: FactKind,
    carried: Period | None,
    indicator: str = "",
) -> Period | None:
    """The period that governs the figure at `at`. `carried` is what the paragraph has left so far. What flows (output,
    sales) is of the last period spoken of, what stands (staff, sites) only of one that its own clause names."""
    before = [
        period
        for period in periods
        if period.end <= at
        and period.kind not in ("day", "date", "loose")
        and not _is_start(period, text, at)
        and not _opened().match(text, period.end)
    ]
    if subject and subject.scope == "project":
        before = [period for period in before if period.kind in ("state", "since", "range")]
    named = [period for period in before if period.text != "累计"]
    if named or before:
        last = (named or before)[-1]
        passed = last.kind in _PASSING and re.search("[,，;；]", text[last.end : at].lstrip(",，"))
        return None if passed and _stands(indicator) else last
    if carried is None or (subject and subject.scope == "project"):
        return None
    if kind in ("growth", "share") or (carried.kind in ("since", "range") and kind != "milestone"):
        return carried
    same = carried.kind in ("year", "span") and _SAME_YEAR.search(text[:at])
    flows = kind == "level" and re.search(listed("figures", "periods", "flows"), indicator)
    governs = same or ((carried.heads or flows) and carried.kind in _HEADING)
    return carried if governs and kind in ("level", "count") else None


@once
def _opened() -> re.Pattern[str]:
    """Words behind a period by which it only tells since when a thing is there: 2020年底启用的…"""
    return re.compile(rf"[一-龥]{{0,2}}{listed('figures', 'periods', 'opened')}[一-龥]{{0,2}}?的")


def _stands(indicator: str) -> bool:
    """Whether such a figure is of a state and not of what went on for a time."""
    return bool(re.search(f"{listed('figures', 'periods', 'stocks')}$", indicator))


def apart(period: Period, text: str, at: int) -> bool:
    """Whether the period cannot be that of the figure at `at`: it stands in brackets that do not hold the figure, a
    change began then whose end the figure is, or one ended then (从2亿元增长到去年的3亿元) and the figure begins one; or it only
    tells when a firm was founded."""
    opened = max(text.rfind("(", 0, period.start), text.rfind("（", 0, period.start))
    closed = _CLOSING.search(text, opened) if opened >= 0 else None
    bracketed = closed is not None and period.end <= closed.start() and not opened < at < closed.start()
    begun = period.end <= at and (_is_start(period, text, at) or _is_founding(period, text))
    return bracketed or begun or _is_end(period, text, at)


@once
def _founded() -> re.Pattern[str]:
    return re.compile(f"{listed('figures', 'periods', 'founded')}[于在]$")


@once
def _founded_then() -> re.Pattern[str]:
    """Behind the year in which the firm was founded whose name follows: 2010年|创办的某某公司."""
    return re.compile(f"(?:才|就|便)?{listed('figures', 'periods', 'founded')}的")


def _is_founding(period: Period, text: str) -> bool:
    """Whether in the period somebody or something only came to be, of which the text tells on: 成立于|2004年|,年产值2亿元."""
    head = text[max(0, period.start - _FOUNDED_SEEN) : period.start]
    return bool(_founded().search(head) or _founded_then().match(text, period.end))


def _is_start(period: Period, text: str, at: int) -> bool:
    """Whether the period is where a change began whose end the figure is: 从2020年的51亿元增长到75亿元."""
    begins = text.endswith(("从", "由"), 0, period.start)
    return begins and any(word in text[period.end : at] for word in "到至为")


def _is_end(period: Period, text: str, at: int) -> bool:
    """Whether a change ended in the period and the figure is where one begins."""
    ended = text[: period.start].endswith(("到", "至")) and re.match(r"的?[\d.]", text[period.end :])
    return bool(ended) and text[:at].endswith(("从", "由"))


def anchored(period: Period, known: list[Period]) -> str | None:
    """The year that the text itself gives to 当年, 次年 or a bare 上半年 before it, None where it gives none."""
    years = [re.match(r"(?:19|20)\d\d", one.text) for one in known]
    last = next((match for match in reversed(years) if match), None)
    if last is None:
        return None
    year = int(last.group())
    if period.text in ("当年", "同年", "是年"):
        return f"{year}年"
    if period.text.startswith(_OF_YEAR) and _BARE.fullmatch(period.text[2:]):
        return f"{year}年{period.text[2:]}"
    if period.text == "次年":
        return f"{year + 1}年"
    if period.kind == "whole" or period.text in ("年末", "年底"):
        return f"{year}年{period.text}"
    return f"{year}年{period.text}" if _BARE.fullmatch(period.text) else None

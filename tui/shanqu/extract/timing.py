"""Of when a figure is: chosen among the periods of its sentence and of those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract import period_options
from shanqu.extract.asking import Asked
from shanqu.extract.changes import year_between
from shanqu.extract.dating import anchored, apart, period_of
from shanqu.extract.periods import Period, normalise
from shanqu.extract.saying import Said, ask, latest
from shanqu.gazetteer.terms import words
from shanqu.model import NO_FIGURES, FactKind

# Of what a figure may be that is told beside a time.
_NAMED = ("place", "park", "company", "project", "organization")
# A word that tells of a sum, but not since when.
_SUMMED = "累计"
# Kinds of period that name a year; what an item of a list begins behind, and what may stand between its period and figure.
_DATED = ("year", "span", "month", "rel")
_ITEM_BOUNDS = ("", ",", "，", ";", "；", "、", ":", "：")
_ONLY_DOES = re.compile(r"(?![^,，]*(?:分别|以来|比|较|[的后起至到从由]))[一-龥“”]{1,12}")
# Words of being and reaching that alone stand between a time and its figure: 而三年前|是|13亿元.
_ONLY_IS = re.compile(
    r"则?(?:[才还只就约近超]|仅有?|只有|[为是有达]|达到|已达|突破|高达|将达|可达){0,3}的?[约近超]?"
)
_IS_BOUNDS = (*_ITEM_BOUNDS, "而", "但", "。", "“", "(", "（")
_TOLD_OF = (*_DATED, "range", "nth", "until", "recent", "loose")
# What closes a time in brackets right behind its figure: 4.41亿元(2021年|).
_BRACKET_ENDS = (")", "）", ",", "，")
# The end of a month that a clause begins with is its figure's: 前三季度…,|9月末|贷款余额30亿元.
_MONTH = re.compile(r"\d{1,2}月[底末]")
_ENDS_IN_PERIOD = re.compile("[年月]、$")
# By these a text turns to what is aimed at.
_AIMS = re.compile("[,，;；](?:力争|争取|预计|计划|目标|有望|将|到)[一-龥]{0,2}$")
# What stands between 一年 and what is had in it; and behind what so long a time has gone by.
_BY_THE_YEAR = re.compile(r"[^,，。;；、\d]{0,14}$|下来[,，][^,，。;；、\d]{0,14}$")
_SINCE = re.compile(
    "(?:投产|投用|运营|运行|成立|开业|入驻|实施|开张|试点|开园|创业|[近这前上头第][短]?|不到|过去|短短|仅)$"
)
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}")


def time_of(said: Said, asked: Asked, kind: FactKind) -> Period | None:
    """The period of a figure; `kind` is that of what is measured. None where nothing tells."""
    if kind in NO_FIGURES:  # Their dates stand by their own words.
        return None
    # A clause that tells what is so every year leaves the year of the clauses before it.
    clause = said.text[asked.clause[0] : asked.start]
    yearly_from = asked.clause[0] if "每年" in clause and asked.status == "actual" else 0
    carried = said.carry.period if said.carry.paragraph == said.sentence.paragraph else None
    periods = [
        one
        for one in said.periods
        if not apart(one, said.text, asked.start)
        and not _aimed_at(said, asked, one)
        and not (one.kind in _DATED and one.end <= yearly_from)
        and not (one.start > asked.end and _of_next(one, said.text))
    ]
    own = _in_brackets(said.periods, said.text, asked.end) or _right_before(periods, said.text, asked.start)
    own = own or year_between(
        said.doc.text, said.sentence.start + asked.start, said.sentence.start + asked.end
    )
    if own is not None:
        return own
    ruled = period_of(periods, said.text, asked.start, asked.subject, kind, carried, asked.indicator)
    before = latest(said, asked.start)
    yearly = any(word in said.text[: asked.start] for word in words("figures", "periods", "yearly"))
    earlier = [] if yearly else _earlier(said)
    if asked.status == "target":  # Nothing is aimed at in a year that has gone.
        earlier = [one for one in earlier if not _gone(one.period, said.now)]
    options = period_options.options_of(asked, periods, earlier, ruled, said.topic, before, _things(said))
    chosen = ask(said, "period", asked.start, asked.end, options)
    if chosen is not None and asked.unit == "元" and _a_year(said.text, chosen, asked.start):
        chosen = None
    if chosen is not None and chosen.text == _SUMMED:
        chosen = _time_of_sum(said, periods, asked.start) or chosen
    spoken = chosen is not None and (chosen in periods or chosen is carried)
    if said.report is None or kind == "milestone" or (spoken and not _vague(said, asked, chosen)):
        return chosen
    if (
        asked.status == "target" and not said.report.outlook
    ):  # Nothing is aimed at in a year that is looked back on.
        return chosen
    return said.report.period


def _a_year(text: str, period: Period, at: int) -> bool:
    """Whether 一年 only says that the figure at `at` is what somebody has year by year: 一年能卖30万元, but 投产一年,产值30万元."""
    told = period.text == "一年" and period.end <= at
    return (
        told
        and _BY_THE_YEAR.match(text[period.end : at]) is not None
        and not _SINCE.search(text, 0, period.start)
    )


def _things(said: Said) -> list[period_options.Thing]:
    """The places, zones, firms and projects that the sentence names."""
    offset = said.sentence.start
    return [
        period_options.Thing(span.start - offset, span.end - offset, span.kind)
        for span in said.spans
        if span.kind in _NAMED
    ]


def _right_before(periods: Sequence[Period], text: str, at: int) -> Period | None:
    """The period that an item begins with which tells of nothing but the figure at `at`: 2023年关停19家、|2024年|关停23家."""
    last = next((one for one in reversed(periods) if one.end <= at), None)
    if last is not None and text[last.start - 1 : last.start] in _IS_BOUNDS and last.kind in _TOLD_OF:
        listed = text[last.start - 1 : last.start] == "、" and _ENDS_IN_PERIOD.search(text, 0, last.start)
        if not listed and _ONLY_IS.fullmatch(text, last.end, at):
            return last
    month = last is not None and last.kind == "loose" and _MONTH.fullmatch(last.text)
    if (
        last is None
        or not (month or last.kind in _DATED)
        or text[last.start - 1 : last.start] not in _ITEM_BOUNDS
    ):
        return None
    listed = text[last.start - 1 : last.start] == "、" and _ENDS_IN_PERIOD.search(text, 0, last.start)
    behind = last.end + (1 if month and text.startswith((",", "，"), last.end) else 0)
    return last if not listed and _ONLY_DOES.fullmatch(text, behind, at) else None


def _of_next(period: Period, text: str) -> bool:
    """Whether a period that stands behind a figure is that of the next one, right behind it."""
    between = _ONLY_IS.match(text, period.end)
    return (
        text[period.start - 1] in _IS_BOUNDS
        and between is not None
        and text[between.end() : between.end() + 1].isdigit()
    )


def _in_brackets(periods: Sequence[Period], text: str, end: int) -> Period | None:
    """The period that stands in brackets behind the figure that ends at `end`."""
    own = next((one for one in periods if one.start == end + 1), None)
    if own is None or text[end] not in "(（" or not text.startswith(_BRACKET_ENDS, own.end):
        return None
    return own


def _aimed_at(said: Said, asked: Asked, period: Period) -> bool:
    """Whether the period is one that something is aimed at behind a figure that has come about: 产值已达53亿元,力争|2026年…"""
    return (
        asked.status == "actual"
        and period.start >= asked.end
        and _AIMS.search(said.text, asked.end, period.start) is not None
    )


def _time_of_sum(said: Said, periods: Sequence[Period], at: int) -> Period | None:
    """The time in which a sum came together: the one last named before it in its sentence, else in its paragraph."""
    named = [one for one in periods if one.end <= at and one.lasting]
    same = [one.period for one in said.carry.earlier if one.same and one.period.lasting]
    return named[-1] if named else same[0] if same else None


def _vague(said: Said, asked: Asked, period: Period | None) -> bool:
    """Whether a report only remarks on some years (三年来首次) in another clause than the figure's."""
    return (
        period is not None
        and period.kind == "recent"
        and not (period in said.periods and asked.clause[0] <= period.start < asked.clause[1])
    )


def _earlier(said: Said) -> Sequence[period_options.Earlier]:
    """The periods of the sentences before, and the first of the text. Of other paragraphs none where this one has told of a
    time itself, and none but the first where the sentence turns to a place that they did not speak of."""
    same = [one for one in said.carry.earlier if one.same]
    if any(one.period.lasting for one in same):
        return same
    spoken = {one.owner.code for one in said.carry.spoken}
    turned = said.owners and not any(owner.code in spoken for _, _, owner in said.owners)
    if not turned:
        return said.carry.earlier
    opening = said.carry.opening
    return [*same, period_options.Earlier(opening, period_options.OPENING, False)] if opening else same


def _gone(period: Period, now: int | None) -> bool:
    """Whether a period was over before this year."""
    years = _YEAR.findall(normalise(period.text, now) or "") if now else []
    return bool(years) and now is not None and int(years[-1]) < now


# The end of a year that the text has named.
_YEAR_ENDS = ("年末", "年底")


def iso_of(said: Said, period: Period) -> str | None:
    """The period in ISO 8601, by the year that the text or the page proves."""
    here = period in said.periods
    if said.report and period.text in words("figures", "periods", "this_year"):
        return normalise(said.report.period.text)
    if not here and period.kind != "whole":
        return normalise(period.text, said.now)
    known = [one for one in said.periods if here and one.end <= period.start]
    if not known and said.report and not said.report.outlook and here:
        known = [said.report.period] if anchored(period, [said.report.period]) else []
    carried = said.carry.period if said.carry.paragraph == said.sentence.paragraph else None
    if not known and period.text.startswith(("当年", "同年", "是年", "次年")):
        known = [carried] if carried else []
    if not known and (period.kind == "whole" or period.text in _YEAR_ENDS):
        spoken = [one.period for one in reversed(said.carry.earlier)]
        known = [one for one in (*spoken, carried, said.report.period if said.report else None) if one]
    return normalise(anchored(period, known) or period.text, said.now)

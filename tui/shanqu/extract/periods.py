"""Periods as texts name them, and as much of ISO 8601 as the text itself allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from shanqu.extract.vocabulary import any_of, begins_like, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_NUM = r"[一二三四五六七八九十两\d]"


# A month; where a page has lost the dash of 1-4月, 14月 is none.
_MONTH = r"(?:1[0-2]|0?[1-9])月"
# The year of a yearbook, which is not that of its figures, the issue of a journal, and the year in an honour's name.
_ISSUE = r"(?:19|20)\d\d年(?:第?\d+期|[一-龥]{0,6}年鉴)|(?<=“)(?:19|20)\d\d年度[^,，。“”]{2,24}(?<!报告)”"


@once
def _period() -> re.Pattern[str]:
    feasts = words("figures", "periods", "feasts")
    heads = begins_like(
        (*words("figures", "periods", "states"), *words("figures", "periods", "eras"), *feasts),
        rf"{_NUM[1:-1]}自到“\"全今去前明后同近过最这未往连上下本当次截年是昨第首头半党换短",
    )
    return re.compile(
        rf"""(?:{heads}|(?=[一-龥]{{2}}以来))(?!{_ISSUE})(?:(?P<range>20\d\d年?(?:至|到|-|—|~|－)20\d\d年)
    |(?P<since>{listed("figures", "periods", "eras")}以来|自?20\d\d年(?:\d{{1,2}}月)?(?:[一-龥]{{2,6}})?(?:以来|至今)|自(?:去年|今年|前年)(?:\d{{1,2}}月)?[一-龥]{{0,6}}?(?:以来|至今)(?<!今年以来))
    |(?P<span>20\d\d年(?:\d{{1,2}}[月]?(?:至|到|-|—|~|～|－)\d{{1,2}}月|前{_NUM}{{1,2}}[个]?(?:季度|月)|[第]?[一二三四]季度|上半年|下半年|全年|年底|年末|初))
    |(?P<day>20\d\d年\d{{1,2}}月\d{{1,2}}[日号])
    |(?P<month>20\d\d年\d{{1,2}}月(?:底|末|初|份)?)
    |(?P<until>(?:(?<![一-龥])|(?<=力争))到(?:20\d\d年|(?:今年|去年|前年|明年|后年)(?:\d{{1,2}}月)?)(?:底|末)?)
    |(?P<date>(?<![\d年])\d{{1,2}}月\d{{1,2}}[日号]|[今昨]天|[今昨当]日(?!头)|当天|当晚|[本上]周(?![边期岁年]))
    |(?P<feast>(?:20\d\d年|今年|去年|前年)[“"]?{any_of(feasts)}[”"]?(?:小长假|假期|期间|长假|黄金周|假日|节)?)
    |(?P<year>(?<!\d)(?:19|20)\d\d年(?:以后|度|底|末|初)?)
    |(?P<decade>20世纪\d0年代)
    |(?P<plan>[“"]十五[”"](?=期间|时期|末)(?:期间|时期|末)|[“"]?十[一二三四五]五[”"]?+(?:规划(?=[期时末]))?+(?:期间|时期|末|以来|[前头][一二三四两]年)?(?!规划|开局))
    |(?P<nth>第[一二三四五\d]年(?!级)|首年|头一?年)
    |(?P<rel>(?:今年|去年|前年|明年|后年)(?:以来|(?:[一二]至[二三四]|第?[一二三四]|前[一二三两\d])[个]?季度|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月?(?:至|到|-|—|~|～|－)(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月份?|前{_NUM}+个?月|上半年|下半年|{_MONTH}(?:底|末|初|份)?|同期|年?[初底末]|全年)?|同年)
    |(?P<recent>(?:近|过去的?|最近|这|未来|今后|往后|下一?个|连续|(?<!提)前)[一二三四五六七八九十两\d]+年(?:多来|来|间|时间|内)?|[一二三四五六七八九十两\d]+年多?(?:来|间|内)|{_NUM}{{1,3}}年多(?:来|间|时间)|(?:近|最近|过去|这|前|短短)几年(?:来|间|时间|内|中)?|短短数年(?:间|内)?|去冬今春|[今去][春夏秋冬](?:季)?(?![茶耕运播种管笋闱招训])|半年多?(?:来|间)|近年来|这些年|(?:\d{{1,2}}月份?)?[上本当]个?月|上半年|下半年|[一二三四]季度末?|前[一二三]季度末?|上一?年(?:度|同期)?|次[年月]|[当同]年(?:前[一二三]个?季度|[一二三四]季度|[上下]半年)|当年|是年)
    |(?P<whole>(?<![一-龥\d])全年)
    |(?P<months>(?<![\d年])(?:\d{{1,2}}月?(?:至|到|-|—|~|～|－)\d{{1,2}}月份?|(?<![提以之目])前{_NUM}{{1,2}}个?月))
    |(?P<founded>(?:自)?[一-龥]{{2}}以来)
    |(?P<loose>(?<![\d年])\d{{1,2}}月(?:份|底|末)?(?![\d至到—~上中下-])|{_NUM}+年[前后]|(?<![\d第前这]){_NUM}+年(?![来间内多级制份度代以])
        |(?<!\d)年[末底内]前?|全年|[“"]?{any_of(feasts)}[”"]?(?:小长假|假期|期间|长假|黄金周|假日|前后|前|后))
    |(?P<state>截至[^,，。;；]{{1,10}}(?:底|末|[月日])|{listed("figures", "periods", "states")}))""",
        re.VERBOSE,
    )


# 比上年增长 compares: the figure is not of last year.
_COMPARED = re.compile(r"(?:比|较|同比|相比)$")


@once
def _leads() -> re.Pattern[str]:
    """What may stand before the period at the head of a sentence that governs the figures after it."""
    return re.compile(rf"{listed('figures', 'periods', 'said')}?[:：,，“]*")


def _levels_with(text: str, period: re.Match[str]) -> bool:
    """Whether the figure is only likened to that of the period: 与上年持平."""
    likened = text.endswith(("与", "和", "跟"), 0, period.start())
    return likened and re.match(listed("figures", "periods", "compared"), text[period.end() :]) is not None


# Behind a year these tell that it only bounds another time (2004年以前) or is a measure for it (是2005年的5.6倍).
_TIMES = re.compile(r"同?期?的[约近超]?[\d.]+多?倍")
_BOUND = re.compile(rf"(?:之|以)?前(?![一二两三\d])|{_TIMES.pattern}")


def _only_bounds(text: str, period: re.Match[str]) -> bool:
    """Whether a period only bounds another time or is a measure for it."""
    if period["year"] or period["loose"]:
        return _BOUND.match(text, period.end()) is not None
    return bool(period["rel"] or period["recent"]) and _TIMES.match(text, period.end()) is not None


# What stands behind a year that is still that year.
_WHOLE_YEAR = ("", "初", "底", "末", "年初", "年底", "年末", "年中", "全年")
# Kinds of period that may govern figures of later sentences, too.
_LASTING = frozenset(
    {"range", "since", "span", "year", "plan", "recent", "rel", "month", "months", "founded"}
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period in a sentence: span, text, its class; `heads` tells that the sentence begins with it.

    One of class `loose` (9月末, 三年, 年内) may as well date something else: no rule takes it, it may only be chosen.
    `hedge` stands right before a number of years and belongs to it.
    """

    start: int
    end: int
    text: str
    kind: str
    heads: bool = False
    hedge: str = ""

    @property
    def printed(self) -> str:
        """The period with what the page hedges it by: 不到6年."""
        return self.hedge + self.text

    @property
    def lasting(self) -> bool:
        return self.kind in _LASTING


def find_periods(text: str) -> list[Period]:
    """The periods that `text` names, in order."""
    found = []
    compared = -1
    for match in _period().finditer(text):
        start, end = match.span()
        # 比一季度、上半年分别加快 compares with both.
        if _COMPARED.search(text[:start]) or (start == compared + 1 and text[compared] in "、和"):
            compared = end
        elif not _levels_with(text, match) and not _only_bounds(text, match):
            heads = bool(_leads().fullmatch(text[:start]))
            hedge = _hedge(text, start)
            found.append(Period(start, end, match.group(), match.lastgroup or "", heads, hedge))
    return found


def _hedge(text: str, start: int) -> str:
    """What bounds the number of years that begins at `start`, or the first number of two (未来3到|5年); else nothing."""
    years = _YEARS.match(text, start)
    found = _hedges().search(text, max(0, start - _LONGEST_HEDGE), start) if years else None
    # What 将 leads up to is a plan, unless 近 follows.
    plan = years is not None and found is not None and found.group() == "将" and years.group()[0] != "近"
    return found.group() if found and not plan else ""


_YEARS = re.compile(rf"近?{_NUM}{{1,3}}年")
_LONGEST_HEDGE = 8


@once
def _hedges() -> re.Pattern[str]:
    words = listed("figures", "periods", "hedges")
    return re.compile(rf"(?:{words}(?:{_NUM}{{1,2}}[至到—~-])?|(?<!{_NUM}){_NUM}{{1,2}}[至到—~-])$")


@lru_cache(maxsize=1024)
def normalise(text: str, year: int | None = None) -> str | None:
    """ISO 8601 for `text`: absolute ones always, relative ones only from the year of *original* publication."""
    if match := re.fullmatch(r"(20\d\d)年?(?:至|到|-|—|~|－)(20\d\d)年", text):
        return f"{match[1]}/{match[2]}"
    if match := re.fullmatch(r"自?(20\d\d)年(?:(\d{1,2})月)?[一-龥]{0,6}?(?:以来|至今)", text):
        return f"{match[1]}-{int(match[2]):02d}/" if match[2] else f"{match[1]}/"
    if match := re.fullmatch(r"(20\d\d)年(\d{1,2})月(\d{1,2})[日号]", text):
        return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    if match := re.fullmatch(r"(20\d\d)年(\d{1,2})月(?:底|末|初|份)?", text):
        return f"{match[1]}-{int(match[2]):02d}"
    if match := re.fullmatch(r"到?((?:19|20)\d\d)年(?:以后|度|底|末|初|年底|年末|全年)?", text):
        return match[1]
    if match := re.fullmatch(r"20世纪(\d)0年代", text):
        return f"19{match[1]}0/19{match[1]}9"
    if match := re.search(r"十([一二三四五]?)五", text):
        return _of_plan(text, 2001 + 5 * "一二三四五".find(match[1]) + 5 * bool(match[1]))
    if match := re.match(r"(?:截至|到|自(?=[今去前]年))(.+)", text):
        return normalise(match[1].removesuffix("底").removesuffix("末"), year)
    if match := re.fullmatch(r"(20\d\d)年(.+)", text):
        return _within(int(match[1]), match[2])
    return _relative(text, year)


def _of_plan(text: str, first: int) -> str:
    """The part that `text` names of the five years that begin with `first`."""
    if text.endswith("末"):
        return str(first + 4)
    part = re.search("[前头]([一二三四两])年$", text)
    years = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}[part[1]] if part else 5
    return f"{first}/{first + years - 1}" if years > 1 else str(first)


def _relative(text: str, year: int | None) -> str | None:
    if year is None:
        return None
    shifts = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
    base = shifts.get(text[:2])
    if base is None:
        return None
    rest = text[2:]
    if rest == "以来":
        return f"{year + base}/"
    return str(year + base) if rest in _WHOLE_YEAR else _within(year + base, rest)


def _within(year: int, part: str) -> str | None:
    if match := re.fullmatch(r"(\d{1,2})月?(?:至|到|-|—|~|～|－)(\d{1,2})月份?", part):
        return f"{year}-{int(match[1]):02d}/{year}-{int(match[2]):02d}"
    if match := re.fullmatch(r"(\d{1,2})月(?:底|末|初|份)?", part):
        return f"{year}-{int(match[1]):02d}"
    if match := re.fullmatch(r"前(\d{1,2}|[一二三四五六七八九十]+)个?月", part):
        months = int(match[1]) if match[1].isdigit() else "一二三四五六七八九十".find(match[1]) + 1
        return f"{year}-01/{year}-{months:02d}"
    if match := re.fullmatch(r"第?([一二三四])季度", part):
        first = 3 * "一二三四".index(match[1]) + 1
        return f"{year}-{first:02d}/{year}-{first + 2:02d}"
    if match := re.fullmatch(r"(?:前|一至)([一二三两四])个?季度", part):
        return f"{year}-01/{year}-{3 * {'一': 1, '二': 2, '两': 2, '三': 3, '四': 4}[match[1]]:02d}"
    halves = {"上半年": f"{year}-01/{year}-06", "下半年": f"{year}-07/{year}-12"}
    return halves.get(part) or (str(year) if part in _WHOLE_YEAR else None)

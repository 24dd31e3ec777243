"""Sizes that name an aim (千亿级产业集群), doublings (五年内翻一番), and dates on which things begin or end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shanqu.extract.numbers import parse_number
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import spellings
from shanqu.model import FactKind

# A bare year is an event's only right before it: of 2021年全市集中开工 it is the batch's.
_NEAR_YEAR = 6
_DATE = r"(?:20\d\d年?Q[1-4]|(?:20\d\d年|今年|去年|明年|本月|上个?月|[次同当]年)?(?:\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}日|[去今明]年年?[底初]|[去今明]年年中|(?<![去今明前])年[底初内]|(?<!\d)月底)(?:上午|下午|初|底|中旬|上旬|下旬)?(?:前后|前)?|[今去明]年(?:[上下]半年|第?[一二三四]季度)|20\d\d年(?:[年]?底|初|年中|上半年|下半年)?(?:前)?)"
# What any such date holds.
_TIMED = re.compile("[年月日Q]")
# Such an event only says what a thing came to be, unless it ends the clause: 决定落户, 落户的企业.
_COMING = re.compile(r"落户")


@once
def _size() -> re.Pattern[str]:
    """千亿级产业集群: a round sum that stands for the size of what follows."""
    return re.compile(
        rf"(?P<value>(?:\d+(?:\.\d+)?|[一二三四五六七八九两]|[十百千万])?[十百千万]?亿)元?(?P<level>级)?(?:规模)?的?(?P<what>(?!以上|元以上)[一-龥]{{0,8}}?{listed('goals', 'sized')})(?!项目)"
    )


@once
def _aim() -> re.Pattern[str]:
    return re.compile(listed("goals", "words", "aim"))


@once
def _double() -> re.Pattern[str]:
    doubled = listed("goals", "words", "doubled")
    return re.compile(
        rf"(?P<what>[一-龥]{{2,6}}(?:企业数量?|数量)|{doubled})[^,，。;；]{{0,8}}?(?P<text>(?:[一二三四五六七八九十]年)?(?:实现)?翻了?[一两]?番)"
    )


@once
def _milestone() -> re.Pattern[str]:
    events = any_of(spellings("goals", "events"))
    return re.compile(
        rf"(?<!截[至止])(?P<date>{_DATE})(?![一二三四]季度)(?:(?!{_DATE})[^。;；]){{0,36}}?(?P<event>{events})(?!{listed('goals', 'words', 'not_event')}|的?\d)"
    )


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim or a date in a sentence; `event` is where the word for what happened on the date stands."""

    start: int
    end: int
    indicator: str
    kind: FactKind
    value: float | None
    unit: str
    hedge: str | None = None
    event: int | None = None


def find_goals(text: str) -> list[Goal]:
    """The sizes aimed at, the doublings and the milestones of a sentence, in order."""
    return sorted([*_sizes(text), *_doublings(text), *_milestones(text)], key=lambda goal: goal.start)


def _sizes(text: str) -> list[Goal]:
    goals = []
    for match in _size().finditer(text) if "亿" in text else ():
        raw = match["value"]
        value = parse_number(raw if re.match(r"[\d一二三四五六七八九两]", raw) else "一" + raw)
        around = text[max(0, match.start() - 16) : match.start()] + text[match.end() : match.end() + 8]
        if value is None or not _aim().search(around):
            continue
        what = re.sub(r"^(?:级|的|规模)", "", match["what"])
        name = spellings("goals", "short").get(what, what)
        end = match.end("level") if match["level"] else match.end("value")
        goals.append(Goal(match.start(), end, f"{name}规模目标", "target", value, "元", match["level"]))
    return goals


def _doublings(text: str) -> list[Goal]:
    goals = []
    for match in _double().finditer(text) if "番" in text else ():
        done = "了" in match["text"]
        what = match["what"].replace("经济指标", "指标").replace("数量", "数")
        goals.append(
            Goal(
                match.start("text"),
                match.end(),
                f"{what}倍数" if done else f"{what}倍数目标",
                "growth" if done else "target",
                4.0 if "两番" in match["text"] else 2.0,
                "倍",
            )
        )
    return goals


def _milestones(text: str) -> list[Goal]:
    goals = []
    for match in _milestone().finditer(text) if _TIMED.search(text) else ():
        coming = _COMING.match(match["event"])
        before, behind = text[match.start("event") - 1], text[match.end() : match.end() + 1]
        if coming and (before in "定先后将" or behind not in ",，。;；"):
            continue
        bare_year = re.fullmatch(r"20\d\d年", match["date"])
        if not bare_year or match.end("date") + _NEAR_YEAR >= match.start("event"):
            event = spellings("goals", "events")[match["event"]]
            span = match.start("date"), match.end("date")
            goals.append(Goal(*span, event, "milestone", None, "日期", event=match.start("event")))
    return goals

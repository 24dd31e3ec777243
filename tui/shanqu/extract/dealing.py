"""Measures that a list names together (城乡居民收入, 农林牧渔业、服务业增加值), each spelled out, and the figures dealt out to them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from shanqu.extract.clauses import clause_start, listed, verb_part
from shanqu.extract.measures import Name, all_measures
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import any_of
from shanqu.extract.vocabulary import listed as words_of
from shanqu.gazetteer.indicators import measures
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, table, words

# A trade in a list; none of the list's own signs stands in it, so that a list is divided in one way only.
_TRADE = r"(?:(?![和及与])[一-龥]){2,12}(?<=业)"
# The same, where its last character is left out: 装备制造、高新技术产业.
_TRADE_SHORT = r"(?:(?![和及与])[一-龥]){2,12}"
_JOINED = re.compile(r"[、和及与,，]")
# What shares that are dealt out are of.
_SHARES = re.compile(r"[,，]?(?:分别|依次)占(?:到|了)*([一-龥A-Z]{2,12}?)的?(?:比重|比例)?(?:为|达)?")
_OPENS = re.compile("[(（]")
# A range of years.
_BOUNDS = re.compile(r"(20\d\d)年?[^\d]{1,2}(20\d\d)年")
_DEALS = re.compile("分别|依次")
# Behind a list of levels the list of their rates: 分别达5万元、3万元,增长4%、7%.
_RATES = re.compile(r"[,，](?:同比|分别|比上年|较上年|名义|实际|按[^,，]{2,8}计算)*[一-龥]{2}$")


@once
def _joint() -> dict[str, str]:
    """Forms that name two measures at once, with both."""
    return {form: "、".join(both) for form, both in table("indicators", "joint").items()}


@once
def _rates_only() -> re.Pattern[str]:
    """A clause that deals rates out to amounts that stand before it: 同比分别增长, 增幅依次为."""
    rising, falling, how, than, reach, mean = (
        words_of("figures", "rates", name) for name in ("grow", "fall", "how", "than", "reach", "mean")
    )
    moved = rf"(?P<rate>{rising}|(?P<falls>{falling}))"
    return re.compile(
        rf"(?=.*{moved})(?:{how}|{than}|{mean}|{rising}|{falling})*(?:分别|依次)(?:{how}|{than}|{mean}|[比较]20\d\d年(?:同期)?)*"
        rf"(?:{rising}|{falling})?(?:{reach}|是)*"
    )


@once
def _rates_alone() -> re.Pattern[str]:
    """A clause that tells no more than that there was growth: 年均增长, 同比分别增长."""
    rising, falling, how, than, reach, mean = (
        words_of("figures", "rates", name) for name in ("grow", "fall", "how", "than", "reach", "mean")
    )
    return re.compile(rf"(?:{how}|{than}|{mean})*(?:{rising}|(?P<falls>{falling}))(?:{reach})*")


def spelled_out(text: str) -> str:
    """`text` with the measures that a list names together named one by one."""
    if _joint():
        text = _joint_forms().sub(lambda found: _joint()[found.group()], text)
    text = _earners().sub(_each_earner, text) if "收入" in text or "支出" in text else text
    for measure in words("figures", "parted"):
        if measure in text:
            text = _trades_of(measure).sub(lambda found: _each(found[1], found[2]), text)
    return _LET_OUT.sub(_each_let_out, text) if "量" in text else text


def _each_let_out(found: re.Match[str]) -> str:
    names = [*re.split("[、和及与]", found["items"])[:-1], found["last"]]
    return "、".join(name + found["head"] for name in names)


@once
def _joint_forms() -> re.Pattern[str]:
    return re.compile(any_of(_joint()))


@once
def _earners() -> re.Pattern[str]:
    """A list of people whose incomes differ, and the measure that they share."""
    who, what = words_of("figures", "rates", "earners"), words_of("figures", "rates", "earned")
    return re.compile(rf"(?P<who>{who}(?:[、和及与]{who}){{1,3}})(?P<what>{what})")


def _each_earner(found: re.Match[str]) -> str:
    plain = {"城镇": "城镇居民", "农村": "农村居民"}
    names = re.split("[、和及与]", found["who"])
    return "、".join(plain.get(name, name) + found["what"] for name in names)


@once
def _trades_of(measure: str) -> re.Pattern[str]:
    """A list of trades and the measure that they share."""
    return re.compile(rf"({_TRADE_SHORT}(?:[、和及与]{_TRADE_SHORT}){{0,8}}[、和及与]{_TRADE})({measure})")


def _each(trades: str, measure: str) -> str:
    names = re.split("[、和及与]", trades)
    whole = [_whole_trade(name, measure) for name in names]
    known = [name in industries() or f"{name}{measure}" in measures() for name in whole]
    if not (all(known[1:]) and (known[0] or names[0].endswith("业"))):
        return trades + measure
    return "、".join(name + measure for name in whole)


def _whole_trade(name: str, measure: str) -> str:
    """The trade that a list calls by a shorter name: 装备制造, 高新技术."""
    longer = (name, f"{name}业", f"{name}产业")
    measured = (one for one in longer if f"{one}{measure}" in measures())
    return next(measured, None) or next((one for one in longer if one in industries()), name)


# A list of short names whose last one alone has the noun that all of them share.
_SHARED = re.compile(
    r"(?:^|[,，其中])(?P<items>[一-龥]{1,6}(?:[、和及与][一-龥]{1,6})*)[、和及与](?P<last>[一-龥]{1,6}?)(?P<head>肉?产量|出栏量?|存栏量?|产业增加值|制造业增加值|增加值|产业投资|产业|播种面积|种植面积)(?P<rest>占[^、,，]{2,10}比重)?$"
)
# A list of what is let out, and by how much less: 化学需氧量、氨氮等主要污染物|减排量.
_LET_OUT = re.compile(
    r"(?P<items>(?:[一-龥]{2,8}[、和及与]){1,6})(?P<last>[一-龥]{2,8}?)(?:等(?:几[种项]|[两三四五六]项|主要|重点|污染物|工程)*)?(?P<head>重点工程减排量|排放总量|减排量|排放量|削减量)"
)
_ORDER = "一二三"


def shared_head(text: str) -> list[str]:
    """The measures of a list in which only the last is spelled out, each with the noun that they share (猪、牛、羊出栏); an
    empty list for another."""
    found = _SHARED.search(re.sub("(?:各|均|年均|同比)+$", "", text))
    if found is None:
        return []
    items = [*re.split("[、和及与]", found["items"]), found["last"]]
    items[0] = re.sub("^(?:.*[县市区]|其中)(?=[一-龥])", "", items[0])
    return [f"{'第' if item in _ORDER else ''}{item}{found['head']}{found['rest'] or ''}" for item in items]


def dealt(text: str, quantities: Sequence[Quantity]) -> list[tuple[str, Quantity, str]]:
    """The measures that figures in a list are dealt out to: each with its figure and the verbs between the two.

    分别 deals out, a joint name does, and so do rates right behind levels that were dealt out.
    """
    found: list[tuple[str, Quantity, str]] = []
    last: list[tuple[str, Quantity, str]] = []
    for run in _runs(text, quantities):
        start = clause_start(text, run[0].start)
        said = text[start : run[0].start]
        stems = _stems(text, start, said)
        verbs = said if stems is None else verb_part(said)
        if stems is None and last and _RATES.fullmatch(text[last[-1][1].end : run[0].start]):
            stems = [stem for stem, _, _ in last]
        last = [(stem, item, verbs) for stem, item in zip(stems or (), run, strict=False)]
        if len(stems or ()) == len(run):
            found += last
    return found


def rates_dealt(text: str, quantities: Sequence[Quantity]) -> dict[int, tuple[int, Name]]:
    """The rates that a clause without a measure deals out to the amounts before it (…20万人次,…1.8亿元,分别增长3%和5%), or
    the shares (男性9万人,女性8万人,分别占总人口的53%和47%): by their starts, to which of those each belongs, counted from the last, and what is to be put behind that one's name."""
    found: dict[int, tuple[int, Name]] = {}
    runs = _runs(text, quantities)
    for before, run in itertools.pairwise(runs):
        start = clause_start(text, run[0].start)
        follows = len(before) == len(run) and not text[before[-1].end : start].strip(",，")
        if run[0].unit == "%" and before[0].unit != "%" and follows:
            said = _rates_alone().fullmatch(text, start, run[0].start)
            if said:
                rate = Name("年均增速" if "年均" in said[0] else "增速", "growth", None, bool(said["falls"]))
                found |= {item.start: (len(run) - number, rate) for number, item in enumerate(run)}
    for run in runs if "分别" in text or "依次" in text else ():
        said = _rates_only().fullmatch(text, clause_start(text, run[0].start), run[0].start)
        whole = _SHARES.fullmatch(text, clause_start(text, run[0].start), run[0].start)
        if run[0].unit == "%" and (whole or (said and said["rate"])):
            falls = bool(said and said["falls"])
            rate = Name(f"占{whole[1]}比重", "share") if whole else Name("增速", "growth", None, falls)
            found |= {item.start: (len(run) - number, rate) for number, item in enumerate(run)}
    return found


def dealt_to(text: str, quantities: Sequence[Quantity], items: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Which of `items`, the spans of years or places that stand in lists, each figure belongs to that 分别 deals out, by the
    figure's start: 2022年、2023年分别出口3亿元、4亿元. A list of as many items as figures must come
    before, and not as those with whom something is done (对美国、印度分别出口…)."""
    found: dict[int, int] = {}
    chains = _chains(text, items)
    for run in _runs(text, quantities) if len(items) > 1 else ():
        before = [chain for chain in chains if items[chain[-1]][1] <= run[0].start]
        dealing = before and _DEALS.search(text, items[before[-1][-1]][1], run[0].start)
        towards = before and text[: items[before[-1][0]][0]].endswith(("对", "向", "与", "同", "从"))
        if dealing and not towards and len(before[-1]) == len(run):
            found |= {item.start: number for item, number in zip(run, before[-1], strict=True)}
    return found


def years_dealt(
    text: str, quantities: Sequence[Quantity], ranges: Sequence[tuple[int, int, str]]
) -> dict[int, tuple[int, int]]:
    """The years that 分别 deals out of a range of them, each figure's by its start, with which of `ranges` (span and words) it comes from:
    2021年至2023年,出口分别为2亿元、3亿元和4亿元. There must be a figure for each year."""
    found: dict[int, tuple[int, int]] = {}
    for run in _runs(text, quantities) if ranges else ():
        number, known = max(
            ((number, one) for number, one in enumerate(ranges) if one[1] <= run[0].start),
            default=(0, None),
        )
        bounds = _BOUNDS.fullmatch(known[2]) if known else None
        if known is None or bounds is None or not _DEALS.search(text, known[1], run[0].start):
            continue
        first, last = int(bounds[1]), int(bounds[2])
        if last - first + 1 == len(run):
            found |= {item.start: (number, first + at) for at, item in enumerate(run)}
    return found


def bracketed(
    text: str, quantities: Sequence[Quantity], places: Sequence[tuple[int, int]]
) -> tuple[dict[int, int], str]:
    """Which of `places` each figure belongs to that stands alone in brackets behind it, two at least, by the figure's start; and the words
    before the first: 增长较快的是某某县(24.8%)、某某县(11.2%)."""
    ends = {end: number for number, (_, end) in enumerate(places)} if _OPENS.search(text) else {}
    found = {
        item.start: ends[item.start - 1]
        for item in quantities
        if item.start - 1 in ends
        and text[item.start - 1] in "(（"
        and text[item.end : item.end + 1] in (")", "）")
    }
    return (found, text[: places[min(found.values())][0]]) if len(found) > 1 else ({}, "")


def _chains(text: str, items: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The lists that items stand in, by their numbers; one that stands alone is a list of its own."""
    chains: list[list[int]] = []
    for number, (start, _) in enumerate(items):
        if chains and _JOINED.fullmatch(text, items[number - 1][1], start):
            chains[-1].append(number)
        else:
            chains.append([number])
    return chains


def _stems(text: str, start: int, said: str) -> list[str] | None:
    """The measures that the words `said` of a clause from `start` on name for a list; None if they name no list."""
    head, parted, _ = said.rpartition("分别")
    clear = spelled_out(head if parted else said)
    if parted:
        return all_measures(clear) or listed(head) or None
    return all_measures(clear) if clear != said else None


def falls_behind(text: str, first: Quantity, second: Quantity) -> bool | None:
    """Whether the verb between two rates of a list tells that the second one fell; None if no verb stands there."""
    found = _turned().fullmatch(text, first.end, second.start)
    return bool(found["falls"]) if found else None


@once
def _turned() -> re.Pattern[str]:
    """Between rates of which one goes the other way: 分别增长4%|和下降|2%."""
    rising, falling = (words_of("figures", "rates", name) for name in ("grow", "fall"))
    return re.compile(rf"[、和及与](?:同比)?(?:(?P<falls>{falling})|{rising})了?")


def _runs(text: str, quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Figures of one kind that stand in a list, two at least."""
    runs: list[list[Quantity]] = []
    for first, second in itertools.pairwise(quantities):
        between = text[first.end : second.start]
        joined = _JOINED.fullmatch(between) or (
            first.measure == "percent" and falls_behind(text, first, second) is not None
        )
        if first.measure != second.measure or not joined:
            continue
        if runs and runs[-1][-1] is first:
            runs[-1].append(second)
        else:
            runs.append([first, second])
    return runs

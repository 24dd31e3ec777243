"""What a quantity measures: the indicator's name, from the words before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from shanqu.extract import amounts, counting, differences, unnamed
from shanqu.extract.choosing import Option
from shanqu.extract.clauses import clause_end, clause_start, listed, said_behind
from shanqu.extract.dealing import dealt, spelled_out
from shanqu.extract.guessing import guess, turned
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, all_measures, last_measure
from shanqu.extract.own_measures import name_own
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import listed as listed_words
from shanqu.extract.vocabulary import occurrences
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, table, words


def _untold(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """None: of such a number only what stands beside it tells."""
    return None


_RULES: dict[str, Callable[[Quantity, str, str, str | None], Name | None]] = {
    "money": amounts.name_money,
    "percent": amounts.name_percent,
    "times": amounts.name_times,
    "count": counting.name_count,
    "people": counting.name_people,
    "area": counting.name_area,
    "goods": counting.name_goods,
    "time": counting.name_time,
    "length": counting.name_length,
    "told": _untold,
}
# What a measure is reckoned by (1990年价), and the space before its figure.
_BRACKETED = re.compile(r"(?:[(（][^()（）]{2,10}[)）])?\s*$")
# A clause that only sums up (共129个), and what the clause before may speak of.
_IN_ALL = re.compile("(?:共计|总共|合计|总计|共)有?")
_COUNTED = re.compile("(项目|企业)(?!.*(?:项目|企业))")
_RATES = re.compile("(?P<what>[^,，。;；:：]{2,16}?)(?:增速|增幅)")
# What the clause before tells of.
_TOLD = re.compile(r"(?P<trade>[一-龥]{2,10}业)[一-龥]{0,10}[,，][一-龥]{0,4}(?:增加值|总产值)[一-龥]{0,3}$")
# The head of a list of rates.
_RATE_HEAD = re.compile(
    r"(?P<what>[^,，。;；:：]{2,16}?)(?:增速|增幅|涨幅|增长率|增长)[^,，。;；:：\d]{0,8}[:：]"
)
# Words that may stand between a place and its figure.
_FILLED = re.compile("则?(?:只有|仅有|[为达有仅只约近超])?$")
# So many characters are no more than the name of what the next clause tells.
_TOPIC = 10
# By which a list of figures goes on.
_AVERAGED = ("money", "people", "goods", "area")
_AVERAGE = re.compile("[均每]|单位")
_GOING_ON = "、和及与,"
# A rate that tells how much of what was planned is done.
_OF_TASK = re.compile("(?:任务|计划|目标)的$")
# What a year's plan provides, of which so much is done by now.
_PLANNED = "年度计划投资"
# The count of firms, and the class of the larger ones.
_FIRMS = "企业数"
_LARGER = re.compile("(?:规上|规模以上|升规”?)(?P<industry>工业)?")
# The industry of the larger firms; and a measure with nothing but words of having and reaching about it.
_RATED = "规上工业"
_BARE = re.compile(
    r"[,，;；、]?(?:实现|完成|其中|合计|累计)*(?:主营业务|营业)?(?:收入|营收|利润|利税)(?:总额)?(?:为|达|达到|约|共)*"
)
Decide = Callable[[Quantity, Sequence[Option[Name | None]]], Name | None]


def name_all(
    text: str,
    quantities: list[Quantity],
    earlier: Mapping[str, Name],
    rates: Mapping[int, tuple[int, Name]],
    given: Mapping[int, Name],
    decide: Decide,
) -> tuple[list[tuple[Quantity, Name]], dict[str, Name]]:
    """The quantities of a sentence that measure something, each with what; and for each kind of measure the last name.

    `earlier` is what the sentences before left, `rates` are those that `dealing.rates_dealt` has found, `given` names figures by their starts; `decide` takes one of the options where no rule names the figure.
    """
    aligned = {**aligned_names(text, quantities), **given}
    named: list[tuple[Quantity, Name]] = []
    last: Name | None = None
    levels: dict[str, Name] = {}
    end, measure, measured = 0, "", 0
    for quantity in quantities:
        between = text[end : quantity.start]
        goes_on = (
            named
            and named[-1][0].end == end
            and quantity.measure == measure
            and len(between) == 1
            and between in _GOING_ON
        )
        name = _dealt_rate(rates.get(quantity.start), named) or aligned.get(quantity.start)
        name = name or (last if goes_on else None)
        name = name or _name(text, quantity, end, last, levels.get(quantity.sort), named)
        if name is None:
            clause = (clause_start(text, quantity.start), clause_end(text, quantity.end))
            options = unnamed.options_of(quantity, text, clause, end, last, levels, earlier)
            name = decide(quantity, options)
        end, measure = quantity.end, quantity.measure
        name = _of_trade(_based(name, text[: quantity.start]), text[: quantity.start])
        low = max(measured, clause_start(text, quantity.start))
        name, measured = _on_average(name, quantity, text[low : quantity.start]), quantity.end
        own = text[low : quantity.start]
        name = _of_rated(_added(_larger(_of_class(name, last, between)), own), last, own)
        if name and last and name.indicator == last.indicator == _PLANNED and "已完成" in own:
            name = replace(name, indicator="完成投资")
        if name is not None:
            # Behind 增加2亿元 a rate is still that of the amount that grew.
            last = last if last and name.kind == "change" and quantity.measure != "percent" else name
            named.append((quantity, name))
            if name.kind in ("level", "count"):
                levels[quantity.sort] = name
    return named, {**earlier, **levels}


def _name(
    text: str,
    quantity: Quantity,
    end: int,
    last: Name | None,
    alike: Name | None,
    named: Sequence[tuple[Quantity, Name]],
) -> Name | None:
    """The indicator by the words of the clause, then by those before it, then by verb, noun or unit.

    `end` is where the last figure ends, `last` what it measures, `alike` what the last one of the same kind does, `named`
    are the figures before it with their names.
    """
    start = quantity.start
    low = max(end, clause_start(text, start)) if quantity.measure != "time" else 0
    after = text[quantity.end : clause_end(text, quantity.end)]
    headed = _headed(text[:start]) if quantity.measure == "percent" else None
    previous = headed or (last.indicator if last else None)
    own = _BRACKETED.sub("", text[low:start])
    name = name_quantity(quantity, own, after, previous) or _wider(text, quantity, end)
    before = text[end if low == start else low : start]
    name = name or name_own(quantity, before, after, named)
    if name is None and headed and unnamed.bare(own) == "0":
        return Name(headed, "growth")
    return name or guess(quantity, before, after, last if quantity.measure == "percent" else alike)


def _of_class(name: Name | None, last: Name | None, between: str) -> Name | None:
    """The count to which a class of things grew (规上企业由127家|增至258家) with that class."""
    goes_on = (
        name and last and name.kind == "count" and name.subject is None and name.indicator == last.indicator
    )
    if name is None or last is None or not goes_on or not turned().search(between):
        return name
    return replace(name, subject=last.subject)


def _larger(name: Name | None) -> Name | None:
    """The count of the larger firms by its own name: a county is asked how many it has of these."""
    if name is None or not name.subject or not name.indicator.endswith(_FIRMS) or "规" in name.indicator:
        return name
    found = _LARGER.search(name.subject)
    if found is None:
        return name
    larger = f"规上{'工业' if found['industry'] else ''}{_FIRMS}"
    verb = name.indicator.removesuffix(_FIRMS)
    new = verb == "新增" or name.subject.startswith(("新升", "新上", "新增"))
    return replace(name, indicator=f"{'新增' if new else ''}{larger}")


@once
def _adding() -> re.Pattern[str]:
    return re.compile(r"(?:新增|净增)(?!长|加)[^,，。;；、\d]{0,10}$")


def _added(name: Name | None, own: str) -> Name | None:
    """The name of an amount that came to the one before: 新增装机容量 is not all that there is."""
    if name is None or name.kind not in ("level", "count") or not _adding().search(own):
        return name
    known = name.indicator in words("figures", "added")
    return replace(name, indicator=f"新增{name.indicator}") if known else name


def _of_rated(name: Name | None, last: Name | None, own: str) -> Name | None:
    """A bare profit or turnover behind another figure of the larger firms' industry: it is theirs."""
    if name is None or last is None or not last.indicator.startswith(_RATED) or name.kind != "level":
        return name
    rated = table("figures", "rated").get(name.indicator)
    return replace(name, indicator=rated) if rated and _BARE.fullmatch(own) else name


def _based(name: Name | None, text: str) -> Name | None:
    """A bare rate of growth with the measure whose growth the sentence spoke of last: 增加值增速超过全省,某县增速最高,达58%."""
    spoken = [found["what"] for found in _RATES.finditer(text)] if name and name.indicator == "增速" else []
    based = next(
        (found for what in reversed(spoken) if (found := last_measure(what)) and found[1] == len(what)), None
    )
    return replace(name, indicator=f"{based[0]}增速") if name and based else name


@once
def _mean() -> re.Pattern[str]:
    """Words that make a figure an average, or that of one thing of many: 户均产值, 规上企业平均产值, 每亩产值."""
    means, ones = listed_words("figures", "averages", "means"), listed_words("figures", "averages", "ones")
    return re.compile(rf"(?:(?P<mean>{means})(?![增减提])|(?:每|单位)(?P<one>{ones}))[^,，、\d]{{0,10}}$")


def _on_average(name: Name | None, quantity: Quantity, own: str) -> Name | None:
    """The name of an amount with the word by which it is an average: beside the whole county's it would be taken for that."""
    if name is None or name.kind not in ("level", "count") or quantity.measure not in _AVERAGED:
        return name
    if name.indicator.endswith("价"):  # 地价每亩35万元 is how land is priced
        return name
    found = _mean().search(own) if _AVERAGE.search(own) and not _AVERAGE.search(name.indicator) else None
    if found is None:
        return name
    mean = found["mean"] or ("亩均" if found["one"] == "亩" else f"每{found['one']}")
    return replace(name, indicator=f"{mean}{name.indicator}")


def _of_trade(name: Name | None, text: str) -> Name | None:
    """A bare 增加值 with the trade of which the clause before tells, if there is no figure between: 服务业稳步增长,实现增加值9亿元."""
    if name is None or name.indicator not in words("figures", "parted"):
        return name
    head = _TOLD.search(text)
    trade = head["trade"] if head else ""
    start = next((at for at in range(len(trade) - 1) if trade[at:] in industries()), None)
    return (
        name if start is None else replace(name, indicator=f"{industries()[trade[start:]]}{name.indicator}")
    )


def _headed(text: str) -> str | None:
    """The rate of growth that the head of a list names (增加值增速前三位:), if no other measure was named since."""
    head = next(reversed(list(_RATE_HEAD.finditer(text))), None)
    found = last_measure(head["what"]) if head else None
    if head is None or found is None or last_measure(text[head.end() :]):
        return None
    return f"{found[0]}{'年均' if '年均' in head['what'] else ''}增速"


def _wider(text: str, quantity: Quantity, end: int) -> Name | None:
    """For an amount in an elliptic clause: the words of the sentence up to the last figure."""
    if quantity.measure == "count" and _IN_ALL.fullmatch(
        text, max(end, clause_start(text, quantity.start)), quantity.start
    ):
        low = max(end, clause_start(text, max(clause_start(text, quantity.start) - 1, 0)))
        counted = _COUNTED.search(text, low, quantity.start)
        return Name(f"{counted[1]}数", "count") if counted and quantity.unit in ("个", "项", "家") else None
    clause = clause_start(text, quantity.start)
    if quantity.measure == "goods" and clause:
        return _of_topic(
            quantity, text[clause_start(text, clause - 1) : clause - 1], text[clause : quantity.start]
        )
    if quantity.measure not in ("money", "time", "people"):
        return None
    low = 0 if quantity.measure == "time" else max(end, clause_start(text, max(clause - 1, 0)))
    behind = quantity.end + 16
    # Whom a number of people is of does not stand in the next clause: 种植户4.8万户,从业人员6.8万人.
    behind = min(behind, clause_end(text, quantity.end)) if quantity.measure == "people" else behind
    return name_quantity(quantity, text[low : quantity.start], text[quantity.end : behind], None)


def _of_topic(quantity: Quantity, topic: str, own: str) -> Name | None:
    """What an amount of goods is where the clause before is nothing but its name and the own clause holds a place alone:
    工业用电,某县|6亿千瓦时."""
    alone = len(topic) <= _TOPIC and not any(char.isdigit() for char in topic)
    place = _FILLED.sub("", own)
    return guess(quantity, topic, "", None) if alone and place and unnamed.bare(place) == "0" else None


def name_quantity(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """The indicator of `quantity`, None where nothing says what it measures.

    `before` is the text from the end of the last figure or clause to the quantity, `after` the rest of its clause;
    `previous` names the last indicator of the same sentence, which an elliptic rate may continue.
    """
    return (
        _step(quantity, before, previous)
        or _compared(quantity, before)
        or differences.name_difference(quantity, before, previous)
        or _RULES[quantity.measure](quantity, differences.plain_ratio(quantity, before), after, previous)
    )


@once
def _stepped() -> re.Pattern[str]:
    """Words by which an amount is what the measure before it grew or fell by: 增量7亿元, 比上年末增加0.3万人."""
    step, than = listed_words("figures", "rates", "step"), listed_words("figures", "rates", "than")
    return re.compile(
        rf"^[,，、]?(?:{than})*(?:年|净|共|绝对)*(?P<verb>{step}|(?<=[末初年期])[增减])(?:了|为|达|约)*$"
    )


def _step(quantity: Quantity, before: str, previous: str | None) -> Name | None:
    """The change of what the figure before measures, where the words tell that it changed by that much."""
    if (
        not previous
        or quantity.measure not in ("money", "people")
        or previous.endswith(("速", "率", "重", "比"))
    ):
        return None
    found = _stepped().match(before)
    if found is None:
        return None
    falls = found["verb"] in words("figures", "rates", "fall")
    return Name(f"{previous.removesuffix('变化')}变化", "change", None, falls)


@once
def _moved() -> re.Pattern[str]:
    """A measure, against what it is held, and by which verb it moved: 人均收入比2018年增加."""
    verbs = listed_words("figures", "rates", "step")
    return re.compile(rf"(?P<what>.*?)[比较][^,，。;；、]{{2,10}}?[净共]?(?P<verb>{verbs})了?$")


def _compared(quantity: Quantity, before: str) -> Name | None:
    """The change of a measure that an amount tells in the measure's own clause."""
    found = _moved().match(before) if quantity.measure in ("money", "people") else None
    measure = last_measure(found["what"]) if found else None
    if found is None or measure is None or len(found["what"]) - measure[1] > 1:
        return None
    return Name(f"{measure[0]}变化", "change", None, found["verb"] in words("figures", "rates", "fall"))


def _dealt_name(stem: str, quantity: Quantity, verbs: str) -> Name:
    """What a figure measures that 分别 deals out to a noun, which `verbs` tell to have changed by that much, or to be so much."""
    counted = quantity.measure in ("count", "people")
    name = amounts.noun_phrase(stem)
    name = f"{name}数" if counted and not name.endswith("数") else name
    changed = _stepped().match(verbs)
    if changed:
        return Name(f"{name}变化", "change", None, changed["verb"] in words("figures", "rates", "fall"))
    return Name(name, "count" if counted else "level")


def _dealt_rate(dealt: tuple[int, Name] | None, named: Sequence[tuple[Quantity, Name]]) -> Name | None:
    """The rate of the last amount but so many, where each of these has one."""
    amounts = [name for _, name in named if name.kind in ("level", "count")]
    if dealt is None or len(amounts) < dealt[0]:
        return None
    back, rate = dealt
    return replace(rate, indicator=amounts[-back].indicator + rate.indicator)


def bracketed_name(quantity: Quantity, head: str) -> Name | None:
    """What a figure in brackets behind a place measures: the measure that `head`, the words before the first such place,
    names last, or its growth."""
    found = last_measure(head)
    if found is None:
        return None
    name, end = found
    if quantity.unit != "%":
        return Name(name, "level") if quantity.measure in ("money", "area", "goods") else None
    if name.endswith(words("figures", "rates", "ratios")):
        return Name(name, "share")
    grows = _grows().search(head, end)
    return Name(f"{name}增速", "growth", None, falls=bool(grows["falls"])) if grows else None


@once
def _grows() -> re.Pattern[str]:
    rising, falling = (listed_words("figures", "rates", name) for name in ("grow", "fall"))
    return re.compile(f"{rising}|(?P<falls>{falling})")


def aligned_names(text: str, quantities: list[Quantity]) -> dict[int, Name]:
    """Rates that 分别 deals out to measures named before: A和B年均分别增长a%和b%."""
    names: dict[int, Name] = {}
    for spot in occurrences(text, "分别"):
        at = spot + len("分别")
        start = clause_start(text, at)
        end = clause_end(text, at)
        run = [item for item in quantities if at <= item.start < end]
        said = spelled_out(text[start:spot])
        stems = all_measures(said) or listed(said) or all_measures(spelled_out(text[:start]))[-len(run) :]
        if len(run) < 2 or len(stems) != len(run) or all(stem in place_scanner().entries for stem in stems):
            continue
        for stem, item in zip(stems, run, strict=True):
            name = name_quantity(item, stem + text[at - 6 : run[0].start].split(stem)[-1], "", None)
            verbs = said_behind(text[start : run[0].start], stems[-1])
            tail = name_quantity(item, stem + verbs, "", None)
            done = item.is_percent and _OF_TASK.search(text[start : run[0].start])
            other = Name(f"{stem}任务完成率", "share") if done else None
            names[item.start] = tail or name or other or _dealt_name(stem, item, text[at : run[0].start])
    for stem, item, verbs in dealt(text, quantities):
        if item.start not in names and (name := name_quantity(item, stem + verbs, "", None)):
            names[item.start] = name
    return names

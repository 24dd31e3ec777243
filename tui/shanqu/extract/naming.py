"""What a quantity measures: the indicator's name, from the words before and after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from shanqu.extract import amounts, counting, differences, unnamed
from shanqu.extract.built import cleaned
from shanqu.extract.by_the_one import name_by_one, name_households, name_priced
from shanqu.extract.choosing import Option
from shanqu.extract.clauses import clause_end, clause_start, listed, said_behind
from shanqu.extract.dealing import dealt, falls_behind, shared_head, spelled_out
from shanqu.extract.guessing import guess, sold_behind
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, all_measures, last_measure
from shanqu.extract.moved import grows, rate_of_told, reached
from shanqu.extract.own_measures import name_own
from shanqu.extract.phrases import noun_phrase
from shanqu.extract.quantities import Quantity
from shanqu.extract.refining import BARE_RATE, RATE, Told, refined, spoken_rate
from shanqu.extract.shares import task_done
from shanqu.extract.vocabulary import listed as listed_words
from shanqu.extract.vocabulary import occurrences
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words


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
# The head of a list of rates.
_RATE_HEAD = re.compile(
    r"(?P<what>[^,，。;；:：]{2,16}?)(?:增速|增幅|涨幅|增长率|增长)[^,，。;；:：\d]{0,8}[:：]"
)
# Words that may stand between a place and its figure.
_FILLED = re.compile("则?(?:只有|仅有|[为达有仅只约近超])?$")
# So many characters are no more than the name of what the next clause tells.
_TOPIC = 10
# By which a list of figures goes on.
_GOING_ON = "、和及与,"
# A rate that tells how much of what was planned is done.
_OF_TASK = re.compile("(?:任务|计划|目标)的$")
# What a year's plan provides, of which so much is done by now.
_PLANNED = "年度计划投资"
# What leads to a list of places.
_LEADS = re.compile("^(?:.*[比较]|(?:而|但|同期|其中|比如|例如|如|其|周边的?|邻近的?)+)")
_TOWN = re.compile("^[一-龥]{2,4}(?:[镇乡]|街道)$")
# Whose rate is told by its rank: 增速最快的是某县,达到|15%.
_FASTEST = re.compile(
    r"增[速幅][^,，。;；\d]{0,8}的(?:分别)?[是为][^,，。;；\d]{2,16}[,，]?(?:分别)?(?:达到?|为|是|高达)$"
)
# The figures just told of, of which a clause goes on: 这两个数字|分别是….
_THESE = re.compile("(?:这|上述|以上)[两二三四]?(?:个|项|组)?(?:数字|数据|指标|数)$")
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
    against = differences.held_against(text, quantities)
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
            and (measure != "people" or quantity.unit == named[-1][0].unit)
            and not (quantity.is_percent and sold_behind(text, quantity.end))
        )
        name = _dealt_rate(rates.get(quantity.start), named) or aligned.get(quantity.start)
        if quantity.start in against:
            base = next((one.indicator for _, one in reversed(named) if one.kind != "change"), None)
            name = name_quantity(quantity, against[quantity.start], "", base)
        name = name or (last if goes_on else None)
        if quantity.unit == "%" and name is None and between == "的":
            name = task_done(text[clause_start(text, quantity.start) : quantity.start])
        rate = earlier.get(RATE) if last is None and quantity.is_percent else None
        name = name or _name(
            text, quantity, end, last or _going_on(rate, text, quantity), levels.get(quantity.sort), named
        )
        name = cleaned(name)
        if quantity.unit == "%" and (name is None or name.kind == "growth"):
            name = rate_of_told(text, quantity.start) or name
        if name is None and quantity.unit == "%" and _FASTEST.search(text[: quantity.start]):
            name = Name(BARE_RATE, "growth")
        if name is None:
            clause = (clause_start(text, quantity.start), clause_end(text, quantity.end))
            options = unnamed.options_of(quantity, text, clause, end, last, levels, earlier)
            name = decide(quantity, options)
        end, measure = quantity.end, quantity.measure
        own = text[max(measured, clause_start(text, quantity.start)) : quantity.start]
        told = Told(text[: quantity.start], own, between, last, earlier.get(RATE), named)
        name, measured = refined(name, quantity, told), quantity.end
        if name and last and name.indicator == last.indicator == _PLANNED and "已完成" in own:
            name = replace(name, indicator="完成投资")
        if name is not None:
            # Behind 增加2亿元 a rate is still that of the amount that grew.
            last = last if last and name.kind == "change" and quantity.measure != "percent" else name
            named.append((quantity, name))
            if name.kind in ("level", "count"):
                levels[quantity.sort] = name
            elif name.kind == "growth" and name.indicator != BARE_RATE:
                levels[RATE] = name
    if RATE not in levels and (spoken := spoken_rate(text)):
        levels[RATE] = Name(f"{spoken}{BARE_RATE}", "growth")
    kept = {sort: name for sort, name in earlier.items() if sort != RATE or not named}
    return named, {**kept, **levels}


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
    name = name_by_one(quantity, own, last) or name_households(quantity, text[low:start], after, last)
    name = name or name_quantity(quantity, own, after, previous)
    name = name or _wider(text, quantity, end) or name_priced(quantity, own)
    if quantity.measure == "count" and end:
        name = counting.with_action(name, own, text[clause_start(text, end) : end])
    before = text[end if low == start else low : start]
    name = name or name_own(quantity, before, after, named)
    if name is None and headed and unnamed.bare(own) == "0":
        return Name(headed, "growth")
    return name or guess(quantity, before, after, last if quantity.measure == "percent" else alike)


def _going_on(rate: Name | None, text: str, quantity: Quantity) -> Name | None:
    """The `rate` of the sentence before, where a clause only tells that somebody's grew or fell: 云和县|增长12%."""
    return rate if rate and grows().search(text, clause_start(text, quantity.start), quantity.start) else None


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
        or reached(quantity, before, previous)
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
    name = noun_phrase(stem)
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
    moved = grows().search(head, end)
    return Name(f"{name}增速", "growth", None, falls=bool(moved["falls"])) if moved else None


def _only_places(stems: Sequence[str]) -> bool:
    """Whether a list is of places, to which and not to measures the figures are dealt out: 而同期|甲县、乙县|分别增长."""
    first = _LEADS.sub("", stems[0])
    return all(stem in place_scanner().entries or _TOWN.search(stem) for stem in (first, *stems[1:]))


def _shared(quantity: Quantity, stem: str, verbs: str) -> Name:
    """What a figure measures whose noun a list shares: 猪、牛出栏分别为…."""
    named = name_quantity(quantity, f"{stem}{verbs}", "", None) if quantity.is_percent else None
    return named or Name(stem, "share" if quantity.is_percent else "level")


def aligned_names(text: str, quantities: list[Quantity]) -> dict[int, Name]:
    """Rates that 分别 deals out to measures named before: A和B年均分别增长a%和b%."""
    names: dict[int, Name] = {}
    for spot in occurrences(text, "分别"):
        at = spot + len("分别")
        start = clause_start(text, at)
        end = clause_end(text, at)
        run = [item for item in quantities if at <= item.start < end]
        said = spelled_out(text[start:spot])
        stems = all_measures(said) or listed(said)
        if not stems or _THESE.search(text[start:spot]):
            stems = all_measures(spelled_out(text[:start]))[-len(run) :]
        if len(stems) == len(run) + 1 and "占" in said:  # 第一、第二产业增加值占GDP的比重分别为
            stems = all_measures(said.partition("占")[0])
        parts = shared_head(said) if len(stems) != len(run) else []
        stems = parts if len(parts) == len(run) else stems
        if len(run) < 2 or len(stems) != len(run) or _only_places(stems):
            continue
        if stems is parts:
            names |= {
                item.start: _shared(item, stem, text[at : run[0].start])
                for stem, item in zip(parts, run, strict=True)
            }
            continue
        for stem, item in zip(stems, run, strict=True):
            name = name_quantity(item, stem + text[at - 6 : run[0].start].split(stem)[-1], "", None)
            verbs = said_behind(text[start : run[0].start], stems[-1])
            tail = name_quantity(item, stem + verbs, "", None)
            done = item.is_percent and _OF_TASK.search(text[start : run[0].start])
            other = Name(f"{stem}任务完成率", "share") if done else None
            sold = guess(item, text[at : run[0].start], "", None) if item.measure == "money" else None
            sold = replace(sold, subject=stem.removeprefix("其中")) if sold else None
            names[item.start] = (
                tail or name or other or sold or _dealt_name(stem, item, text[at : run[0].start])
            )
    for stem, item, verbs in dealt(text, quantities):
        if item.start not in names and (name := name_quantity(item, stem + verbs, "", None)):
            names[item.start] = name
    return _by_own_verbs(text, quantities, names) if names else names


def _by_own_verbs(text: str, quantities: list[Quantity], names: dict[int, Name]) -> dict[int, Name]:
    """The names of rates in a list, of which those behind a verb of their own rise or fall by that: 分别增长8%和|下降|3%."""
    for first, second in itertools.pairwise(quantities):
        name = names.get(second.start)
        falls = falls_behind(text, first, second) if second.is_percent and first.is_percent else None
        if name and falls is not None and name.kind in ("growth", "change"):
            names[second.start] = replace(name, falls=falls)
    return names

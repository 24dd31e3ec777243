"""Names of measures made exact by what was told before: what a bare rate is of, whose class is counted, what an average is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from shanqu.extract.guessing import turned
from shanqu.extract.measures import Name, known_names, last_measure
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import listed as listed_words
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, table, words

# What rates are told of in words: 规上工业增加值|增速.
_RATES = re.compile("(?P<what>[^,，。;；:：]{2,16}?)(?:增速|增幅)")
# What is told to move in the clause before its rate, or is named alone there: 订单大涨,分别增长|31%; 一个是增加值,前7个月增长|13%.
_MOVED = re.compile(r"(?:^|[,，。;；:：])(?P<what>[^,，。;；:：\d]{2,24})[,，][^,，。;；:：]{0,16}$")
# Words of an amount that is done already, or has come, and nothing else.
_DONE = re.compile(
    "[,，;；]?(?:目前|现|截至目前|其中|实际|累计|共|已|已经|当年|今年|1月以来)*(?:完成|投入|(?P<come>到位))(?:投资|资金)?(?:为|达|了|约|超)*"
)
# A share that would be one of the share before it: 完成预算的90%,|占财政总收入的39%.
_OF_PART = re.compile("(?<=[率重])占[^占]+比重$")
# What the clause before tells of.
_TOLD = re.compile(r"(?P<trade>[一-龥]{2,10}业)[一-龥]{0,10}[,，][一-龥]{0,4}(?:增加值|总产值)[一-龥]{0,3}$")
_ONE_MU = re.compile("^.*一亩(?:[地田]的?)?")
_ONE_YEAR = re.compile("^.*一年(?:的|下来)?(?=[毛净纯]?收入$)")
_AVERAGED = ("money", "people", "goods", "area")
_AVERAGE = re.compile("[均每]|单位")
# A rate of growth of which nothing tells what grows, and under what the last one is remembered.
BARE_RATE = "增速"
RATE = "growth"
# By what a name goes on that holds one measure against another: GDP|倍数(较某县).
_HELD = re.compile(r"(?:倍数|差距)\(较.*")
# The larger firms, or the smaller ones, as a part of a county's industry.
_RATED_FIRMS = re.compile("(?:其中)?规(?:模以)?(?P<side>[上下])(?:工业)?(?:企业|工业)")
# The count of firms, and the class of the larger ones.
_FIRMS = "企业数"
_LARGER = re.compile("(?:规上|规模以上|升规”?)(?P<industry>工业)?")
# The industry of the larger firms; and a measure with nothing but words of having and reaching about it.
_RATED = "规上工业"
_BARE = re.compile(
    r"[,，;；、]?(?:实现|完成|其中|合计|累计)*(?:主营业务|营业)?(?:收入|营收|利润|利税)(?:总额)?(?:为|达|达到|约|共)*"
)


class Told(NamedTuple):
    """The words of a sentence before a figure (`before`), those of its own clause (`own`), and those behind the figure before
    it (`between`); what that one measures (`last`), the rate that the sentence before told of, and the figures before with their names."""

    before: str
    own: str
    between: str
    last: Name | None
    rate: Name | None
    named: Sequence[tuple[Quantity, Name]]


def refined(name: Name | None, quantity: Quantity, told: Told) -> Name | None:
    """The name of a figure, made as exact as what was told before allows."""
    name = _of_trade(_based(name, told.before), told.before)
    name = _of_done(_of_base(name, told.last, told.rate, told.before), told.named)
    name = _of_class(_on_average(name, quantity, told.own), told.last, told.between)
    name = _of_each_many(_of_one(_carried_out(name, told.last, told.own)), told.own)
    return _of_rated(_added(_larger(name), told.own), told.last, told.own)


def _of_one(name: Name | None) -> Name | None:
    """An income that is told of one mu or one year by the name that such incomes have: 一亩毛收入, 农户一年收入."""
    if name is None or name.kind != "level" or not name.indicator.endswith(("收入", "利润", "产值", "收益")):
        return name
    told = _ONE_YEAR.sub("年", _ONE_MU.sub("亩均", name.indicator))
    return replace(name, indicator=told) if told != name.indicator else name


def _carried_out(name: Name | None, last: Name | None, own: str) -> Name | None:
    """How much of a planned sum is done or has come: 计划投资46亿元,完成|25亿元; 计划总投资24亿元,已到位|9亿元."""
    planned = name is not None and last is not None and name.indicator == last.indicator
    if name is None or not planned or not name.indicator.endswith("投资") or name.kind != "level":
        return name
    done = _DONE.fullmatch(own)
    return replace(name, indicator="到位资金" if done["come"] else "完成投资") if done else name


def _of_done(name: Name | None, named: Sequence[tuple[Quantity, Name]]) -> Name | None:
    """A rate behind how much of a task is done: it is that of the amount before (投资70亿元,完成年度任务的35%,|增长24%)."""
    part = _OF_PART.search(name.indicator) if name and name.kind == "share" else None
    if name is None or not (part or name.indicator.endswith(f"完成率{BARE_RATE}")):
        return name
    levels = (one.indicator for _, one in reversed(named) if one.kind == "level")
    amount = next((one for one in levels if not one.endswith("预算")), None)  # 占预算9亿元的35%,|增长24%
    return replace(name, indicator=f"{amount}{part.group() if part else BARE_RATE}") if amount else name


def _of_base(name: Name | None, last: Name | None, rate: Name | None, before: str) -> Name | None:
    """A rate of growth by what grows: where that is only a trade (其中新材料增长9%) it is what was told of before, a bare one
    goes on with the `rate` of the sentence before (规上工业增加值增长8%。|某县增长12%)."""
    if name is None or name.kind != "growth" or not name.indicator.endswith(BARE_RATE):
        return name
    if name.indicator == BARE_RATE:
        moved = None if last else _moved(before)
        if moved:
            return replace(name, indicator=f"{moved}{BARE_RATE}")
        base = _HELD.sub("", last.indicator) if last else ""
        if last is None or (rate and base == rate.indicator):
            return replace(name, indicator=rate.indicator) if rate else name
        grown = base if base.endswith(BARE_RATE) else f"{base}{BARE_RATE}"
        return replace(name, indicator=grown) if grown.removesuffix(BARE_RATE) in known_names() else name
    stem = name.indicator.removesuffix(BARE_RATE)
    base = last.indicator.removesuffix(BARE_RATE) if last else ""
    rated = _RATED_FIRMS.fullmatch(stem)
    whole = re.sub("^规[上下](?=工业)", "", base)
    if rated and whole.startswith("工业"):  # 工业增加值增长9%,其中规上企业增长10%
        return replace(name, indicator=f"规{rated['side']}{whole}{BARE_RATE}")
    is_trade = stem in industries() or f"{stem}产业" in industries() or stem.endswith(("产业", "行业"))
    parted = next((one for one in words("figures", "parted") if base.endswith(one)), "")
    if is_trade and parted and base.removesuffix(parted) in industries():  # 烟草业增加值增长9%,建材行业下降3%
        base = f"{stem}{parted}"
    if is_trade and base.endswith(words("figures", "rates", "of_trades")):
        return replace(name, indicator=f"{base}{BARE_RATE}")
    return _of_what_grows(name, base if last and last.kind != "count" else "", rate)


def _moved(before: str) -> str | None:
    """The measure that the clause before a rate tells of, where it ends with it or with how it moves."""
    clause = _MOVED.search(before)
    what = _moving().sub("", clause["what"]) if clause else ""
    found = last_measure(what)
    return found[0] if found and found[1] == len(what) and found[0].endswith(_grown()) else None


@once
def _moving() -> re.Pattern[str]:
    """How something moves, at the end of a clause: 订单|大涨, 出口额|逆势上扬."""
    rates = [listed_words("figures", "rates", one) for one in ("how", "grow", "fall", "moving")]
    return re.compile(f"(?:{'|'.join(rates)}|了|有所|出现|继续|持续|明显|均|都|也)*$")


def _of_what_grows(name: Name, base: str, rate: Name | None) -> Name:
    """A rate whose stem is nothing that could grow, but whose or of when the rate is (该县下降7%, 二季度增长5%): it is that of
    the measure told of before, `base`, or of the `rate` in the sentence before."""
    stem, mean, _ = name.indicator.rpartition(f"年均{BARE_RATE}")
    stem = stem or name.indicator.removesuffix(BARE_RATE)
    grown = re.sub("(?:年均)?增速$", "", base or (rate.indicator if rate else ""))
    if stem.endswith(words("figures", "rates", "grown")) or not grown.endswith(_grown()):
        return name
    return replace(name, indicator=f"{grown}{mean or BARE_RATE}")


@once
def _grown() -> tuple[str, ...]:
    """By which the names of measures end that may grow, but for counts: a rate of firms is hardly meant by their trade."""
    return tuple(one for one in words("figures", "rates", "grown") if one != "数")


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
    verb = name.indicator.removesuffix(_FIRMS)
    if found is None:
        known = _class_of(name.subject) if verb in ("", "新增", "新认定", "培育") else None
        return replace(name, indicator=f"{verb}{known}") if known else name
    larger = f"规上{'工业' if found['industry'] else ''}{_FIRMS}"
    new = verb == "新增" or name.subject.startswith(("新升", "新上", "新增"))
    return replace(name, indicator=f"{'新增' if new else ''}{larger}")


def _class_of(subject: str) -> str | None:
    """The count of a class of firms that every county is asked for, by the class."""
    if re.search(r"\d|[十百]亿", subject):  # 超10亿元企业
        return None
    classes = table("counting", "classes").items()
    return next((name for name, forms in classes if any(form in subject for form in forms)), None)


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
    based = spoken_rate(text) if name and name.indicator == BARE_RATE else None
    return replace(name, indicator=f"{based}{BARE_RATE}") if name and based else name


def spoken_rate(text: str) -> str | None:
    """The measure whose rate of growth the words of a sentence name last."""
    spoken = [found["what"] for found in _RATES.finditer(text)] if BARE_RATE in text or "增幅" in text else []
    known = ((last_measure(what), len(what)) for what in reversed(spoken))
    return next((found[0] for found, size in known if found and found[1] == size), None)


@once
def _mean() -> re.Pattern[str]:
    """Words that make a figure an average, or that of one thing of many: 户均产值, 规上企业平均产值, 每亩产值."""
    means, ones = listed_words("figures", "averages", "means"), listed_words("figures", "averages", "ones")
    return re.compile(rf"(?:(?P<mean>{means})(?![增减提])|(?:每|单位)(?P<one>{ones}))[^,，、\d]{{0,10}}$")


def _on_average(name: Name | None, quantity: Quantity, own: str) -> Name | None:
    """The name of an amount with the word by which it is an average: beside the whole county's it would be taken for that."""
    if name is None or name.kind not in ("level", "count") or quantity.measure not in _AVERAGED:
        return name
    if name.indicator.endswith(("价", "亩产")):  # 地价每亩35万元 is how land is priced
        return name
    found = _mean().search(own) if _AVERAGE.search(own) and not _AVERAGE.search(name.indicator) else None
    if found is None:
        return name
    if found["mean"] and _LISTED.search(own, 0, found.start()) and _named_before(own[: found.start()], name):
        return name
    mean = found["mean"] or ("亩均" if found["one"] == "亩" else f"每{found['one']}")
    return replace(name, indicator=f"{mean}{name.indicator}")


def _named_before(text: str, name: Name) -> bool:
    """Whether what a list names before its mean is what the figure measures: 生产总值、|人均生产总值分别达到90亿元."""
    before = last_measure(text)
    return before is not None and before[0] == name.indicator


# A list goes on.
_LISTED = re.compile("[、和与及]$")
# So many of something for each so many others: 每万人|发明专利拥有量, 每千老年人口|拥有床位.
_EACH_MANY = re.compile(
    r"(?P<each>每[十百千万]+(?:名|户)?[一-龥]{0,4}?(?:人口|人员|老人|老年人(?!口)|居民|家庭|人(?![口员])|户|家|企业|劳动力|职工))中?的?"
    r"(?:拥有|共有|有|配备|享有)?(?P<what>[^,，。;；、\d每]{2,12}?)(?:达到?|为|增至|增加到|提高到|提升到|超过?|约|已|拥有|有)*$"
)


def _of_each_many(name: Name | None, own: str) -> Name | None:
    """The name of a figure for each ten thousand people and the like, with them: alone it would be taken for the whole."""
    found = _EACH_MANY.search(own) if name and "每" in own and name.kind in ("level", "count") else None
    if name is None or found is None:
        return name
    what = found["what"] if found["what"].endswith(("量", "数", "额", "积")) else f"{found['what']}数"
    return replace(name, indicator=f"{found['each']}{what}")


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

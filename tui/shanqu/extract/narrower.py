"""Figures that are of less than the county though nothing but the county is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.products import goods_before
from shanqu.extract.quantities import Quantity
from shanqu.extract.subjects import Subject
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Fact

# So far before a figure the condition of a policy may begin.
_CONDITION = 64


def of_nobody(text: str, quantity: Quantity) -> bool:
    """Whether a figure is nobody's own: what each of several firms or projects reaches (3家企业产值超10亿元), or what is asked

    of whoever is to be counted among others (认定标准为…)."""
    if quantity.unit == "%" and text.startswith((")", "）"), quantity.end) and _beside(text, quantity.start):
        return True
    if _asked().search(text, 0, quantity.start) or _condition(text, quantity.start, quantity.end):
        return True
    if quantity.measure != "money" or quantity.high is not None:
        return False
    if _floor(text, quantity) and _such_firms().match(text, quantity.end):
        return True
    if quantity.low is None:
        return False
    return _each().search(text, 0, quantity.start) is not None


@once
def _asked() -> re.Pattern[str]:
    return re.compile(rf"{listed('figures', 'narrower', 'criteria')}(?:分别|具体)?(?:为|是|[:：])")


# The rate of that against which another is held, in brackets behind it: 比全省(7.7%)|和全国平均水平(7.0%)|分别高….
_HELD = re.compile(
    r"(?:[比较]|[高低快慢]于)[一-龥、]{0,8}(?:全[国省市]|平均|水平|同期|季度|上年|去年|上半年)"
    r"(?:[(（][^()（）]{1,9}[)）][一-龥、]{1,10})?[(（]-?$"
)


def _beside(text: str, start: int) -> bool:
    return _HELD.search(text, max(0, start - _CONDITION), start) is not None


# Whoever fulfils a policy's condition, and what it is given: 对产值超1亿元的企业,给予奖励.
_FOR_WHOEVER = re.compile("对[^。；;]{2,60}$")
_GIVEN = re.compile(
    r"[^,，。；;]{0,14}的(?:[一-龥]{0,10}(?:企业|项目|单位|个人|主体|机构|园区|平台))?[,，][^。；;]{0,50}?(?:给予|予以|补助|奖励|补贴|奖补|资助)"
)


# What whoever fulfils the condition may be given: 给予最高|500万元|奖励, 最高可获|500万元|补助.
_AT_MOST = re.compile(
    "(?:最高|最多|不超过|每家|每个)(?:可?(?P<given>给予|获得?|享受|奖励|补助|补贴)|可?(?:达|不超过))*$"
)
_GRANT = re.compile("(?:的|一次性|资金)*(?:奖励|补助|补贴|资助|奖补|扶持|支持|(?P<end>[。;；,，]))")


def _condition(text: str, start: int, end: int) -> bool:
    """Whether a figure is what a policy asks of whoever is to be given something."""
    before = text[max(0, start - _CONDITION) : start]
    most, grant = _AT_MOST.search(before), _GRANT.match(text, end)
    if most and grant and (most["given"] or not grant["end"]):
        return True
    return "对" in before and _FOR_WHOEVER.search(before) is not None and _GIVEN.match(text, end) is not None


def _floor(text: str, quantity: Quantity) -> bool:
    """Whether an amount is one that is to be passed: 超10亿元, 过|1亿元, 首次破|亿元."""
    return quantity.low is not None or text.endswith(("过", "破"), 0, quantity.start)


@once
def _such_firms() -> re.Pattern[str]:
    """What counts those who pass an amount, behind it: 纳税过亿元|的企业达30家, 产值超10亿元|企业5家."""
    count = r"[\d一二三四五六七八九十两]+多?[家个户]"
    return re.compile(
        rf"(?:及?以上)?的?[一-龥]{{0,6}}(?:企业|公司|项目|主体|商户|村)(?:数量?)?(?:[一-龥]{{0,6}}(?:有|达到?|为|至|到|突破|超过?))?{count}"
    )


@once
def _each() -> re.Pattern[str]:
    count, things, all_of_them = r"[\d一二三四五六七八九十百]+多?", "[家个户]", "[均都各]"
    own = listed("figures", "narrower", "own")
    noun = r"(?:[一-龥]{0,10}(?:企业|公司|项目|商户))?的?"
    return re.compile(
        rf"{count}{things}{noun}(?:年|单个|单体)?(?:{own}{all_of_them}?|总?投资额?{all_of_them})(?:为|达到?|在)?$"
    )


def narrower(
    text: str, low: tuple[int, int], at: int, indicator: str, settled: Sequence[Fact]
) -> Subject | None:
    """What an amount at `at` is of: the goods whose quantity stands before it (香菇产量3000吨,产值2亿元), the goods in front of its measure
    (阀门总产值8亿元), or the class of firms that its clause begins with (招商引资企业实现产值2亿元).

    `low`: where its clause begins, and where the trade ends that it would be of. `settled` are the facts of the sentence
    before it.
    """
    clause, trade = low
    firms = (
        _class().search(text, clause, at) if indicator in words("figures", "narrower", "of_firms") else None
    )
    if firms:
        return Subject(firms["firms"], "area")
    if (
        clause >= trade
        and indicator in words("figures", "narrower", "of_goods")
        and (sold := _sold(text[clause:at]))
    ):
        return Subject(sold, "industry")
    told_of = None if trade else _is_trade().search(text, 0, at)
    if told_of and indicator in words("figures", "narrower", "of_trade"):
        return Subject(told_of["trade"], "industry")
    if indicator not in words("figures", "narrower", "turnover"):
        return None
    if not trade and (counted := _counted_firms(text, clause, settled)):
        return Subject(counted, "industry")
    amounts = [fact for fact in settled if fact.kind != "growth"]
    told = text.rfind(amounts[-1].value_text, 0, at) if amounts else -1
    if told < trade or amounts[-1].scope != "area" or _whole().search(text, told, at):
        return None
    goods = _goods(amounts[-1])
    return Subject(goods, "industry") if goods else None


@once
def _class() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<firms>{listed('figures', 'narrower', 'firms')}企业)(?:累计|共|合计)?(?:实现|完成|达到?)?(?=[一-龥]{{2,6}})"
    )


@once
def _sold_pattern() -> re.Pattern[str]:
    """Goods, a measure of what they bring in, and what stands before its figure."""
    between, measure, reach = (listed("figures", "narrower", name) for name in ("between", "sold", "reach"))
    return re.compile(rf"(?P<class>(?P<what>[一-龥A-Za-z0-9]{{2,}}?)(?:产品)?){between}*{measure}{reach}*$")


def _sold(head: str) -> str:
    """The goods that the words of a clause before a figure say to be made or sold for it; "" for none."""
    match = _sold_pattern().search(head)
    if match is None:
        return ""
    classes = words("figures", "narrower", "classes")
    of_class = next((one for one in classes if head.endswith(one, 0, match.end("class"))), "")
    goods = of_class or _when().sub("", goods_before(head, match.end("what")))
    return "" if goods.endswith(words("figures", "narrower", "no_goods")) else goods


@once
def _when() -> re.Pattern[str]:
    """Words of time and reference that are no part of the goods behind them."""
    return re.compile(rf"^(?:.*年|{listed('figures', 'narrower', 'when')})+(?=[一-龥]{{2}})")


@once
def _is_trade() -> re.Pattern[str]:
    """A sentence that calls something a trade and goes on about it: 产业用布是某某县的当家产业,2023年产值52亿元."""
    return re.compile(
        rf"^(?P<trade>[一-龥A-Z]{{2,8}}?)(?:产业)?(?:一直)?[是为][一-龥A-Za-z“”]{{0,14}}?{listed('figures', 'narrower', 'rank_of_trade')}(?:产业|行业)[,，](?!.*(?:全[县市区]|[;；]))"
    )


def _counted_firms(text: str, clause: int, settled: Sequence[Fact]) -> str:
    """The firms of a trade that the clause before has counted, where this one goes on with what they have: 车配产业企业90家,|产值5亿元. "" where
    it does not."""
    last = settled[-1] if settled else None
    if (
        last is None
        or last.kind != "count"
        or last.scope not in ("area", "industry")
        or not last.indicator.endswith("企业数")
    ):
        return ""
    firms = re.sub("^(?:[该其]|全[县市区])+", "", last.subject or "")
    goes_on = text[:clause].rstrip(",，").endswith(last.value_text) and _going_on().match(text, clause)
    return firms if goes_on and re.search("产业|行业|(?<!工)业(?:规上)?企业", firms) else ""


@once
def _going_on() -> re.Pattern[str]:
    between, measure = (listed("figures", "narrower", name) for name in ("between", "sold"))
    return re.compile(rf"{between}*{measure}")


@once
def _whole() -> re.Pattern[str]:
    """What ends the goods' clauses: another sentence of a kind, or the whole county."""
    return re.compile("[;；。]|全[县市区]|工业|经济")


def _goods(fact: Fact) -> str | None:
    """The goods of a fact that tells how much there is of them: 香菇产量, 茶园面积, 民宿数."""
    for measure in words("figures", "narrower", "amounts"):
        what = fact.indicator.removesuffix(measure)
        if what != fact.indicator and what:
            known = lexicon("products", "names").ends(what) == 0 or what.endswith(
                words("figures", "narrower", "grounds")
            )
            return what if known else None
    return None

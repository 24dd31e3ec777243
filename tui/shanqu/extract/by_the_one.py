"""What a figure told of one piece, one mu or one day measures: 每斤能卖|30元, 一亩地能收|1000斤, 一个月能挣|3000元."""

from __future__ import annotations

import re

from shanqu.extract.measures import Name
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_YIELD = "亩产"
_WEIGHTS = ("斤", "公斤", "吨")
_PRICED = re.compile("/(?:斤|公斤|吨)$")
# From so much a year on nobody earns it with his hands: 厂里一年赚500万元 is what is left of its sales.
_EARNED_BELOW = 500_000
# Nor is what is sold for so much a piece of anything that grows or is made by hand: 一个项目卖了3000万元.
_PIECE_BELOW = 100_000
# A fee, a grant or a cost for so much is no price: 补贴300元/吨.
_NO_PRICE = re.compile("[费税]|补贴|补助|奖励|成本|工资|利润|减")
_VILLAGE = re.compile(
    r"(?:全村|村里|村中|村子|[一-龥]村|寨|屯|村民小组)(?:现在?|总?共|一共|目前|只|仅|在册|登记|户籍|常住|住)*(?:有|住)?着?$"
)
_HOUSES_BEHIND = re.compile(r"人家|农户|村民|居民|[,，、]?(?:总?共)?\d|[,，。、;；]|$")
_AND_HEADS = re.compile("[,，、和]?(?:总?共|合计|总?人口)*")
_GOES_ON = r"[^,，。;；、\d]"


def name_by_one(quantity: Quantity, before: str, last: Name | None) -> Name | None:
    """The indicator of an amount of money or goods that the words `before` it tell of one piece or one time, None elsewhere.
    `last` is what the figure before measures."""
    if quantity.unit in _WEIGHTS:
        goes_on = last and last.indicator == _YIELD and quantity.unit != "吨" and _more_yield().match(before)
        return Name(_YIELD, "level") if goes_on or _yield().search(before) else None
    if quantity.measure != "money" or quantity.unit != "元":
        return None
    most = max(quantity.value or 0.0, quantity.high or 0.0)
    price = _price().search(before)
    if price and most < _PIECE_BELOW:
        return Name(f"每{price['one']}价格", "level")
    earned = _earned().search(before)
    if earned is None:
        return None
    if earned["time"] == "年" and (
        most >= _EARNED_BELOW or earned["verb"] not in words("figures", "earned_by", "hand")
    ):
        return None
    return Name(f"{_called(earned['time'])}收入", "level")


def name_priced(quantity: Quantity, before: str) -> Name | None:
    """The price that an amount for so much of a thing is where nothing else in the words `before` it tells: 8元/斤."""
    priced = quantity.measure == "money" and _PRICED.search(quantity.unit) and not _NO_PRICE.search(before)
    return Name("价格", "level") if priced else None


def name_households(quantity: Quantity, before: str, after: str, last: Name | None) -> Name | None:
    """How many live in a village: 全村|218户|760人. `last` is what the figure before measures, if the words `before` follow it."""
    if quantity.unit == "户" and _VILLAGE.search(before) and _HOUSES_BEHIND.match(after):
        return Name("全村户数", "count")
    if quantity.unit == "人" and last and last.indicator.endswith("户数") and _AND_HEADS.fullmatch(before):
        stem = last.indicator.removesuffix("数")
        return Name(f"{stem}人数" if stem.endswith("农户") else f"{stem[:-1]}人口", "count")
    return None


def _called(time: str) -> str:
    """How what is earned in a time is called by it: 日收入, 小时收入."""
    return "日" if time == "天" else time


@once
def _yield() -> re.Pattern[str]:
    """A mu and what is got from it: 亩产达, 每亩能捕捞田鱼, 一亩地能收."""
    verbs, fills = listed("figures", "yields", "verbs"), listed("figures", "yields", "fills")
    return re.compile(
        rf"亩产量?{fills}*$"
        rf"|(?:(?<![\d.十百千万多])[每一1]亩|亩均){_GOES_ON}{{0,8}}?{verbs}[得上出到成回起]?[一-龥]{{0,6}}?{fills}*$"
    )


@once
def _more_yield() -> re.Pattern[str]:
    """What else is got from the same mu: 每亩能收稻谷1200斤,|捕捞田鱼|300斤."""
    verbs, fills = listed("figures", "yields", "verbs"), listed("figures", "yields", "fills")
    return re.compile(rf"[,，、]?(?:还|另|又|再|可|能|以)*{verbs}(?![值购入集益])[一-龥]{{0,6}}?{fills}*$")


@once
def _price() -> re.Pattern[str]:
    """One piece of a thing, and that it is sold: 每斤可以卖, 一瓶蜂蜜卖到."""
    ones, verbs = listed("figures", "pieces", "ones"), listed("figures", "pieces", "sold")
    fills = listed("figures", "pieces", "fills")
    return re.compile(
        rf"(?<![\d.十百千万第])[每一1](?P<one>{ones})(?![一-龥]{{0,2}}[户村家]){_GOES_ON}{{0,8}}?{verbs}{fills}*$"
    )


@once
def _earned() -> re.Pattern[str]:
    """One time, and what somebody gets in it: 一个月能挣, 一天下来有."""
    verbs, fills = listed("figures", "earned_by", "verbs"), listed("figures", "pieces", "fills")
    return re.compile(
        rf"(?:(?<![十\d])[每一]个?|(?<![十\d])1个|^)(?P<time>年|月|天|日|小时){_GOES_ON}{{0,8}}?(?P<verb>{verbs}){fills}*$"
    )

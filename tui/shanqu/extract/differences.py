"""How far a rate or share is from that of another place, and how many times as much one place has as another."""

from __future__ import annotations

import re

from shanqu.extract.amounts import DIFFERENCE
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, last_measure, measure_table
from shanqu.extract.quantities import Quantity
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_GROWTH_END = re.compile("(?:年均)?增速$")
# What tells how the value that something is held against was reckoned; it is no part of its name.
_WHOLE = r"(?P<who>[一-龥]{2,6}?)??(?P<rest>(?:全[国省市县区]|同期)?(?:工业|规上工业|行业)?(?:平均)?)(?:水平|值|增速|增幅)*"
# Behind a mean, the best and the worst of those that it is of: 其中最高的|某县|3.0%.
_EXTREME = re.compile(r"^[、,，]?(?:其中)?最[高低大小多少快慢]的(?:是)?(?P<who>[一-龥]{2,8})[为达仅]?$")
# An amount held against another: ,比某县|少.
_MORE = re.compile(
    r"^[,，]?(?:但|而|却|又|还|也)*[比较](?P<who>[一-龥\d]{2,12}?)(?:[高多]|(?P<less>[低少]))[出了]?$"
)
_PAST = re.compile("年|月|季度|同期|以前|此前|过去|[上头]次")
_TIMES = re.compile(r"^[,，]?(?:已|约)*(?:是|为|相当于)(?P<who>[一-龥]{2,6})的[近约]?$")


# Words that play a ratio's figure down or tell that it is a mean: 占比|只有, 投入强度|平均.
_PLAYED_DOWN = re.compile("(?:平均|只有|仅有|才|只|尚?不足|还不到)+$")


def plain_ratio(quantity: Quantity, before: str) -> str:
    """The words before a percentage without those between it and the ratio that it is."""
    found = _PLAYED_DOWN.search(before) if quantity.unit == "%" else None
    return before[: found.start()] if found and _ratio().search(before, 0, found.start()) else before


@once
def _apart() -> re.Pattern[str]:
    higher, lower = listed("figures", "rates", "higher"), listed("figures", "rates", "lower")
    return re.compile(
        rf"(?:(?P<verb>{higher}|(?P<lower>{lower}))|[比较]){_WHOLE}(?(verb)|(?:[高快多]|(?P<less>[低慢少]))[出于了]?)$"
    )


@once
def _ratio() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words('figures', 'rates', 'ratios'))}$")


def name_difference(quantity: Quantity, before: str, previous: str | None) -> Name | None:
    """The difference or multiple that `quantity` tells of, None if there is none. `before` is the text from the end of the
    last figure or clause, `previous` names the last figure of the sentence."""
    if quantity.unit == "个百分点":
        return _difference(before, previous)
    if quantity.measure == "money":
        return _amount(before, previous)
    extreme = _EXTREME.match(before) if quantity.unit == "%" and previous else None
    if extreme and _place(extreme["who"]):
        base = str(previous).partition(DIFFERENCE)[0]
        return Name(base, "share") if _ratio().search(base) else None
    found = _TIMES.match(before) if quantity.measure == "times" and previous else None
    if found is None or previous not in measure_table().names.values():
        return None
    return Name(f"{previous}倍数(较{found['who']})", "growth") if _place(found["who"]) else None


# The rate of the whole economy, against which a trade's is held: 高于GDP增速1.1个百分点.
_OF_WHOLE = re.compile(
    "(?P<verb>高于|快于|高出|高过|(?P<lower>低于|慢于))(?P<what>(?:全[国省市县区])?(?:GDP|地区生产总值|生产总值|经济|规上工业)(?:增速|增长|增幅))$"
)


def _difference(before: str, previous: str | None) -> Name | None:
    wider = _OF_WHOLE.search(before)
    if wider and previous and _GROWTH_END.search(previous):
        return Name(f"{previous}{DIFFERENCE}(较{wider['what']})", "change", None, wider["lower"] is not None)
    found = _apart().search(before)
    whole = f"{found['who'] or ''}{found['rest']}" if found else ""
    if found is None or not whole or (found["who"] and not _place(found["who"])):
        return None
    said = before[: found.start()]
    own = last_measure(said)
    base = own[0] if own else (previous or "").partition(DIFFERENCE)[0]
    if own and not _ratio().search(base) and "增" in said[own[1] :]:
        base = f"{base}增速"
    if not (_GROWTH_END.search(base) or _ratio().search(base)):
        return None
    return Name(f"{base}{DIFFERENCE}(较{whole})", "change", None, bool(found["lower"] or found["less"]))


def _amount(before: str, previous: str | None) -> Name | None:
    """By how much an amount is above or below somebody else's, or what it was: 产值8亿元,|比某县少1.2亿元."""
    found = _MORE.match(before)
    base = (previous or "").partition(DIFFERENCE)[0].removesuffix("变化")
    if found is None or not base or _ratio().search(base) or _GROWTH_END.search(base):
        return None
    falls = found["less"] is not None
    if _PAST.search(found["who"]):
        return Name(f"{base}变化", "change", None, falls)
    return Name(f"{base}{DIFFERENCE}(较{found['who']})", "change", None, falls)


def _place(name: str) -> bool:
    return name in place_scanner().entries or name in words("figures", "owners", "wider")

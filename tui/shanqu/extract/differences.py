"""How far a rate or share is from that of another place, and how many times as much one place has as another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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


# A rate held against what it was in another time: 增幅比上年|高1.2个百分点, 高于“十三五”时期3个百分点.
_THEN = re.compile(
    r"(?P<rate>(?:增[速幅])?)(?:[比较](?P<when>[^,，;；比较]{1,12}?)(?:增[速幅])?(?:[高快]|(?P<less>[低慢]))[出了]*"
    r"|(?:高于|高出|快于|(?P<lower>低于|慢于))(?P<than>[^,，;；]{1,12}?)(?:增[速幅])?)$"
)
_OTHER_TIME = re.compile("(?:年|月|月份|季度|同期|期间|时期|[”五]期?|上期)$")


def _since_then(before: str, previous: str | None) -> Name | None:
    """The change of a rate or ratio against another time, in its own clause or behind its figure."""
    found = _THEN.search(before)
    if found is None or not _OTHER_TIME.search(found["when"] or found["than"]):
        return None
    said = before[: found.start()].lstrip(",，")
    own = last_measure(said)
    if said and (own is None or len(said) - own[1] > 2):
        return None
    base = own[0] if own else (previous or "").partition(DIFFERENCE)[0].removesuffix("变化")
    if own and not _ratio().search(base):
        base = f"{base}增速" if found["rate"] or "增" in said[own[1] :] else ""
    if not (_GROWTH_END.search(base) or _ratio().search(base)):
        return None
    base = _GROWTH_END.sub("增速", base)
    return Name(f"{base}变化", "change", None, bool(found["less"] or found["lower"]))


# Several wholes against which a rate is held, each with its figure: 比全省、全市分别快|1.2个和0.6个百分点.
_DEALT = re.compile(
    r"(?:分别(?P<verb>高于|低于|快于|慢于|高出|超过|领先|落后)(?P<all>[^,，;；。\d]{3,24}?)"
    r"|(?:(?P<each>分别)[比较](?P<those>[^,，;；。\d]{3,24}?)|[比较](?P<these>[^,，;；。\d]{3,24}?)分别)(?P<how>[高快多低慢少]|加快|提高|提升|回升|上升|扩大|回落|放缓|收窄|下降))[出于了]?$"
)
_MEAN = re.compile("(?P<mean>(?:平均)?)(?:水平|值|增速|增幅)*$")
_BETWEEN = re.compile("[、,，]?[和与及]?")
_FIGURE_BRACKETED = re.compile(r"[(（]\d[\d.]*[%％][)）]")


def _several(text: str) -> Iterator[str]:
    """The items of a list of places, of whose names some hold a 和 themselves (遂昌、云和)."""
    for part in re.split("[、与及]", text):
        joints = [at for at, char in enumerate(part) if char == "和" and 0 < at < len(part) - 1]
        at = next((at for at in joints if _place(part[:at]) or part[:at].startswith("全")), 0)
        at = at or (joints[0] if joints and not _place(part) else 0)
        yield from (part[:at], part[at + 1 :]) if at else (part,)


def held_against(text: str, quantities: Sequence[Quantity]) -> dict[int, str]:
    """For the start of each figure in a list of points what may stand for the words before it alone: 增速比全市快."""
    told: dict[int, str] = {}
    points = [one for one in quantities if one.unit == "个百分点"] if "分别" in text else []
    for first in points:
        run = [first]
        for one in points:
            if one.start > run[-1].end and _BETWEEN.fullmatch(text, run[-1].end, one.start):
                run.append(one)
        head = _FIGURE_BRACKETED.sub("", text[: first.start])
        found = _DEALT.search(head) if len(run) > 1 and first.start not in told else None
        if found is None:
            continue
        said = re.split("[,，;；。]", head[: found.start()])[-1]
        wholes = found["all"] or found["those"] or found["these"]
        mean = _MEAN.search(wholes)
        names = list(_several(wholes[: mean.start()] if mean else wholes))
        if len(names) != len(run):
            continue
        for name, one in zip(names, run, strict=True):
            whole = name + (mean["mean"] if mean and not name.endswith("平均") else "")
            told[one.start] = (
                f"{said}{found['verb']}{whole}" if found["verb"] else f"{said}比{whole}{found['how']}"
            )
    return told


def _difference(before: str, previous: str | None) -> Name | None:
    then = _since_then(before, previous)
    if then:
        return then
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

"""Numbers with a unit: value, limits, hedge. What only looks like a quantity is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from shanqu.extract.numbers import NUMBER, SCALE, next_unit, parse_number
from shanqu.gazetteer import terms

_BELOW = ("不到", "不足", "未满", "近", "将近", "接近", "低于", "少于", "至多", "最多", "以下", "以内")
_ABOVE = ("超", "超过", "逾", "突破", "不低于", "不少于", "至少", "以上", "高于", "多于")
_ABOUT = ("约", "大约", "左右", "上下", "约为")
_MANY = ("多", "余", "有余", "几")
_BEFORE = "不低于|不少于|大约|将近|接近|不到|不足|未满|超过|突破|至少|至多|最多|低于|高于|约为|(?<![附最邻临靠亲])近|(?<![签合节履违公协制预条契])约|超|逾"
# Words after a quantity that make it the name of a class: 10亿元以上项目.
_CLASS_AFTER = re.compile(
    r"^(?:以上|级|以下)?的?(?:产业|工业|重大|制造业|单体|优质|大|好|旅游)*(?:项目|企业|工程)"
)
_NOT_AFTER = re.compile(r"^(?:工程|行动|计划|战略|会议|意见|措施|模式|机制|强|[GＧ]|体系|[+＋])")
_NO_TENTHS = re.compile(r"[为立功果员本品套绩效长就交群片熟型形分]|都")
_NOT_BEFORE = re.compile(r"[A-Za-z第·№\-.]$|[零一二三四五六七八九]$")


_BARE_MONEY = re.compile(
    rf"(?:投资额?|产值|税收|资金|营收|销售额|利润|收入)(?:达到|达|为|已达|共)?(?P<before>{_BEFORE})?(?P<number>\d+(?:\.\d+)?)(?P<many>多|余)?(?P<scale>[千]?亿|[千百]?万)(?=[,，。;；、的])"
)


_LOWER = re.compile(rf"(?<![从由年\d.])(?P<number>{NUMBER})(?P<scale>[十百千万亿]*)(?:至|到|-|~|～|—|－)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a sentence. `[start, end)` spans `text`, hedges that adjoin it included."""

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    measure: str
    hedge: str | None
    written: str

    @property
    def is_percent(self) -> bool:
        return self.measure == "percent"


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(terms.units(), key=len, reverse=True)
    unit = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?P<before>{_BEFORE})?(?P<number>{NUMBER})(?P<many>多|余|几)?(?P<scale>{SCALE})(?P<many2>多|余)?"
        rf"(?P<level>级)?(?P<unit>个多月|{unit})(?P<many3>多(?=[,，。;；、]))?(?P<per>/年|/天|/月)?(?P<after>以上|以下|以内|左右|上下|有余)?"
    )


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence, in order."""
    found = []
    for match in _pattern().finditer(text):
        quantity = _quantity(text, match)
        if quantity is not None:
            found.append(_as_range(text, quantity, match))
    return sorted([*found, *_bare_money(text, found)], key=lambda quantity: quantity.start)


def _as_range(text: str, quantity: Quantity, match: re.Match[str]) -> Quantity:
    """The quantity with the lower end that stands before it (20亿至25亿元): it has limits and no one value."""
    lower = _LOWER.search(text[: quantity.start])
    if lower is None or match["before"] or quantity.value is None or quantity.measure == "time":
        return quantity
    unit = terms.units()[match["unit"].replace("多", "")]
    number = parse_number(lower["number"] + (lower["scale"] or match["scale"]))
    if number is None or number * unit.factor >= quantity.value:
        return quantity
    start = lower.start("number")
    return replace(
        quantity,
        start=start,
        text=text[start : quantity.end],
        value=None,
        low=number * unit.factor,
        high=quantity.value,
    )


def _bare_money(text: str, found: list[Quantity]) -> list[Quantity]:
    """Amounts whose 元 is left out: 总投资达25亿的."""
    more = []
    for match in _BARE_MONEY.finditer(text):
        number = parse_number(match["number"] + match["scale"])
        if number is None or any(item.start <= match.start("number") < item.end for item in found):
            continue
        start, hedge = match.start("before") if match["before"] else match.start("number"), match["before"]
        high = (
            next_unit(parse_number(match["number"]) or 0, match["number"]) * _scale(match["scale"])
            if match["many"]
            else None
        )
        low, high = _limits(number, high, match["many"] or hedge)
        more.append(
            Quantity(
                start,
                match.end(),
                text[start : match.end()],
                number,
                low,
                high,
                "元",
                "money",
                match["many"] or hedge,
                "元",
            )
        )
    return more


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    unit = terms.units()[match["unit"].replace("多", "")]
    digits = match["number"] + match["scale"]
    number = parse_number(digits)
    if number is None and match["before"] and re.fullmatch(r"[十百千万]*亿|[十百千]万", digits):
        number = parse_number("一" + digits)
    before = text[: match.start("number")]
    if number is None or _excluded(text, match, unit, before):
        return None
    many = match["many"] or match["many2"] or match["many3"] or ("多" if "多" in match["unit"] else None)
    factor = unit.factor
    value = number * factor
    high = next_unit(number, digits if not match["many"] else match["number"]) * factor if many else None
    if many and match["many"]:
        high = (
            next_unit(parse_number(match["number"]) or 0, match["number"]) * _scale(match["scale"]) * factor
        )
    hedge = many or match["before"] or match["after"]
    low, high = _limits(value, high, hedge)
    per = match["per"] or ""
    return Quantity(
        match.start(),
        match.end(),
        match.group(),
        value,
        low,
        high,
        unit.base + per,
        unit.measure,
        hedge,
        unit.written,
    )


def _scale(text: str) -> float:
    return parse_number("1" + text) or 1.0 if text else 1.0


def _limits(value: float, high: float | None, hedge: str | None) -> tuple[float | None, float | None]:
    if hedge in _MANY:
        return value, high
    if hedge in _BELOW:
        return None, value
    if hedge in _ABOVE:
        return value, None
    return None, None


def _excluded(text: str, match: re.Match[str], unit: terms.Unit, before: str) -> bool:
    after = text[match.end() :]
    head = match["before"] is None and _NOT_BEFORE.search(before)
    if head or _NOT_AFTER.match(after) or (match["level"] and unit.measure == "money"):
        return True
    if (
        unit.measure == "money"
        and _CLASS_AFTER.match((match["after"] or "") + after)
        and (match["after"] or not re.search(r"投资[^,，。;；]{0,6}$", before))
    ):
        return match["after"] is not None or (
            bool(re.match(r"^(?:项目|企业)", after))
            and not re.search(r"(?:投资|投入|引进|签约)[^,，]{0,4}$", before)
        )
    if not match["number"][0].isdigit():
        return _loose_numeral(match, unit, after)
    if unit.written in ("年", "度") and not match["before"] and not match["after"]:
        return unit.written == "年" or not re.search(r"(?:电|发电|用电|节电)", before + after[:3])
    return unit.written == "名" and after.startswith(("列", "单", "义"))


def _loose_numeral(match: re.Match[str], unit: terms.Unit, after: str) -> bool:
    """Whether a number in characters (一家, 三年) is no figure."""
    number = match["number"] + match["scale"]
    if unit.written == "成":
        return len(number) > 1 or number == "一" or bool(_NO_TENTHS.match(after))
    if (
        number in ("一", "两", "几", "二")
        and unit.measure in ("count", "people", "goods")
        and unit.written not in ("款",)
    ):
        return True
    if unit.measure == "time":
        return unit.written in ("年", "天", "小时", "分钟") or (
            match["after"] is None and "多" not in match["unit"]
        )
    return (
        unit.written in ("只", "度", "件", "片", "座", "所", "米", "支", "双", "套", "台", "辆", "箱", "瓶")
        and len(number) < 2
    )

"""Numbers with a unit: value, limits, hedge. What only looks like a quantity is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shanqu.extract.numbers import NUMBER, SCALE, next_unit, parse_number, spoken_range, times
from shanqu.extract.vocabulary import any_of, begins_like
from shanqu.gazetteer import terms
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

_LOWER = re.compile(rf"(?<![从由年\d.])(?P<number>{NUMBER})(?P<scale>[十百千万亿]*)(?:至|到|-|~|～|—|－)$")
_NOT_BEFORE = re.compile(r"(?<!GD)[A-Za-z第·№\-.]$|[零一二三四五六七八九唯]$")
# The lower end of a range before its hyphen; behind letters and other hyphens it is a number's or a model's: GB-5-300.
_RANGED = re.compile(r"(?<![A-Za-z\d.,\-])(?:[1-9]\d{0,4}|0(?=\.))(?:\.\d{1,2})?[十百千万亿]?-$")
# 数十家, 几百万元: some tens, hundreds.
_SOME = re.compile("[数几][十百千]")
_SPLIT = re.compile(r"[一-龥]\d+、$")
# The sign of a rate in a table: ,-1.8%
_SIGN = re.compile(r"(?:^|[,，;；:：、(（| 和及为是达速幅县]|[同环]比|增长|增速)(?P<sign>[+＋\-－−])$")
_FRACTION = re.compile(
    r"(?P<before>约|近|超|超过|逾)?(?:(?P<whole>[二三四五六七八九十]|百)分之(?P<parts>[一二三四五六七八九]|\d+(?:\.\d+)?)"
    r"|(?<=[占的约近超])(?P<upper>\d)/(?P<lower>\d{1,2})(?=以上|左右|以下|[,，。;；、)）”的]|$))(?P<after>以上|左右|以下)?"
)
# A half of a whole that is named.
_HALF = re.compile(
    r"(?P<lead>约|近|超过?)?(?:占(?:到|了|据)*[^,，。;；占]{0,20}?的?|(?:占比|比重|比例|份额|占有率)(?:首次|已经?|达到?|均|都|更)*)"
    r"(?P<before>约|近|超过?|过)?(?P<half>一半|半数|(?<=[过超])半)(?P<after>以上|左右|多)?(?=[,，。;；、)）”]|$)"
)
# Behind these a round sum is reached: 已达百亿元, 跨过千亿元, 破亿元.
_REACHED = re.compile("(?:达到?|[过破]|跨[入越上]|迈[上入进]|[冲跃站]上|冲刺|挺进)了?$")
# Of figures that share the unit of the last those before it: 分别回落|2.1|和1.6个百分点.
_DEALT = re.compile(r"分别[^,，。;；\d]{0,24}(?P<run>\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?){0,9})[、和及与]$")
# Points whose word a list spells out but once: 分别快|19.2个|和22.6个百分点.
_POINTS = re.compile(r"[、和及与](?:\d+(?:\.\d+)?个[、和及与]){0,8}\d+(?:\.\d+)?个百分点")
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_DEALT_WITHIN = 90
# What may stand behind 一成 where it is a tenth; 一成不变 is none.
_TENTH_BEHIND = re.compile("[,，。;；、)）”半一二三四五六七八九的]|$")
# From so many on pieces of a loose sort are goods.
_BULK = 10_000
_MANY = re.compile("[万亿]")
_NAME_BEHIND = re.compile(r"[GＧ+＋]")


@once
def _hedges(*names: str) -> tuple[str, ...]:
    return tuple(word for name in names for word in words("units", "hedges", name))


@once
def _before() -> str:
    """A pattern for a hedge before the number that is not the end of a longer word (附近, 签约)."""
    longer = words("units", "hedges", "not_hedges")
    return "|".join(
        "".join(f"(?<!{word[: -len(hedge)]})" for word in longer if word.endswith(hedge)) + hedge
        for hedge in sorted(_hedges("below", "above", "about"), key=len, reverse=True)
    )


@once
def _nearly() -> str:
    """A pattern for 小 before a round number: 小三十万, 小一千. Behind 缩 and the like it is the end of another word."""
    behind = any_of(words("units", "hedges", "not_nearly"))
    return rf"(?<!{behind}){any_of(_hedges('nearly'))}(?=[一两二三四五六七八九][十百千万])"


@once
def _not(name: str) -> tuple[str, ...]:
    return words("units", "not_quantities", name)


@once
def _units() -> str:
    """A pattern for the longest unit that is not the beginning of a longer word."""
    longer = terms.table("units", "not_units")
    forms = sorted(terms.units(), key=len, reverse=True)
    return "|".join(
        re.escape(form) + (f"(?!{any_of(longer[form])})" if form in longer else "") for form in forms
    )


@once
def _class_after() -> re.Pattern[str]:
    """Words after an amount that make it the name of a class: 10亿元以上项目."""
    degrees, kinds, nouns = (any_of(_not(f"class_{part}")) for part in ("degrees", "kinds", "nouns"))
    return re.compile(rf"{degrees}?的?{kinds}*{nouns}")


@once
def _spent() -> re.Pattern[str]:
    return re.compile(rf"{any_of(_not('spent'))}[^,，。;；]{{0,6}}$")


@once
def _held() -> re.Pattern[str]:
    """Words before a number of issues or sessions: 举办97期. Of 二期 and 3期 a part of something is called."""
    return re.compile(rf"{any_of(_not('held'))}[了共近约超过]*$")


@once
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(_not('bare_money'))}|(?P<people>{any_of(_not('bare_people'))}))(?:达到|达|为|已达|共)?(?P<before>{_before()})?(?P<number>\d+(?:\.\d+)?)(?P<many>多|余)?(?P<scale>[千]?亿|[千百]?万)(?:(?P<after>左右|以上)|(?=[,，。;；、的(（]|{any_of(_not('bare_behind'))}))"
    )


@once
def _people_behind() -> re.Pattern[str]:
    """A number of people whose 人 is left out before their noun: 1.8万从业者."""
    return re.compile(
        rf"(?P<before>{_before()})?(?<![\d.年])(?P<number>\d+(?:\.\d+)?)(?P<many>多|余)?(?P<scale>万)(?={any_of(_not('bare_people_behind'))})"
    )


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
    def sort(self) -> str:
        """What a figure must have in common with another to measure the same: of goods the unit, too."""
        if self.measure != "goods":
            return self.measure
        return f"goods {'吨' if self.unit in ('斤', '公斤') else self.unit}"

    @property
    def is_percent(self) -> bool:
        return self.measure == "percent"


@once
def _pattern() -> re.Pattern[str]:
    return re.compile(
        begins_like(
            _hedges("below", "above", "about", "upwards", "nearly"), r"\d万一二三四五六七八九十百千零两〇"
        )
        + rf"(?P<before>{_before()}|{any_of(_hedges('upwards'))}(?=[百千万])|{_nearly()})?(?P<number>{NUMBER}|(?<=[近超逾过破])(?=亿元)|(?<=[近超逾过上])(?=万元)|(?<=[近超逾过上])(?=万[家户人名亩个])|(?<![\d一二三四五六七八九两十百千万几数])(?=万[多余][家户人名亩个元吨公斤]))(?:(?<=\d) {{1,2}})?(?P<many>{any_of(_hedges('many'))}|(?<=[百千])把(?=[个家户人名元块亩斤]))?(?P<scale>{SCALE})(?P<many2>多|余)?"
        rf"(?P<level>级)?(?P<unit>个多月|{_units()})(?P<many3>多(?=[,，。;；、]))?(?P<per>/年|/天|/月|/亩|(?<=元)/(?:斤|公斤|千克|吨)|/(?:平方米|㎡|平米)(?:[·/.]?月)?)?"
        rf"(?P<after>{any_of(_hedges('behind_below', 'behind_above', 'behind_about', 'behind_many'))})?"
    )


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence, in order."""
    found = []
    for match in _pattern().finditer(text):
        quantity = _quantity(text, match)
        if quantity is not None:
            quantity = _points(text, quantity) if quantity.unit == "个" else quantity
            whole = _shared(text, _signed(text, _as_range(text, _tenths(text, quantity), match)))
            found += [*_before_it(text, whole), whole]
    found += [*_fractions(text), *_halves(text)]
    return sorted([*found, *_without_unit(text, found)], key=lambda quantity: quantity.start)


def _points(text: str, quantity: Quantity) -> Quantity:
    """The quantity in points where the last of its list says that it is in these."""
    if not _POINTS.match(text, quantity.end):
        return quantity
    return replace(quantity, unit="个百分点", measure="percent")


def _fractions(text: str) -> Iterator[Quantity]:
    """Shares as fractions: 四分之一, 占…的1/4."""
    for match in _FRACTION.finditer(text) if "分之" in text or "/" in text else ():
        parts = parse_number(match["parts"] or match["upper"])
        whole = parse_number(match["whole"] or match["lower"])
        hedge = match["before"] or match["after"]
        if parts and whole and parts < whole:
            value = round(100 * parts / whole, 4)
            low, high = _limits(value, None, hedge)
            span = match.start(), match.end(), match.group()
            yield Quantity(*span, value, low, high, "%", "percent", hedge, "分之")


def _halves(text: str) -> Iterator[Quantity]:
    """A half as a share: 约占全县的一半."""
    for match in _HALF.finditer(text) if "半" in text else ():
        start = match.start("before") if match["before"] else match.start("half")
        hedge = match["lead"] or match["before"] or match["after"]
        low, high = _limits(50.0, None, "超过" if hedge in ("过", "多") else hedge)
        yield Quantity(
            start, match.end(), text[start : match.end()], 50.0, low, high, "%", "percent", hedge, "分之"
        )


def _before_it(text: str, last: Quantity) -> Iterator[Quantity]:
    """The figures that 分别 deals out before the last one, and that share its unit."""
    low = max(0, last.start - _DEALT_WITHIN)
    run = _DEALT.search(text, low, last.start) if last.value is not None and not last.hedge else None
    factor = terms.units()[last.written].factor if run else 1.0
    for match in _NUMERAL.finditer(text, *run.span("run")) if run else ():
        value = times(float(match.group()), factor)
        yield replace(last, start=match.start(), end=match.end(), text=match.group(), value=value)


def _tenths(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the hundredths behind its tenths: 四成五."""
    digit = "一二三四五六七八九".find(text[quantity.end : quantity.end + 1] or "-") + 1
    if (
        quantity.written != "成"
        or quantity.value is None
        or not (digit or text[quantity.end : quantity.end + 1] == "半")
    ):
        return quantity
    end = quantity.end + 1
    return replace(quantity, end=end, text=text[quantity.start : end], value=quantity.value + (digit or 5))


def _signed(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the sign that stands before a rate."""
    sign = _SIGN.search(text[: quantity.start]) if quantity.measure == "percent" else None
    if sign is None or quantity.value is None:
        return quantity
    start = sign.start("sign")
    value = quantity.value if sign["sign"] in "+＋" else -quantity.value
    return replace(quantity, start=start, text=text[start : quantity.end], value=value)


@once
def _share_hedge() -> re.Pattern[str]:
    """A hedge that stands before the verb of a share: 约占全省的24%."""
    return re.compile(rf"(?P<hedge>{_before()})占[^,，。;；、\d]{{0,20}}$")


def _shared(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the hedge before the verb of which it is a share."""
    bare = quantity.measure == "percent" and quantity.hedge is None and quantity.value is not None
    found = _share_hedge().search(text, 0, quantity.start) if bare else None
    if found is None or quantity.value is None:
        return quantity
    low, high = _limits(quantity.value, None, found["hedge"])
    return replace(quantity, hedge=found["hedge"], low=low, high=high)


def _as_range(text: str, quantity: Quantity, match: re.Match[str]) -> Quantity:
    """The quantity with the lower end that stands before it (20亿至25亿元): it has limits and no one value."""
    lower = _LOWER.search(text[: quantity.start])
    if lower is None or match["before"] or quantity.value is None or quantity.measure == "time":
        return quantity
    unit = terms.units()[match["unit"].replace("多", "")]
    number = parse_number(lower["number"] + (lower["scale"] or match["scale"]))
    low = times(number, unit.factor) if number is not None else None
    if low is None or low >= quantity.value:
        return quantity
    start = lower.start("number")
    return replace(
        quantity,
        start=start,
        text=text[start : quantity.end],
        value=None,
        low=low,
        high=quantity.value,
    )


def _without_unit(text: str, found: list[Quantity]) -> list[Quantity]:
    """Amounts whose 元 is left out (总投资达25亿的), and numbers of people whose 人 is (总人口1.4万)."""
    more = []
    matches = [*_bare().finditer(text), *_people_behind().finditer(text)] if _MANY.search(text) else []
    for match in matches:
        number = parse_number(match["number"] + match["scale"])
        if number is None or any(item.start <= match.start("number") < item.end for item in found):
            continue
        start, hedge = match.start("before") if match["before"] else match.start("number"), match["before"]
        many = next_unit(parse_number(match["number"]) or 0, match["number"]) * _scale(match["scale"])
        behind = match.re is _people_behind()
        hedge = hedge or (None if behind else match["after"])
        low, high = _limits(number, many if match["many"] else None, match["many"] or hedge)
        span = start, match.end(), text[start : match.end()]
        unit, measure = ("人", "people") if behind or match["people"] else ("元", "money")
        more.append(Quantity(*span, number, low, high, unit, measure, match["many"] or hedge, unit))
    return more


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    unit = terms.units()[match["unit"].replace("多", "")]
    digits = match["number"] + match["scale"]
    number = parse_number(digits)
    before = text[: match.start("number")]
    led = match["before"] or _REACHED.search(before)
    led = led or match["many"] or match["many2"]
    alone = match["before"] or match["many"]
    sized = r"[十百千万]*亿|[十百千]?万|[百千]" if alone else r"[十百千万]*亿|[十百千]?万"
    if number is None and led and re.fullmatch(sized, digits):
        number = parse_number("一" + digits)
    # 0万元: the page has lost the digits before the nought.
    lost = number == 0 and match["scale"]
    if number is None or lost or _excluded(text, match, unit, before):
        return None
    many = match["many"] or match["many2"] or match["many3"] or ("多" if "多" in match["unit"] else None)
    factor = unit.factor
    value = times(number, factor)
    spoken = None if match["number"][0:1].isdigit() else spoken_range(digits)
    high = (
        times(next_unit(number, digits if not match["many"] else match["number"]), factor) if many else None
    )
    if many and match["many"]:
        told = parse_number(match["number"]) or parse_number("一" + match["number"]) or 0
        high = next_unit(told, match["number"]) * _scale(match["scale"]) * factor
    hedge = many or match["before"] or match["after"]
    low, high = _limits(value, high, hedge)
    if spoken:
        low, high = times(spoken[0], factor), times(spoken[1], factor)
    per = re.sub("㎡|平米", "平方米", match["per"] or "").replace("千克", "公斤")
    return Quantity(
        match.start(),
        match.end(),
        match.group(),
        None if spoken else value,
        low,
        high,
        unit.base + per,
        _measure(unit, max(0.0 if spoken else value, high or 0.0)),
        hedge,
        unit.written,
    )


def _measure(unit: terms.Unit, most: float) -> str:
    """What so much of a unit measures."""
    if unit.measure != "bulk":
        return unit.measure
    return "goods" if most >= _BULK else "told"


def _scale(text: str) -> float:
    return parse_number("1" + text) or 1.0 if text else 1.0


def _limits(value: float, high: float | None, hedge: str | None) -> tuple[float | None, float | None]:
    if hedge in _hedges("many", "behind_many") or hedge == "把":
        return value, high
    if hedge in _hedges("below", "behind_below", "nearly"):
        return None, value
    if hedge in _hedges("above", "behind_above", "upwards"):
        return value, None
    return None, None


def _excluded(text: str, match: re.Match[str], unit: terms.Unit, before: str) -> bool:
    after = text[match.end() :]
    signed = unit.measure == "percent" and _SIGN.search(before)
    head = match["before"] is None and not signed and _NOT_BEFORE.search(before)
    if unit.measure != "time" and _RANGED.search(before):
        head = None
    # 106、7亿元 may be a decimal or a list: which, nobody can tell.
    if unit.measure == "money" and not _DEALT.search(before):
        head = head or _SPLIT.search(before)
    named = after.startswith(_not("names")) or _NAME_BEHIND.match(after)
    some = _SOME.match(before[-1:] + match["number"])
    if head or named or some or (match["level"] and unit.measure == "money"):
        return True
    spent = _spent().search(before)
    money = unit.measure == "money"
    classed = _class_after().match((match["after"] or "") + after) if money else None
    if not match["number"]:
        return classed is not None
    if classed and (match["after"] or not spent):
        return match["after"] is not None or (after.startswith(("项目", "企业")) and not spent)
    if unit.written == "期":
        return not (match["number"][0].isdigit() and _held().search(before))
    if not match["number"][0].isdigit():
        return _loose_numeral(match, unit, after)
    if unit.written in ("年", "度") and not match["before"] and not match["after"]:
        current = any(word in before + after[:3] for word in _not("current"))
        return unit.written == "年" or not current
    return unit.written == "名" and after.startswith(_not("not_people"))


def _loose_numeral(match: re.Match[str], unit: terms.Unit, after: str) -> bool:
    """Whether a number in characters (一家, 三年) is no figure."""
    number = match["number"] + match["scale"]
    if unit.written == "成":
        tenth = match["after"] or _TENTH_BEHIND.match(after)
        several = len(number) > 1 and spoken_range(number) is None
        return several or (number == "一" and not tenth) or after.startswith(_not("not_tenths"))
    article = number in ("一", "两", "几", "二", "一两", "一二", "两三", "二三", "三五") and unit.measure in (
        "count",
        "people",
        "goods",
    )
    article = article or (number == "一" and match.string.endswith("每", 0, match.start()))
    article = article or (number == "一" and unit.written == "亩")  # 一亩地能收1000斤
    if article and unit.written != "款":
        return True
    if unit.measure == "time":
        return unit.written in ("年", "天", "小时", "分钟") or (
            match["after"] is None and "多" not in match["unit"]
        )
    return unit.written in _not("loose") and len(number) < 2

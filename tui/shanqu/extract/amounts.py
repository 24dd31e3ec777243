"""Names for amounts of money, rates, shares and multiples."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, gap, last_measure, measure_table, trade_at_end
from shanqu.extract.phrases import last_words, noun_phrase, rate_itself, whole_words
from shanqu.extract.quantities import Quantity
from shanqu.extract.shares import name_share, share_behind
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# What the name of a difference between two rates has in it.
DIFFERENCE = "差距"
# A figure that says more exactly what the one before it said: 首次突破百亿元,达到106.7亿元.
_REACHED = re.compile(r"^(?:20\d\d年|去年|今年)?已?(?:达到|达)$")


@once
def _grow() -> str:
    return any_of((*words("figures", "rates", "grow"), *words("figures", "rates", "fall")))


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [rates] in figures.toml, `<name>`, in it; `<verb>` is one of rising or falling."""
    filled = template.replace("<moves>", _grow())
    return re.compile(re.sub(r"(?<!P)<([a-z_]+)>", lambda name: listed("figures", "rates", name[1]), filled))


_RATE_VERB = r"(?P<mean1><mean>)?<how>*(?P<mean2>年均)?(?:分别|同比)*(?P<verb><moves>)<reach>*$"
_RATE_NAME = r"(?P<name>[一-龥]{1,8}<ratios>)(?:分别|却|则|已经?|也|又|还|都|均|仅|只|就|才)*(?:为|达到|达|是|约|超过|超|控制在|保持在|稳定在|提升至|提升到|提高到|提高至|已达|高达|由|从|[:：])*$"
_KNOWN_RATE = r"(?P<known><known>)(?:分别|长期|一直|始终|连续多年|常年)*(?:仅|就)?(?:保持在|稳定在|维持在|为|达到|达|是|约|超过|超|高达|[:：])*$"
_RATE_LONG = r"[一-龥]{2}<rate_ends>率$"
# The second figure of a change: 由38%提高到76%.
_TO = r"^(?:[一-龥]{0,2}<moves>|<turn>)(?:到|至|为)了?(?:目前的|如今的|现在的)?$"

# By which a share has come to its figure: 占比已提高到20%.
_TO_SHARE = r"[已将要须由从]*(?:分别)?<moves>[到至为]了?$"

# A share that moves: 第一产业占地区生产总值的比重上升2个百分点.
_WEIGHT = re.compile(
    r"(?:^|[,，;；。])(?:其中)?(?:(?P<what>[^,，;；。占]{2,12})占[^,，;；。]{2,14}(?:比重|比例|份额)|(?P<ratio>[^,，;；。占、和与及]{2,12})(?:占比|比重))[^,，;；。\d]{2,8}$"
)

# What a trade gives to the growth of the whole: 拉动全县GDP增长1.9个百分点.
_PULLS = re.compile(
    r"拉动了?(?:全[国省市县区])?(?P<what>[^,，;；\d]{2,16}?)(?:增长|增速|上升|提高)[了约近超]*$"
)
# How far a rate or share is from that of a whole: 高于全省平均3.2个百分点.
_APART = (
    r"(?:(?P<verb><higher>|<lower>)|[比较])(?P<whole>全[国省市县区](?:平均)?)(?:水平|值|增速|增幅)*"
    r"(?(verb)|(?P<more>[高快]|(?P<less>[低慢]))[出于了]?)$"
)
# How many times as much something is: 产值|是过去的14倍.
_MULTIPLE = re.compile(
    r"[已却又就]*(?:是|为|达到?|相当于)了?[^,，。;；、\d]{0,3}(?:20\d\d年|[^,，。;；、\d]{1,8})的[近约超]*$"
)
# By how much the rate itself changed: 增幅比上月回落4个百分点.
_PACED = r"(?:(?:增|(?P<down>[降跌]))[速幅][^,，;；\d]{0,4}[比较][^,，;；增]{2,10}?|[比较][^,，;；增]{2,10}增[速幅])(?:<faster>|(?P<falls><slower>))了?$"
# A ratio that its own clause tells to have moved: 毛利率|同比提高2个百分点, 城镇化率|比上年提高1.3个百分点.
_RATIO_MOVED = re.compile(
    r"(?P<ratio>[一-龥A-Za-z]率)(?:同比|环比|累计|平均|年均|分别|[比较][^,，。;；、\d]{1,8}|[也则又再已将还])*$"
)
# By which a share goes on to how it moved: 城镇化率60%,|比上年提高1.3个百分点.
_HELD = r"^[,，]?(?:<than>|年均|平均每年|每年|累计)+<moves>了?$"
# How a rate is reckoned says nothing of what grows: 剔除价格因素比上年增长.
_PRICED = re.compile("^(?:剔除|扣除)[一-龥]{2,8}?(?:因素|影响)后?")
# Nor does against what it is held: 比9月末增长, 较搬迁前增长.
_HELD_AGAINST = re.compile(r"[比较](?![重例率价])[\d一-龥]{1,8}$")


# An amount at which something began, and one that something else grows to.
_BEGAN = re.compile(r"[从由](?:(?:19|20)\d\d年|去年|上年|前年)?的?$")
_GROWN_FROM = re.compile(r"的?(?:增长|下降|[左右]*到)")
_GROWTH_END = re.compile("(?:年均)?增速$")
# Behind what grew, for how long it did: 光伏产业|近五年|年均增长.
_OVER_YEARS = re.compile(r"(?<=[一-龥][产行]业)(?:近|过去)?[一二两三四五六七八九十\d]{1,2}年[来间]?$")
_SINCE = re.compile(
    r"(?:从|由)?(?:(?:19|20)\d\d年|去年|上年|前年)的?$"
    r"|[从由](?:目前|现在|当前|当时|此前|之前|过去|原来|原先|最初|起初|当初|初期|年初|上年末|[一-龥\d]{1,4}年前|改造前|整治前)的?$"
)
# From which year's figure a share came to its own: 占GDP的比重|由2000年的|45%.
_SHARE_SINCE = re.compile(r"(?<=[率重例比度])[从由](?:(?:19|20)\d\d年|去年|上年|前年)[底末]?的?$")
# What was to be taken or spent, and how much of it was so far: 占年初预算|8465万元的41.5%.
_BUDGET = re.compile("(?:完成|[占为])(?:年初|年度?|全年|当年)?(?:调整|变动)?预算数?$")
# To what something contributes: 工业对|经济增长|的贡献率.
_GIVEN_TO = re.compile("对(?P<to>[一-龥A-Z]{2,12}?)的?贡献[率度]$")
# A part of an investment that only tells whose it is.
_OWN_PART = re.compile(
    "(?:[县市区]属|[县市区]级|本级|[县市区]本级|地方|园区|开发区|省属|央企|民营)投资[为达约]*$"
)
# Why a rate is what it is: 受订单下滑拖累仅增长2%. It names no measure.
_OWING = re.compile(
    r"(?:受|因|由于|得益于|受益于)[^,，。;；]{2,18}?(?:影响|拖累|冲击|带动|拉动|推动|制约|所致|利好)(?:下|等)?"
)
_ORDERS = "订单"
# The price of what is measured: 出口|均价.
_PRICE = re.compile("[均单批售收]价$|价格$")
_PER = re.compile(r"(?:人均|亩均|户均)(?:约|近|达|达到|为)*$")
_REACHES = re.compile(r"^[一-龥]{0,2}?(?=达|为|超|约|近|突破|$)")
_OF_MONEY = re.compile(r"(?:人民币)?的?")
_PARTING = re.compile(r"[的,，]")
_YEARLY = re.compile(r"每年[一-龥]{0,6}$|年均(?:实现)?[一-龥]{0,4}$")


@once
def _year_plan() -> re.Pattern[str]:
    return re.compile(rf"(?:今年|明年|当年|年内|全年|20\d\d年)(?:计划|拟)(?:完成)?(?:总)?投资{gap()}$")


@once
def _invested() -> re.Pattern[str]:
    return re.compile(rf"(?P<what>[一-龥]{{2,8}}(?:产业|业))?投资{gap()}$")


@once
def _resources() -> re.Pattern[str]:
    return re.compile(rf"{gap()}(?:资金)?")


def _ratio(name: str) -> bool:
    return name.endswith(words("figures", "rates", "ratios"))


def name_money(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What an amount of money measures. Arguments as in `naming.name_quantity`."""
    if before.endswith("以") and _pattern(r"^的?<prices>?<sold>").match(after):
        return Name("成交价", "level")
    if _GROWN_FROM.match(after) and not _BEGAN.search(before):
        return None
    if previous and (_pattern(_TO).search(before) or (_REACHED.search(before) and not _ratio(previous))):
        return Name(_GROWTH_END.sub("", previous), "level")
    if previous and _BUDGET.search(before) and not _ratio(previous):
        return Name(f"{_GROWTH_END.sub('', previous)}预算", "level")
    before = _SINCE.sub("", before)
    per = _PER.search(before)
    if per and previous in measure_table().names.values():
        return Name(per.group()[:2] + str(previous), "level")
    invested = "投资" in before
    if invested and _year_plan().search(before):
        return Name("年度计划投资", "level")
    found = last_measure(before)
    if found and _resources().fullmatch(_REACHES.sub("", before[found[1] :])):
        return Name(_prefixed(found[0], before[: found[1]]), "level")
    follow = _OF_MONEY.match(after)
    rest = after[follow.end() :] if follow else after
    name = measure_table().heads(rest)
    if name:
        return Name(
            f"年{name}" if re.search(r"每年|年均", before) and name in ("税收", "产值") else name, "level"
        )
    part = invested and previous and previous.endswith(("投资", "投资增速")) and _OWN_PART.search(before)
    if part:  # 固定资产投资90亿元,其中县属投资80亿元
        return Name(_GROWTH_END.sub("", str(previous)), "level")
    of = _invested().search(before) if invested else None
    if of:
        trade = noun_phrase(of["what"] or "")
        return Name(f"{trade}投资" if len(trade) > 2 else "总投资", "level")
    if found and len(before) - found[1] <= 8 and not _PARTING.search(before, found[1]):
        return Name(_prefixed(found[0], before[: found[1]]), "level")
    return None


def _prefixed(name: str, text: str) -> str:
    return f"年{name}" if name in words("figures", "rates", "yearly") and _YEARLY.search(text) else name


def name_percent(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a rate or share measures. Arguments as in `naming.name_quantity`."""
    if quantity.unit == "个百分点":
        found = last_measure(before)
        moved = re.search(rf"(?P<verb>{_grow()})[^,，]{{0,3}}$", before)
        apart = _pattern(_APART).search(before)
        if apart:
            return _difference(apart, before[: apart.start()], previous)
        pulls = _PULLS.search(before)
        if pulls:
            return Name(f"拉动{found[0] if found else pulls['what']}增长", "change")
        falls = bool(moved and moved["verb"] in words("figures", "rates", "fall"))
        weight = _WEIGHT.search(before)
        if weight and moved:
            what = (weight["what"] or weight["ratio"]).removesuffix("所")
            return Name(f"{noun_phrase(what)}占比变化", "change", None, falls)
        if found is None and previous and _ratio(previous) and _pattern(_HELD).match(before):
            return Name(f"{previous}变化", "change", None, falls)
        paced = _pattern(_PACED).search(before)
        if paced and (found or previous):
            grown = found[0] if found else re.sub(f"{_GROWTH_END.pattern}|变化$", "", str(previous))
            return Name(f"{grown}增速变化", "change", None, bool(paced["falls"]) != bool(paced["down"]))
        if moved and (ratio := _RATIO_MOVED.search(before, 0, moved.start())):
            return _moved_ratio(quantity, before[: ratio.end("ratio")], falls)
        return Name(f"{found[0]}变化", "change", None, falls) if found and moved else None
    if previous and _ratio(previous) and (_pattern(_TO).search(before) or _REACHED.search(before)):
        return Name(previous, "share")
    before = _SHARE_SINCE.sub("", _reached(before))
    known = _pattern(_KNOWN_RATE).search(before)
    if known and (given := _GIVEN_TO.search(before[: known.end("known")])):
        return Name(f"{noun_phrase(given['to'])}{known['known']}", "share")
    if known:
        return Name(known["known"].replace("市占率", "市场占有率"), "share")
    rate = _pattern(_RATE_VERB).search(before)
    if rate and after.startswith("的") and rate["verb"] in words("figures", "rates", "cut"):
        return None
    if rate:
        mean = bool(rate["mean1"] or rate["mean2"])
        return _growth(before[: rate.start()], mean, rate["verb"], previous)
    share = name_share(before, after, previous)
    if share:
        return share
    name = _pattern(_RATE_NAME).search(before)
    if name:
        long = _pattern(_RATE_LONG).search(name["name"])
        own = last_words(name["name"]) if long else noun_phrase(name["name"])
        lead = before[: name.start()] if own == name["name"] else ""
        own = whole_words(own, lead)
        return Name(rate_itself(own, lead), "share")
    if re.match(r"^的?(?:速度)?(?:增速|增长|增幅|年均增速|递增)", after):
        found = last_measure(before)
        grown = _GROWTH_END.sub("", previous or "")
        base = found[0] if found else grown if grown in measure_table().names.values() else None
        return Name(f"{base or ''}增速", "growth")
    return share_behind(before, after)


def _moved_ratio(quantity: Quantity, before: str, falls: bool) -> Name | None:
    """The change of the ratio that the words `before` end with, by the name that its figure would have."""
    name = name_percent(replace(quantity, unit="%"), f"{before}为", "", None)
    return Name(f"{name.indicator}变化", "change", None, falls) if name and name.kind == "share" else None


def _reached(before: str) -> str:
    """The words before a share without those by which it rose or fell to its figure: 新材料占比|提高到."""
    moved = _pattern(_TO_SHARE).search(before) if before.endswith(("到", "至", "为", "了")) else None
    return before[: moved.start()] if moved and _ratio(before[: moved.start()]) else before


def _difference(apart: re.Match[str], before: str, previous: str | None) -> Name | None:
    """How far a rate or share is from that of the whole: the one that the words `before` name, or else the one whose figure
    stands before it."""
    found = last_measure(before)
    previous = (previous or "").partition(DIFFERENCE)[0]
    base = f"{found[0]}增速" if found and not _ratio(found[0]) else found[0] if found else previous
    if found is None and base and not _ratio(base) and re.search("增[速幅]", before):
        base = f"{_GROWTH_END.sub('', base)}增速"
    if not (_GROWTH_END.search(base) or _ratio(base)):
        return None
    falls = bool(apart["less"]) or apart["verb"] in words("figures", "rates", "lower")
    return Name(f"{base}{DIFFERENCE}(较{apart['whole']})", "change", None, falls)


def _growth(text: str, mean: bool, verb: str, previous: str | None) -> Name | None:
    text = _OWING.sub("", text)
    suffix = "年均增速" if mean or re.search(r"年均[一-龥]{0,2}$", text) else "增速"
    falls = verb in words("figures", "rates", "fall")
    found = last_measure(text)
    said = _HELD_AGAINST.sub("", re.split(r"[,，;；、。:：]", text)[-1])
    stem = _PRICED.sub("", noun_phrase(re.sub("^[但而却]", "", _OVER_YEARS.sub("", said))))
    # 产量少了四成,价格|高了15%: a clause that names what moves goes before the measure of the clause before.
    own = (
        found is not None
        and _moves_alone(text[found[1] :], said)
        and stem.endswith(words("figures", "rates", "grown"))
    )
    if found and not own and len(text) - found[1] <= 10:
        # Whether it is their number or their worth that grows nobody says.
        grown = _ORDERS if text.endswith(_ORDERS) else found[0]
        return Name(grown + suffix, "growth", None, falls)
    # What is told to be so many times as much grows itself: GDP是2010年的3倍,年均增长11%.
    base = _GROWTH_END.sub("", previous.partition(DIFFERENCE)[0]).removesuffix("倍数") if previous else None
    trade = trade_at_end(text) if base and base.endswith(words("figures", "parted")) else ""
    if trade:
        parted = next(one for one in words("figures", "parted") if str(base).endswith(one))
        return Name(f"{industries()[trade]}{parted}{suffix}", "growth", None, falls)
    if re.fullmatch(
        r"(?:近?[一二两三四五六七八九十\d]+|(?:19|20)\d\d年?[—至到-]20\d\d)年(?:平均|来)?|按.*价格?计?算?|全[国省市县区](?:平均(?:水平)?)?",
        stem,
    ):
        return (
            Name(
                base
                + ("年均增速" if re.match(r"近?[一二两三四五六七八九十\d]+[年—至到-]", stem) else suffix),
                "growth",
                None,
                falls,
            )
            if base
            else None
        )
    if base and _part_of_whole(text, stem) and not _ratio(base):  # 规上工业产值238亿元,其中泵业增长9%
        return Name(base.removeprefix("其中") + suffix, "growth", None, falls)
    if base and _ratio(base):  # 规上工业增加值196亿元,占全市的89%,增长8%
        base = base.partition("占")[0]
    if len(stem) >= 2 and re.sub("[则也却亦]$", "", stem) not in place_scanner().entries:
        return Name(stem + suffix, "growth", None, falls)
    return Name(base + suffix, "growth", None, falls) if base else None


def _moves_alone(behind: str, said: str) -> bool:
    """Whether the words `said` that move are not of the measure before them, `behind` which they stand: another clause, a price."""
    return len(said) < len(behind) or _PRICE.search(behind) is not None


def _part_of_whole(text: str, stem: str) -> bool:
    """Whether a clause tells of a trade as a part of what was spoken of before, and the trade is all that it names."""
    part = re.split(r"[,，;；。:：]", text)[-1].startswith("其中")
    return part and stem.endswith(("行业", "产业", "制造业", "加工业"))


def name_times(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a multiple measures. Arguments as in `naming.name_quantity`."""
    multiple = _MULTIPLE.search(before)
    compared = last_measure(before[: multiple.start()]) if multiple else None
    if multiple and compared and len(before[: multiple.start()]) - compared[1] <= 2:
        return Name(f"{compared[0]}倍数", "growth")
    if (
        multiple
        and previous in measure_table().names.values()
        and not before[: multiple.start()].strip(",，")
    ):
        return Name(f"{previous}倍数", "growth")
    rate = _pattern(_RATE_VERB).search(before)
    found = last_measure(before[: rate.start()]) if rate else None
    known = previous if rate and previous in measure_table().names.values() else None
    sold = rate and before[: rate.start()].endswith("销售")
    base = found[0] if found else "销售额" if sold else known
    return Name(f"{base}增速", "growth") if base else None

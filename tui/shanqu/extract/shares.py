"""Names for shares: what makes up so much of which whole."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, last_measure, measure_table
from shanqu.extract.phrases import noun_phrase
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# What stands between the name of a share and its verb (仍|占), and between the whole and the figure (占GDP|只有).
_BEFORE_SHARE = re.compile(
    "(?:仍然?|还|又|也|都|就|各|只|仅|才|一度|曾经?|则|已经?|大?约|近|分别|合计?|总共|共|总)+$"
)
_BEHIND_WHOLE = re.compile("的?(?:比重|比例|份额).*$|[只仅]有?$|不过$")
_OF_OUTPUT = re.compile("[总产销]量的?$")
_GROWTH_END = re.compile("(?:年均)?增速$")
# The whole of a county, of the nation; and what is a firm's.
_AREA = re.compile(r"(全[省市县区国球])(?:总量|总数)?的?")
_TRADE_OF_AREA = re.compile(
    r"(?P<area>全[省国球])(?![一-龥]*(?:工业|经济|财政|总))(?P<what>[一-龥]{2,12})(?<![量能数])"
)
_FIRM = re.compile("(?:公司|企业|集团|其|该|全|总|自身|整体|去年|全年)*")
# What was planned: so much of it is done.
_PLAN = re.compile(
    "(?P<year>年度?|全年|当年|本年度|年初)?(?:计划|目标|任务|目标任务|投资计划|计划投资|计划总投资)(?:总?投资|任务|数)?"
)
# These only stand for whoever has the measure behind them: 工厂占集团|利润.
_WHOEVER = ("工厂", "企业", "公司", "园区", "这里", "那里", "厂里")


@once
def _share() -> re.Pattern[str]:
    """A verb of making up a part, and the whole between it and the figure."""
    shares = listed("figures", "rates", "shares")
    return re.compile(
        r"(?:(?<!市)占|相当于|(?P<gave>贡献了?|撑起了?))(?:到了?)?(?!有|比)(?P<of>全[省市县区国球][一-龥]{0,12}?|[一-龥A-Z]{0,12}?)的?"
        rf"{shares}?(?:连续[一-龥]{{1,2}}年)?"
        r"(?:保持在|稳定在|分别)?[也则已均]?(?:为|达到|达|的|约|超过|超|近|高达|已达|提升至|提高到|上升到|由|从去年的|从上年的)*$"
    )


@once
def _taken() -> re.Pattern[str]:
    """What so much of is made up, where it stands behind the figure: 占了七成|订单."""
    return re.compile(rf"的?(?P<what>{listed('figures', 'rates', 'taken')})(?=[,，。;；、!！”]|$)")


# So much of a task for which the sum stands between: 完成年任务75亿元|的|23.7%.
_OF_TASK = re.compile(
    "(?:完成|达到|实现|[占为])(?P<year>全年|年度?|当年|年初)?[一-龥]{0,12}?(?:任务|计划|目标|(?P<budget>预算))(?:数|总?投资)?[\\d.,]+[万亿]*[一-龥]{0,3}的$"
)


def task_done(text: str) -> Name | None:
    """The share of a task that is done, where `text` ends with the task's own sum."""
    found = _OF_TASK.search(text)
    if found and found["budget"]:
        return Name("预算完成率", "share")
    return Name("年度目标完成率" if found["year"] else "目标完成率", "share") if found else None


# So much of a plan or budget is done, where no 的 follows (完成市计划|134%), months lead it (完成1-4月投资计划的|32%), or only what is
# planned is named (完成年度投资|68%).
_OF_PLAN = re.compile(
    r"(?<!超额)(?<!未)(?:完成|[占为是])了?(?:(?:年初|调整后?|变动)(?P<changed>预算)数?|"
    r"[市省县区州]级?(?:下达)?(?:计划|任务|目标)(?:任务|数)?|"
    r"(?<!占)(?:年度?|全年|当年|年初)?(?:调整|变动)?(?P<budget>预算)数?|"
    r"[\d一二三四]{1,2}(?:[-—~至]\d{1,2})?(?:月份?|季度)[一-龥]{0,6}?(?:计划|任务|目标)数?"
    r")的?(?:约|近)?$"
)
_OF_YEAR = re.compile(
    r"(?<!超额)(?<!未)完成了?(?:年度|全年|当年|本年度)(?:[一-龥]{0,6}(?:计划|任务|目标)数?|(?:计划)?总?投资|收入)(?:约|近)?$"
)


def _of_plan(before: str) -> Name | None:
    """The share of a plan or budget that is done, by the words right before it."""
    found = _OF_PLAN.search(before)
    if found:
        return Name("预算完成率" if found["budget"] or found["changed"] else "目标完成率", "share")
    return Name("年度目标完成率", "share") if _OF_YEAR.search(before) else None


def name_share(before: str, after: str, previous: str | None) -> Name | None:
    """The share that the words before a percentage name, None if they name none. Arguments as in `naming.name_quantity`."""
    planned = _of_plan(before)
    if planned:
        return planned
    had = _shared_behind().match(after)
    area = _area_had().search(before) if had else None
    if had and area and (area["of"].startswith("全") or area["of"] in place_scanner().entries):
        return Name(f"{had['what']}占{area['of']}比重", "share")
    share = _share().search(before)
    if share is None:
        return None
    of = share["of"] or ""
    whole = measure_table().before(of)
    if share["gave"] and whole is None:
        return None
    taken = _taken().match(after) if not of or of == "了" else None
    if taken:
        return Name(f"{taken['what']}占比", "share")
    plan = _PLAN.fullmatch(of)
    if plan:
        return Name("年度目标完成率" if plan["year"] else "目标完成率", "share")
    return Name(_share_name(before[: share.start()], of, whole, previous), "share")


def _share_name(text: str, of: str, whole: tuple[str, str] | None, previous: str | None) -> str:
    """The share's name; `whole` is the measure that the whole `of` ends with and its form there."""
    found = last_measure(text)
    previous = _GROWTH_END.sub("", previous or "")
    of = re.sub("^了?(?:我们|我)?", "", of) if of.startswith(("了", "我")) else of
    of = _BEHIND_WHOLE.sub("", of)
    said = noun_phrase(re.split(r"[,，;；。:：]", text)[-1])
    said = said if said in place_scanner().entries else _BEFORE_SHARE.sub("", said)
    # 从业5200人,年产灭火器2100万具,占全国产量的23%: of the people it is no share.
    goes_on = not (_OF_OUTPUT.search(of) and previous.endswith("数"))
    measured = found is not None and len(text) - found[1] <= 6
    stem = found[0] if found and measured else said
    part = stem.endswith("的")  # 其中经某某中转的|占六成
    stem = (previous.removesuffix("数") if goes_on else "") if part or not stem else stem
    if of.endswith(("市场", "市场的")) and not found:
        return "市场占有率"
    if whole and of.endswith(whole[1]):
        stem, of = _of_measure(stem, of.removesuffix(whole[1]), whole)
    elif stem == "产能" and of.endswith("产量"):
        stem, of = "产量", of.removesuffix("产量")
    of_measure = measured or stem == previous or (whole and stem == whole[0])
    trade = _TRADE_OF_AREA.fullmatch(of) if of_measure else None
    of = trade["area"] if trade else of
    area = _AREA.fullmatch(of)
    tail = f"占{area[1]}比重" if area else f"占{of}比重" if of else "占比"
    return stem + tail


def _of_measure(stem: str, of: str, whole: tuple[str, str]) -> tuple[str, str]:
    """What makes up a part of a measure, and of whose: 出口占公司|总营收, 椅业出口占全国椅业|出口, 工厂占集团|利润."""
    name, form = whole
    if stem in _WHOEVER or stem in place_scanner().entries:
        return (name, of) if of else ("", form)
    if of and name != stem and _FIRM.fullmatch(of):
        return stem, name
    if stem == name and re.match("全[国球省]", of):
        return stem, of[:2]
    return stem, of + form


def share_behind(before: str, after: str) -> Name | None:
    """A share of what is named behind it: 40%的人口从事…, 以全省4%的茶园面积."""
    ratio = _known_behind().match(after)
    if ratio:
        return Name(ratio["known"], "share")
    owners = re.match(r"^的?(?P<who>[一-龥]{2,6}?)(?=从事|来自|来源于|源于|源自|出口|销往)", after)
    owners = owners or re.match(r"^的(?P<who>[一-龥]{2,6}?)(?=为|是)", after)
    if owners:
        return Name(f"{owners['who']}占比", "share")
    whole = _shared_behind().match(after)
    area = re.search("全[国省市县区球]$", before)
    if whole is None:
        return None
    return Name(f"{whole['what']}占{area.group()}比重" if area else f"{whole['what']}占比", "share")


@once
def _known_behind() -> re.Pattern[str]:
    return re.compile(rf"的(?P<known>{listed('figures', 'rates', 'known')})(?:$|[、,，])")


@once
def _shared_behind() -> re.Pattern[str]:
    return re.compile(
        rf"^的(?P<what>[一-龥]{{0,6}}?{listed('figures', 'rates', 'shared')})(?:$|[、,，。;；和及与]|却|但|[创贡]|承|养|占)"
    )


@once
def _area_had() -> re.Pattern[str]:
    """Of which whole a part is, before the figure, where what it is a part of stands behind it: 占浙江省|45%的面积."""
    shares = listed("figures", "rates", "had")
    return re.compile(rf"{shares}了?(?P<of>全[省市县区国球]|[一-龥]{{2,6}}?)(?:约|近|超过?|不到)*$")

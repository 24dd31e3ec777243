"""How wide a figure is meant: of an area, a zone, a trade, a firm, a project or the province."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.attribution import Owner, of_province
from shanqu.extract.span import Span
from shanqu.extract.subjects import Subject
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.model import Scope


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [scope] in figures.toml, `<name>`, in it."""
    return re.compile(re.sub(r"<([a-z_]+)>", lambda name: listed("figures", "scope", name[1]), template))


# What an undertaking brings once it is built: 投产后, 建成后.
_DONE = re.compile("[产成用]后")
_TRADE_ITSELF = r"(?:^|[,，;；。：:“的])(?:该|全|整个|这一|这个|本)?行业(?:年|总|全年|去年|今年|实现|完成|累计|规上|共)*<of_trade>[^,，;；。]*$"
_WHOLE = r"全[县市区](?!<not_whole>)|[县市区]<whole_behind>"


def scope_of(
    text: str,
    clause: tuple[int, int],
    at: int,
    end: int,
    indicator: str,
    owner: Owner,
    subject: Subject | None,
) -> Scope:
    """The scope of the figure at `[at, end)` in a sentence. `subject` is None where a class of things is counted."""
    scope = subject.scope if subject else owner.scope
    if (
        scope in ("area", "zone")
        and indicator == "产能"
        and _pattern("<made_by>").search(text[end : clause[1]])
    ):
        return "project"
    head = text[clause[0] : at]
    built = scope != "project" and (_pattern("<undertakings>").match(head) or _DONE.search(text, 0, at))
    if built and _pattern("<of_undertakings>$").search(indicator):
        return "project"
    if (
        owner.place is None
        and not owner.zone
        and scope in ("area", "zone")
        and of_province(text[: clause[1]])
    ):
        return "province"
    return scope


def of_trade_itself(text: str, at: int) -> bool:
    """Whether the figure at `at` is of a trade that its clause calls by no name: 行业总产值逾100亿元."""
    return _pattern(_TRADE_ITSELF).search(text, 0, at) is not None


def of_trade_alone(text: str, spans: list[Span], offset: int, at: int) -> bool:
    """Whether nothing but words of time and of doing stands between a trade's name and the measure of the figure at `at`:

    新能源产业|实现规上工业增加值8亿元.
    """
    trades = [span.end - offset for span in spans if span.kind == "industry" and span.end - offset <= at]
    if not trades or text[: trades[-1]].endswith(("工业", "工业经济")):
        return False
    return _measured_alone().fullmatch(text, trades[-1], at) is not None


@once
def _measured_alone() -> re.Pattern[str]:
    between, reach = (listed("figures", "narrower", name) for name in ("between", "reach"))
    return re.compile(rf"{between}*{listed('figures', 'scope', 'of_trade')}{reach}*")


def of_trade(text: str, spans: list[Span], offset: int, at: int, indicator: str) -> bool:
    """Whether an amount is that of a trade which the sentence speaks of before it, not of the whole county."""
    if not _pattern("<of_trade>").search(indicator):
        return False
    trades = [span for span in spans if span.kind == "industry" and span.end - offset <= at]
    if not trades:
        return False
    if text[: trades[-1].end - offset].endswith(("工业", "工业经济")) and "工业" in indicator:
        return False
    between = text[trades[-1].end - offset : at]
    listed = between[:1] in "、和与及等" or text[max(0, trades[0].start - offset - 2) :][:2] in (
        "发展",
        "布局",
    )
    return not listed and not _pattern(_WHOLE).search(re.sub(r"占全.*", "", between))


# Behind what only is an example of what is counted: 某某产业园、某某科创园等项目15个.
_EXAMPLE = re.compile("(?:、[一-龥]{2,16}){0,3}等[一-龥]{0,8}项目")


@once
def _bare_zone() -> re.Pattern[str]:
    """A zone that is called by no name, where it is not one of several or the example of a class."""
    no, zones, venue = (
        listed("figures", "owners", name) for name in ("not_bare_zones", "bare_zones", "venue")
    )
    return re.compile(rf"(?<![级各类多大等个关])(?!{no}){zones}(?![\d数级]|{venue})(?!{_EXAMPLE.pattern})")


def in_park(
    owner: Owner,
    spans: list[Span],
    offset: int,
    at: int,
    text: str,
    park: str | None,
    *,
    county_knows: bool = False,
) -> Owner:
    """The owner, with the park named before `at` as its zone if no table tells whose park that is.

    A bare 园区 or 飞地 behind the last place is `park`, the one that the paragraph has named, or goes by that word. What
    is only an example of what is counted (某某产业园等项目15个) is no zone of the figure, and of what only a county knows
    (`county_knows`) none is but a zone that is called 区.
    """
    if owner.zone or owner.foreign or owner.place is None:
        return owner
    parks = [span for span in spans if span.kind == "park" and span.code is None and span.end - offset <= at]
    parks = [span for span in parks if not _EXAMPLE.match(text, span.end - offset)]
    if county_knows and parks and not parks[-1].canonical.endswith("区"):
        return owner
    if parks and owner.attribution in ("discourse", "alias"):
        return replace(owner, zone=parks[-1].canonical)
    places = [span.end - offset for span in spans if span.kind == "place" and span.end - offset <= at]
    bare = _bare_zone().search(text, places[-1] if places else 0, at)
    return replace(owner, zone=park or bare.group()) if bare else owner


def of_area(indicator: str) -> bool:
    """Whether only a county, or what is larger, has such a figure at all."""
    return _pattern("<of_area>").search(indicator) is not None


def of_whole(text: str, low: int, at: int) -> bool:
    """Whether the clause that begins at `low` turns to the whole county or city before its figure at `at`; a district may be
    called as a zone is (全区), and 占全县 only compares."""
    return "占" not in text[low:at] and _whole_head().match(text, low, at) is not None


@once
def _whole_head() -> re.Pattern[str]:
    now = listed("figures", "owners", "now")
    return re.compile(rf"(?:而|同期|20\d\d年|{now})?全[县市](?!{listed('figures', 'scope', 'not_whole')})")


def said_outright(text: str, clause: tuple[int, int], at: int, end: int, indicator: str) -> Scope | None:
    """How wide the figure at `[at, end)` is where its words leave no choice though they name nothing that is known: what a
    leading firm turns over (龙头企业某某股份产值3亿元), or what is put into something (投资3亿元的某某四期)."""
    if _pattern("<of_trade>|税收").search(indicator) and _leader().search(text, clause[0], at):
        return "company"
    put = text[:at].endswith("投资") and text.startswith("的", end) and indicator.endswith("投资")
    return "project" if put and not _several().match(text, end) else None


@once
def _leader() -> re.Pattern[str]:
    """A leading firm by its name, and what it has: not the class of such firms (龙头企业产值)."""
    leaders, own = listed("figures", "scope", "leaders"), listed("figures", "narrower", "own")
    name = r"(?!企业|公司)[一-龥A-Za-z]{2,10}?(?<![的们型])"
    return re.compile(
        rf"{leaders}(?:企业)?(?:——)?{name}(?:去年|今年|全年|当年|20\d\d年)?(?:年|实现|完成|贡献了?)*{own}"
    )


@once
def _several() -> re.Pattern[str]:
    """Behind a sum: the things that it is put into are many, or a sum is only aimed at."""
    return re.compile(r"的(?:[\d一二两三四五六七八九十百]+多?[个项家只]|目标|任务|项目)")

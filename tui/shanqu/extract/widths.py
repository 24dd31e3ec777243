"""How wide a figure is meant where its measure or the words around it leave no choice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.asking import Asked
from shanqu.extract.attribution import Owner
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Scope

# What has figures of its own; named between, it ends what was told of before.
_THINGS = ("company", "park", "project", "place")
_GOAL_END = re.compile("目标$|(?:年均)?增速(?:目标)?$|变化$|占.*$|差距.*$")


# By these a sentence tells of all the firms of a place, not of one: 规上企业营收50亿元、净利润|3亿元.
_MANY_FIRMS = re.compile("规上|规模以上|全[县市区]")


def _words(name: str) -> str:
    return listed("figures", "widths", name)


def told_width(asked: Asked, spans: Sequence[Span], offset: int, subject: bool, ruled: Scope) -> Scope | None:
    """The width of a figure that would be `ruled` wide, None where only weighing can tell. `spans` lie in coordinates that
    are `offset` on; `subject` tells that it is of a firm or project that was named."""
    indicator = _GOAL_END.sub("", asked.indicator)
    if subject or ruled in ("province", "foreign"):
        return None
    if indicator.startswith(words("figures", "widths", "of_firms")):
        return ruled if _MANY_FIRMS.search(asked.text, 0, asked.start) and ruled != "project" else "company"
    if _of_way(asked, indicator) or _of_plot(asked, indicator) or _of_phase(asked, indicator, spans, offset):
        return "project"
    return None


@once
def _only_trade() -> re.Pattern[str]:
    """What a trade or a ware has and a county has not: a share of the market, a part of the nation's output."""
    return re.compile(
        rf"[一-龥]{{0,6}}(?:市场占有率|出口国家数)(?:目标)?|[一-龥]{{0,8}}(?:{_words('output')})占全[国球][一-龥]{{0,8}}比重"
    )


@once
def _calls_trade() -> re.Pattern[str]:
    """A clause that calls a trade by a word for trades or by a name in quotes, with a measure of it: 锂电产业|产值将达, “两柚一茶”|产值,
    行业平均|利润率."""
    named = rf"(?<![一-龥])(?![一-龥]{{0,6}}(?:{_words('not_trades')}))[一-龥A-Za-z]{{2,8}}?(?:产业链|产业集群|产业|行业)"
    quoted = r"“[^“”]{2,8}”(?:产业|行业)?"
    itself = r"(?<![一-龥])(?:该|全|整个|这一)?行业"
    between = (
        rf"(?:{listed('figures', 'narrower', 'between')}|规上|规模以上|平均|全产业链|年|总|去年|今年|全年)*"
    )
    return re.compile(
        rf"(?:{named}|{quoted}|{itself}){between}(?:{listed('figures', 'scope', 'of_trade')}|利润率|毛利率|开工率)[^,，;；。]{{0,12}}$"
    )


def _of_way(asked: Asked, indicator: str) -> bool:
    """Whether a figure is of a road, a tunnel or a quay that is being built."""
    if indicator in words("figures", "widths", "ways"):
        return True
    if indicator == "长度":
        head = asked.text[: asked.start]
        return re.search(_words("way_names"), head) is not None and "里程" not in head
    built = indicator in words("figures", "scope", "of_undertakings")
    return built and _whole_way().search(asked.text, 0, asked.start) is not None


@once
def _whole_way() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('whole_ways')})[^。;；]{{0,60}}$")


def _of_plot(asked: Asked, indicator: str) -> bool:
    """Whether a figure is of a plot that is put up or sold."""
    return (
        indicator in words("figures", "widths", "plots") and re.search(_words("plot"), asked.text) is not None
    )


def _of_phase(asked: Asked, indicator: str, spans: Sequence[Span], offset: int) -> bool:
    """Whether a figure is of the phase that the sentence last named (某某产业园一期,用地132亩), and nothing was named since."""
    if indicator not in words("figures", "scope", "of_undertakings") and indicator not in words(
        "figures", "widths", "of_phases"
    ):
        return False
    found = list(_phase().finditer(asked.text, 0, asked.start))
    if not found:
        return False
    low, high = found[-1].end() + offset, asked.start + offset
    return not any(low <= span.start < high and span.kind in _THINGS for span in spans)


@once
def _phase() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_words('works')})(?:首期|[一二三四]期)(?:工程|项目)?(?=[,，]|(?:今年|去年|20\d\d年|将|已|计划|预计|正式)*(?:{_words('built')}))"
    )


def reconsidered(
    chosen: Scope,
    asked: Asked,
    spans: Sequence[Span],
    offset: int,
    owner: Owner,
    owners: Sequence[tuple[int, int, Owner]],
) -> Scope:
    """The width that was `chosen`, or another where the words of the sentence do not allow it."""
    if chosen == "zone" and owner.zone is None and owner.attribution == "explicit":
        ends = [end for start, end, _ in owners if asked.clause[0] <= start and end <= asked.start]
        if ends and _own().match(asked.text, ends[-1], asked.start):
            return "area"
    subject = asked.subject
    if chosen == "project" and subject and subject.scope == "company" and _that_firm().match(asked.text):
        named = any(span.kind == "project" for span in spans)
        return "company" if asked.indicator in words("figures", "widths", "of_firm") and not named else chosen
    if chosen == "industry" and subject is None and _of_whole_industry().match(asked.text, asked.clause[0]):
        return "area"
    if chosen == "area" and subject is None and _of_trade(asked):
        return "industry"
    if (
        chosen in ("area", "company")
        and subject is None
        and owner.place is None
        and not owner.foreign
        and _zone_alone().match(asked.text)
    ):
        return "zone"
    if chosen in ("company", "project", "zone") and subject is None and _turns_to_whole(asked, spans, offset):
        return "area"
    if (
        chosen in ("area", "zone")
        and subject is None
        and _firm_itself().match(asked.text, asked.clause[0], asked.start)
    ):
        return "company"
    if chosen == "company" and subject is None and _office().match(asked.text):
        named = any(span.kind == "company" for span in spans)
        return chosen if named else "area"
    return chosen


@once
def _of_whole_industry() -> re.Pattern[str]:
    """A clause that begins with the whole county's industry."""
    return re.compile("(?:全[县市区])?规(?:模以)?上工业(?:企业)?(?:总产值|产值|增加值|利润)(?!的?前)")


def _of_trade(asked: Asked) -> bool:
    """Whether a figure that would be the county's is one that only trades and wares have, or its clause calls a trade."""
    return (
        _only_trade().fullmatch(asked.indicator) is not None
        or _calls_trade().search(asked.text, asked.clause[0], asked.start) is not None
    )


@once
def _that_firm() -> re.Pattern[str]:
    return re.compile("(?:该|这家)(?:公司|企业)")


@once
def _own() -> re.Pattern[str]:
    """What follows a county by which the figure is its own: 某某县|实现规上工业产值, 某某县、某某市|分别为."""
    return re.compile(rf"(?:{_words('meanwhile')})*(?:(?:{_words('own')})|(?:{_words('meanwhile')})$)")


def _turns_to_whole(asked: Asked, spans: Sequence[Span], offset: int) -> bool:
    """Whether the sentence has turned to all of a county or town (全镇完成工业总产值), and nothing was named since."""
    found = list(_whole().finditer(asked.text, 0, asked.start))
    low = found[-1].end() + offset if found else 0
    return bool(found) and not any(
        low <= span.start < asked.start + offset and span.kind in _THINGS for span in spans
    )


@once
def _whole() -> re.Pattern[str]:
    when = "(?:去年|今年|上半年|全年|预计|[一二三四]季度|前三季度|同期)*"
    return re.compile(f"(?:^|[,，;；:：“]){when}全[县市区镇乡](?:规上|规模以上|实现|完成|累计|工业)")


@once
def _firm_itself() -> re.Pattern[str]:
    """A clause in which a firm that goes by no name does something: 今年2月,企业又投入….."""
    when = r"(?:今年|去年|(?:19|20)\d\d年|\d{1,2}月份?|年初|年底|目前)*"
    return re.compile(
        rf"{when}(?:该|这家)?(?:企业|公司)(?:又|已|共|累计|计划|现有|现|年|成品|去年|今年)*(?:投资(?!项目)|投入|生产(?!总值)|年产|实现|拥有|产值|销售|员工)"
    )


@once
def _zone_alone() -> re.Pattern[str]:
    """A sentence that begins with a zone, where no place is named whose it is: 一季度,园区实现…."""
    zones = listed("figures", "owners", "bare_zones")
    return re.compile(
        rf"[^。;；]{{0,14}}?(?:{zones})(?!管委会|党|建设|平台|和|与|、|等)(?!.*全[县市区](?![第前首]))"
    )


@once
def _office() -> re.Pattern[str]:
    """A sentence that goes by what an office of the county says."""
    return re.compile(rf"[“\"]?[一-龥]{{0,14}}(?:{_words('offices')})[一-龥]{{0,14}}?(?:{_words('saying')})")

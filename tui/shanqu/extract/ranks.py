"""Positions: 全省第二, 第30位, 前80强, 居全市头部, 单体投资最大, 前进9位.

最 and 第一 are what reposters mask (蕞, 头部), so both forms are read. 头部 counts only as a position
(全市头部, 位列头部): 头部企业 and 头部效应 mean what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shanqu.extract.numbers import parse_number
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer import prefectures
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import FactKind

_NTH = r"第(?:\d+|[一二三四五六七八九十]{1,3})"
_QUIET = re.compile(r"“[^”]*$|‘[^’]*$|《[^》]*$")


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of ranks.toml, `<name>`, in it; `<prefecture>` is a prefecture's name."""
    cities = any_of(name for place in prefectures() for name in (place.name, place.short))
    filled = template.replace("<prefecture>", cities).replace("<nth>", _NTH)
    filled = filled.replace("<some>", _SOME).replace("<closed>", _CLOSED)
    return re.compile(re.sub(r"(?<!P)<([a-z_]+)>", lambda name: listed("ranks", name[1]), filled))


# An ordinal behind an area or a verb of position; one with 位 or 名 by itself; and 第 left out before a move (158位一跃).
_ORDINAL = (
    r"(?P<verb><steady>?<verbs>)?(?P<area><areas>|<prefecture>)(?:(?:各|[\d一二三四五六七八九十]{1,3}个)县(?:[(（]市、?区[)）]|市区)?|同类[一-龥]{0,6})?(?:排名|排|的)?(?P<place><first>|<nth>(?:[名位]|方阵)?)(?![一-龥]?<not_before>)"
    r"|(?P<verb2><steady>?<verbs>)(?P<place2><first>|<nth>(?:[名位]|方阵)?)(?![一-龥]?<not_before>)"
    r"|(?P<place3><nth>[位名])(?![一-龥]?<not_persons>)"
    r"|(?P<bare>(?<!\d)\d{1,3}位)(?=[，,]?<moves_behind>)"
    r"|(?<![仙定民安新邻宜移系下])(?P<verb4><among_verbs>)(?P<among><some>)(?P<place4><first>|<nth>[名位]?)(?=<closed>)"
    r"|(?P<area5>(?:<areas>|<prefecture>)(?:<some>)??<among_ends>)<among_what>?(?P<place5><first>|<nth>[名位]?)(?=<closed>)"
    r"|(?:(?<=[%％元])|<ranked>)(?P<place6><nth>[名位]?)(?=<closed>)"
    r"|<changed_to>[到至为](?P<place7><nth>[名位]?)(?=<closed>)"
    r"|[从由](?P<place8><nth>[名位]?)(?=<changed_to>)"
)
# All the counties of a city.
_COUNTIES = (
    r"(?P<city><prefecture>)(?:各|\d{1,2}个|[一二三四五六七八九十]{1,2}个?)?(?:县|市|区|[(（、)）])+[里中内]?"
)
# Those among whom a position is counted, in few words: 金华各县(市).
_SOME = r"(?:(?![由从到至升降被将把第])[一-龥A-Za-z\d]|[(（][一-龥、]{1,6}[)）]){1,14}?"
_CLOSED = r"[,，。;；、)）”!！]|$|[和及与]第"
# Which groups hold a position, and those whom it is counted among.
_PLACES = ("place", "place2", "place3", "bare", "place4", "place5", "place6", "place7", "place8")
_LED = ("place", "place2", "place4", "place5")
# A further position that the words deal out behind one: 分列湖州第二|、第一.
_FURTHER = re.compile(rf"[、和及](?P<place>{_NTH}[名位]?)(?=[,，。;；、)）”和及]|$)")
# What any ordinal and what any list holds.
_POSITION, _FRONT = "[第位]|<first>", re.compile("[前强]")
_LIST = (
    r"(?P<front>前(?P<n1>\d{1,3}|[三五八十百](?=[,，。;；、]|$)|[十百]|[二三四五六七八九]十)(?:强|位|名)?(?!<not_front>)(?!的(?:分别|依次|有|是)))"
    r"|(?P<plain>(?P<list><lists>|中国[一-龥]{0,6})?(?P<n2>\d{2,3}|百|十)强(?!<not_list>))"
)
_ENTERS = r"<enter>[^,，。;；]{0,12}$"
_MOST = r"(?P<what><most_of>)<most>[大高多]"
_AMONG = r"<most_among>[^,，。;；]{0,8}$"
_MOVE = r"(?:大幅)?(?P<move><moves>)了?(?P<n>\d+)[位名个](?:位次?|名次)?"
_DEALT = r"<dealt>(?P<area><wide>|<prefecture>)?(?P<run><nth>[位名]?(?:[、,，和及]<nth>[位名]?)+)"
_AREA_BEFORE = r"(?P<area><wide>)(?:范围内|各?县市区|同类[一-龥]{0,4})?$"


_STRONGEST = r"(?P<area><wide>)[一-龥]{0,6}?[十百千]强[一-龥“”]{0,6}?(?:名单|榜单|榜|排行)"
# Between two places in a list.
_AND = re.compile("[、和及与]")


@dataclass(frozen=True, slots=True)
class Position:
    """A position in a sentence; `among` is the area it is counted in, `what` what is ranked if the words say so."""

    start: int
    end: int
    value: float
    high: float | None
    kind: FactKind
    among: str | None
    what: str | None = None
    hedge: str | None = None


def dealt_positions(text: str) -> list[tuple[Position, int, int]]:
    """Positions that 分列 or 分别 deals out, each with its number in the run and the run's length."""
    found = []
    for match in _pattern(_DEALT).finditer(text) if "第" in text else ():
        items = list(re.finditer(_NTH + "[位名]?", match["run"]))
        wide = match["area"] or next(iter(_pattern("<wide>").findall(text[: match.start()])), None)
        for index, item in enumerate(items):
            start = match.start("run") + item.start()
            value = _ordinal(item.group())
            if value is not None:
                position = Position(start, start + len(item.group()), value, None, "rank", wide)
                found.append((position, index, len(items)))
    return found


def find_positions(text: str) -> list[Position]:
    """The positions of a sentence, in order, without those inside quotation marks."""
    found = [*_ordinals(text), *_lists(text), *_others(text)]
    kept: list[Position] = []
    for position in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or position.start >= kept[-1].end:
            kept.append(position)
    return kept


def _ordinals(text: str) -> list[Position]:
    found: list[Position] = []
    if not _pattern(_POSITION).search(text):
        return found
    for match in _pattern(_ORDINAL).finditer(text):
        group = next(name for name in _PLACES if match[name])
        start = match.start() if group in _LED else match.start(group)
        if (
            match["verb"]
            and match["area"]
            and not match["verb"].startswith(words("ranks", "steady"))
            and _is_general(match["area"])
        ):
            start = match.start("area")
        area = match["area"] or _whole(match["among"] or match["area5"]) or _area_before(text[:start])
        if area is None and found and _AND.fullmatch(text, found[-1].end, start):
            area = found[-1].among  # 列全省第2位、|第4位
        area = area or _of_list(text, start)
        value = _ordinal(match[group])
        if value is None or _in_list_name(text, match):
            continue
        found.append(Position(start, match.end(), value, None, "rank", area))
        found += _further(text, match.end(), area) if "分" in text[:start] else ()
    return found


def _of_list(text: str, at: int) -> str | None:
    """The area of a list of the strongest of which the sentence tells before a place in it: 全国千强镇名单…某镇|第186位."""
    named = _pattern(_STRONGEST).search(text, 0, at)
    return named["area"] if named else None


def _whole(among: str | None) -> str | None:
    """Among whom a position is counted, by the city alone where it is all of that city's counties: 金华|各县(市)."""
    found = _pattern(_COUNTIES).fullmatch(among) if among else None
    return found["city"] if found else among


def _further(text: str, at: int, area: str | None) -> Iterator[Position]:
    """The positions that follow one at `at` and are dealt out with it."""
    while match := _FURTHER.match(text, at):
        value, at = _ordinal(match["place"]), match.end()
        if value is not None:
            yield Position(match.start("place"), at, value, None, "rank", area)


def _area_before(text: str) -> str | None:
    """The area of 在全省位列第一."""
    match = _pattern(_AREA_BEFORE).search(text)
    return match["area"] if match else None


def _is_general(area: str) -> bool:
    return area.startswith(("全", "世界", "国内", "中国"))


def _in_list_name(text: str, match: re.Match[str]) -> bool:
    quiet = _QUIET.search(text[: match.start()])
    return quiet is not None and "”" in text[match.end() : match.end() + 4]


def _ordinal(text: str) -> float | None:
    if text in words("ranks", "first"):
        return 1.0
    digits = re.sub(r"[第位名]|方阵", "", text)
    return float(digits) if digits.isdigit() else parse_number(digits)


def _lists(text: str) -> list[Position]:
    found = []
    for match in _pattern(_LIST).finditer(text) if _FRONT.search(text) else ():
        raw = match["n1"] or match["n2"]
        number = {"百": 100.0, "十": 10.0}.get(raw) or (float(raw) if raw.isdigit() else parse_number(raw))
        before = re.sub(r"[“”]", "", text[: match.start()])
        if number is None or not _pattern(_ENTERS).search(before):
            continue
        if match["front"] and text[match.end() : match.end() + 1] == "”":
            continue
        hedge = "前" if match["front"] else "强(以内)"
        area = match["list"] or _area_before(text[: match.start()])
        found.append(Position(match.start(), match.end(), number, number, "rank", area, None, hedge))
    return found


def _others(text: str) -> list[Position]:
    found = [
        Position(match.start(), match.end(), 1.0, None, "rank", None, match["what"])
        for match in _pattern(_MOST).finditer(text)
        if _pattern(_AMONG).search(text[: match.start()])
    ]
    found += [
        Position(match.start("move"), match.end(), float(match["n"]), None, "change", None, match["move"])
        for match in _pattern(_MOVE).finditer(text)
    ]
    return found

"""Positions: 全省第二, 第30位, 前80强, 居温州头部, 单体投资最大, 前进9位.

最 and 第一 are what reposters mask (蕞, 头部), so both forms are read. 头部 counts only as a position
(全市头部, 位列头部): 头部企业 and 头部效应 mean what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shanqu.extract.numbers import parse_number
from shanqu.model import FactKind

_AREA = r"全球|世界|全国|中国|全省|全市|全县|全区|浙江省?|[一-龥]{2,3}?市|[一-龥]{2}"
_VERB = r"位居|稳居|跃居|位列|名列|排名|排在|排|居于|居|列|获得?|荣获|夺得|勇夺|摘得|蝉联|始终位列|保持"
_FIRST = r"头部|首位|榜首|第[一二三四五六七八九十]+(?:[名位]|方阵)?|第\d+[名位]?"
_ORDINAL = re.compile(
    rf"(?P<verb>(?:始终|连续)?(?:位居|稳居|跃居|位列|名列|居|列))?(?P<area>全球|世界|全国|中国|国内|全省|浙江省?|全市|全县|全区|同类县|山区26县|(?:杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水)市?)(?:同类[一-龥]{{0,6}})?(?:排名|排|的)?(?P<place>{_FIRST})(?![一-龥]?(?:批|届|次|时间|企业|效应|型|阶段|产业|季度|个|家|条|张|大))"
    rf"|(?P<verb2>(?:始终|连续)?(?:位居|稳居|跃居|位列|名列|排名|排在|排|居|列))(?P<place2>{_FIRST})(?![一-龥]?(?:批|届|次|时间|企业|效应|型|阶段|产业))"
    r"|(?P<place3>第(?:\d+|[一二三四五六七八九十]{1,3})[位名])(?![一-龥]?(?:员工|客户|党员|博士|院士|书记|市民))"
    r"|(?P<bare>(?<!\d)\d{1,3}位)(?=[一跃,，上前]|跃|上升|提升|升至|升到)"
)
_LIST = re.compile(
    r"(?P<front>前(?P<n1>\d{1,3}|[三五八十百](?=[,，。;；、]|$)|[十百]|[二三四五六七八九]十)(?:强|位|名)?(?!年|三|个|几|家|季度|期|后|款|月))|(?P<plain>(?P<list>国家级经开区|国家级开发区|中国化工园区|全国(?:百强)?县?(?:域)?|全国县域经济|全省|世界|中国[一-龥]{0,6}|全球|民营企业)?(?P<n2>\d{2,3}|百|十)强(?!度|企业|县|榜|民营|品牌|名单))"
)
_ENTER = re.compile(
    r"(?:进入|跻身|入围|挺进|冲刺|迈入|位列|进军|列入|入选|闯进|晋级|升至|跃居|迈进|排名|居|列|至|成为)[^,，。;；]{0,12}$"
)
_MOST = re.compile(r"(?P<what>单体投资|投资(?:规模|额)|规模|产量|体量)(?:最|蕞)[大高多]")
_MOVE = re.compile(
    r"(?:大幅)?(?P<move>前进|上升|提升|跃升|下降|前移|上移)了?(?P<n>\d+)[位名个](?:位次?|名次)?"
)
_QUIET = re.compile(r"“[^”]*$|‘[^’]*$|《[^》]*$")


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


_DEALT = re.compile(
    r"(?:分列|分别(?:位列|位居|名列|排名|居|列))(?P<area>全球|全国|全省|全市)?(?P<run>第[一二三四五六七八九十\d]+[位名]?(?:[、,，和及]第[一二三四五六七八九十\d]+[位名]?)+)"
)


def dealt_positions(text: str) -> list[tuple[Position, int, int]]:
    """Positions that 分列 or 分别 deals out, each with its number in the run and the run's length."""
    found = []
    for match in _DEALT.finditer(text):
        items = list(re.finditer(r"第[一二三四五六七八九十\d]+[位名]?", match["run"]))
        wide = match["area"] or next(iter(re.findall(r"全国|全省|全市", text[: match.start()])), None)
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
    found = []
    for match in _ORDINAL.finditer(text):
        group = next(name for name in ("place", "place2", "place3", "bare") if match[name])
        start = match.start(group) if match["bare"] or match["place3"] else match.start()
        if (
            match["verb"]
            and match["area"]
            and match["verb"] not in ("始终位列",)
            and _is_general(match["area"])
        ):
            start = match.start("area")
        area = match["area"] or _area_before(text[:start])
        value = _ordinal(match[group])
        if value is None or _in_list_name(text, match):
            continue
        found.append(Position(start, match.end(), value, None, "rank", area))
    return found


def _area_before(text: str) -> str | None:
    """The area of 在全省位列第一."""
    match = re.search(r"(全球|全国|全省|全市|全县|全区)(?:范围内|各?县市区|同类[一-龥]{0,4})?$", text)
    return match[1] if match else None


def _is_general(area: str) -> bool:
    return area.startswith(("全", "世界", "国内", "中国"))


def _in_list_name(text: str, match: re.Match[str]) -> bool:
    quiet = _QUIET.search(text[: match.start()])
    return quiet is not None and "”" in text[match.end() : match.end() + 4]


def _ordinal(text: str) -> float | None:
    if text in ("头部", "首位", "榜首"):
        return 1.0
    digits = re.sub(r"[第位名]|方阵", "", text)
    return float(digits) if digits.isdigit() else parse_number(digits)


def _lists(text: str) -> list[Position]:
    found = []
    for match in _LIST.finditer(text):
        raw = match["n1"] or match["n2"]
        number = {"百": 100.0, "十": 10.0}.get(raw) or (float(raw) if raw.isdigit() else parse_number(raw))
        before = re.sub(r"[“”]", "", text[: match.start()])
        if number is None or not _ENTER.search(before):
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
        for match in _MOST.finditer(text)
        if re.search(
            r"(?:全球|世界|全国|中国|国内|全省|全市|历史上|[州水县市])[^,，。;；]{0,8}$",
            text[: match.start()],
        )
    ]
    found += [
        Position(match.start("move"), match.end(), float(match["n"]), None, "change", None, match["move"])
        for match in _MOVE.finditer(text)
    ]
    return found

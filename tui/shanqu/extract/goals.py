"""Sizes that name an aim (千亿级产业集群), doublings (五年翻番), and dates on which things begin or end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shanqu.extract.numbers import parse_number
from shanqu.model import FactKind

_SIZE = re.compile(
    r"(?P<value>(?:\d+(?:\.\d+)?|[一二三四五六七八九两]|[十百千万])?[十百千万]?亿)元?(?P<level>级)?(?:规模)?的?(?P<what>(?!以上|元以上)[一-龥]{0,8}?(?:产业集群|产业链|强县|强市|强区|工业园区|园区|产业平台|平台|产业|集群|制造业基地|大县|赛道))(?!项目)"
)
_AIM = re.compile(r"目标|打造|培育|建设|冲刺|迈向|形成|力争|构建|崛起|奋斗|挺进|锻造|朝着|向着|迈进")
_DOUBLE = re.compile(
    r"(?P<what>主要(?:经济)?指标|(?:高新技术|规上|规模以上|上市)[一-龥]{0,4}?企业数量?|[一-龥]{2,6}数量|GDP|地区生产总值|生产总值|规上工业(?:总)?产值|工业(?:总)?产值|产值|经济总量|税收|营收|规上工业增加值|财政收入)[^,，。;；]{0,8}?(?P<text>(?:[一二三四五六七八九十]年)?(?:实现)?翻了?(?:一|两)?番)"
)
_DATE = r"(?:(?:20\d\d年|今年|去年|明年|本月|上个?月|次年)?(?:\d{1,2}月(?:\d{1,2}[日号])?|[年月]底|年初|年内)(?:上午|下午|初|底|中旬|上旬|下旬)?(?:前后|前)?|20\d\d年(?:[年]?底|初|上半年|下半年)?(?:前)?)"
_EVENTS = {
    "开工": "开工时间",
    "动工": "开工时间",
    "奠基": "奠基时间",
    "投产": "投产时间",
    "试生产": "试生产时间",
    "完工": "完工时间",
    "竣工": "竣工时间",
    "建成": "建成时间",
    "投用": "投用时间",
    "投入使用": "投用时间",
    "投运": "投用时间",
    "启用": "投用时间",
    "并网": "并网时间",
    "落户": "落户时间",
    "揭牌": "揭牌时间",
    "签约": "签约时间",
    "通车": "通车时间",
}
_MILESTONE = re.compile(
    rf"(?P<date>{_DATE})(?:(?!{_DATE})[^。;；]){{0,36}}?(?P<event>正式开工|开工|动工|奠基|试生产|投产|完工|竣工|投入使用|投用|投运|启用|并网|(?<![决定先后将])落户(?=[,，。;；])|揭牌|通车)(?!率|数|项目|面积|以来|后|建设到|的\d|\d|前)"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim or a date in a sentence."""

    start: int
    end: int
    indicator: str
    kind: FactKind
    value: float | None
    unit: str
    hedge: str | None = None


def find_goals(text: str) -> list[Goal]:
    """The sizes aimed at, the doublings and the milestones of a sentence, in order."""
    return sorted([*_sizes(text), *_doublings(text), *_milestones(text)], key=lambda goal: goal.start)


def _sizes(text: str) -> list[Goal]:
    goals = []
    for match in _SIZE.finditer(text):
        raw = match["value"]
        value = parse_number(raw if re.match(r"[\d一二三四五六七八九两]", raw) else "一" + raw)
        around = text[max(0, match.start() - 16) : match.start()] + text[match.end() : match.end() + 8]
        quoted_programme = text[max(0, match.start() - 2) : match.start()] == "万亩"
        if value is None or quoted_programme or not _AIM.search(around):
            continue
        what = re.sub(r"^(?:级|的|规模)", "", match["what"])
        name = {"工业强县": "工业", "工业大县": "工业", "工业强市": "工业"}.get(what, what)
        end = match.end("level") if match["level"] else match.end("value")
        goals.append(Goal(match.start(), end, f"{name}规模目标", "target", value, "元", match["level"]))
    return goals


def _doublings(text: str) -> list[Goal]:
    return [
        Goal(
            match.start("text"),
            match.end(),
            f"{match['what'].replace('经济', '').replace('数量', '数')}倍数{'' if '了' in match['text'] else '目标'}",
            "growth" if "了" in match["text"] else "target",
            4.0 if "两番" in match["text"] else 2.0,
            "倍",
        )
        for match in _DOUBLE.finditer(text)
    ]


def _milestones(text: str) -> list[Goal]:
    goals = []
    for match in _MILESTONE.finditer(text):
        event = match["event"].removeprefix("正式")
        bare_year = re.fullmatch(r"20\d\d年", match["date"])
        if not bare_year or match.end("date") + 14 > match.start("event"):
            goals.append(
                Goal(match.start("date"), match.end("date"), _EVENTS[event], "milestone", None, "日期")
            )
    return goals

"""How wide a figure is meant: of an area, a zone, a trade, a firm, a project or the province."""

from __future__ import annotations

import re

from shanqu.extract.attribution import Owner
from shanqu.extract.span import Span
from shanqu.extract.subjects import Subject
from shanqu.model import Scope

_OF_TRADE = re.compile(r"产值|营业收入|销售|税收|增加值|利润|出口|产量|产能|占有率|品牌价值|产业规模")
_WHOLE = re.compile(r"全[县市区](?!第|前|首|平均|的|比)|[县市区](?:规上|规模以上|GDP|地区生产)")


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
    if scope in ("area", "zone") and indicator == "产能" and re.search(r"项目|生产线", text[end : clause[1]]):
        return "project"
    if owner.place is None and scope in ("area", "zone") and re.search(r"全省|我省|浙江", text[: clause[1]]):
        return "province"
    return scope


def of_trade(text: str, spans: list[Span], offset: int, at: int, indicator: str) -> bool:
    """Whether an amount is that of a trade which the sentence speaks of before it, not of the whole county."""
    if not _OF_TRADE.search(indicator):
        return False
    trades = [span for span in spans if span.kind == "industry" and span.end - offset <= at]
    if not trades:
        return False
    between = text[trades[-1].end - offset : at]
    listed = between[:1] in "、和与及等" or text[max(0, trades[0].start - offset - 2) :][:2] in (
        "发展",
        "布局",
    )
    return not listed and not _WHOLE.search(re.sub(r"占全.*", "", between))

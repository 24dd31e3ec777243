"""Whether a figure is a fact, a forecast, a plan or a target."""

from __future__ import annotations

import re

from shanqu.model import Status

_TARGET = re.compile(
    r"力争|争取(?!资金|上级|中央|到位)|目标|确保|奋力|挺进|冲刺|瞄准|锚定|到20\d\d年[^。]{0,16}(?:达|实现|形成|建成|培育|突破|力争)|要(?:达到|实现)|未来[一-龥]{0,2}年|下一步|奋斗|规划到"
)
# Words that set a whole sentence in the time to come.
_AHEAD = re.compile(
    r"下一步|预期目标|(?:要|须|必须|确保|力争)(?:确保|力争)?全年|今后[一二三四五几\d]+年|未来[一二三四五几\d]+年"
)
_FORECAST = re.compile(
    r"预计|有望|预期(?!目标)|可达到?|可实现|可新增|可形成|可带动|可年产|将达|将实现|将新增|将形成|将带动|能达到|能达|能实现|建成后|投产后|达产后|达产时|投用后|全部投产|满产|建成之后|全面达产|可创|还能"
)
_PLANNED = re.compile(
    r"计划(?!经济|》|总投资|单列)|将(?:安排|实施|新建|投资)|拟(?!定)|意向(?=在|兴建)|将建|将投资|规划(?:建设|用地|总|面积|布局)|计划总投资|规划(?=\d|了)"
)


def status_of(text: str, at: int, clause: tuple[int, int]) -> tuple[Status, str | None]:
    """The status of the figure at `at` and the forecasting word that says so.

    A target or plan must be spoken of in the figure's own clause or the one before it; a forecast governs the rest
    of its sentence.
    """
    near = text[max(0, _previous_clause(text, clause[0])) : clause[1]]
    own = text[clause[0] : at]
    forecast = None
    for match in _FORECAST.finditer(text[:at]):
        forecast = match
    if (_TARGET.search(near) or _AHEAD.search(text[:at])) and not (
        forecast and forecast.start() >= clause[0]
    ):
        return "target", None
    if forecast:
        return "forecast", forecast.group()
    whole = near if own.startswith("其中") else own
    if _PLANNED.search(whole) or re.search(r"[，,]?将安排", text[:at]):
        return "planned", None
    return "actual", None


def _previous_clause(text: str, start: int) -> int:
    stops = [match.end() for match in re.finditer(r"[,，;；。:：!！?？]", text[: max(start - 1, 0)])]
    return stops[-1] if stops else 0

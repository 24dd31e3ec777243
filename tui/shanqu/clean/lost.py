"""Figures whose digits are gone. They are reported and never guessed: a figure is evidence."""

from __future__ import annotations

import re
from typing import Final

_STOP: Final = r"[,，。;；、!！)）]"
_BIG: Final = r"(?:亿元|万元|万人|万吨|万户|万平方米)"
_UNIT: Final = rf"(?:{_BIG}|(?:平方)?(?:公里|千米|米)|公顷|亩|吨)"

# Searched for in whole texts, so each begins with a character that the engine can skip to. What stands before it is
# looked at then.
_LOST: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # A range that lost its dash, two years run together.
        r"年(?<=[今去前当本同]年)(?:1[3-9]|[2-9]\d|\d{3,})月",
        r"年(?<=(?:19|20)\d{2}(?:19|20)\d{2}年)(?<!\d{9}年)",
        # A date, a count.
        r"年(?<=[于在自从至到]年)(?:月日?)?(?=[,，以])|年月日",
        *(rf"{one}(?<=(?:引进|新增|共有|培育|入驻|现有){one})(?:企业|公司|单位|项目)" for one in "家个"),
    )
)
# The others can begin with many words: of each first how it ends, which hardly any text has, then the whole, which is
# compiled when it is needed.
_LOST_BEFORE: Final = tuple(
    (re.compile(end), whole)
    for end, whole in (
        # A measure right behind what it measures. Not after 近, 超, 上: 近亿元 is a figure.
        (
            rf"[亿万平公千米亩吨](?<=[度长拔积资额值入收约为到达成现].)(?:[元人吨户平方里顷米]|{_STOP}|\n|$)",
            rf"(?:跨度|全长|总长|海拔|面积|总投资|投资额?|产值|收入|增加值|税收)(?:约|为|约为)?{_UNIT}(?={_STOP}|\n|$)"
            rf"|(?:达到|达|约|完成|实现)(?:约|为)?{_UNIT}(?={_STOP}|\n|$)",
        ),
        # A share or a rate. What stands alone is the heading of a column.
        (
            r"[%％](?<=[长降高升少比重达到的每].)",
            r"(?:增长|下降|提高|上升|减少|占比|比重|达到?|占[全总][^,，。\d\n]{1,8}的|每)[%％](?=[,，。;；、!！)）]|[左右以上的]|[\u4e00-\u9fff]{2})",
        ),
        (
            r"个百分点(?<=[长降高升落出低了]个百分点)",
            r"(?:增长|下降|提高|提升|上升|回落|高出?|低)了?个百分点",
        ),
        # A date, an ordinal.
        (
            r"月(?<![^。,，;；\n \u3000]月)[,，]",
            r"(?:^|[。,，;；\n])[ \u3000]*(?:月,|月，)",
        ),
        (
            r"年(?<![^。;；\n \u3000]年)[,，]",
            r"(?:^|[。;；\n])[ \u3000]*(?:年,|年，)(?=[\u4e00-\u9fff])",
        ),
    )
)


def has_lost_digits(text: str) -> bool:
    """Whether a figure of the text, one paragraph a line, has lost its digits."""
    return any(pattern.search(text) is not None for pattern in _LOST) or any(
        end.search(text) is not None and re.search(whole, text) is not None for end, whole in _LOST_BEFORE
    )

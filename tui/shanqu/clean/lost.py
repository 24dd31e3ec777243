"""Figures whose digits are gone. They are reported and never guessed: a figure is evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shanqu.clean.literals import needed

_STOP: Final = r"[,，。;；、!！)）]"
_BIG: Final = r"(?:亿元|万元|万人|万吨|万户|万平方米)"
_UNIT: Final = rf"(?:{_BIG}|(?:平方)?(?:公里|千米|米)|公顷|亩|吨)"

# Each with words, if they can be told, of which one is in every text that it fits.
_LOST: Final = tuple(
    (tuple(needed(pattern)), re.compile(pattern))
    for pattern in (
        # A range that lost its dash, two years run together.
        r"(?:今|去|前|当|本|同)年(?:1[3-9]|[2-9]\d|\d{3,})月",
        r"(?:19|20)\d{2}(?:19|20)\d{2}年(?<!\d{9}年)",
        # A measure right behind what it measures. Not after 近, 超, 上: 近亿元 is a figure.
        rf"(?:跨度|全长|总长|海拔|面积|总投资|投资额?|产值|收入|增加值|税收)(?:约|为|约为)?{_UNIT}(?={_STOP}|\n|$)",
        rf"(?:达到|达|约|完成|实现)(?:约|为)?{_UNIT}(?={_STOP}|\n|$)",
        # A share or a rate. What stands alone is the heading of a column.
        r"(?:增长|下降|提高|上升|减少|占比|比重|达到?|占[全总][^,，。\d\n]{1,8}的|每)[%％](?=[,，。;；、!！)）]|[左右以上的]|[\u4e00-\u9fff]{2})",
        r"(?:增长|下降|提高|提升|上升|回落|高出?|低)了?个百分点",
        # A date, a count, an ordinal.
        r"(?:^|[。,，;；\n])[ \u3000]*(?:月,|月，)",
        r"(?:^|[。;；\n])[ \u3000]*(?:年,|年，)(?=[\u4e00-\u9fff])",
        r"年(?<=[于在自从至到]年)(?:月日?)?(?=[,，以])|年月日",
        r"(?:引进|新增|共有|培育|入驻|现有)[家个](?:企业|公司|单位|项目)",
    )
)


def has_lost_digits(text: str) -> bool:
    """Whether a figure of the text, one paragraph a line, has lost its digits."""
    return any(_may_hold(text, words) and pattern.search(text) is not None for words, pattern in _LOST)


def _may_hold(text: str, words: Sequence[str]) -> bool:
    return not words or any(word in text for word in words)

"""Which group of trades a trade belongs to, so that counties can be compared by them."""

from __future__ import annotations

import re

from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industry_groups, table
from shanqu.messages import Label

GENERAL, OTHER = "总体", "其他"
"""What is said of any county (制造业, 传统产业), and what no list has."""
_NOUN = "产业"
_NOUN_OR_WORK = re.compile("(?:产业|行业|业|精深加工|深加工|加工|制造|生产)++$")


@once
def trade_groups() -> tuple[Label, ...]:
    """The groups in the order in which they are compared."""
    return tuple(Label(name, english) for name, english in table("industries", "groups").items())


@once
def group_of(trade: str) -> str:
    """The name of the group of a trade: that of the listed trade that it is or ends with (荒野|茶产业), unless a longer word

    that a group has at the ends of its trades tells another (药用玻璃|产业, though 玻璃产业 is listed); else OTHER."""
    listed = industry_groups()
    cores = (_NOUN_OR_WORK.sub("", trade), trade.removesuffix(_NOUN))
    found = [(len(end), group) for end, group in _ends().items() if any(core.endswith(end) for core in cores)]
    longest, called = max(found, default=(0, OTHER))
    for start in range(len(trade) - 1):
        part = trade[start:]
        group = listed.get(part) or listed.get(part + _NOUN)
        # What a long name ends with is seldom said in general: 铅笔|制造业.
        if group and (start == 0 or group != GENERAL):
            return called if start and longest > len(part.removesuffix(_NOUN)) else group
    return called


@once
def _ends() -> dict[str, str]:
    return {end: group for group, ends in table("industries", "ends").items() for end in ends}

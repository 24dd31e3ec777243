"""The years of figures between which something changed, where only the first such change of a paragraph gives them:

全县生产总值从2011年的52亿元增至2016年的86亿元。财政总收入从|6亿元|增至|11亿元.
"""

from __future__ import annotations

import re

from shanqu.extract.periods import Period
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# So far back the years are looked for, within the paragraph.
_BACK = 400
# So near a figure stands what it comes from.
_NEAR = 24
_YEAR = r"(?:19|20)\d\d年"
_FIGURE = r"[\d.,]+[一-龥%％‰]{0,5}?"


@once
def _told() -> re.Pattern[str]:
    """A change that tells both years."""
    rises = listed("figures", "periods", "rises")
    return re.compile(
        rf"[从由](?P<first>{_YEAR})[底末]?的?{_FIGURE}[,，]?{rises}[到至为](?P<last>{_YEAR})[底末]?"
    )


@once
def _rise() -> re.Pattern[str]:
    return re.compile(rf"[,，]?{listed('figures', 'periods', 'rises')}[到至为]")


@once
def _risen() -> re.Pattern[str]:
    """What stands right before the figure at which such a change ends."""
    rises = listed("figures", "periods", "rises")
    return re.compile(rf"[从由]{_FIGURE}[,，]?{rises}[到至为]了?$")


def year_between(text: str, start: int, end: int) -> Period | None:
    """The year of the figure at `[start, end)` of `text`, the page's: it begins or ends a change that itself gives none, behind
    one in the paragraph that does."""
    near = text[max(0, start - _NEAR) : start]
    if "从" not in near and "由" not in near:
        return None
    low = max(text.rfind("\n", 0, start) + 1, start - _BACK)
    begins = text.endswith(("从", "由"), low, start) and _rise().match(text, end) is not None
    if not begins and not _risen().search(text[max(low, start - _NEAR) : start]):
        return None
    told = next(reversed(list(_told().finditer(text, low, start))), None)
    if told is None or re.search(_YEAR, text[told.end() : start]):
        return None
    which = "first" if begins else "last"
    return Period(*told.span(which), told[which], "year")

"""Places that only tell where somebody or something comes from or goes to: they have none of the figures."""

from __future__ import annotations

import re

from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# So far before a name may begin what tells so.
_NEAR = 32
# The names before and behind one of a list.
_BEFORE = r"(?:[一-龥]{2,6}[、和及])*"
_BEHIND = r"(?:[、和及][一-龥]{2,6}?)*(?:等[地县市区]?|[两三四]地)?"


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [origins] in figures.toml, `<name>`, in it."""
    return re.compile(
        re.sub(r"(?<!P)<([a-z_]+)>", lambda name: listed("figures", "origins", name[1]), template)
    )


_SOME = r"[\d一二三四五六七八九十百几多](?:多)?[家个位名批]$|(?:一批|大批|众多|多家)$"
_SOME_THERE = "(?:籍|的)?(?:企业|客商|商人|企业家|老板|籍)"
_FROM = r"来自(?:[一-龥]{1,4}的)?(?:[一-龥]{2,4}、)*$"
_TO = r"[去到往](?:[一-龥]{2,4}、)*$"
_GONE = r"(?:、[一-龥]{2,4})*的[\d一二三四五六七八九十百]+[家个户]"
_COME = r"(?:企业|产业)?(?:<moved>)?来的"
# Where things are sold: 畅销甲、|乙.
_SOLD = rf"<sold>(?:了|到|至|全国)?{_BEFORE}$"
# Whom something reaches, where it reaches several: 带动甲、乙等地|农户.
_REACHED = rf"<reached>(?:了|到)?(?P<others>{_BEFORE})$"
_SEVERAL = r"[、和及][一-龥]{2,6}|等[地县市区]"
# What is bought or brought from a place: 从甲、乙|采购.
_BOUGHT_FROM = rf"从{_BEFORE}$"
_BOUGHT = rf"{_BEHIND}<bought>"
# Where somebody goes to learn, look or earn: 到甲、乙|考察.
_GOES_TO = rf"[去到赴往]{_BEFORE}$"
_ERRANDS = rf"{_BEHIND}<errands>(?!的)"
# Firms that are brought from several places: 引进甲、|乙五金企业.
_TAKEN = rf"<taken>了?(?:来自)?{_BEFORE}$"
_TAKEN_FROM = r"(?:[、和及][一-龥]{2,4})*[一-龥]{0,6}?(?:企业|客商|商人|厂家)"


def comes_or_goes(text: str, start: int, end: int) -> bool:
    """Whether the place at `[start, end)` only tells where those that are counted come from (某某转移来的21家) or go to
    (去某某的13家), where things are sold or bought, or where somebody goes to learn."""
    before = text[max(0, start - _NEAR) : start]
    if _pattern(_COME).match(text, end) or _pattern(_FROM).search(before) or _pattern(_SOLD).search(before):
        return True
    if re.search(_SOME, before) and re.compile(_SOME_THERE).match(text, end):
        return True
    reached = _pattern(_REACHED).search(before)
    if reached and (reached["others"] or re.compile(_SEVERAL).match(text, end)):
        return True
    pairs = ((_TO, _GONE), (_BOUGHT_FROM, _BOUGHT), (_GOES_TO, _ERRANDS), (_TAKEN, _TAKEN_FROM))
    return any(_pattern(one).search(before) and _pattern(two).match(text, end) for one, two in pairs)

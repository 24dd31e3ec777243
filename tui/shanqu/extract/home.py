"""The county or city that a page comes from: that of the medium, or else of the office that signs it."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.extract.lexicon import place_scanner
from shanqu.model import Article, Role

# The codes of Zhejiang's counties, districts and county cities, and of its prefectures.
_PROVINCE, _COUNTY, _PREFECTURE = "33", 6, 4
# Lines around the text that tell who wrote or issued it.
_SIGNED = (Role.BYLINE, Role.FOOTER)


def home_of(article: Article) -> str | None:
    """The code of the only county, or else prefecture, whose name site, source and column bear (平阳新闻网, 今日常山), or, where
    these bear none, the lines that sign the text (松阳县统计局 叶欣); None if there is none.

    A county's medium writes of 我县 and of its townships without the county's name.
    """
    lines = (article.page.text[one.start : one.end] for one in article.blocks if one.role in _SIGNED)
    medium = filter(None, (article.site, article.source, article.column))
    return _only(medium) or _only(lines)


def _only(said: Iterable[str]) -> str | None:
    codes = {
        entry.code
        for _, _, entry in place_scanner().scan("\n".join(said))
        if entry.code and entry.code.startswith(_PROVINCE)
    }
    for length in (_COUNTY, _PREFECTURE):
        found = {code for code in codes if len(code) == length}
        if found:
            return found.pop() if len(found) == 1 else None
    return None

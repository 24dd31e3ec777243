"""The county that a page comes from: that of the medium which it names."""

from __future__ import annotations

from shanqu.extract.lexicon import place_scanner
from shanqu.model import Article

# The codes of Zhejiang's counties, districts and county cities.
_PROVINCE, _COUNTY = "33", 6


def home_of(article: Article) -> str | None:
    """The code of the only county whose name site, source and column bear (平阳新闻网, 今日常山), None if there is none.

    A county's medium writes of 我县 and of its townships without the county's name.
    """
    said = " ".join(filter(None, (article.site, article.source, article.column)))
    codes = {
        entry.code
        for _, _, entry in place_scanner().scan(said)
        if entry.code and entry.code.startswith(_PROVINCE) and len(entry.code) == _COUNTY
    }
    return codes.pop() if len(codes) == 1 else None

"""Firms that a few words tell: those of the stock exchange by a label (证券简称:某某高科) or with their number (某某股份(600000)),
and works by who founded them."""

from __future__ import annotations

import re

from shanqu.extract.firm_aliases import trade_word
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed, modifiers, runs_of
from shanqu.gazetteer.tables import once

# A name of fewer characters stands inside other words.
_LEAST = 3
# So many characters are a works' own before its trade; what tells that they are but said of it.
_OWN = 2
_SAID_OF = re.compile("[的了一两几家个座间]|第一|自己|当地|小型|大型")


def labelled(text: str) -> list[Span]:
    """The firms so named, wherever the text says them again."""
    names = {match["labelled"] or match["numbered"] for match in _labels().finditer(text)}
    names = {name for name in names if len(name) >= _LEAST}
    return [
        Span("company", start, end, text[start:end], None, "label") for start, end in runs_of(text, names)
    ]


@once
def _labels() -> re.Pattern[str]:
    """A label before a name, or the number of a stock behind one that stands by itself."""
    number = r"(?:[股证]票?券?代码[:：]?\s?)?(?:S[HZ]|BJ|HK)?[.:：]?(?:(?:00[0-3]|30[01]|60[0135]|68[89])\d{3}|(?:83|87|92|43)\d{4}|0\d{4}(?=\.HK))(?!\d)"
    return re.compile(
        rf"{listed('companies', 'labels')}[:：]\s?(?P<labelled>[一-龥A-Z]{{2,6}})(?![一-龥A-Za-z])"
        rf"|(?<![一-龥A-Za-z])(?P<numbered>[一-龥A-Z]{{3,6}})[(（]{number}"
    )


@once
def _founding() -> re.Pattern[str]:
    return re.compile(
        rf"{listed('companies', 'founding')}了?“?(?P<works>[一-龥]{{2,12}}?(?<!工)厂)(?![房区长家商址内])"
    )


def founded(text: str) -> list[Span]:
    """Works that somebody founded, by more than their trade: 创办了某某橡胶厂, but not 创办了一家橡胶厂."""
    found = ((match.start("works"), match["works"][:-1]) for match in _founding().finditer(text))
    return [
        Span("company", start, start + len(name) + 1, f"{name}厂", None, "founded")
        for start, name in found
        if trade_word().search(name, _OWN)
        and not trade_word().match(name)
        and not (modifiers("companies", "generic").covers(name[:_OWN]) or _SAID_OF.search(name))
    ]

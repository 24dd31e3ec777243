"""Firms of the stock exchange, which texts name by a label (证券简称:某某高科) or with their number (某某股份(600000))."""

from __future__ import annotations

import re

from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed, runs_of
from shanqu.gazetteer.tables import once

# A name of fewer characters stands inside other words.
_LEAST = 3


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
    number = r"(?:[股证]票?券?代码[:：]?\s?)?(?:S[HZ]|BJ|HK)?[.:：]?(?:[03689]\d{5}|0\d{4}(?=\.HK))(?!\d)"
    return re.compile(
        rf"{listed('companies', 'labels')}[:：]\s?(?P<labelled>[一-龥A-Z]{{2,6}})(?![一-龥A-Za-z])"
        rf"|(?<![一-龥A-Za-z])(?P<numbered>[一-龥A-Z]{{3,6}})[(（]{number}"
    )

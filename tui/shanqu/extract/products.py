"""Goods: with the words of make before those of the list, behind words of making, and of a brand in quotation marks."""

from __future__ import annotations

import re

from shanqu.extract.numbers import NUMBER, SCALE
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import units, words

_LONGEST = 14


def find_products(text: str) -> list[Span]:
    """The goods that no list knows."""
    return [*_made(text), *_quoted(text)]


def make_before(text: str, start: int) -> int:
    """Where the words of make (智能, 高端) begin that stand before the goods at `start`."""
    makes = lexicon("products", "makes")
    while (before := makes.ends(text, start)) < start:
        start = before
    return start


@once
def _made_pattern() -> re.Pattern[str]:
    """年产5万吨…, and what follows 生产 and the like up to the end of the clause."""
    measured = any_of(unit.written for unit in units().values() if unit.measure in ("goods", "count", "area"))
    return re.compile(
        rf"{listed('products', 'producers')}(?:{NUMBER}{SCALE}[多余]?{measured}(?:\([套件台]\))?)?(?P<run>[一-龥A-Za-z0-9]{{2,14}}(?:[、和及][一-龥A-Za-z0-9]{{2,14}}){{0,5}})"
    )


@once
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"“[^“”\n]{{2,8}}”[一-龥]{{0,7}}?{listed('products', 'quoted_ends')}(?=[,，。、;；]|是|已|获|的)"
    )


def _made(text: str) -> list[Span]:
    spans = []
    for match in _made_pattern().finditer(text):
        at = match.start("run")
        for item in re.split(r"([、和及])", match["run"]):
            end = at + _goods_end(item)
            if end > at:
                spans.append(Span("product", at, end, text[at:end], None, "made"))
            at += len(item)
    return spans


def _goods_end(item: str) -> int:
    """How much of a list's item is the name of goods; 0 where it is none."""
    name = re.split(r"(?:等|的|生产线|项目|产业|基地|企业|公司|车间)", item)[0]
    if len(name) < 3 or name in words("products", "not_goods") or name.endswith(("企业", "公司")):
        return 0
    return len(name) if lexicon("products", "ends").ends(name) < len(name) else 0


def _quoted(text: str) -> list[Span]:
    return [
        Span("product", match.start(), match.end(), re.sub("[“”]", "", match.group()), None, "quoted")
        for match in _quoted_pattern().finditer(text)
    ]

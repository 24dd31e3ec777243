"""Trades that a sentence calls so: 以油橄榄为主导产业, 香菇是全县的支柱产业, 把花椒作为首位产业."""

from __future__ import annotations

import re

from shanqu.extract.edges import cut_off
from shanqu.extract.span import Span
from shanqu.extract.trade_edges import acts, canonical_of, is_listed, names_trade, trade_start
from shanqu.extract.vocabulary import Lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# Names of fewer characters are left to the lists.
_SHORTEST = 2


def find_called_trades(text: str) -> list[Span]:
    """What is called a pillar or leading trade by the words behind it."""
    return [*_based(text), *_become(text)]


@once
def _based_pattern() -> re.Pattern[str]:
    ranks = listed("industries", "called_ranks")
    return re.compile(rf"以(?P<name>[一-龥A-Z]{{2,9}}?)(?:作)?为{ranks}性?(?:产业|行业)(?!{_no_trade()})")


@once
def _become_pattern() -> re.Pattern[str]:
    verbs, ranks = listed("industries", "called_verbs"), listed("industries", "called_ranks")
    return re.compile(
        rf"(?<=[一-龥])(?=(?P<verb>{verbs})[^,，。;；:：、\n]{{0,12}}?{ranks}性?(?:产业|行业)(?!{_no_trade()}))"
    )


def _no_trade() -> str:
    """A pattern for what makes another thing of the noun for trades: 支柱产业|园."""
    return listed("industries", "tails")


def _based(text: str) -> list[Span]:
    """The trade on which a place bases itself, whether a list knows it or not."""
    spans = []
    for match in _based_pattern().finditer(text):
        start, end = max(match.start("name"), trade_start(text, match.end("name"))), match.end("name")
        name = text[start:end]
        plain = modifiers("industries", "generic").covers(name)
        if len(name) >= _SHORTEST and not plain and names_trade(name) and not acts(name):
            spans.append(_span(name, start, end))
    return spans


def _become(text: str) -> list[Span]:
    """The goods or trade of the lists that is, or is made, a trade of such a rank."""
    spans = []
    for match in _become_pattern().finditer(text):
        end = match.start()
        start = _goods().ends(text, end)
        if end - start >= _SHORTEST and not cut_off(text, start, end):
            spans.append(_span(text[start:end], start, end))
    return spans


def _span(name: str, start: int, end: int) -> Span:
    return Span(
        "industry", start, end, canonical_of(name, None if is_listed(name) else f"{name}产业"), None, "called"
    )


@once
def _goods() -> Lexicon:
    """Goods and trades of the lists."""
    return Lexicon([*words("products", "names"), *industries()])

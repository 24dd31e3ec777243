"""Trades that are told by how many firms there are in them, by the list that a trade closes, or in quotation marks."""

from __future__ import annotations

import re

from shanqu.extract.products import like_goods
from shanqu.extract.span import Span
from shanqu.extract.trade_edges import acts, canonical_of, goes_by_itself, is_listed, names_trade, trade_start
from shanqu.extract.trade_lists import like_trade
from shanqu.extract.vocabulary import lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# The names of trades are no longer, and those that one character alone may be no shorter.
_LONGEST, _SHORTEST = 10, 2
# Of the items of a list so many in a hundred have to be trades by their words.
_HALF = 50
# What sums up the trades before it (“三具”产业).
_COUNT = re.compile("[一二三四五六七八九十两].")
_GROUND = re.compile("区块|园区|片区")
_NUMBER = r"\d[\d,]*[余多]?[百千万]?[余多]?"


def find_trades_of_firms(text: str) -> list[Span]:
    """The trades of counted firms, those in quotation marks before 产业, and those that stand before a trade in one list."""
    return [*_counted(text), *_quoted(text), *_beside(text)]


@once
def _counted_pattern() -> re.Pattern[str]:
    """Firms of a trade with their number: 眼镜配件规上企业|48家, 230家|眼镜配件企业."""
    kinds, work = listed("industries", "firm_kinds"), listed("industries", "firm_work")
    firms = rf"{work}?(?:{kinds}){{0,4}}企业"
    return re.compile(
        rf"(?P<firms>{firms})(?:数量|总数|户数)?(?:已?有|达到?|共有?|近|约|超过?|突破|逾|不少于|新增){{0,3}}(?={_NUMBER}家)"
        rf"|{_NUMBER}家(?:{kinds}){{0,4}}(?P<behind>[一-龥A-Z]{{2,{_LONGEST}}}?){firms}"
    )


def _counted(text: str) -> list[Span]:
    spans = []
    for match in _counted_pattern().finditer(text):
        if match["behind"]:
            start, end = match.span("behind")
        else:
            end = match.start()
            # Goods may be a verb of the dictionary by their name (挂锁).
            start = min(trade_start(text, end), lexicon("products", "names").ends(text, end))
            start += text.startswith("有", start, end)
        start = _behind_kinds(text, start, end)
        name = text[start:end]
        listed_goods = text[start - 1 : start] == "、"
        if not listed_goods and _SHORTEST <= len(name) <= _LONGEST and _in_trade(name):
            spans.append(Span("industry", start, end, canonical_of(name), None, "firms"))
    return spans


def _behind_kinds(text: str, start: int, end: int) -> int:
    """Where the trade begins behind the ground where its firms are and what tells of what kind they are: 规上|眼镜."""
    start = max((found.end() for found in _GROUND.finditer(text, start, end)), default=start)
    kinds = lexicon("industries", "firm_kinds")
    while start < (behind := kinds.begins(text, start)) < end:
        start = behind
    return start


def _in_trade(name: str) -> bool:
    """Whether firms are those of a trade by the word before them: it is one of the list, or ends as trades or goods do."""
    plain = name in words("industries", "no_firms_alone") or modifiers("industries", "firm_kinds").covers(
        name
    )
    if plain or name[0] in "及和与":
        return False
    if goes_by_itself(name):
        return True
    if not names_trade(name) or acts(name):
        return False
    return is_listed(name) or like_trade(name) or (len(name) > _SHORTEST and like_goods(name))


@once
def _quoted_pattern() -> re.Pattern[str]:
    tails, ranks = listed("industries", "not_heads"), listed("industries", "series")
    return re.compile(
        rf"“([一-龥]{{2,8}})”{ranks}{{0,2}}(?!{tails})(?:产业|行业)(?!群|{listed('industries', 'tails')})"
    )


def _quoted(text: str) -> list[Span]:
    """The trades that are quoted for a made-up name (“大车配”产业)."""
    return [
        Span("industry", *match.span(1), canonical_of(match[1], match[1] + "产业"), None, "marks")
        for match in _quoted_pattern().finditer(text)
        if names_trade(match[1])
        and not _COUNT.fullmatch(match[1])
        and not acts(match[1])
        and not match[1].endswith(words("industries", "not_trades"))
    ]


@once
def _beside_pattern() -> re.Pattern[str]:
    item = rf"[一-龥A-Z]{{2,{_LONGEST}}}"
    return re.compile(
        rf"(?P<run>{item}(?:、{item}){{1,11}})(?P<last>、[一-龥]{{2,8}}?|[和与及][一-龥]{{2,8}}?)(?:行业|产业)(?![一-龥]?[园区基平])"
    )


def _may_be_trade(name: str) -> bool:
    """Whether an item may name a trade, and nothing that is done to one (新兴产业规模化)."""
    told = name.endswith("化") or any(noun in name for noun in words("industries", "heads"))
    return _SHORTEST <= len(name) <= _LONGEST and names_trade(name) and not acts(name) and not told


@once
def _nouns() -> re.Pattern[str]:
    """A trade of the list that is named as such by itself (竹木产业、|…)."""
    return re.compile(rf"{listed('industries', 'heads')}、")


def _beside(text: str) -> list[Span]:
    """The items of a list before the trade that closes it (电器、鞋革、眼镜|行业), if most of them are trades."""
    spans: list[Span] = []
    for match in _beside_pattern().finditer(text):
        at, low = match.start("run"), match.end("run")
        whole = max((found.end() for found in _nouns().finditer(text, at, low)), default=at)
        first = max(whole, trade_start(text, whole + len(text[whole:low].split("、")[0])))
        items, begin = [], first
        for item in text[first:low].split("、"):
            items.append((begin, begin + len(item)))
            begin += len(item) + 1
        names = [text[start:end] for start, end in items]
        if not all(map(_may_be_trade, names)):
            continue
        sure = sum(is_listed(name) or like_trade(name) for name in names)
        if 100 * sure >= _HALF * len(names):
            spans += [
                Span("industry", start, end, canonical_of(text[start:end]), None, "series")
                for start, end in items
            ]
    return spans

"""Industries: the trades of the list, and what the nouns for trades make one of."""

from __future__ import annotations

import re

from shanqu.extract.products import like_goods
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.trade_called import find_called_trades
from shanqu.extract.trade_edges import canonical_of, is_listed, names_trade, trade_start
from shanqu.extract.trade_firms import find_trades_of_firms
from shanqu.extract.trade_lists import find_listed_trades
from shanqu.extract.vocabulary import Lexicon, lexicon, listed, modifiers, occurrences
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

_LONGEST = 12
# What only ranks a trade: 传统|红芽芋种植产业.
_PLAIN = re.compile("(?:传统|支柱|主导|国家级|省级|市级|县级)(?=...)")


def find_industries(text: str) -> list[Span]:
    """The trades that nouns such as 产业 and 加工业 make of the words before them. The list's own are `listed`."""
    found = [_trade(text, start, end) for start, end in _heads().find(text)]
    found += [_trade(text, start, start + 2, True) for start, _ in _aspects().find(text)]
    found += [_kind(text, start, end) for start, end in _suffixes().find(text)]
    found += [_in_short(text, at + 1) for at in occurrences(text, "业")]
    spans = [span for span in found if span is not None]
    return [
        *spans,
        *find_listed_trades(text),
        *_in_figures(text),
        *find_trades_of_firms(text),
        *find_called_trades(text),
    ]


@once
def _heads() -> Lexicon:
    nouns = words("industries", "heads")
    chains = [nouns[0] + chain for chain in words("industries", "chains")]
    whole = [lead + noun for lead in words("industries", "prefix") for noun in (*nouns, *chains)]
    return Lexicon([*nouns, *chains, *whole], words("industries", "not_heads"))


@once
def _aspects() -> Lexicon:
    """What is said of a trade (产业升级, 行业标准): before such a noun only words that surely name a trade do."""
    nouns = words("industries", "heads")
    return Lexicon(noun + aspect for noun in nouns for aspect in words("industries", "aspects"))


@once
def _suffixes() -> Lexicon:
    return Lexicon(words("industries", "suffixes"))


def _trade(text: str, head: int, end: int, surely: bool = False) -> Span | None:
    """The trade in front of 产业 or 行业 at `[head, end)`; `surely`: only one that the lists know, or one of goods that they know."""
    start = trade_start(text, head)
    plain = _PLAIN.match(text, start, head)
    start = plain.end() if plain else start
    core = text[start:head]
    if not 2 <= len(core) <= _LONGEST or core.endswith(words("industries", "heads")) or "”" in core:
        return None
    if surely and not _surely_trade(core):
        return None
    generic = modifiers("industries", "generic").covers(core)
    parts = pieces(core)
    if (
        generic
        or is_verb(parts[0])
        or {"占", "居"} & set(parts)
        or core.endswith(words("industries", "not_trades"))
    ):
        return None
    return Span("industry", start, end, canonical_of(core, core + "产业"), None, "suffix")


def _surely_trade(core: str) -> bool:
    """Whether the word before a trade's noun is one that the lists know, goods, or such with goods of one character before it (石|文化)."""
    one = core[:1] in words("industries", "of_one") and is_listed(core[1:])
    return one or is_listed(core) or like_goods(core)


def _kind(text: str, head: int, end: int) -> Span | None:
    """The trade whose noun (加工业, 种植业) tells its kind and whose goods stand before."""
    start = trade_start(text, head)
    start = _behind(lexicon("industries", "suffix_generic"), text, start)
    if text.startswith(words("industries", "behind_trades"), end):
        return None  # 深加工业|务
    if not 2 <= head - start <= _LONGEST:
        return None
    name = text[start:end]
    return Span("industry", start, end, canonical_of(name), None, "kind")


@once
def _short() -> Lexicon:
    """Goods, and what is listed as X产业, before 业: 饰品, 纽扣."""
    cores = [form.removesuffix("产业") for form in industries() if form.endswith("产业")]
    other = tuple(words("industries", "other_work"))
    named = {core for core in (*cores, *words("products", "names")) if not core.endswith(other)}
    return Lexicon(core for core in named if len(core) > 1)


def _in_short(text: str, end: int) -> Span | None:
    """The trade that is called by its goods and 业, which ends at `end`."""
    start = _short().ends(text, end - 1)
    if start == end - 1 or text.startswith(
        (*words("industries", "behind_trades"), *words("industries", "firms_behind")), end
    ):
        return None
    name = text[start:end]
    return Span("industry", start, end, canonical_of(name, f"{text[start : end - 1]}产业"), None, "kind")


def _behind(describing: Lexicon, text: str, start: int) -> int:
    """Where the words end that describe, from `start` on."""
    while (end := describing.begins(text, start)) > start:
        start = end
    return start


@once
def _figures_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[,，。;；、:：\n]))[一-龥]{{1,9}}业(?={listed('industries', 'figures')}|\d)"
    )


def _in_figures(text: str) -> list[Span]:
    """The trades of which statistics give figures, at the head of a clause: 电动工具业226.8亿元."""
    spans = []
    for match in _figures_pattern().finditer(text):
        start = trade_start(text, match.end() - 1)
        name = text[start : match.end()]
        plain = name.endswith(words("industries", "not_kinds")) or len(name) < 2
        if start == match.start() and not plain and names_trade(name):
            spans.append(Span("industry", start, match.end(), canonical_of(name), None, "figures"))
    return spans

"""Industries: the trades of the list, and what the nouns for trades make one of."""

from __future__ import annotations

import re

from shanqu.extract.edges import begins_with_place, left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

_LONGEST = 10
# A list of trades, up to the word that calls them so.
_RUN = re.compile(r"[一-龥A-Z、]{2,}\Z")
_RUN_LONGEST = 80
# One trade ends, another begins: 金属制品业和|化工业.
_TWO = re.compile("业[和与及、]")


def find_industries(text: str) -> list[Span]:
    """The trades that nouns such as 产业 and 加工业 make of the words before them. The list's own are `listed`."""
    found = [_trade(text, start, end) for start, end in _heads().find(text)]
    found += [_kind(text, start, end) for start, end in _suffixes().find(text)]
    return [span for span in found if span is not None] + _series(text)


@once
def _heads() -> Lexicon:
    nouns = words("industries", "heads")
    chains = [nouns[0] + chain for chain in words("industries", "chains")]
    whole = [lead + noun for lead in words("industries", "prefix") for noun in (*nouns, *chains)]
    return Lexicon([*nouns, *chains, *whole], words("industries", "not_heads"))


@once
def _suffixes() -> Lexicon:
    return Lexicon(words("industries", "suffixes"))


@once
def _leads() -> frozenset[str]:
    return frozenset(words("edges", "industry_leads"))


def _trade(text: str, head: int, end: int) -> Span | None:
    """The trade in front of 产业 or 行业 at `[head, end)`."""
    start = _start(text, head)
    core = text[start:head]
    if not 2 <= len(core) <= _LONGEST or core.endswith(words("industries", "heads")) or "”" in core:
        return None
    generic = modifiers("industries", "generic").covers(core)
    if generic or is_verb(pieces(core)[0]) or core.endswith(words("industries", "not_trades")):
        return None
    known = industries()
    canonical = known.get(core) or known.get(core + "产业") or core + "产业"
    return Span("industry", start, end, canonical, None, "suffix")


def _kind(text: str, head: int, end: int) -> Span | None:
    """The trade whose noun (加工业, 种植业) tells its kind and whose goods stand before."""
    start = _start(text, head)
    start = _behind(lexicon("industries", "suffix_generic"), text, start)
    if not 2 <= head - start <= _LONGEST:
        return None
    name = text[start:end]
    return Span("industry", start, end, industries().get(name, name), None, "kind")


def _start(text: str, head: int) -> int:
    """Where the trade's name begins: behind the place whose trade it is."""
    start = left_edge(text, head, least=1, extra=_leads())
    start = max((found.end() for found in _TWO.finditer(text, start, head)), default=start)
    if text[start] in "县市区" and text[:start].endswith(("我", "全", "该", "本")):
        start += 1
    start = _behind(lexicon("industries", "outer"), text, start)
    if begins_with_place(text, start, head):
        entries = place_scanner().entries
        lengths = range(2, min(9, head - start) + 1)
        start += max(length for length in lengths if text[start : start + length] in entries)
    return start


def _behind(describing: Lexicon, text: str, start: int) -> int:
    """Where the words end that describe, from `start` on."""
    while (end := describing.begins(text, start)) > start:
        start = end
    return start


@once
def _series_end() -> re.Pattern[str]:
    """What ends a list of trades by calling them so: (机械、纺织和食品)等五大主导产业."""
    generic, many = listed("industries", "series"), "[一二三四五六七八九十两\\d]"
    tails = listed("industries", "tails")
    return re.compile(
        rf"(?:等{many}{{0,2}}大?{generic}{{0,3}}|{many}{{1,2}}大{generic}{{0,3}}|{generic}{{1,3}}(?<!的))(?:产业|行业)(?!{tails})"
    )


def _series(text: str) -> list[Span]:
    """The items of a list that ends by calling them industries."""
    spans = []
    for match in _series_end().finditer(text):
        run = _RUN.search(text, max(0, match.start() - _RUN_LONGEST), match.start())
        items = re.split(r"([、和及与])", run.group()) if run else []
        at = match.start()
        for index in range(len(items) - 1, -1, -2 if len(items) > 1 else -1):
            start = at - len(items[index])
            begin = _start(text, at) if index == 0 and len(items) > 1 else start
            name = text[max(begin, start) : at]
            if len(items) > 1 and 2 <= len(name) <= 8 and _names_trade(name):
                known = industries()
                canonical = known.get(name) or known.get(name + "产业") or name
                spans.append(Span("industry", at - len(name), at, canonical, None, "series"))
            at = start - 1
    return spans


def _names_trade(name: str) -> bool:
    """Whether an item of a list may name a trade: neither a place, nor words of rank, nor what governs the list."""
    parts = pieces(name)
    verb = is_verb(parts[0]) and parts[0] not in words("edges", "name_verbs")
    generic = modifiers("industries", "generic").covers(name) or modifiers("industries", "series").covers(
        name
    )
    governed = any(
        part in words("edges", "words") and part not in words("edges", "nounish") for part in parts
    )
    pointing = name.endswith(("这", "该", "的", "了"))
    return not (verb or generic or governed or pointing) and name not in place_scanner().entries

"""Where the name of a trade begins, which trade of the list it calls, and what may name one."""

from __future__ import annotations

import re

from shanqu.extract.edges import left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency, is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# The first part of a trade's name in front of 及.
_PART = 6
# The short names of most towns have so many characters.
_TOWN = 2
# One trade ends, another begins: 金属制品业和|化工业.
_TWO = re.compile("业[和与及、]")


def canonical_of(name: str, unknown: str | None = None) -> str:
    """The trade of the list that `name` calls, as it stands, with its noun or without the work (铅笔|制造); else `unknown`,
    by default the name itself."""
    known = industries()
    goods = name[: lexicon("industries", "work").ends(name)]
    return known.get(name) or known.get(name + "产业") or known.get(goods + "产业") or unknown or name


def trade_start(text: str, head: int) -> int:
    """Where the trade's name begins: behind the place whose trade it is and what leads up to it."""
    start = _alone(text, head)
    if text[start - 1 : start] != "及" or start == head:
        return start
    # One trade of two kinds of goods (汽车及零部件产业), unless a list of trades ends here.
    first = _alone(text, start - 1)
    kind = text[first : start - 1]
    one = 2 <= len(kind) <= _PART and "业" not in kind and text[first - 1 : first] not in ("、", "和", "与")
    plain = kind in place_scanner().entries or modifiers("industries", "generic").covers(text[start:head])
    return first if one and not plain and not is_verb(pieces(kind)[0]) else start


def _alone(text: str, head: int) -> int:
    """The same for a single word of kind."""
    start = left_edge(text, head, least=1, extra=_leads())
    start = max((found.end() for found in _TWO.finditer(text, start, head)), default=start)
    if text.startswith(("做精", "做大", "做强", "做优"), start - 1):
        start += 1
    while start < head and (end := _led_up(text, start, head)) > start:
        start = end
    return start


@once
def _leads() -> frozenset[str]:
    return frozenset(words("edges", "industry_leads"))


@once
def _before() -> re.Pattern[str]:
    """What stands before a trade and is no part of its name: marks, words of reach and time, the county and the town."""
    time = r"(?:\d{4}|[今去前当])年度?|前?[一二三四五六七八九十\d]+(?:季度|月份?末?)|[上下]半年|[年月]末"
    town = r"[一-龥]{2,3}(?:镇|乡(?!村)|街道)(?=..)"
    return re.compile(
        rf"[^一-龥A-Za-z0-9]|{listed('industries', 'outer')}|{time}|[我全该本]?[省市县区](?!域)|{town}"
    )


def _led_up(text: str, start: int, head: int) -> int:
    """The end of a word that leads up to a trade and begins at `start`; `start` if there is none."""
    entries = place_scanner().entries
    places = [n for n in range(2, min(9, head - start) + 1) if text[start : start + n] in entries]
    if places:
        return start + max(places)
    if head - start >= _TOWN and _is_town(text, text[start : start + _TOWN]):
        return start + _TOWN
    found = _before().match(text, start, head)
    return found.end() if found else start


def _is_town(text: str, name: str) -> bool:
    """Whether the text speaks of a town that is called so in short, and nothing else is."""
    return any(name + kind in text for kind in ("镇", "乡", "街道")) and not frequency(name)


def acts(name: str) -> bool:
    """Whether an item says what is done, and no kind of work."""
    return any(is_verb(part) and part not in words("edges", "name_verbs") for part in pieces(name))


def names_trade(name: str) -> bool:
    """Whether an item of a list may name a trade: neither a place, nor words of rank, nor what governs the list."""
    parts = pieces(name)
    if not parts:
        return False
    verb = is_verb(parts[0]) and parts[0] not in words("edges", "name_verbs")
    generic = modifiers("industries", "generic").covers(name) or modifiers("industries", "series").covers(
        name
    )
    governed = any(
        part in words("edges", "words") and part not in words("edges", "nounish") for part in parts
    )
    pointing = name.endswith(("这", "该", "了", *words("industries", "not_trades"))) or {"的", "为"} & set(
        name
    )
    return not (verb or generic or governed or pointing) and name not in place_scanner().entries

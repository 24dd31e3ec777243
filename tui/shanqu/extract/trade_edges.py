"""Where the name of a trade begins, which trade of the list it calls, and what may name one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shanqu.extract.edges import left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency, is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import Lexicon, lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# The first part of a trade's name in front of 及.
_PART = 6
# A trade that is named behind another place has so many characters at least.
_CORE = 2
# The short names of most towns have so many characters.
_TOWN = 2
# Behind a trade that is named in full another goes on in its list: 锂电产业、|陶瓷及建材产业.
_WHOLE = ("产业、", "行业、")
# One trade ends, another begins: 金属制品业和|化工业.
_TWO = re.compile("业[和与及、]")


def canonical_of(name: str, unknown: str | None = None) -> str:
    """The trade of the list that `name` calls, as it stands, with its noun or without the work (铅笔|制造); else `unknown`,
    by default the name with the noun that makes a trade of it: one name whether a list names it or a sentence."""
    return next(filter(None, map(_listed, _shorter(name))), None) or unknown or _with_noun(name)


def only_ranked(name: str) -> bool:
    """Whether nothing but words of rank and kind stand before the noun for trades: 优质|高端|产业."""
    core = name[: _nouns().ends(name)]
    return core != name and modifiers("industries", "generic").covers(core)


def _with_noun(name: str) -> str:
    """An unknown trade's name with the noun for trades, but for those that tell by their ends to be trades."""
    core = name[: _nouns().ends(name)]
    whole = core.endswith((*words("industries", "whole_ends"), *words("industries", "work")))
    return core if whole else core + words("industries", "heads")[0]


def is_listed(name: str) -> bool:
    """Whether the list has a trade that a name calls."""
    return any(map(_listed, _shorter(name)))


def _listed(name: str) -> str | None:
    """The trade of the list that a name calls; None where it has none such."""
    known = industries()
    goods = name[: lexicon("industries", "work").ends(name)]
    bare = name.removesuffix("业")
    called = (name, name + "产业", name + "业", goods + "产业", bare + "产业")
    return next(filter(None, map(known.get, called)), None)


def _shorter(name: str) -> Iterator[str]:
    """A trade's name, then without its noun and step by step without the words of rank and quality around it (现代|白茶,
    五金|区域特色): one county's trade is to be counted with another's."""
    yield name
    qualities = lexicon("industries", "qualities")
    end = _nouns().ends(name)
    yield name[:end]
    while 0 < (shorter := qualities.ends(name, end)) < end:
        end = shorter
        yield name[:end]
    start = 0
    while start < (behind := qualities.begins(name, start)) < end:
        start = behind
        yield name[start:end]


@once
def _nouns() -> Lexicon:
    """The nouns for trades, which no canonical name needs (产业, 行业, 产业链)."""
    heads = words("industries", "heads")
    return Lexicon([*heads, *(heads[0] + chain for chain in words("industries", "chains"))])


def trade_start(text: str, head: int) -> int:
    """Where the trade's name begins: behind the place whose trade it is and what leads up to it."""
    start = _alone(text, head)
    if text[start - 1 : start] != "及" or start == head:
        return start
    # One trade of two kinds of goods (汽车及零部件产业), unless a list of trades ends here.
    first = _alone(text, start - 1)
    kind = text[first : start - 1]
    behind_whole = text.endswith(_WHOLE, 0, first) and text.startswith(_WHOLE, head)
    joined = text[first - 1 : first] in ("、", "和", "与") and not behind_whole
    one = 2 - behind_whole <= len(kind) <= _PART and "业" not in kind and not joined
    plain = kind in place_scanner().entries or modifiers("industries", "generic").covers(text[start:head])
    return first if one and not plain and not is_verb(pieces(kind)[0]) else start


def _alone(text: str, head: int) -> int:
    """The same for a single word of kind."""
    start = left_edge(text, head, least=1, extra=_leads())
    start = max((found.end() for found in _TWO.finditer(text, start, head)), default=start)
    if text.startswith(("做精", "做大", "做强", "做优", "做实", "做深", "做细"), start - 1):
        start += 1
    while start < head and (end := _led_up(text, start, head)) > start:
        start = end
    return _behind_inner_place(text, start, head)


def _behind_inner_place(text: str, start: int, head: int) -> int:
    """Where a trade begins whose place stands behind whom it is told of (某某网|诸暨|袜业), or is one of the counties elsewhere,
    which are not looked for by their short names (邵东|打火机): if what is left is a trade or goods of the lists."""
    entries = place_scanner().entries
    for at in range(start, head - _CORE - 1):
        for size in (3, 2):
            end = at + size
            county = entries.get(text[at:end])
            inner = county is not None and county.code is not None and at > start + 1
            if (inner or (at == start and _is_county(text[at:end]))) and goes_by_itself(text[end:head]):
                return end
    return start


def _is_county(name: str) -> bool:
    """Whether a name is the short one of a county elsewhere."""
    entries = place_scanner().entries
    return name not in entries and any(name + level in entries for level in "县市区")


def goes_by_itself(name: str) -> bool:
    """Whether a name alone is that of a trade or goods of the lists."""
    return len(name) >= _CORE and (_listed(name) is not None or name in words("products", "names"))


@once
def _leads() -> frozenset[str]:
    return frozenset(words("edges", "industry_leads"))


@once
def _before() -> re.Pattern[str]:
    """What stands before a trade and is no part of its name: marks, words of reach and time, the county and the town."""
    time = r"近[一二三四五六七八九十几两\d]+年来?|(?:\d{4}|[今去前当])年度?|前?[一二三四五六七八九十\d]+(?:季度|月份?末?)|[上下]半年|[年月]末"
    town = r"[一-龥]{2,3}(?:镇|乡(?!村)|街道)(?=..)"
    return re.compile(
        rf"[^一-龥A-Za-z0-9]|{listed('industries', 'outer')}|{time}|[一二三四五六七八九十两\d]{{1,2}}大(?=[一-龥]{{2}})|[我全该本]?[省市县区](?!域)|{town}"
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
    pointing = name.endswith(("这", "该", "了", "号", *words("industries", "not_trades"))) or {
        "的",
        "为",
    } & set(name)
    return not (verb or generic or governed or pointing) and name not in place_scanner().entries

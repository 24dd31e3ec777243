"""Industries: the trades of the list, and what the nouns for trades make one of."""

from __future__ import annotations

import re

from shanqu.extract.edges import left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency, is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

_LONGEST = 12
# The first part of a trade's name in front of 及.
_PART = 6
# A list of trades, up to the word that calls them so.
_RUN = re.compile(r"[一-龥A-Z、]{2,}\Z")
_RUN_LONGEST = 80
# So many trades of the place that is named behind.
_COUNTED = re.compile(r"[一二三四五六七八九十两\d]{1,2}大")
# The short names of most towns have so many characters.
_TOWN = 2
# So many characters may be any word.
_WORD = 2
# One trade ends, another begins: 金属制品业和|化工业.
_TWO = re.compile("业[和与及、]")


def find_industries(text: str) -> list[Span]:
    """The trades that nouns such as 产业 and 加工业 make of the words before them. The list's own are `listed`."""
    found = [_trade(text, start, end) for start, end in _heads().find(text)]
    found += [_trade(text, start, start + 2, True) for start, _ in _aspects().find(text)]
    found += [_kind(text, start, end) for start, end in _suffixes().find(text)]
    return [span for span in found if span is not None] + _series(text) + _led(text) + _in_figures(text)


def canonical_of(name: str, unknown: str | None = None) -> str:
    """The trade of the list that `name` calls, as it stands, with its noun or without the work (铅笔|制造); else `unknown`,
    by default the name itself."""
    known = industries()
    goods = name[: lexicon("industries", "work").ends(name)]
    return known.get(name) or known.get(name + "产业") or known.get(goods + "产业") or unknown or name


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


@once
def _leads() -> frozenset[str]:
    return frozenset(words("edges", "industry_leads"))


def _trade(text: str, head: int, end: int, surely: bool = False) -> Span | None:
    """The trade in front of 产业 or 行业 at `[head, end)`; `surely`: only one that the lists know, or one of goods that they know."""
    start = _start(text, head)
    core = text[start:head]
    if not 2 <= len(core) <= _LONGEST or core.endswith(words("industries", "heads")) or "”" in core:
        return None
    if surely and core not in industries() and lexicon("products", "names").ends(core) == len(core):
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


def _kind(text: str, head: int, end: int) -> Span | None:
    """The trade whose noun (加工业, 种植业) tells its kind and whose goods stand before."""
    start = _start(text, head)
    start = _behind(lexicon("industries", "suffix_generic"), text, start)
    if not 2 <= head - start <= _LONGEST:
        return None
    name = text[start:end]
    return Span("industry", start, end, canonical_of(name), None, "kind")


def _start(text: str, head: int) -> int:
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


def _behind(describing: Lexicon, text: str, start: int) -> int:
    """Where the words end that describe, from `start` on."""
    while (end := describing.begins(text, start)) > start:
        start = end
    return start


@once
def _series_end() -> re.Pattern[str]:
    """What ends a list of trades by calling them so: (机械、纺织和食品)等五大主导产业."""
    generic, many = listed("industries", "series"), "[一二三四五六七八九十两\\d]"
    size = rf"(?:{many}?[十百千万]{{0,2}}亿[级元]?)?"
    # Whatever a counted list calls itself, it is one: 等五大|富民强市|产业.
    called = r"(?P<called>(?<=大)(?:(?![的和与及])[一-龥]){1,6}?)"
    counted = rf"等(?:一系列|一批|多个)?{many}{{0,2}}大?{size}(?:{generic}{{0,3}}|{called})"
    ranked = rf"{many}{{1,2}}[大个]{size}{generic}{{0,3}}|{generic}{{1,3}}(?<!的)"
    tails = f"(?!{listed('industries', 'tails')}|[和与及][一-龥]{{1,6}}领域)(?(loose)(?!{listed('industries', 'loose_tails')}))(?(called)(?!{listed('industries', 'loose_tails')}))"
    return re.compile(
        rf"(?:(?:{counted}|(?P<loose>{ranked}))(?:产业|行业)|等{many}{{0,2}}[条个大]?{generic}{{0,2}}赛道|等“?一县一业”?){tails}"
    )


def _series(text: str) -> list[Span]:
    """The items of a list that ends by calling them industries."""
    spans = []
    for match in _series_end().finditer(text):
        # The list itself may be quoted: “机械、纺织”三大产业.
        end = match.start() - text.startswith("”", match.start() - 1)
        run = _RUN.search(text, max(0, end - _RUN_LONGEST), end)
        if run and run.group().endswith("、"):  # 传统产业 is an item of its own
            continue
        tail = len(run.group()) - len(run.group().removesuffix("为")) if run else 0
        items = re.split(r"(以及|[、和及与])", run.group().removesuffix("为")) if run else []
        at = end - tail
        for index in range(len(items) - 1, -1, -2 if len(items) > 1 else -1):
            start = at - len(items[index])
            begin = _start(text, at) if index == 0 and len(items) > 1 else _behind_place(text, start, at)
            at = max(begin, start) + _before_count(text[max(begin, start) : at])
            name = text[max(begin, start) : at]
            if len(items) > 1 and 2 <= len(name) <= 8 and _names_trade(name):
                spans.append(Span("industry", at - len(name), at, canonical_of(name), None, "series"))
            at = start - (len(items[index - 1]) if index else 0)
    return spans


def _behind_place(text: str, start: int, end: int) -> int:
    """Where the trade of a place begins (天台|汽车零部件); `start` where no place leads the item."""
    lengths = range(min(9, end - start - 2), 1, -1)
    return next((start + n for n in lengths if text[start : start + n] in place_scanner().entries), start)


def _before_count(name: str) -> int:
    """Where the words of number and place behind the last trade of a list begin (水暖阀门|两大玉环)."""
    counted = _COUNTED.search(name)
    return counted.start() if counted and name[counted.end() :] in place_scanner().entries else len(name)


@once
def _led_pattern() -> re.Pattern[str]:
    """A list of trades behind a word that leads up to it, or a single one behind a colon: 主导产业:产业用布."""
    item, many = r"[一-龥A-Z]{2,9}?", "[一二三四五六七八九十两\\d]{1,2}大"
    behind = rf"(?={listed('industries', 'led_ends')}|{many}|[,，。;；)）\n]|$)"
    return re.compile(
        rf"(?P<lead>{listed('industries', 'leads')})(?:了|以)?(?P<run>{item}(?:[、和及与]{item})*){behind}"
        rf"|(?P<weak>{listed('industries', 'weak_leads')})以?(?P<loose>{item}(?:[、和及与]{item})+){behind}"
    )


def _led(text: str) -> list[Span]:
    """The items of a list that a word leads up to: 重点发展某某、某某和某某."""
    spans = []
    known = industries()
    for match in _led_pattern().finditer(text):
        group = "run" if match["run"] else "loose"
        items = re.split(r"([、和及与])", match[group])
        names = [name for name in items[::2] if name]  # a list may end with its comma
        sure = group == "run" and (len(names) > 1 or match["lead"].endswith(tuple(":：(（")))
        listed_ones = [name for name in names if name in known or name + "产业" in known]
        if not (sure or listed_ones) or not all(_names_trade(name) and not _acts(name) for name in names):
            continue
        if group == "loose" and 2 * len(listed_ones) < len(names):
            continue
        at = match.start(group)
        for item in items:
            if len(item) > 1 and (sure or len(item) > _WORD or item in listed_ones):
                spans.append(Span("industry", at, at + len(item), canonical_of(item), None, "led"))
            at += len(item)
    return spans


@once
def _figures_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[,，。;；、:：\n]))[一-龥]{{1,9}}业(?={listed('industries', 'figures')}|\d)"
    )


def _in_figures(text: str) -> list[Span]:
    """The trades of which statistics give figures, at the head of a clause: 电动工具业226.8亿元."""
    spans = []
    for match in _figures_pattern().finditer(text):
        start = _start(text, match.end() - 1)
        name = text[start : match.end()]
        plain = name.endswith(words("industries", "not_kinds")) or len(name) < 2
        if start == match.start() and not plain and _names_trade(name):
            spans.append(Span("industry", start, match.end(), canonical_of(name), None, "figures"))
    return spans


def _acts(name: str) -> bool:
    """Whether an item says what is done, and no kind of work."""
    return any(is_verb(part) and part not in words("edges", "name_verbs") for part in pieces(name))


def _names_trade(name: str) -> bool:
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

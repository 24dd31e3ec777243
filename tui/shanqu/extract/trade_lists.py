"""Trades that lists name: those that end by calling their items so, and those behind a word that leads up to trades."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.numbers import parse_number
from shanqu.extract.span import Span
from shanqu.extract.trade_edges import acts, canonical_of, goes_by_itself, is_listed, names_trade, trade_start
from shanqu.extract.vocabulary import Lexicon, any_of, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

# A list of trades, up to the word that calls them so.
_RUN = re.compile(r"(?:[一-龥A-Z、]|[3-6]G|3D){2,}\Z")
_RUN_LONGEST = 80
# Another list ends in front of one: 食品、纺织两大行业及|包装、物流等产业.
_LIST_BEFORE = re.compile(r"[一二三四五六七八九十两\d][大个条类][一-龥]{0,6}(?:产业|行业|集群)[和与及、]")
# Whose trade a list's item is: 以某某公司为龙头的|食品加工.
_WHOSE = re.compile(r"以[一-龥A-Z]{2,24}为(?:龙头|代表|骨干|主体|引领|支撑|依托)的")
# What calls the items of a list trades: 把甲、乙|作为|富民产业.
_NAMED_SO = re.compile("等?(?:[已正]|逐[步渐])?[作成]?为$|等?(?:[已正]|逐[步渐])成$")
# So many trades of the place that is named behind.
_COUNTED = re.compile(r"[一二三四五六七八九十两\d]{1,2}大")
_NUMBER = re.compile(r"[一二三四五六七八九十两\d]+(?=[大个条])")
# How big a list's item is told to become: 五十亿级|汽车空调.
_SIZE = re.compile(r"^(?:[一二三四五六七八九十两百千万\d]+亿[级元]{0,2}|[十百千万]亿[级元]{0,2}的?)(?=..)")
_LONGEST = 10
# Firms, whose list may be called by their trade: 等产业链上下游|企业.
_FIRMS = re.compile("[链]?(?:上下游|配套|骨干|重点|知名)*(?:企业|公司)")
# So many characters may be any word.
_WORD = 2
# What a verb has behind it that leads up to a list: 培育|出了|食用菌、…, but 发展|出版、….
_DONE = "了|出了|起了|出(?![版口行租])|起(?!重)"


def find_listed_trades(text: str) -> list[Span]:
    """The items of the lists of trades in `text`."""
    return _series(text) + _fields(text) + _led(text)


@once
def _series_end() -> re.Pattern[str]:
    """What ends a list of trades by calling them so: (机械、纺织和食品)等五大主导产业."""
    generic, many = listed("industries", "series"), "[一二三四五六七八九十两\\d]"
    ranks = any_of((*words("industries", "series"), *words("industries", "series_more")))
    size = rf"(?:{many}?[十百千万]{{0,2}}亿[级元]?)?"
    # Whatever a counted list calls itself, it is one: 等五大|富民强市|产业.
    called = r"(?P<called>(?<=大)(?:(?![的和与及])[一-龥]){1,6}?)"
    counted = rf"等(?:一系列|一批|多个)?{many}{{0,2}}[大个类条块]?{size}(?:{ranks}{{0,3}}|{called})"
    ranked = rf"“?{many}{{1,2}}[大个块]{size}{generic}{{0,3}}|{generic}{{1,3}}(?<!的)"
    tails = f"(?!{listed('industries', 'tails')}|{listed('industries', 'firm_tails')}|[和与及][一-龥]{{1,6}}领域)(?(loose)(?!{listed('industries', 'loose_tails')}))(?(called)(?!{listed('industries', 'loose_tails')}))"
    return re.compile(
        rf"(?:(?:{counted}|(?P<loose>{ranked}))(?:产业|行业)|等{many}{{0,2}}[条个大]?{generic}{{0,2}}赛道|等{many}{{0,2}}[大个]?{generic}{{0,2}}块状(?:特色)?经济|等“?一县一业”?){tails}"
    )


def _series(text: str) -> list[Span]:
    """The items of a list that ends by calling them industries."""
    spans = []
    for match in _series_end().finditer(text):
        # The list itself may be quoted: “机械、纺织”三大产业.
        end = match.start() - text.startswith("”", match.start() - 1)
        run = _run(text, end)
        if run and run.group().endswith("、"):  # 传统产业 is an item of its own
            continue
        listing = _NAMED_SO.sub("", run.group()) if run else ""
        tail = len(run.group()) - len(listing) if run else 0
        items = _parted(listing, match.group()) if run else []
        if _FIRMS.match(text, match.end()) and not any(like_trade(item) for item in items):
            continue
        at = end - tail
        for index in range(len(items) - 1, -1, -2 if len(items) > 1 else -1):
            start = at - len(items[index])
            begin = trade_start(text, at) if index == 0 else _behind_place(text, start, at)
            begin = max((found.end() for found in _WHOSE.finditer(text, start, at)), default=begin)
            at = max(begin, start) + _before_count(text[max(begin, start) : at])
            name = behind_verb(_SIZE.sub("", text[max(begin, start) : at]))
            sure = len(items) > 1 or (text.startswith("等", end) and goes_by_itself(name))
            if sure and 2 <= len(name) <= _LONGEST and names_trade(name):
                spans.append(Span("industry", at - len(name), at, canonical_of(name), None, "series"))
            at = start - (len(items[index - 1]) if index else 0)
    return spans


def _run(text: str, end: int) -> re.Match[str] | None:
    """The list that ends at `end`, without another before it."""
    low = max(0, end - _RUN_LONGEST)
    before = max((found.end() for found in _LIST_BEFORE.finditer(text, low, end)), default=low)
    return _RUN.search(text, before, end)


def behind_verb(name: str) -> str:
    """An item without the verb that leads up to it and those behind (布局和|发展|某某、某某), if a trade is left."""
    rest = name[lexicon("edges", "industry_leads").begins(name) :]
    return rest if rest != name and like_trade(rest) else name


def _parted(run: str, called: str) -> list[str]:
    """The items of a list and between them what joins them: as many as the words behind it count, if it can be parted so
    (石墨和石墨烯、林竹2大产业)."""
    told = _NUMBER.search(called)
    wanted = parse_number(told.group()) if told else None
    ways = ("(以及|[、和及与])", "(、)", "(、|以及|和)", "(、|以及|[和与])")
    parted = [re.split(way, run) for way in ways]
    return next((items for items in parted if (len(items) + 1) / 2 == wanted), parted[0])


def like_trade(name: str) -> bool:
    """Whether a name is that of a trade of the list or ends as trades do."""
    known = industries()
    return name in known or name + "产业" in known or _trade_ends().ends(name) < len(name) - 1


@once
def _trade_ends() -> Lexicon:
    return Lexicon(words("industries", "trade_ends"))


@once
def _fields_end() -> re.Pattern[str]:
    many = "[一二三四五六七八九十两多各\\d]"
    return re.compile(
        rf"(?:等{many}{{0,2}}[大个]?|{many}{{1,2}}[大个])(?:新兴|重点|主要|高新|细分)?(?:产业|行业|制造|业务)?{listed('industries', 'fields')}"
    )


def _fields(text: str) -> list[Span]:
    """The trades among the items of a list that ends by calling them fields, if most of them are such."""
    spans = []
    for match in _fields_end().finditer(text):
        run = _RUN.search(text, max(0, match.start() - _RUN_LONGEST), match.start())
        items = _parted(run.group(), match.group()) if run else []
        found: list[tuple[int, int]] = []
        at = match.start()
        for index in range(len(items) - 1, -1, -2):
            start = at - len(items[index])
            begin = max(trade_start(text, at), start) if index == 0 else start
            if like_trade(text[begin:at]) and names_trade(text[begin:at]):
                found.append((begin, at))
            at = start - (len(items[index - 1]) if index else 0)
        if len(items) > 1 and 4 * len(found) > len(items):
            spans += [
                Span("industry", start, end, canonical_of(text[start:end]), None, "series")
                for start, end in found
                if end - start <= _LONGEST
            ]
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
    item, many = r"[一-龥A-Z]{2,9}?", "[一二三四五六七八九十两\\d]{1,2}[大个类条块]"
    behind = (
        rf"(?!等?作?为[主拳][打头要导]产品)(?={listed('industries', 'led_ends')}|{many}|[,，。;；)）\n]|$)"
    )
    return re.compile(
        rf"(?P<lead>{listed('industries', 'leads')})(?:{_DONE}|以)?(?P<run>(?!{many}){item}(?:[、和及与]{item})*){behind}"
        rf"|(?P<weak>{listed('industries', 'weak_leads')})(?:{_DONE})?以?(?P<loose>{item}(?:[、和及与]{item})+){behind}"
    )


def _items_of(run: str) -> list[str]:
    """The items of a list and between them what joins them. Within one marked off by 、 a joiner parts no item (信息软件与服务外包),
    unless two trades of the lists stand around it."""
    items: list[str] = []
    parts = re.split("(、)", run)
    for index, part in enumerate(parts):
        halves = re.split("([和及与])", part)
        whole = len(parts) > 1 and index < len(parts) - 1 and not all(map(is_listed, halves[::2]))
        items += [part] if whole else halves
    return items


def _led(text: str) -> list[Span]:
    """The items of a list that a word leads up to: 重点发展某某、某某和某某."""
    spans = []
    for match in _led_pattern().finditer(text):
        group = "run" if match["run"] else "loose"
        items = _items_of(match[group])
        names = [name for name in items[::2] if name]  # a list may end with its comma
        sure = group == "run" and (len(names) > 1 or match["lead"].endswith(tuple(":：(（为")))
        listed_ones = [name for name in names if is_listed(name)]
        trades = [name for name in names if goes_by_itself(name) or (names_trade(name) and not acts(name))]
        if (
            names[-1].endswith("起家")
            or not (sure or listed_ones)
            or (len(trades) < len(names) and group == "run")
        ):
            continue
        if group == "loose" and 2 * len(listed_ones) < len(names):
            continue
        at = match.start(group)
        for item in items:
            if item in trades and (sure or len(item) > _WORD or item in listed_ones):
                name, end = behind_verb(_SIZE.sub("", item)), at + len(item)
                spans.append(Span("industry", end - len(name), end, canonical_of(name), None, "led"))
            at += len(item)
    return spans

"""What the lists of the gazetteer know: firms, bodies, trades, goods, programmes."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.edges import cut_off, run_before
from shanqu.extract.lexicon import Entry, name_scanner, place_scanner
from shanqu.extract.products import make_before
from shanqu.extract.segment import tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.trade_edges import canonical_of
from shanqu.extract.vocabulary import Lexicon, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Names of so few characters stand inside many longer words.
_SHORT = 2
# So much of the text before goods is read for the word that tells of their kind.
_KIND_SEEN = 8
# The names of goods are made of no more words behind the one that the lists know.
_PARTS = 3


def find_known(text: str) -> list[Span]:
    """The names of the lists in `text`; parks are left to `bodies`."""
    return [
        _whole(text, start, end, entry)
        for start, end, entry in name_scanner().all(text)
        if entry.kind != "park"
        and not _inside_word(text, end, entry.kind)
        and not (entry.kind == "industry" and _done(text, start, end))
        and not (entry.kind == "product" and end - start == _SHORT and cut_off(text, start, end + 2))
    ]


def _whole(text: str, start: int, end: int, entry: Entry) -> Span:
    """The name with the trade of a firm (舜宇光学|科技) and the make of goods (智能|变压器) taken along."""
    if entry.kind == "company":
        end = lexicon("companies", "tails").begins(text, end)
    elif entry.kind == "product" or _mere_goods(text, start, end):
        entry = replace(entry, kind="product", canonical=text[start:end], how="products")
        begin, last = _kind_before(text, make_before(text, start)), _processed(text, end)
        last = last if text[start:end] in words("products", "leads") else _made_of(text, last)
        if (begin, last) == (start, end):
            begin = _behind_home(text, start, end)
        if (begin, last) != (start, end):
            return _trade_in(text, begin, last) or Span(
                "product", begin, last, text[begin:last], None, "make"
            )
    elif entry.kind == "industry" and (wider := _wider(text, start, end)) != (start, end):
        name = text[slice(*wider)]
        return Span("industry", *wider, canonical_of(name), entry.code, "wider")
    return Span(entry.kind, start, end, entry.canonical, entry.code, entry.how)


def _trade_in(text: str, start: int, end: int) -> Span | None:
    """The trade in the goods at `[start, end)`, if its noun follows: 坚果炒货|产业."""
    behind = lexicon("industries", "heads").begins(text, end)
    if behind == end or _nouns().begins(text, end) > behind:
        return None
    goods = text[start:end]
    return Span("industry", start, behind, canonical_of(goods, f"{goods}产业"), None, "suffix")


@once
def _in_trade() -> re.Pattern[str]:
    """What follows goods where their trade is spoken of: 茶叶|企业, 茶叶|种植, 木玩|是当地的支柱产业."""
    return re.compile(
        rf"{listed('industries', 'goods_of_trade')}|(?:是|为|成为|作为)[^,，。;；]{{0,12}}(?:产业|行业)"
    )


def _mere_goods(text: str, start: int, end: int) -> bool:
    """Whether what the list of trades names (茶叶, 青瓷) is but the goods here."""
    return text[start:end] in words("industries", "goods_first") and not _in_trade().match(text, end)


def _behind_home(text: str, start: int, end: int) -> int:
    """Where the name of goods begins that are called by the county whose they are (常山|胡柚); `start` for others."""
    if text[start:end] not in words("products", "of_places"):
        return start
    entries = place_scanner().entries
    homes = (entries.get(text[start - size : start]) for size in (2, 3) if size <= start)
    return next(
        (start - len(home.canonical[:-1]) for home in homes if home and _is_short(text, start, home)), start
    )


def _is_short(text: str, end: int, home: Entry) -> bool:
    """Whether a county's short name ends at `end`."""
    return home.code is not None and text.endswith(home.canonical[:-1], 0, end)


def _processed(text: str, end: int) -> int:
    """The end of goods made of those that end at `end` (胡柚|汁)."""
    made = (
        text[end : end + 1] in words("products", "processed") and pieces(text[end : end + 4])[0] == text[end]
    )
    return end + made


def _made_of(text: str, end: int) -> int:
    """The end of goods for which those that end at `end` are but the stuff (碳纤维|骨架, 汽车空调|压缩机)."""
    more = [lexicon("products", "names"), lexicon("products", "ends")]
    for _ in range(_PARTS):
        behind = max(one.begins(text, end) for one in more)
        if behind < end + 2 or text.startswith("产品", end):
            break
        end = behind
    return end


def _kind_before(text: str, start: int) -> int:
    """Where the noun begins that tells of what kind the goods are (圆锥|滚子, 竹炭|牙膏); `start` if there is none."""
    low = run_before(text, start, _KIND_SEEN)
    before = pieces(text[low:start])
    word = before[-1] if before else ""
    noun = len(word) > 1 and tag(word) in ("n", "nz") and word not in _no_kinds() and word[-1] != "业"
    return start - len(word) if noun and word not in place_scanner().entries else start


@once
def _no_kinds() -> frozenset[str]:
    """Nouns that tell of no kind of goods."""
    return frozenset((*words("edges", "words"), *words("products", "leads"), *words("projects", "generic")))


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The trade with the word of kind or the goods before it (智能|门业, 有机硅|新材料), and behind it the work (茶叶|精深加工),
    what it also makes (新能源汽车|及零部件) and the noun for trades (造纸|行业, 茶产业|链)."""
    if text[start:end] in words("industries", "of_goods"):
        start = lexicon("products", "names").ends(text, start)
    start = lexicon("industries", "makes").ends(text, start)
    end = lexicon("industries", "works").begins(text, end)
    if text[end - 1] != "业" and text.startswith("业", end) and not text.startswith(_no_trades(), end + 1):
        return start, end + 1  # 特种纸|业
    tails = "chains" if text.startswith("产业", end - 2) else "heads" if text[end - 1] != "业" else "works"
    behind = lexicon("industries", tails).begins(text, end)
    # 产业|带动 makes no chain of the trade.
    longer = max(_nouns().begins(text, at) for at in ((end - 2, behind) if tails == "chains" else (end,)))
    spoken = behind > end and longer > behind
    return start, end if spoken else behind


@once
def _no_trades() -> tuple[str, ...]:
    """Characters before which 业 makes another word (业务, 业主)."""
    return words("industries", "behind_trades")


@once
def _nouns() -> Lexicon:
    """Longer words that begin with the nouns for trades and name none (产业园)."""
    return Lexicon(words("industries", "not_heads"))


def _done(text: str, start: int, end: int) -> bool:
    """Whether what may be a trade is only done: 锻造|出一支队伍."""
    if text[start:end] not in words("industries", "deeds"):
        return False
    return text[start - 1 : start] != "、" and not text.startswith(words("industries", "deeds_of_trade"), end)


def _inside_word(text: str, end: int, kind: str) -> bool:
    """Whether the form is but part of a longer word (阿里 in 阿里山, 光伏 in 光伏板), or tells of what kind another thing is."""
    lists = {"company": "companies", "industry": "industries", "policy": "policies", "product": "products"}
    if kind == "organization":
        return text.startswith(words("bodies", "organization", "not_before"), end)  # 财政部门
    if kind == "industry" and text.startswith(words("industries", "goods"), end):
        return True  # 造纸|装备
    if kind == "industry" and text[end - 1] == "业" and text.startswith(words("industries", "of_work"), end):
        return True  # 民宿业|主
    return kind in lists and text.startswith(words(lists[kind], "not_before"), end)

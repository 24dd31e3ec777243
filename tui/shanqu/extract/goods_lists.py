"""Goods of which lists tell: those beside goods that the lists know, and those that a list's end calls products."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shanqu.extract.edges import begins_with_place, left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words

_SHORTEST, _LONGEST = 2, 10
# So many goods have to be known in a list that words of the dictionary beside them count for goods.
_ENOUGH = 2
# So many items that all end like goods are such, though the lists know none.
_ALIKE = 3
_ITEM_LONGEST = 14
_ITEM = "(?:(?!等)[一-龥A-Za-z0-9]){1,14}"
# The items of a list behind the first one. It begins with a mark, which is quickly found.
_RUN = re.compile(rf"(?:、{_ITEM})+(?:(?:以及|[和与及]){_ITEM})?")
_FIRST = re.compile(rf"{_ITEM}$")
_PART = re.compile("、|以及|[和与及](?=[^、]*$)")
# What ends the last item of a list.
_ENDS = re.compile("[,，。;；!！…)）\n”]|等|生产|$")
# What names no goods, whatever stands beside it.
_NO_GOODS = re.compile(
    r"^[一二三两几数卖做收产送][一-龥]|[的了等在被把将]|业$|[贷险游课]$|融资|金融|保险|服务$|线路$|产业|经济$|项目$|公司$|[县市区镇乡村局厅委]$|[一二三四五六七八九十两\d][大个条]"
)


def find_goods_of_lists(text: str) -> list[Span]:
    """The goods of the lists in `text`."""
    return [*_beside(text), *_summed(text)]


def _beside(text: str) -> Iterator[Span]:
    """The items between 、 that end as goods do, beside goods of the list: 免漆门、|模压门|、装甲门."""
    known = lexicon("products", "names")
    for match in _RUN.finditer(text):
        items = list(_items(match))
        sure = [known.ends(text, end) < end for start, end in items]
        like = [
            known_ or _ends_like(text[start:end]) for (start, end), known_ in zip(items, sure, strict=True)
        ]
        alike = all(like) and len(items) >= _ALIKE and not text.startswith("”", match.end())
        if not (any(sure) or alike) or 2 * sum(like) < len(items):
            continue
        vouched = sum(sure) >= _ENOUGH or sum(like) >= _ALIKE
        for index, (start, end) in enumerate(items):
            last = index == len(items) - 1 and not _ENDS.match(text, end)
            led = index == 0 and not _begins(text, start, end)
            if led or last or sure[index]:
                continue
            name = text[start:end]
            if _may_be_goods(name) and (like[index] or (index and vouched and _is_noun(name))):
                yield Span("product", start, end, name, None, "beside")


def _items(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the items of a list begin and end, the first one before the match."""
    text, at = match.string, match.start()
    first = _FIRST.search(text[max(0, at - _ITEM_LONGEST) : at])
    begin = at - len(first.group()) if first else at
    for mark in _PART.finditer(text, at, match.end()):
        yield begin, mark.start()
        begin = mark.end()
    made = text.endswith("生产", begin, match.end())
    yield begin, match.end() - 2 * made


def _begins(text: str, start: int, end: int) -> bool:
    """Whether a list's first item stands behind a mark, with nothing in it that leads up to goods."""
    if "一" <= text[max(0, start - 1)] <= "龥" or text.startswith(words("products", "makers"), start):
        return False
    return left_edge(text, end, least=1) == start and not begins_with_place(text, start, end)


def _ends_like(name: str) -> bool:
    return lexicon("products", "ends").ends(name) < len(name) - (len(name) < _SHORTEST)


def _may_be_goods(name: str) -> bool:
    """Whether an item may name goods: no work, no trade, no place and none of the words that only end like goods."""
    if (
        not _SHORTEST <= len(name) <= _LONGEST
        or name in words("products", "not_goods")
        or name in industries()
    ):
        return False
    acts = any(is_verb(part) and part not in words("edges", "name_verbs") for part in pieces(name))
    if name.startswith(words("products", "leads")):
        return False
    ground = name.endswith(words("products", "not_ends")) or name in place_scanner().entries
    return not acts and not ground and not _NO_GOODS.search(name)


def _is_noun(name: str) -> bool:
    """Whether a name is one word of the dictionary for a thing."""
    return pieces(name) == [name] and tag(name) in ("n", "nz")


@once
def _summed_pattern() -> re.Pattern[str]:
    """What calls the items of a list products: 狗咬胶、牵引绳|等明星产品."""
    number = r"(?:\d+|[一二两三四五六七八九十几数百]+)?[余多]?[个种款类大]?"
    kinds, nouns = listed("products", "kinds"), listed("products", "nouns")
    return re.compile(rf"等{number}(?:{kinds}){{0,3}}{nouns}(?!{listed('products', 'no_nouns')})")


def _summed(text: str) -> Iterator[Span]:
    """The items of a list that ends by calling them products."""
    for match in _summed_pattern().finditer(text):
        run = next(
            (one for one in _RUN.finditer(text, max(0, match.start() - 60)) if one.end() >= match.start()),
            None,
        )
        if run is None or run.start() >= match.start():
            continue
        items = [(start, min(end, match.start())) for start, end in _items(run) if start < match.start()]
        for index, (start, end) in enumerate(items):
            begin = left_edge(text, end, least=1) if index == 0 else start
            begin = max(start, begin)
            name = text[begin:end]
            if _may_be_goods(name) and (index or _ends_like(name)):
                yield Span("product", begin, end, name, None, "summed")

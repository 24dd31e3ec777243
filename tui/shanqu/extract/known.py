"""What the lists of the gazetteer know: firms, bodies, trades, goods, programmes."""

from __future__ import annotations

from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import Entry, name_scanner
from shanqu.extract.products import make_before
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon
from shanqu.gazetteer.terms import industries, words

# Names of so few characters stand inside many longer words.
_SHORT = 2


def find_known(text: str) -> list[Span]:
    """The names of the lists in `text`; parks are left to `bodies`."""
    return [
        _whole(text, start, end, entry)
        for start, end, entry in name_scanner().all(text)
        if entry.kind != "park"
        and not _inside_word(text, end, entry.kind)
        and not (entry.kind == "product" and end - start == _SHORT and cut_off(text, start, end + 2))
    ]


def _whole(text: str, start: int, end: int, entry: Entry) -> Span:
    """The name with the trade of a firm (舜宇光学|科技) and the make of goods (智能|变压器) taken along."""
    if entry.kind == "company":
        end = lexicon("companies", "tails").begins(text, end)
    elif entry.kind == "product":
        begin, last = make_before(text, start), _processed(text, end)
        if (begin, last) != (start, end):
            return Span("product", begin, last, text[begin:last], None, "make")
    elif entry.kind == "industry" and (wider := _wider(text, start, end)) != (start, end):
        name = text[slice(*wider)]
        return Span("industry", *wider, industries().get(name, name), entry.code, "wider")
    elif entry.kind == "industry" and text.startswith("行业", end) and not entry.canonical.endswith("业"):
        end += 2
    return Span(entry.kind, start, end, entry.canonical, entry.code, entry.how)


def _processed(text: str, end: int) -> int:
    """The end of goods made of those that end at `end` (胡柚|汁)."""
    made = (
        text[end : end + 1] in words("products", "processed") and pieces(text[end : end + 4])[0] == text[end]
    )
    return end + made


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The trade with the word of kind before it (智能|门业) and the work behind it (茶叶|精深加工)."""
    start = lexicon("industries", "makes").ends(text, start)
    return start, lexicon("industries", "works").begins(text, end)


def _inside_word(text: str, end: int, kind: str) -> bool:
    """Whether the form is but part of a longer word (阿里 in 阿里山, 光伏 in 光伏板), or tells of what kind another thing is."""
    lists = {"company": "companies", "industry": "industries", "policy": "policies", "product": "products"}
    return kind in lists and text.startswith(words(lists[kind], "not_before"), end)

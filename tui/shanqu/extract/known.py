"""What the lists of the gazetteer know: firms, bodies, trades, goods, programmes."""

from __future__ import annotations

from shanqu.extract.lexicon import Entry, name_scanner
from shanqu.extract.products import make_before
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon
from shanqu.gazetteer.terms import words


def find_known(text: str) -> list[Span]:
    """The names of the lists in `text`; parks are left to `bodies`."""
    return [
        _whole(text, start, end, entry)
        for start, end, entry in name_scanner().scan(text)
        if entry.kind != "park" and not _inside_word(text, end, entry.kind)
    ]


def _whole(text: str, start: int, end: int, entry: Entry) -> Span:
    """The name with the trade of a firm (舜宇光学|科技) and the make of goods (智能|变压器) taken along."""
    if entry.kind == "company":
        end = lexicon("companies", "tails").begins(text, end)
    elif entry.kind == "product":
        begin = make_before(text, start)
        if begin < start:
            return Span("product", begin, end, text[begin:end], None, "make")
    elif entry.kind == "industry" and text.startswith("行业", end) and not entry.canonical.endswith("业"):
        end += 2
    return Span(entry.kind, start, end, entry.canonical, entry.code, entry.how)


def _inside_word(text: str, end: int, kind: str) -> bool:
    """Whether the form is but part of a longer word (阿里 in 阿里山, 光伏 in 光伏板)."""
    lists = {"company": "companies", "industry": "industries", "policy": "policies"}
    return kind in lists and text.startswith(words(lists[kind], "not_before"), end)

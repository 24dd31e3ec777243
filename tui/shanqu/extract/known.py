"""What the lists of the gazetteer know: firms, bodies, trades, goods, programmes."""

from __future__ import annotations

from shanqu.extract.edges import cut_off
from shanqu.extract.lexicon import Entry, name_scanner
from shanqu.extract.products import make_before
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, lexicon
from shanqu.gazetteer.tables import once
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
        known = industries()
        return Span("industry", *wider, known.get(name) or known.get(name + "产业") or name, entry.code, "wider")
    return Span(entry.kind, start, end, entry.canonical, entry.code, entry.how)


def _processed(text: str, end: int) -> int:
    """The end of goods made of those that end at `end` (胡柚|汁)."""
    made = (
        text[end : end + 1] in words("products", "processed") and pieces(text[end : end + 4])[0] == text[end]
    )
    return end + made


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The trade with the word of kind or the goods before it (智能|门业, 有机硅|新材料), and behind it the work (茶叶|精深加工),
    what it also makes (新能源汽车|及零部件) and the noun for trades (造纸|行业, 茶产业|链)."""
    if text[start:end] in words("industries", "of_goods"):
        start = lexicon("products", "names").ends(text, start)
    start = lexicon("industries", "makes").ends(text, start)
    end = lexicon("industries", "works").begins(text, end)
    tails = "chains" if text.startswith("产业", end - 2) else "heads" if text[end - 1] != "业" else "works"
    behind = lexicon("industries", tails).begins(text, end)
    spoken = behind > end and _nouns().begins(text, behind if tails == "chains" else end) > behind
    return start, end if spoken else behind


@once
def _nouns() -> Lexicon:
    """Longer words that begin with the nouns for trades and name none (产业园)."""
    return Lexicon(words("industries", "not_heads"))


def _inside_word(text: str, end: int, kind: str) -> bool:
    """Whether the form is but part of a longer word (阿里 in 阿里山, 光伏 in 光伏板), or tells of what kind another thing is."""
    lists = {"company": "companies", "industry": "industries", "policy": "policies", "product": "products"}
    return kind in lists and text.startswith(words(lists[kind], "not_before"), end)

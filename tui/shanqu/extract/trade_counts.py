"""Figures that are of one trade, not of the county's whole economy: numbers of its firms and people, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.asking import Asked
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, words
from shanqu.model import Fact

# A firm's or shop's kind is told in so many characters before its noun.
_KIND_LONGEST = 14


def counts_in_trade(asked: Asked, spans: Sequence[Span], offset: int, settled: Sequence[Fact]) -> bool:
    """Whether a count is of a trade's firms, shops or people:

    the noun tells the trade (轴承企业90家, 90家轴承企业), the sentence is about one (茶产业从业人员3万人), or the figure before was
    of one and nothing names a wider whole since (木玩企业80家,其中规上企业9家). `spans` lie in coordinates that are `offset` on,
    `settled` are the facts of the sentence before it.
    """
    text, at = asked.text, asked.start
    head = text[asked.clause[0] : at]
    if _kind_of_trade(head, text[asked.end : asked.end + _KIND_LONGEST + 4]):
        return True
    if not _whom().search(asked.indicator) or _wide().search(head[-_KIND_LONGEST:]):
        return False
    return _goes_on(text, at, settled) or _about_trade(text, spans, offset, at)


@once
def _nouns() -> str:
    return listed("figures", "trade_counts", "nouns")


@once
def _kind() -> re.Pattern[str]:
    """A kind of firm or people at the end of a clause before a number, with what may stand between."""
    gap = rf"(?:{listed('figures', 'trade_counts', 'between')})*"
    return re.compile(
        rf"(?P<kind>[一-龥A-Za-z“”]{{2,{_KIND_LONGEST}}}?)(?:{listed('figures', 'trade_counts', 'work')})*{_nouns()}{gap}$"
    )


@once
def _kind_behind() -> re.Pattern[str]:
    """The same behind the number."""
    work = listed("figures", "trade_counts", "work")
    return re.compile(
        rf"(?P<kind>[一-龥A-Za-z“”]{{2,{_KIND_LONGEST}}}?)(?:{work})*{_nouns()}(?![一-龥]{{0,4}}项目)"
    )


def _kind_of_trade(head: str, after: str) -> bool:
    """Whether a number's noun before or behind it tells a trade."""
    found = _kind().search(head) or _kind_behind().match(after)
    if found is None:
        return _short().search(head) is not None or _short().match(after) is not None
    kind = found["kind"]
    if _wide().search(kind) or kind.endswith(words("figures", "trade_counts", "no_trade")):
        return False
    known = industries()
    listed_trade = any(
        kind[start:] in known or f"{kind[start:]}产业" in known for start in range(len(kind) - 1)
    )
    goods = (lexicon("products", "names"), lexicon("products", "ends"))
    return listed_trade or any(one.ends(kind) < len(kind) for one in goods)


@once
def _short() -> re.Pattern[str]:
    """A trade's firms in short (茶企, 鞋企), before or behind their number."""
    gap = rf"(?:{listed('figures', 'trade_counts', 'between')})*"
    no_trade = "".join(words("figures", "trade_counts", "not_short"))
    return re.compile(rf"(?<![一-龥])(?:规上)?[^\W\d_{no_trade}]企(?![业])|[^\W\d_{no_trade}]企{gap}$")


@once
def _whom() -> re.Pattern[str]:
    """Indicators that count firms, shops or people."""
    return re.compile(rf"{listed('figures', 'trade_counts', 'counted')}(?:目标)?$")


@once
def _wide() -> re.Pattern[str]:
    """Words of the whole economy, or of a class of firms of all trades."""
    return re.compile(listed("figures", "trade_counts", "wide"))


@once
def _turns() -> re.Pattern[str]:
    """What ends the clauses of a trade: another sentence of a kind, the whole county, or its industry."""
    return re.compile(rf"[;；。!！?？]|{listed('figures', 'trade_counts', 'turns')}")


def goes_on_of_trade(asked: Asked, settled: Sequence[Fact]) -> bool:
    """Whether an amount, a rate or a share goes on about the trade of the figure before: 袜业企业90家,产值5亿元,占全县的8%."""
    of_trade = asked.kind == "growth" or _of_trade().search(asked.indicator)
    if asked.kind == "share":  # One of another noun is a part of the whole.
        of_trade = _PART.match(asked.text, asked.clause[0])
    goes_on = _goes_on(asked.text, asked.start, settled)
    return bool(goes_on and of_trade and not _wide().search(asked.text, asked.clause[0], asked.start))


def told_of_trade(asked: Asked, spans: Sequence[Span], offset: int) -> bool:
    """Whether a rate or a share is that of the trade that the clause has just named: 其中泵业|增长9%, 水产业|去年贡献了全县产值的|46%.

    What part a trade is of the amount before (出口40亿元,其中家电占45%) tells of the whole.
    """
    part = asked.text.startswith("其中", asked.clause[0])
    if asked.kind != "growth" and (asked.kind != "share" or part):
        return False
    low, at = asked.clause[0] + offset, asked.start + offset
    before = [span for span in spans if low <= span.start and span.end <= at]
    if not before or before[-1].kind != "industry" or asked.text[: before[-1].end - offset].endswith("工业"):
        return False
    return _does().fullmatch(asked.text, before[-1].end - offset, asked.start) is not None


@once
def _does() -> re.Pattern[str]:
    """What stands between a trade and its rate or share."""
    grows = f"{listed('figures', 'rates', 'grow')}|{listed('figures', 'rates', 'fall')}|{listed('figures', 'rates', 'how')}"
    when, between, reach = (listed("figures", "narrower", name) for name in ("when", "between", "reach"))
    years = r"(?:近|过去)?[一二两三四五六七八九十\d]{1,2}年[来间]?|年均"
    measured = rf"(?:{years}|{between}|{when}|{listed('figures', 'scope', 'of_trade')})*"
    return re.compile(
        rf"{measured}(?:(?:{grows})+|(?:占|贡献)了?(?:了|全[县市区][一-龥]{{2,10}}?的?)?){reach}*"
    )


# By which a share goes on about what was spoken of.
_PART = re.compile("[约共合]{0,2}计?占")


@once
def _of_trade() -> re.Pattern[str]:
    return re.compile(listed("figures", "scope", "of_trade"))


def _goes_on(text: str, at: int, settled: Sequence[Fact]) -> bool:
    """Whether the figure before was of a trade, and nothing wider is named since."""
    if not settled or settled[-1].scope != "industry":
        return False
    low = text.rfind(settled[-1].value_text, 0, at)
    return low >= 0 and not _turns().search(re.sub(r"占全[县市区][一-龥]*", "", text[low:at]))


def _about_trade(text: str, spans: Sequence[Span], offset: int, at: int) -> bool:
    """Whether the last thing that the sentence names before the number is a trade, by which its clauses go on."""
    before = [span for span in spans if span.end - offset <= at and span.kind in _THINGS]
    if not before or before[-1].kind != "industry":
        return False
    start, end = before[-1].start - offset, before[-1].end - offset
    if text[end : end + 1] in "、和与及等" or text[max(0, start - 1) : start] in ("、", "和", "与", "及"):
        return False
    governed = _governing().search(text, max(0, start - 6), start)
    return governed is None and not _turns().search(text, end, at) and not _AIM.search(text, 0, start)


# What may have figures.
_THINGS = ("industry", "company", "park", "project", "organization")
# Things that are done for a trade at the head of a sentence are not what its figures tell of.
_AIM = re.compile("(?:发展|培育|聚焦|围绕|布局|推动|推进)[^,，。;；]{0,12}$")


@once
def _governing() -> re.Pattern[str]:
    return re.compile(rf"{listed('figures', 'trade_counts', 'governing')}[一-龥]{{0,2}}$")

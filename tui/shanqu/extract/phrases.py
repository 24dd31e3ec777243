"""Noun phrases before a figure, without what does not belong to the name of a measure."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

_ADVERBS_HEAD = re.compile(
    r"^.*(?:的|了|例如|比如|实现|完成|其中|今年|去年|以来|年内|年末|年底|同期|全年|20\d\d年|(?:如|现)?今(?![年天后日])|季度|月|半年|目标[为是]|(?<![转出])让(?!利|步)|把(?!手|关))(?=[一-龥]{2,})"
)
# 产业用纺织品的比重
_OF_RATIO = re.compile("的(?=(?:占比|比重|比例|份额)$)")
_ADVERBS_END = re.compile(
    r"(?:同比|仅|只|分别|累计|实现|均|已|也|却|将|(?<![产功性动节智储热电])能|达|又|再|还|年均|(?<!占)比|上年)+$"
)
_WHOLE = re.compile("^全[省市县区](?=[一-龥]{2})")
_SEVERAL = re.compile("^[两三四五六](?:地|镇|县|市|区)(?=[一-龥]{2})")
# So many characters name a rate.
_RATE_LEAST = 4
# So many characters before a name are enough to tell where its first word begins.
_WORD = 4


def noun_phrase(text: str) -> str:
    """A noun phrase without adverbs and verbs at its ends and without the place that leads it."""
    text = _ADVERBS_END.sub("", _ADVERBS_HEAD.sub("", _OF_RATIO.sub("", text))).strip('“”" ')
    entries = place_scanner().entries
    place = next((length for length in range(min(9, len(text) - 2), 1, -1) if text[:length] in entries), 0)
    return _SEVERAL.sub("", _WHOLE.sub("", text[place:].lstrip("的")))


def last_words(text: str) -> str:
    """The words at the end of `text` that name a rate by themselves: 规上工业|企业复工率."""
    size, whole = 0, pieces(text)
    while whole and size < _RATE_LEAST:
        size += len(whole.pop())
    return text[len(text) - size :]


# Words of one character that govern the nouns behind them: 涨价|使|企业利润率.
_GOVERNS = (
    "使",
    "让",
    "令",
    "把",
    "将",
    "由",
    "从",
    "对",
    "至",
    "到",
    "导致",
    "促使",
    "使得",
    "推动",
    "带动",
    "提升",
    "提高",
    "降低",
)


@once
def _of_whom() -> re.Pattern[str]:
    """What tells whose a rate is or how it was reckoned, and names no rate: 行业平均|利润率, 26|县|研发投入强度."""
    return re.compile(f"^(?:{listed('figures', 'rates', 'of_whom')})+(?=[一-龥]{{3}})")


def whole_words(name: str, before: str) -> str:
    """`name` from its first whole word on, where one is cut apart between it and what stands in front of it: 地表水环|境功能区."""
    head, end = before[-_WORD:], 0
    for piece in pieces(head + name) if head else ():
        end += len(piece)
        if end >= len(head):
            return name[end - len(head) :]
    return name


def rate_itself(name: str, before: str) -> str:
    """The name of a rate without the verb that governs it and the words that only tell whose it is or that it is a mean;
    `before` is what stands in front of it."""
    found = pieces(before[-2:] + name) if before else pieces(name)
    size = 0
    for at in range(len(found) - 1, -1, -1):
        if size >= _RATE_LEAST - 1 and found[at] in _GOVERNS:
            break
        size += len(found[at])
    own = name[-size:] if size < len(name) else name
    if before[-1:].isdigit():
        own = re.sub("^[个]?[县市区家户镇村](?=[一-龥]{3})", "", own)
    return _of_whom().sub("", own).replace("市占率", "市场占有率")

"""Offices of governments that no list of nouns has: those of a county by its full name, and those that a list goes on with."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.park_edges import PARTICLE
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon
from shanqu.gazetteer.tables import once


@once
def _own_office() -> re.Pattern[str]:
    """What a county's office is for, up to 局, and what follows such a name."""
    return re.compile(
        r"(?:(?!局)[一-龥]){2,8}?(?<![格布全大结当邮书棋僵破出开时政战残危定终])局(?=[副、,，。;；和与及等的]|局长|有关|相关|牵头|负责)"
    )


def county_offices(text: str) -> list[Span]:
    """The offices that a county by its full name has for trades of its own: 龙泉市|铸剑制瓷局."""
    spans = []
    for start, end, entry in place_scanner().all(text):
        match = _own_office().match(text, end) if entry.code and text[end - 1] in "县市区" else None
        if match and not PARTICLE.search(match.group()):
            name = text[start : match.end()]
            spans.append(Span("organization", start, match.end(), name, None, "suffix"))
    return spans


@once
def _office_item() -> re.Pattern[str]:
    return re.compile("、([一-龥]{2,8}?(?<=[局厅委办]))(?=[、,，。;；等和的及]|相关|负责)")


def more_offices(text: str, at: int) -> list[Span]:
    """The offices of the same government that a list goes on with: 省发改委、|经信厅、|科技厅."""
    spans = []
    while match := _office_item().match(text, at):
        if lexicon("bodies", "organization", "endings").ends(match[1]) == len(match[1]):
            break
        spans.append(Span("organization", match.start(1), match.end(1), match[1], None, "listed office"))
        at = match.end()
    return spans

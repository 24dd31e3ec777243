"""Offices of governments that no list of nouns has: those of a county by its full name, and those that a list goes on with."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.park_edges import PARTICLE
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words


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
    return spans + _for_one_thing(text)


@once
def _bureau() -> re.Pattern[str]:
    """What an office is set up for, up to 办, which is no verb there (举办, 民办), and what follows such a name."""
    told = listed("bodies", "organization", "bureau_told")
    verbs = "".join(words("bodies", "organization", "not_bureaus"))
    return re.compile(
        rf"(?P<own>[一-龥]{{2,12}}?(?<![{verbs}])办)(?P<told>{told})?(?=(?P<mark>[、,，。;；和与及等])?)"
    )


@once
def _level() -> re.Pattern[str]:
    """The level of a government at the head of a clause or of an item of a list."""
    return re.compile(r"(?:(?<=[、,，。;；:：\n“])|^)[省市县区](?:委|政府)?(?=[一-龥]{2})", re.MULTILINE)


def _for_one_thing(text: str) -> list[Span]:
    """The offices that a county or its government has for one thing: 松阳县|铁路办, 县委|人才办."""
    led = [(start, end) for start, end, entry in place_scanner().all(text) if entry.code]
    led += [match.span() for match in _level().finditer(text)]
    spans = []
    for start, end in led:
        match = _bureau().match(text, end)
        if match is None or not (match["told"] or (match["mark"] and text[end - 1] in "省市县区委府")):
            continue
        first = pieces(match["own"])[0]
        plain = match["told"] or (len(first) > 1 and first not in words("edges", "words"))
        if plain and not PARTICLE.search(match["own"]):
            spans.append(
                Span("organization", start, match.end("own"), text[start : match.end("own")], None, "suffix")
            )
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

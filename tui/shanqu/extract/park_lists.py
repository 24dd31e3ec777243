"""Parks that a list names before the noun that they share, and short forms of a full name: 溪东、溪西和塔山三大工业园区."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.edges import left_edge
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.numbers import parse_number
from shanqu.extract.park_edges import PARTICLE, RARE, only_kinds, own_name, place_length
from shanqu.extract.parks import park_span
from shanqu.extract.segment import frequency, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import any_of, modifiers
from shanqu.gazetteer import regions
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# How long the own word of a listed park is.
_LEAST, _MOST = 2, 4
_BETWEEN = re.compile("[、和及与]")
# Verbs right before the first park of a list: 分|溪东、溪西两个片区.
_SPLIT = re.compile("(?:[共下]?辖|[共下]?分[为成设]?|包[括含]|涵盖|由|含|现?有|设有?)(?=[一-龥]{2})")


@once
def _counted() -> re.Pattern[str]:
    """The list before a number of parks, the number and the noun: 溪东、溪西和塔山|三|大工业园区."""
    nouns = any_of([*words("bodies", "park", "endings"), *words("bodies", "park", "shared")])
    return re.compile(
        rf"(?P<list>[一-龥]{{2,10}}(?:、[一-龥]{{2,4}}){{0,8}}[、和及与][一-龥]{{2,4}}?)(?P<more>等)?"
        rf"(?P<count>[两二三四五六七八九十]|\d)[个大座家](?:重点|主要|省级|市级|县级)?(?P<noun>(?P<kind>[一-龥]{{0,4}}?){nouns}区?)"
    )


def shared_heads(text: str) -> list[Span]:
    """The parks of lists that share their noun, each by its own word and, in full, with the noun."""
    spans: list[Span] = []
    for match in _counted().finditer(text):
        items = _items(text, match.start("list"), match.end("list"))
        count = parse_number(match["count"])
        enough = len(items) <= count if match["more"] and count else len(items) == count
        if match["kind"] and not _describes(match["kind"]):  # 某某山、某某峰等九大|山系|片区
            continue
        named = any(own_name(text, start, end) for start, end in items)
        if len(items) > 1 and enough and named and all(_names(text[start:end]) for start, end in items):
            spans += [_by_full(text, start, end, match["noun"]) for start, end in items]
    return spans


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list, the first of them without what leads up to it."""
    items, at = [], start
    for mark in _BETWEEN.finditer(text, start, end):
        items.append((at, mark.start()))
        at = mark.end()
    items.append((at, end))
    first, last = items[0]
    first = max(first, left_edge(text, last))
    split = _SPLIT.match(text, first, last)
    return [(split.end() if split else first, last), *items[1:]]


def _names(own: str) -> bool:
    """Whether an item may be a park's own word: no county or city, nothing done or described, no trade."""
    if f"{own}镇" in regions.town_names():
        return True
    if not _LEAST <= len(own) <= _MOST or PARTICLE.search(own) or place_length(own) == len(own):
        return False
    called = own in words("bodies", "park", "called") or tag(own).startswith(("ns", "nr"))
    ordinary = not called and frequency(own) >= RARE and pieces(own) == [own]
    return not ordinary and own not in words("bodies", "park", "not_shared") and not _describes(own)


def _describes(own: str) -> bool:
    """Whether a word tells but of what kind a park is."""
    return only_kinds(own) or modifiers("bodies", "park", "generic").covers(own)


def _by_full(text: str, start: int, end: int, noun: str) -> Span:
    return replace(park_span(start, end, text[start:end] + noun), how="shared head")


@once
def _zone_noun() -> re.Pattern[str]:
    """The noun that a zone is called by in full or in short, behind its own word."""
    return re.compile(
        "(?P<own>[一-龥]{2,8}?)(?:国家级?|省级)?(?:(?P<economic>经济技术开发区|经济开发区|经开区)|(?P<high>高新技术产业开发区|高新技术产业园区|高新区))"
    )


def tied(parks: list[Span]) -> list[Span]:
    """The parks, those called by the short noun of a zone (某某经开区) by the full name that the text has for it."""
    full: dict[tuple[str, bool], set[str]] = {}
    for span in parks:
        key = _key(span.canonical)
        if key and not span.canonical.endswith(_SHORT):
            full.setdefault(key, set()).add(span.canonical)
    bound = []
    for span in parks:
        key = _key(span.canonical) if span.canonical.endswith(_SHORT) else None
        names = full.get(key, set()) if key else set()
        bound.append(replace(span, canonical=next(iter(names))) if len(names) == 1 else span)
    return bound


_SHORT = ("经开区", "高新区")


def _key(name: str) -> tuple[str, bool] | None:
    """What a zone is called without the level of its place, and whether it is one of high technology."""
    match = _zone_noun().fullmatch(name)
    own = match["own"] if match else ""
    county = own in place_scanner().entries and len(own) > 2
    return (own[:-1] if county and own[-1] in "县市区" else own, bool(match["high"])) if match else None

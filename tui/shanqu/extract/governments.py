"""Whose the offices are that a text names without their place: 县|农业农村局 in a text on one county."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.places import Place

_LEVELS = "省市县区"
# What follows the level though the dictionary knows a word of both: 市政|协.
_BODIES = ("政协", "政府", "府办", "委", "人大")
_PROVINCE = "33"
# Firms that governments own go by their level, too: 县|国资公司.
_KINDS = ("organization", "company")


def with_government(spans: Sequence[Span], home: str | None) -> list[Span]:
    """The spans, offices called by their level alone under the name of the one place of that level that the text names.
    `home` is the code of the county that the page comes from. Where several places might be meant, the name stays."""
    bare = [span for span in spans if span.kind in _KINDS and _called_by_level(span.canonical)]
    if not bare:
        return list(spans)
    whose = {level: _only(level, spans, home) for level in {span.canonical[0] for span in bare}}
    return [
        replace(span, canonical=f"{place.name}{span.canonical[1:]}")
        if span in bare and (place := whose[span.canonical[0]])
        else span
        for span in spans
    ]


def _called_by_level(name: str) -> bool:
    """Whether a name begins with the level of a government and not with a longer word: 市|统计局, but 市场|监管局."""
    if name[0] not in _LEVELS:
        return False
    return name.startswith(_BODIES, 1) or pieces(name)[0] == name[0]


def _only(level: str, spans: Iterable[Span], home: str | None) -> Place | None:
    """The one place of a level that a text is about; None if there are several, or none."""
    codes = {code for span in spans if (code := _code(span))}
    if level == "省":
        elsewhere = any(span.kind == "place" and span.how == "province" for span in spans)
        return place_by_code(_PROVINCE) if codes and not elsewhere else None
    named = {code for code in codes if _level(code) == level}
    if not named and home:
        named = {home} if _level(home) == level else {home[:4]} if level == "市" else set()
    if not named and level == "市":
        named = {code[:4] for code in codes if len(code) == 6}
    return place_by_code(named.pop()) if len(named) == 1 else None


def _code(span: Span) -> str | None:
    """The code of the county or city that a place is (or a town lies in), or that an office's name begins with."""
    if span.kind == "place":
        return span.code if span.code != _PROVINCE else None
    if span.kind != "organization":
        return None
    entry = place_scanner().begins(span.canonical)
    return entry.code if entry and entry.full and entry.code != _PROVINCE else None


def _level(code: str) -> str:
    place = place_by_code(code)
    return place.name[-1] if place else ""

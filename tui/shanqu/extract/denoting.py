"""Which firm a short name denotes: the one whose full name stands in the same text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from shanqu.extract.firm_aliases import trade_word
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import frequency
from shanqu.extract.segment import words as words_of
from shanqu.extract.span import Span
from shanqu.gazetteer.terms import words

# What full names end with, and what a short one may end with behind the brand.
_FULL = ("有限公司", "责任公司")
_PLAIN = ("集团公司", "公司", "集团", "股份")
# The longest name of a place that leads a firm's.
_LONGEST_PLACE = 8
# A word that the dictionary has seen so often tells no firm from another.
_COMMON = 50


def by_full_name(span: Span, firms: Collection[str]) -> Span:
    """The firm by its full name, where one of the text's `firms` holds the short one."""
    if span.kind != "company":
        return span
    bare = span.canonical
    for tail in sorted(words("companies", "tails"), key=len):
        bare = bare.removesuffix(tail) if len(bare) > len(tail) + 1 else bare
    full = [name for name in firms if bare in name]
    return replace(span, canonical=full[0]) if len(full) == 1 else span


def by_brand(spans: Sequence[Span]) -> list[Span]:
    """The spans, firms that a brand names with or without a place (龙泉|某某|公司) as the one firm whose full name in the text
    begins so behind its place (浙江某某滤清器有限公司), if that is the same place or one above it."""
    firms = {span.canonical for span in spans if span.kind == "company"}
    fulls = [(name, *_parted(name)) for name in sorted(firms) if name.endswith(_FULL)]
    return [_of_brand(span, fulls, firms) if span.kind == "company" else span for span in spans]


def _of_brand(span: Span, fulls: Sequence[tuple[str, str, str]], firms: Collection[str]) -> Span:
    place, core = _parted(span.canonical)
    brand = next((core.removesuffix(tail) for tail in _PLAIN if core.endswith(tail)), core)
    told = len(brand) > 1 and frequency(brand) < _COMMON and not trade_word().match(brand)
    named = [(name, above) for name, above, rest in fulls if told and _bears(rest, brand)]
    if (
        len(named) == 1
        and not span.canonical.endswith(_FULL)
        and (not place or place.startswith(named[0][1]))
    ):
        return replace(span, canonical=named[0][0])
    # 龙泉某某公司 and 龙泉市某某公司 are one.
    county = place_scanner().begins(span.canonical)
    longer = county.canonical + core if county and place else ""
    return replace(span, canonical=longer) if longer in firms else span


def _bears(rest: str, brand: str) -> bool:
    """Whether a full name without its place begins with a brand, which a word follows: 某某|滤清器, but not 某某鑫|能源."""
    behind = words_of(rest[len(brand) :])
    return rest.startswith(brand) and bool(behind) and len(behind[0]) > 1


def _parted(name: str) -> tuple[str, str]:
    """The code of the place of Zhejiang that leads a firm's name (a dash for one elsewhere, "" if none does), and the rest
    of the name."""
    entries = place_scanner().entries
    for size in range(min(_LONGEST_PLACE, len(name)), 1, -1):
        if name[:size] in entries:
            return entries[name[:size]].code or "-", name[size:]
    return "", name

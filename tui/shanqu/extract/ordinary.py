"""What the tagger takes for a name and is none: words that many share, and ends that no name of the kind has."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import table, words

# A word that the dictionary has seen so often is no firm's name, unless the tagger is sure.
_COMMON = 50
_CERTAIN = 0.97
# What no firm's name begins with: pronouns, and prepositions before one.
_POINTING = "他她它我你这那对向与由被把据在"
# Marks that stand in no name.
_TORN = re.compile("[—、,，。;；:：!！?？]")
# A name begins neither with a place in another nor in the midst of a figure's unit: 2000万平|方米.
_NAMED = ("company", "park", "organization", "project")
_COUNTED = re.compile(r"\d[十百千万亿]{0,2}[平立]?\Z")
# The items of a list before a name and behind it, so far as one looks; and how often a word is seen that all know.
_BEFORE = re.compile(r"((?:\w+、)+)\w*\Z")
_BEHIND = re.compile(r"\w*((?:、\w+)+)")
_NEAR = 60
_KNOWN = 3
# Goods of more characters than that end no firm's name.
_GOODS = 3


@once
def limits(name: str) -> dict[str, float]:
    """The likelihoods of a table of `weighing.toml`, by kind or by kind and way of finding."""
    return {key: float(value) for key, value in table("weighing", name).items()}


def ordinary(span: Span, chance: float, text: str) -> bool:
    """Whether the tagger's name, as likely as `chance`, would be nothing but a place or words that many have."""
    name = text[span.start : span.end]
    own = name[_place_before(name) :]
    if span.kind in _NAMED and (
        own in place_scanner().entries or _COUNTED.search(text[max(0, span.start - 6) : span.start])
    ):
        return True
    if not own or modifiers("weighing", "generic").covers(own) or _TORN.search(name):
        return True
    if name.startswith(words("weighing", "leads")):
        return True
    if span.kind in _NAMED and any(verb in name for verb in words("weighing", "aiming")):
        return True
    if span.kind == "person":
        placed = name in place_scanner().entries or name.endswith(("镇", "乡", "村"))
        return placed or (frequency(name) >= _COMMON and chance < _CERTAIN)
    if span.kind in ("organization", "park"):
        return _no_body(span, chance, name, own)
    if span.kind == "project":
        return _no_project(name, own)
    if span.kind == "industry":
        return lexicon("products", "names").ends(name) < len(name)
    if span.kind != "company":
        return False
    notion = text.startswith(words("weighing", "notions"), span.end)
    unlike = chance < limits("alone")["company"] and _among_words(span, text)
    return notion or unlike or _no_firm(chance, name, own)


def _among_words(span: Span, text: str) -> bool:
    """Whether a name is an item of a list whose others are words of the dictionary: a firm stands among firms."""
    before = _BEFORE.search(text, max(0, span.start - _NEAR), span.start)
    behind = _BEHIND.match(text, span.end, span.end + _NEAR)
    items = (before[1][:-1].split("、") if before else []) + (behind[1][1:].split("、") if behind else [])
    plain = sum(map(_of_words, items))
    return plain >= 2 and plain >= len(items) - 1


def _of_words(item: str) -> bool:
    known = all(len(piece) > 1 and frequency(piece) >= _KNOWN for piece in pieces(item))
    return known and lexicon("companies", "trades").ends(item) == len(item)


def _no_body(span: Span, chance: float, name: str, own: str) -> bool:
    core = lexicon("bodies", span.kind, "endings").ends(own)
    described = own == name and modifiers("bodies", "park", "generic").covers(own[:core])
    if span.kind == "park" and name.endswith(words("weighing", "not_parks")):
        return True
    if span.kind == "park" and described and name not in words("bodies", "park", "enough"):
        return True
    unlisted = core == len(own) and chance < limits("unlisted")[span.kind]
    return unlisted or name in place_scanner().entries


def _no_project(name: str, own: str) -> bool:
    core = own.removesuffix("项目").removesuffix("工程")
    output = own.startswith("年产") and not name.endswith(words("projects", "outputs"))
    governed = own.startswith(words("projects", "governing")) or name.endswith(words("projects", "not_heads"))
    return output or governed or modifiers("projects", "generic").covers(core)


def _no_firm(chance: float, name: str, own: str) -> bool:
    """Whether a firm's name would be that of a trade or of goods, or hold what firms are to others."""
    goods = len(name) - lexicon("products", "names").ends(name)
    common = all((len(piece) > 1 and frequency(piece) >= _COMMON) or piece == "化" for piece in pieces(name))
    if chance < _CERTAIN and (goods > _GOODS or common):
        return True
    entry = name_scanner().entries.get(own)
    traded = entry is not None and entry.kind in ("industry", "product", "policy")
    related = any(role in name[:-4] for role in words("edges", "roles_before"))
    return traded or related or name.endswith(words("weighing", "not_firms")) or name[0] in _POINTING


def _place_before(name: str) -> int:
    """Where the place ends that leads a name; 0 if none does."""
    entries = place_scanner().entries
    return next((length for length in range(min(9, len(name)), 1, -1) if name[:length] in entries), 0)

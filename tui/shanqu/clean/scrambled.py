"""Texts that a machine put together or rewrote, so that what they say is no evidence.

Three signs, each a share over the whole text, for single slips happen everywhere: clauses that begin or
end with a word that never does (的, 了, 们, 把, 被 after words were shuffled), hardly any usual pair of characters
(after characters were), 的 replaced by 得 throughout, and long texts without a single stop.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice
from operator import add
from typing import Final, NamedTuple

from shanqu.clean.data import load, once
from shanqu.clean.literals import needed

_LEAST: Final = 200
# Not brackets and quotation marks: what follows them may begin with 的.
_STOP: Final = r",，。;；、:：!！?？\n"
_CLAUSE: Final = re.compile(f"[^{_STOP}]+")
# As much as is looked at.
_SAMPLE: Final = 4000
_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_STOPS: Final = re.compile("[。!！?？;；]")
# Shares, with what ordinary articles have in brackets.
_BAD_EDGES: Final = 0.03  # up to 0.01
_BAD_EDGES_LEAST: Final = 2
_USUAL_PAIRS: Final = 0.025  # 0.05 to 0.40
_DE_LEAST: Final = 8
_STOPLESS: Final = 1500
# Pairs are counted by so many.
_STEP: Final = 100


@once
def _pairs() -> frozenset[str]:
    return frozenset(load("scrambled.toml")["pairs"])


class _Edges(NamedTuple):
    """With what a bad clause begins or ends: the words in it; where one may begin so, and where one may end so; and the
    pattern that looks at it more closely."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    pattern: re.Pattern[str]


@once
def _edges() -> _Edges:
    data = load("scrambled.toml")
    first, last = data["never_first"], data["never_last"]
    pattern = re.compile(rf"(?<=\n)\s*(?:{first})|(?:{last})(?=\s*\n)")
    firsts, lasts = tuple(needed(first)), tuple(needed(last))
    # The character comes first, so that the engine can skip to it.
    begins = f"{_one_of({word[0] for word in firsts})}(?<![^{_STOP}\\s].)"
    ends = f"{_one_of({word[-1] for word in lasts})}(?=[{_STOP}\\s])"
    return _Edges(firsts, lasts, re.compile(begins), re.compile(ends), pattern)


def _one_of(chars: Collection[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(chars)))}]" if chars else "(?!)"


def _has_bad_edges(text: str) -> bool:
    """Whether too many clauses begin or end with a word that never does."""
    edges = _edges()
    most = len(edges.begins.findall(text)) + len(edges.ends.findall(text))
    if most <= _BAD_EDGES_LEAST:
        return False
    clauses = _CLAUSE.findall(text)
    least = max(_BAD_EDGES_LEAST, _BAD_EDGES * len(clauses))
    # The last clause may be cut short.
    return most > least and _bad_edges(clauses[:-1]) > least


def _bad_edges(clauses: Sequence[str]) -> int:
    """How many clauses begin or end with a word that never does."""
    edges = _edges()
    doubtful = [
        clause
        for clause in clauses
        if clause.lstrip().startswith(edges.first) or clause.rstrip().endswith(edges.last)
    ]
    return len(edges.pattern.findall("\n" + "\n".join(doubtful) + "\n")) if doubtful else 0


def is_scrambled(text: str) -> bool:
    """Whether the text, simplified, is shuffled, spun or without all order. Short texts never are."""
    text = text[:_SAMPLE]
    if not _may_be_scrambled(text):
        return False
    chinese = len("".join(_CHINESE.findall(text)))
    if chinese < _LEAST:
        return False
    if _has_bad_edges(text) or not _has_usual_pairs(text, _USUAL_PAIRS * chinese / 2):
        return True
    if text.count("的") == 0 and text.count("得") >= _DE_LEAST and text.count("得") > chinese / 120:
        return True
    clauses = _CLAUSE.findall(text)
    return chinese > _STOPLESS and not _STOPS.search(text) and len(clauses) < chinese / 100


def _may_be_scrambled(text: str) -> bool:
    """Whether one of the signs may be there: what can be told without counting the text's Chinese characters."""
    size = len(text)
    return size >= _LEAST and (
        _has_bad_edges(text)
        or not _has_usual_pairs(text, _USUAL_PAIRS * size / 2)
        or ("的" not in text and text.count("得") >= _DE_LEAST)
        or (size > _STOPLESS and not _STOPS.search(text))
    )


def _has_usual_pairs(text: str, least: float) -> bool:
    """Whether the text has so many usual pairs: ordinary ones have them in their first part already."""
    usual = map(_pairs().__contains__, map(add, text, text[1:]))
    found = 0
    for _ in range(0, len(text), _STEP):
        found += sum(islice(usual, _STEP))
        if found >= least:
            return True
    return found >= least

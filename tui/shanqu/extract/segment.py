"""Word boundaries by jieba's dictionary: the cut of a text whose words are together the most frequent.

The result is that of `jieba.cut(text, HMM=False)`. jieba itself would build a dictionary of all beginnings of
words, keep it in a file and import tables of a model that is not used here; reading its list takes a third of
that time and leaves no file behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

from shanqu.gazetteer import terms, zones

_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
_SPACE = re.compile(r"(\r\n|\s)")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
# Words up to this length are looked up without asking whether one begins so.
_SHORT = 4


class _Dictionary(NamedTuple):
    """How often each word was seen and the sum of that, its part of speech, and for the first `_SHORT` characters of
    longer words the greatest length."""

    seen: dict[str, int]
    total: float
    tags: dict[str, str]
    longest: dict[str, int]


def _listing() -> Path:
    """The file of jieba's words. Raises ModuleNotFoundError where jieba is not installed."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba is not installed", name="jieba")
    return Path(spec.submodule_search_locations[0]) / "dict.txt"


@cache
def _dictionary() -> _Dictionary:
    fields = _listing().read_text(encoding="utf-8").split()
    forms, counts, tags = fields[::3], fields[1::3], fields[2::3]
    seen = dict(zip(forms, map(int, counts), strict=True))
    long = sorted((form for form in seen if len(form) > _SHORT), key=len)
    known = _Dictionary(
        seen,
        float(sum(seen.values())),
        dict(zip(forms, tags, strict=True)),
        {form[:_SHORT]: len(form) for form in long},
    )
    for name in (*terms.words("edges", "whole"), *(form for zone in zones.zones() for form in zone.names)):
        _add(known, name)
    return known


def _add(known: _Dictionary, name: str) -> None:
    """Makes `name` so frequent that it is not cut apart."""
    share = 1.0
    for piece in _cut(name, known):
        share *= (known.seen.get(piece) or 1) / known.total
    known.seen[name] = max(int(share * known.total) + 1, known.seen.get(name, 1))
    if len(name) > _SHORT:
        known.longest[name[:_SHORT]] = max(len(name), known.longest.get(name[:_SHORT], 0))


def is_verb(word: str) -> bool:
    """Whether the dictionary knows `word`, of two characters or more, as a verb."""
    return len(word) > 1 and _dictionary().tags.get(word) == "v"


def tag(word: str) -> str:
    """The part of speech by the dictionary (n, v, ns, nz …); "" for a word that it does not know."""
    return _dictionary().tags.get(word, "")


def words(text: str) -> list[str]:
    """The words of `text` in order; joined they give `text` again."""
    return list(_words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    known = _dictionary()
    found: list[str] = []
    for number, block in enumerate(_BLOCK.split(text)):
        if number % 2:
            found += _joined(_cut(block, known))
        else:
            for piece in _SPACE.split(block):
                found += [piece] if _SPACE.match(piece) else piece
    return tuple(found)


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces, runs of single Latin letters and figures as one."""
    run = ""
    for piece in pieces:
        if piece in _LATIN:
            run += piece
            continue
        if run:
            yield run
            run = ""
        yield piece
    if run:
        yield run


def _cut(text: str, known: _Dictionary) -> Iterator[str]:
    """The likeliest words of `text`; the longer of two that are equally likely."""
    count, longest, rare = known.seen.get, known.longest.get, log(known.total)
    size = len(text)
    best = [0.0] * (size + 1)
    ends = [0] * size
    for at in range(size - 1, -1, -1):
        end = at + 1
        top = log(count(text[at]) or 1) - rare + best[end]
        last = min(size, at + (longest(text[at : at + _SHORT]) or _SHORT))
        for stop in range(at + 2, last + 1):
            seen = count(text[at:stop])
            if seen:
                chance = log(seen) - rare + best[stop]
                if chance >= top:
                    top, end = chance, stop
        best[at], ends[at] = top, end
    at = 0
    while at < size:
        yield text[at : ends[at]]
        at = ends[at]


def frequency(word: str) -> int:
    """How often the dictionary has seen `word`; 0 for a word that it does not know."""
    return _dictionary().seen.get(word, 0)

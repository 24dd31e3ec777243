"""Word boundaries by jieba's dictionary: the cut of a text whose words are together the most frequent.

The result is that of `jieba.cut(text, HMM=False)`. jieba itself would build a dictionary of all beginnings of
words, keep it in a file and import tables of a model that is not used here; reading its list takes a third of
that time and leaves no file behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import repeat
from math import log
from pathlib import Path
from typing import NamedTuple

from shanqu.extract.beginnings import Beginnings
from shanqu.gazetteer import terms, zones

_BLOCK = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
_SPACE = re.compile(r"(\r\n|\s)")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class _Dictionary(NamedTuple):
    """How often each word was seen and the sum of that, each one's part of speech, how likely each character is by itself,
    the pairs of characters that words begin with, and how often each of these, by its number, was seen as a word."""

    seen: dict[str, int]
    total: float
    tags: dict[str, str]
    alone: _Alone
    beginnings: Beginnings
    paired: list[int]


class _Alone(dict[str, float]):
    """The logarithm of a character's chance to be a word by itself, reckoned when it is first asked for."""

    def __init__(self, seen: dict[str, int], total: float) -> None:
        self._seen, self._rare = seen, log(total)

    def __missing__(self, char: str) -> float:
        return self.setdefault(char, log(self._seen.get(char) or 1) - self._rare)


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
    total = float(sum(seen.values()))
    tags_of = dict(zip(forms, tags, strict=True))
    whole = (*terms.words("edges", "whole"), *(form for zone in zones.zones() for form in zone.names))
    beginnings = Beginnings([*forms, *whole])
    paired = list(map(seen.get, beginnings.pairs, repeat(0)))
    known = _Dictionary(seen, total, tags_of, _Alone(seen, total), beginnings, paired)
    for name in whole:
        _add(known, name)
    return known


def _add(known: _Dictionary, name: str) -> None:
    """Makes `name` so frequent that it is not cut apart."""
    share = 1.0
    for piece in _segmented(name, known):
        share *= (known.seen.get(piece) or 1) / known.total
    known.seen[name] = max(int(share * known.total) + 1, known.seen.get(name, 1))
    known.alone.pop(name, None)
    if len(name) == 2:
        known.paired[known.beginnings.of(name)[0]] = known.seen[name]


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
    return tuple(words_once(text))


def words_once(text: str) -> list[str]:
    """The same, not remembered: for whole texts, which nobody asks for again."""
    return _segmented(text, _dictionary())


def _segmented(text: str, known: _Dictionary) -> list[str]:
    pairs = known.beginnings.of(text)
    found: list[str] = []
    end = 0
    for block in _BLOCK.finditer(text):
        found += _marks(text[end : block.start()])
        end = block.end()
        pieces = _cut(block.group(), [*pairs[block.start() : end - 1], 0], known)
        found += pieces if _LATIN.isdisjoint(block.group()) else _joined(pieces)
    return found + _marks(text[end:])


def _marks(text: str) -> list[str]:
    """Marks one by one, and white space."""
    found: list[str] = []
    for piece in _SPACE.split(text):
        found += [piece] if _SPACE.match(piece) else piece
    return found


def _joined(pieces: Iterable[str]) -> Iterator[str]:
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


def _cut(text: str, pairs: list[int], known: _Dictionary) -> list[str]:
    """The likeliest words of `text`; the longer of two that are equally likely. `pairs` are the numbers of its pairs of
    characters."""
    count, rare, size = known.seen.get, log(known.total), len(text)
    lengths, paired = known.beginnings.lengths, known.paired
    # How likely the words from each character on are together, worked out from the end.
    best = [0.0] * (size + 1)
    ends = list(range(1, size + 1))
    top = 0.0
    for at, alone in zip(range(size - 1, -1, -1), map(known.alone.__getitem__, reversed(text)), strict=True):
        top += alone
        if pair := pairs[at]:
            for length in lengths[pair]:
                stop = at + length
                seen = paired[pair] if length == 2 else count(text[at:stop])
                if seen and stop <= size:
                    chance = log(seen) - rare + best[stop]
                    if chance >= top:
                        top, ends[at] = chance, stop
        best[at] = top
    pieces = []
    at = 0
    while at < size:
        end = ends[at]
        pieces.append(text[at:end])
        at = end
    return pieces


def frequency(word: str) -> int:
    """How often the dictionary has seen `word`; 0 for a word that it does not know."""
    return _dictionary().seen.get(word, 0)

"""Word boundaries by jieba's dictionary: the cut of a text whose words are together the most frequent.

The result is that of `jieba.cut(text, HMM=False)`. jieba itself would build a dictionary of all beginnings of
words, keep it in a file and import tables of a model that is not used here; reading its list takes a third of
that time and leaves no file behind.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from shanqu.extract.beginnings import Beginnings
from shanqu.gazetteer import terms, zones

_IN_WORDS = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
# Words that the dictionary has seen so often are ordinary.
_ORDINARY = 50


class _Alone(dict[str, float | None]):
    """The logarithm of a character's chance to be a word by itself, reckoned when it is first asked for; None for marks,
    which part words."""

    def __init__(self, seen: dict[str, int], total: float) -> None:
        self._seen, self._rare = seen, log(total)

    def __missing__(self, char: str) -> float | None:
        chance = log(self._seen.get(char) or 1) - self._rare if _IN_WORDS.match(char) else None
        return self.setdefault(char, chance)


class _Dictionary(NamedTuple):
    """How often each word was seen and the sum of that, each one's part of speech, how likely each character is by itself,
    the pairs of characters that words begin with, and by the number of each how likely it is as a word (0.0 where it is
    none) and the bits of how long the longer words are. What is likely is so by its logarithm."""

    seen: dict[str, int]
    total: float
    tags: dict[str, str]
    alone: _Alone
    beginnings: Beginnings
    paired: npt.NDArray[np.float64]
    longer: npt.NDArray[np.int64]


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
    rare = log(total)
    paired = [log(count) - rare if count else 0.0 for count in map(seen.get, beginnings.pairs)]
    longer = np.where(beginnings.bits > 1 << 2, beginnings.bits & ~(1 << 2), 0)
    alone = _Alone(seen, total)
    known = _Dictionary(seen, total, tags_of, alone, beginnings, np.array(paired), longer)
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
        known.paired[known.beginnings.of(name)[0]] = log(known.seen[name]) - log(known.total)


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
    """The words of `text`; Latin letters and figures that are words by themselves as one where they follow each other."""
    ends, size = _ends(text, known), len(text)
    pieces = []
    at = 0
    while at < size:
        end = ends[at]
        if end == at + 1 and text[at] in _LATIN:
            while end < size and ends[end] == end + 1 and text[end] in _LATIN:
                end += 1
        pieces.append(text[at:end])
        at = end
    return pieces


def _ends(text: str, known: _Dictionary) -> list[int]:
    """Where the word ends that begins at each character, if one does: the words between two marks that are together the
    likeliest, the longer of two that are equally likely."""
    rare, size = log(known.total), len(text)
    count, lengths = known.seen.get, known.beginnings.lengths
    pairs = known.beginnings.of(text)
    paired, longer = known.paired.take(pairs).tolist(), known.longer.take(pairs).tolist()
    alone = map(known.alone.__getitem__, reversed(text))
    # How likely the words from each character to the next mark are together, worked out from the end.
    best = [0.0] * (size + 1)
    ends = list(range(1, size + 1))
    top, mark = 0.0, size
    for at, single, pair, more in zip(
        range(size - 1, -1, -1), alone, reversed(paired), reversed(longer), strict=True
    ):
        if single is None:
            top, mark = 0.0, at
            ends[at] += text.startswith("\r\n", at)
            continue
        top += single
        if pair and at + 2 <= mark and pair + best[at + 2] >= top:
            top, ends[at] = pair + best[at + 2], at + 2
        if more:
            for length in lengths[more]:
                stop = at + length
                seen = count(text[at:stop]) if stop <= mark else None
                if seen and log(seen) - rare + best[stop] >= top:
                    top, ends[at] = log(seen) - rare + best[stop], stop
        best[at] = top
    return ends


def frequency(word: str) -> int:
    """How often the dictionary has seen `word`; 0 for a word that it does not know."""
    return _dictionary().seen.get(word, 0)


def ordinary_words(name: str) -> bool:
    """Whether a name is made of words that many texts have."""
    return all(len(piece) > 1 and frequency(piece) >= _ORDINARY for piece in words(name))

"""Sketches of texts: how much of one text is in another, without the texts."""

from __future__ import annotations

import re
from collections.abc import Collection
from zlib import crc32

from shanqu.text.fold import fold

_DROPPED = re.compile(r"[^\w]+|_")
# Five characters of four bytes.
_WIDTH = 5 * 4
# One gram in eight is kept: a page of 2,000 characters leaves some 250.
MODULUS = 8
# What numbers count or measure tells one text of a template from another; dates do not, for reposters add their own.
_FIGURE = re.compile(r"(?<![\d.:/-])\d++(?:\.\d++)?+(?![\d年月日时点分号:/-])[%\w]?")
# Of a short text all are kept, for a sample of it would be too small to compare with other short ones.
_ALL_BELOW = 400


def sketch(text: str) -> frozenset[int]:
    """Hashes of a sample of the five-character pieces of `text`, folded, without punctuation.

    The sample depends only on the pieces themselves, so shared passages leave the same hashes: all of a
    short text, else those that `MODULUS` divides.
    """
    data = _DROPPED.sub("", fold(text)).encode("utf-32-le", errors="surrogatepass")
    if len(data) < _WIDTH:
        return frozenset({crc32(data)} if data else ())
    hashes = frozenset(crc32(data[at : at + _WIDTH]) for at in range(0, len(data) - _WIDTH + 1, 4))
    return hashes if len(hashes) < _ALL_BELOW else sampled(hashes)


def figures(text: str) -> frozenset[int]:
    """Hashes of the figures of `text`, each with the character behind it; a sample of them if they are many."""
    found = _FIGURE.findall(fold(text).replace(",", ""))
    hashes = frozenset(crc32(one.encode(errors="surrogatepass")) for one in found)
    return hashes if len(hashes) < _ALL_BELOW else sampled(hashes)


def sampled(hashes: Collection[int], modulus: int = MODULUS) -> frozenset[int]:
    """The hashes that every sketch of a text with their pieces holds."""
    return frozenset(value for value in hashes if value % modulus == 0)


def is_whole(hashes: Collection[int]) -> bool:
    """Whether a sketch holds all hashes of its text rather than a sample."""
    return any(value % MODULUS for value in hashes)


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller text that is in the other: 0 for unrelated texts, 1 for a copy.

    An estimate where one text is long: then only what is in every sample can be compared.
    """
    if is_whole(a) != is_whole(b):
        a, b = sampled(a), sampled(b)
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))

"""Near-duplicates: how much of one text is in another."""

from __future__ import annotations

import re
from hashlib import blake2b

from shanqu.text.fold import fold

_DROPPED = re.compile(r"[^\w]+|_")
_GRAM = 5
# One gram in eight is kept: a page of 2,000 characters leaves some 250.
_MODULUS = 8
# Of a short text all are kept, for a sample of it would be too small to compare.
_ALL_BELOW = 400


def sketch(text: str) -> frozenset[int]:
    """Hashes of a sample of the five-character pieces of `text`, folded, without punctuation.

    The sample depends only on the pieces themselves, so shared passages leave the same hashes.
    """
    folded = _DROPPED.sub("", fold(text))
    if len(folded) < _GRAM:
        return frozenset({_hash(folded)} if folded else ())
    hashes = frozenset(_hash(folded[i : i + _GRAM]) for i in range(len(folded) - _GRAM + 1))
    if len(hashes) < _ALL_BELOW:
        return hashes
    return frozenset(value for value in hashes if value % _MODULUS == 0)


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller sketch that is in the other: 0 for unrelated texts, 1 for a copy."""
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def _hash(gram: str) -> int:
    return int.from_bytes(
        blake2b(gram.encode("utf-8", errors="surrogatepass"), digest_size=7).digest(), "big"
    )

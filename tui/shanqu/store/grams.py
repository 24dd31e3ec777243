"""Bigrams: how a text is cut for the full-text index, and how a literal is asked of it.

A text becomes the overlapping pairs of its characters and, last, its final character alone: 遂昌县 →
遂昌 昌县 县. So each character begins exactly one token, in order. A literal of two or more characters is a
phrase of pairs, which holds exactly where the literal stands; one character is a prefix of tokens.

Punctuation, controls and white space of ASCII are told to the index as characters of the last private plane,
because its tokenizer would cut at them. So they are as good as any other character, and no hit is ever to be
verified.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_PLANE = 0x10FF00
_TOLD = {chr(code): chr(_PLANE + code) for code in range(0x80) if not chr(code).isalnum()}
_CUT = re.compile(f"[{re.escape(''.join(_TOLD))}]")


def _told(folded: str) -> str:
    return _CUT.sub(lambda found: _TOLD[found[0]], folded)


def grams(folded: str) -> str:
    """The tokens of a folded text, separated by spaces."""
    told = _told(folded)
    return " ".join([*map("".join, pairwise(told)), told[-1:]])


def phrase(folded: str) -> str:
    """The FTS5 expression that holds exactly where the folded literal (which must not be empty) stands."""
    told = _told(folded)
    if len(told) == 1:
        return f'"{told}" *'
    return '"' + " ".join(map("".join, pairwise(told))) + '"'


def near(literals: Sequence[str], distance: int) -> str:
    """The expression for folded literals with at most `distance` characters between them, in any order.

    Exact where each has two or more characters: a phrase of pairs ends one character before its literal does.
    """
    return f"NEAR({' '.join(map(phrase, literals))}, {distance + 1})"

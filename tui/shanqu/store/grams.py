"""Bigrams: how a text is cut for the full-text index, and how a literal is asked of it.

Every run of word characters becomes its overlapping pairs and, last, its final character alone:
遂昌县 → 遂昌 昌县 县. So each character begins exactly one token, in order. A literal of two or more
word characters is a phrase of pairs, which holds exactly where the literal stands; one character is a
prefix of tokens.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Everything but ASCII punctuation, controls and white space. FTS5's `ascii` tokenizer cuts at the
# former by itself, so only such runs can be told to it as tokens.
_RUN = re.compile(r"(?:[0-9a-z]|[^\x00-\x7f\s])+")


def grams(folded: str) -> str:
    """The tokens of a folded text, separated by spaces; runs are kept apart by the single characters."""
    pieces: list[str] = []
    for match in _RUN.finditer(folded):
        run = match.group()
        pieces.extend(map("".join, pairwise(run)))
        pieces.append(run[-1])
    return " ".join(pieces)


def expression(folded: str) -> tuple[str | None, bool]:
    """The FTS5 expression that a text must fulfil to hold the folded literal.

    The second part tells whether the expression is exact; if not, the candidates are to be verified.
    None where the literal has no word characters: then every text is a candidate.
    """
    runs = _RUN.findall(folded)
    if not runs:
        return None, False
    return " AND ".join(_phrase(run) for run in runs), runs == [folded]


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{run}" *'
    return '"' + " ".join(map("".join, pairwise(run))) + '"'

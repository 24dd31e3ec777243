"""Pages in a language of letters: their sentences end with a point, and Chinese prose is not to be looked for."""

from __future__ import annotations

import re
from typing import Final

from shanqu.clean.signs import PROSE, STRONG, Signs

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_ENDS: Final = (".", "!", "?")
_CLOSERS: Final = "\"'”’)] "
# A word and the space behind it take no more than this on average.
_PER_WORD: Final = 9
# A page with so much Chinese prose is Chinese, whatever stands beside it.
_CHINESE_LEAST: Final = 200
# Else it is so where its sentences of letters are not so many times more.
_TIMES: Final = 4
_SENTENCES_LEAST: Final = 2


def lettered(signs: list[Signs]) -> list[Signs]:
    """`signs` of a page; of one whose text is in letters as if each of them were a Chinese character.

    An English abstract or a machine's translation beside a Chinese text changes nothing.
    """
    chinese = 0
    for sign in signs:
        if sign.prose:
            chinese += sign.length
            if chinese >= _CHINESE_LEAST:
                return signs
    sentences = [sign.length for sign in signs if _is_sentence(sign)]
    if len(sentences) < _SENTENCES_LEAST or sum(sentences) <= _TIMES * chinese:
        return signs
    return [_read(sign) if _CHINESE.search(sign.line.norm) is None else sign for sign in signs]


def _is_sentence(sign: Signs) -> bool:
    norm = sign.line.norm
    return (
        sign.length >= PROSE
        and _is_stopped(norm)
        and norm.count(" ") * _PER_WORD >= sign.length
        and _CHINESE.search(norm) is None
    )


def _is_stopped(norm: str) -> bool:
    return norm.rstrip(_CLOSERS).endswith(_ENDS)


def _read(sign: Signs) -> Signs:
    """The features of a line of letters, with all but its white space for Chinese characters."""
    prose = _is_sentence(sign) and (sign.rule is None or sign.rule.weak) and not sign.listing
    return Signs(
        sign.line,
        sign.length,
        sign.length - sign.line.norm.count(" "),
        _is_stopped(sign.line.norm),
        prose,
        prose and sign.length >= STRONG,
        sign.teaser,
        sign.legal,
        sign.listing,
        sign.rule,
        # What is known for noise of Chinese pages by its letters alone is none here.
        0 if prose else sign.parted,
        sign.may,
    )

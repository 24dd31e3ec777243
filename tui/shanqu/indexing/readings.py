"""Pinyin and initials of names, so that they can be typed on any keyboard."""

from __future__ import annotations

import re
from functools import lru_cache

from shanqu.gazetteer import place_by_code
from shanqu.model import Mention

_LETTERS = re.compile(r"[a-z0-9]+")


def reading(mention: Mention) -> tuple[str, str]:
    """Pinyin without tones or spaces, and initials, of the mention's canonical name.

    The names of counties are read as the gazetteer says, for many are read in a way of their own.
    """
    if mention.kind == "place" and mention.code:
        place = place_by_code(mention.code)
        if place is not None:
            return place.pinyin, place.initials
    return _spelled(mention.canonical)


@lru_cache(maxsize=4096)
def _spelled(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    syllables = [part for chunk in lazy_pinyin(name) for part in _LETTERS.findall(chunk.lower())]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)

"""What the library keeps of names besides the names: pinyin, initials, and whose county they are."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from shanqu.gazetteer import place_by_code
from shanqu.model import Extraction, Mention

_LETTERS = re.compile(r"[a-z0-9]+")


def reading(mention: Mention) -> tuple[str, str]:
    """Pinyin without tones or spaces, and initials, of the mention's canonical name.

    The names of counties are read as the gazetteer says, for many are read in a way of their own.
    """
    if mention.kind == "place" and mention.code:
        place = place_by_code(mention.code)
        if place is not None and place.name == mention.canonical:
            return place.pinyin, place.initials
    return _spelled(mention.canonical)


@lru_cache(maxsize=4096)
def _spelled(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    syllables = [part for chunk in lazy_pinyin(name) for part in _LETTERS.findall(chunk.lower())]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def counties_named(extraction: Extraction) -> list[str]:
    """The counties that an article names, most often first; a township counts for its county."""
    codes = Counter(
        mention.code for mention in extraction.mentions if mention.kind == "place" and mention.code
    )
    places = (place_by_code(code) for code, _ in codes.most_common())
    return [place.name for place in places if place is not None and place.level == "county"]

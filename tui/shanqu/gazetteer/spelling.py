"""How names are typed in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from shanqu.gazetteer.places import place_by_code

_LETTERS = re.compile(r"[a-z0-9]+")


def reading_of(kind: str, canonical: str, code: str) -> tuple[str, str]:
    """Pinyin without tones or spaces, and initials, of an entity's canonical name.

    The names of counties are read as the gazetteer says, for many are read in a way of their own.
    """
    place = place_by_code(code) if kind == "place" and code else None
    if place is not None and place.name == canonical:
        return place.pinyin, place.initials
    return _spelled(canonical)


@lru_cache(maxsize=4096)
def _spelled(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    syllables = [part for chunk in lazy_pinyin(name) for part in _LETTERS.findall(chunk.lower())]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)

"""What the library keeps of names besides the names: pinyin, initials, and whose county they are."""

from __future__ import annotations

from collections import Counter

from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.spelling import reading_of
from shanqu.model import Extraction, Mention


def reading(mention: Mention) -> tuple[str, str]:
    """Pinyin without tones or spaces, and initials, of the mention's canonical name."""
    return reading_of(mention.kind, mention.canonical, mention.code or "")


def counties_named(extraction: Extraction) -> list[str]:
    """The counties that an article names, most often first; a township counts for its county."""
    codes = Counter(
        mention.code for mention in extraction.mentions if mention.kind == "place" and mention.code
    )
    places = (place_by_code(code) for code, _ in codes.most_common())
    return [place.name for place in places if place is not None and place.level == "county"]

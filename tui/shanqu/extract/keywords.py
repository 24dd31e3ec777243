"""The words that an article is about: TF-IDF over jieba's words, names taken as wholes."""

from __future__ import annotations

import math
from collections import Counter

from shanqu.extract.document import build
from shanqu.extract.segment import frequency, is_verb, tag, words
from shanqu.gazetteer import terms
from shanqu.gazetteer.tables import once
from shanqu.model import Article, Extraction

# What jieba's dictionary was counted on, in words; a word that it does not know is taken to be as rare as this.
_COUNTED = 60_000_000
_UNKNOWN = 30
_WHOLE = ("company", "park", "project", "industry", "product", "policy")


def keywords(article: Article, extraction: Extraction, count: int = 10) -> tuple[tuple[str, float], ...]:
    """The `count` weightiest words of the article's title and body with their weights, the weightiest first.

    Names of firms, parks, projects, trades, goods and programmes that `extraction` holds count as one word, by
    their canonical names; places, persons and offices, which have lists of their own, are left out.
    """
    text = build(article).text
    named = {mention.text: mention for mention in extraction.mentions}
    counts: Counter[str] = Counter(
        mention.canonical for mention in extraction.mentions if mention.kind in _WHOLE
    )
    for form in sorted(named, key=len, reverse=True):
        text = text.replace(form, "\n")
    counts.update(word for word in words(text) if _tells(word))
    total = sum(counts.values()) or 1
    weights = ((word, number / total * _rarity(word)) for word, number in counts.items())
    return tuple(sorted(weights, key=lambda item: (-item[1], item[0]))[:count])


def _tells(word: str) -> bool:
    """Whether a word may be a keyword: of two Chinese characters or more, no verb, none of the words of form and none that
    any report holds."""
    chinese = len(word) > 1 and all("一" <= char <= "龥" for char in word)
    form = word in _plain() or word.endswith("元") or word.startswith("各")
    return chinese and not form and not is_verb(word) and tag(word)[:1] not in _no_matter()


@once
def _plain() -> frozenset[str]:
    return frozenset((*terms.words("edges", "words"), *terms.words("keywords", "plain")))


@once
def _no_matter() -> frozenset[str]:
    """The first letters of the dictionary's parts of speech that keywords do not have."""
    return frozenset(terms.words("keywords", "no_matter"))


def _rarity(word: str) -> float:
    return math.log(_COUNTED / (frequency(word) or _UNKNOWN))

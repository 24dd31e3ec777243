"""Which pairs of entities the most texts name together, without looking at the texts of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import nsmallest
from typing import NamedTuple

from shanqu.store import Reader, together
from shanqu.store.leading import copies
from shanqu.store.together import Met

Pair = tuple[int, int]


class Together(NamedTuple):
    """Two entities, by the ids that stand for them: how many independent texts and sentences name both."""

    key: Pair
    texts: int
    sentences: int


def first_of(
    reader: Reader, met: Iterable[Met], limit: int, stand: Callable[[Pair], Pair | None]
) -> list[Together]:
    """The pairs of the most texts, of as many those of the most sentences first; `limit` of them.

    `stand` gives for a pair of entities that which stands for it as the user has corrected them, or None. Articles are
    no fewer than the texts that they make: pairs of too few are left alone.
    """
    articles, sentences = Counter[Pair](), Counter[Pair]()
    parts: dict[Pair, list[Pair]] = {}
    for one in met:
        key = stand(one.pair)
        if key is not None:
            articles[key] += one.articles
            sentences[key] += one.sentences
            parts.setdefault(key, []).append(one.pair)
    order = [key for key, _ in articles.most_common()]
    found: list[Together] = []
    while order and (len(found) < limit or articles[order[0]] >= found[-1].texts):
        batch, order = order[: 2 * limit], order[2 * limit :]
        counted = _texts(reader, {key: parts[key] for key in batch})
        found += (Together(key, texts, sentences[key]) for key, texts in counted.items())
        found = nsmallest(limit, found, key=lambda one: (-one.texts, -one.sentences, one.key))
    return found


def _texts(reader: Reader, parts: Mapping[Pair, Collection[Pair]]) -> dict[Pair, int]:
    """How many texts name each of these pairs, or any of its parts."""
    same = copies(reader)
    found = together.articles_of(reader, (part for some in parts.values() for part in some))
    return {
        key: len({same.get(one, one) for part in some for one in found[part]}) for key, some in parts.items()
    }

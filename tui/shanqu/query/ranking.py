"""Which pairs of entities the most texts name together, without looking at the texts of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from heapq import nlargest
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


class Ranking:
    """Pairs in the making. Articles are no fewer than the texts that they make: pairs of too few are left alone."""

    def __init__(self, reader: Reader, limit: int, stand: Callable[[Pair], Pair | None]) -> None:
        """`stand` gives for a pair of entities that which stands for it as the user has corrected them, or None."""
        self._reader, self._limit, self._stand = reader, limit, stand
        self._same = copies(reader)
        self._articles = Counter[Pair]()
        self._parts: dict[Pair, list[Pair]] = {}
        self._texts: dict[Pair, set[int]] = {}
        self._sentences = Counter[Pair]()
        self._known: dict[Pair, list[Callable[[], Collection[int]]]] = {}

    def add(self, met: Iterable[Met]) -> None:
        """Pairs of which only the number of articles is known."""
        for pair, articles in met:
            key = self._stand(pair)
            if key is not None:
                self._articles[key] += articles
                self._parts.setdefault(key, []).append(pair)

    def add_known(
        self, pair: Pair, number: int, articles: Callable[[], Collection[int]], sentences: int
    ) -> None:
        """A pair of which all is known: the number of articles, which ones these are, and the number of sentences."""
        key = self._stand(pair)
        if key is not None:
            self._articles[key] += number
            self._known.setdefault(key, []).append(articles)
            self._sentences[key] += sentences

    def first(self) -> list[Together]:
        """The pairs of the most texts, of as many those of the most sentences first; `limit` of them."""
        order = [key for key, _ in self._articles.most_common()]
        seen: list[Pair] = []
        while order and self._articles[order[0]] >= self._least(seen):
            batch, order = order[: 2 * self._limit], order[2 * self._limit :]
            self._look_up(batch)
            seen += batch
        least = self._least(seen)
        tied = [key for key in seen if len(self._texts[key]) >= least]
        parts = {part: key for key in tied for part in self._parts.get(key, ())}
        for part, sentences in together.sentences_of(self._reader, parts).items() if parts else ():
            self._sentences[parts[part]] += sentences
        found = [Together(key, len(self._texts[key]), self._sentences[key]) for key in tied]
        return sorted(found, key=lambda one: (-one.texts, -one.sentences, one.key))[: self._limit]

    def _least(self, seen: Iterable[Pair]) -> int:
        """How many texts it takes to be among the first of those seen so far."""
        most = nlargest(self._limit, (len(self._texts[key]) for key in seen))
        return most[-1] if len(most) == self._limit else 0

    def _look_up(self, keys: Collection[Pair]) -> None:
        parts = {part: key for key in keys for part in self._parts.get(key, ())}
        found = together.articles_of(self._reader, parts) if parts else {}
        said: list[tuple[Pair, Collection[int]]] = [
            (parts[part], articles) for part, articles in found.items()
        ]
        said += [(key, articles()) for key in keys for articles in self._known.get(key, ())]
        for key, articles in said:
            self._texts.setdefault(key, set()).update(self._same.get(one, one) for one in articles)

"""The sentences that name a place, to look words up in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable

from shanqu.query.matrix_shapes import Ref
from shanqu.store import Reader
from shanqu.store.spoken import Spoken, spoken

_MOST = 20


class Sentences:
    """Read from the library when first asked."""

    def __init__(self, reader: Reader, entities: Collection[int]) -> None:
        self._reader = reader
        self._entities = entities
        self._held: tuple[list[Spoken], list[int], str] | None = None

    def holding(self, words: Iterable[str]) -> tuple[Ref, ...]:
        """Where sentences hold one of `words`, the latest first; not more than a list shows."""
        sentences, starts, text = self._all()
        found: dict[int, Ref] = {}
        for word in words:
            at = text.find(word)
            while at >= 0 and len(found) < _MOST:
                number = bisect_right(starts, at) - 1
                one = sentences[number]
                start = one.sentence + at - starts[number]
                found.setdefault(
                    number, Ref(one.article, one.sentence, one.sentence_end, start, start + len(word))
                )
                at = text.find(word, starts[number] + len(one.text))
        return tuple(found[number] for number in sorted(found))

    def _all(self) -> tuple[list[Spoken], list[int], str]:
        if self._held is None:
            sentences = spoken(self._reader, self._entities) if self._entities else []
            starts, at = [], 0
            for one in sentences:
                starts.append(at)
                at += len(one.text) + 1
            self._held = sentences, starts, "\n".join(one.text for one in sentences)
        return self._held

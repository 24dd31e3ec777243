"""Where the words of a query stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.model import Query
from shanqu.text.fold import fold


def free_words(query: Query) -> tuple[str, ...]:
    """The literals that a query asks for in title and text."""
    return tuple(term.value for term in query.terms if term.field is None and not term.negated)


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """The spans of `text` that read like one of `words` once folded; in order, overlaps made one."""
    folded = fold(text)
    found = []
    for word in {fold(word) for word in words} - {""}:
        at = folded.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    return merged(found)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap joined."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def highlights(query: Query, text: str) -> list[tuple[int, int]]:
    """The spans of `text` that hold what the query asks for literally."""
    return occurrences(text, free_words(query))

"""Where the words of a query stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.model import Either, Near, Query, Term
from shanqu.text.variants import spans

_LITERAL = (None, "title", "body")


def free_words(query: Query) -> tuple[str, ...]:
    """The literals that a query asks for in title and text."""
    found: list[str] = []
    for term in query.terms:
        if term.negated:
            continue
        match term:
            case Term():
                found += [term.value] if term.field in _LITERAL else []
            case Near():
                found += term.words
            case Either():
                found += [word for choice in term.choices for word in free_words(choice)]
    return tuple(dict.fromkeys(found))


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """The spans of `text` that read like one of `words` once folded; in order, overlaps made one."""
    return merged(spans(text, words))


def merged(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap joined."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def highlights(query: Query, text: str) -> list[tuple[int, int]]:
    """The spans of `text` that hold what the query asks for literally."""
    return occurrences(text, free_words(query))

"""Folded words found in texts that are not folded, without folding the texts: that takes ten times as long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from math import prod

from shanqu.text.fold import fold, folded_codes

# Sigma has a form of its own for the end of a word. Letters of the higher planes are not looked up by their capitals.
_BY_NEIGHBOURS = "σς"
_RARE = "\U00010000"
# A word that can be written in more ways is looked for by a pattern.
_MOST_FORMS = 16


@cache
def _variants(cased: bool) -> dict[str, str]:
    """For each folded character all the others that are folded to it; letters with capitals only where `cased` asks."""
    chars = "".join(map(chr, folded_codes()))
    if cased:
        # Of the characters that become two when lowered none is folded.
        plain = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000)))).replace("İ", "")
        chars += "".join(char for char, low in zip(plain, plain.lower(), strict=True) if char != low)
    found: dict[str, str] = {}
    for char, folded in zip(chars, fold(chars), strict=True):
        if char != folded and char not in found.get(folded, ""):
            found[folded] = found.get(folded, "") + char
    return found


def _variants_of(folded: str) -> dict[str, str]:
    # To look through all capitals takes a while: not for Chinese.
    return _variants(folded.upper() != folded)


@lru_cache(maxsize=256)
def _pattern(folded: str) -> re.Pattern[str]:
    variants = _variants_of(folded)
    return re.compile(
        "".join(
            f"[{re.escape(char + variants[char])}]" if char in variants else re.escape(char)
            for char in folded
        )
    )


def is_certain(folded: str) -> bool:
    """Whether `holder` tells for sure: not of letters that are folded by what stands beside them, or are rare."""
    return all(char not in _BY_NEIGHBOURS and char < _RARE for char in folded)


@lru_cache(maxsize=64)
def holder(folded: str) -> Callable[[bytes], bool]:
    """A test of texts in UTF-8: whether they hold the word once they are folded as well."""
    forms = _forms(folded)
    if not forms:
        pattern = _pattern(folded)
        return lambda text: pattern.search(text.decode()) is not None
    # In bytes: it takes longer to decode a text than to look for a few forms in it.
    encoded = [form.encode() for form in forms]
    return lambda text: any(form in text for form in encoded)


@lru_cache(maxsize=256)
def _forms(folded: str) -> tuple[str, ...]:
    """All that is folded to this; none where these are too many to be looked for one by one."""
    variants = _variants_of(folded)
    if prod(1 + len(variants.get(char, "")) for char in folded) > _MOST_FORMS:
        return ()
    return tuple("".join(form) for form in product(*(char + variants.get(char, "") for char in folded)))


def spans(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where `text` reads like one of `words` once both are folded; word by word, each without overlaps."""
    found: list[tuple[int, int]] = []
    for word in _folded(tuple(words)):
        if forms := _forms(word):
            found += _spans_of(text, forms)
        else:
            found += [match.span() for match in _pattern(word).finditer(text)]
    return found


@lru_cache(maxsize=64)
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words} - {""}))


def _spans_of(text: str, forms: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of these forms of one word stand, without overlaps. A pattern would look at each character."""
    # Most texts hold one way of writing it, if any.
    written = [form for form in forms if form in text]
    if not written:
        return []
    length = len(written[0])
    if len(written) == 1:
        return list(_spans_of_one(text, written[0], length))
    found: list[tuple[int, int]] = []
    for start in sorted(start for form in written for start, _ in _spans_of_one(text, form, 1)):
        if not found or start >= found[-1][1]:
            found.append((start, start + length))
    return found


def _spans_of_one(text: str, form: str, step: int) -> Iterator[tuple[int, int]]:
    """Where one form stands; so many characters further on the next is looked for."""
    length, at = len(form), text.find(form)
    while at >= 0:
        yield at, at + length
        at = text.find(form, at + step)

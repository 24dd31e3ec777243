"""Word lists of the gazetteer in the form in which rules use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words


def any_of(forms: Iterable[str]) -> str:
    """A pattern, without a group of its own, for the longest of the forms."""
    return "(?:" + "|".join(map(re.escape, sorted(set(forms), key=len, reverse=True))) + ")"


@once
def listed(file: str, *keys: str) -> str:
    """A pattern for the longest word of a list of the gazetteer."""
    return any_of(words(file, *keys))


def begins_like(forms: Iterable[str], more: str = "") -> str:
    """A pattern that looks ahead for the first character of one of the forms or one of the class `more`. In front of a
    pattern that begins in many ways it spares trying them all at every character."""
    return f"(?=[{re.escape(''.join(sorted({form[0] for form in forms})))}{more}])"


def occurrences(text: str, form: str) -> Iterator[int]:
    """Where `form` begins in `text`, from left to right, without overlaps. No pattern is compiled for it."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def runs_of(text: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Where any of the forms stands in `text`, the longest at each place, from left to right, without overlaps. No pattern
    is compiled for them."""
    found: list[tuple[int, int]] = []
    spots = sorted((at, -len(form)) for form in set(forms) if form for at in _everywhere(text, form))
    for start, length in spots:
        if not found or start >= found[-1][1]:
            found.append((start, start - length))
    return found


def _everywhere(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


class Lexicon:
    """Words to look for in a text, the longest at each place. `but` are longer words in which they mean
    something else: they are skipped as wholes."""

    def __init__(self, forms: Iterable[str], but: Iterable[str] = ()) -> None:
        self.forms = frozenset(forms)
        self._longest = max(map(len, self.forms), default=0)
        self._pattern = re.compile(any_of([*self.forms, *but]))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where the words stand, from left to right, without overlaps."""
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            if match.group() in self.forms:
                yield match.span()

    def begins(self, text: str, at: int = 0) -> int:
        """The end of the longest word that begins at `at`; `at` itself if none does."""
        match = self._pattern.match(text, at)
        return match.end() if match and match.group() in self.forms else at

    def ends(self, text: str, end: int | None = None) -> int:
        """The start of the longest word that ends at `end`; `end` itself if none does."""
        last = len(text) if end is None else end
        for start in range(max(0, last - self._longest), last):
            if text[start:last] in self.forms:
                return start
        return last

    def covers(self, text: str) -> bool:
        """Whether `text` is nothing but a run of the words."""
        reached = [True] + [False] * len(text)
        for at in range(len(text)):
            if reached[at]:
                for end in range(at + 1, min(at + self._longest, len(text)) + 1):
                    reached[end] = reached[end] or text[at:end] in self.forms
        return reached[-1]


NUMERALS = "0123456789一二三四五六七八九十百千万亿两几数多余."


@once
def modifiers(file: str, *keys: str) -> Lexicon:
    """The words of a list and numerals: what only describes, counts or ranks."""
    return Lexicon([*words(file, *keys), *NUMERALS])


@once
def lexicon(file: str, *keys: str) -> Lexicon:
    """A list of the gazetteer by itself."""
    return Lexicon(words(file, *keys))

"""Readings in brackets after the characters that they read: `區(qū)`, `生态(shēngtài)`, `州(zhou)(zhou)`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

# One of them is an author's gloss; a copier writes many.
_LEAST: Final = 3
_LONGEST_WORD: Final = 6
# A line may have been broken inside of one, or before it.
_BRACKET: Final = re.compile(
    r"[(（](?:(?<=[\u3400-\u9fff].)|(?<=[\u3400-\u9fff]\n.))\s?([a-zA-Z\u00c0-\u01dcɑɡ\u0300-\u030c'’ \n]{1,40})[)）]"
)
# Each begins with one character, for a pattern that begins with either of two is found far slower.
_BRACKETED: Final = tuple(
    re.compile(rf"{bracket}\s?[a-zA-Z\u00c0-\u01dcɑɡ\u0300-\u030c'’ ]") for bracket in (r"\(", "（")
)
_AGAIN: Final = re.compile(r"[(（]\s?([a-zA-Z\u00c0-\u01dcɑɡ\u0300-\u030c'’ \n]{1,40})[)）]")
_LETTERS: Final = str.maketrans({"ɑ": "a", "ɡ": "g", "'": None, "’": None, " ": None, "\n": None})


@cache
def _readings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    table = files("shanqu.gazetteer").joinpath("data", "readings.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        syllable, chars = line.split("\t")
        for char in chars:
            found.setdefault(char, set()).add(syllable)
    return {char: frozenset(syllables) for char, syllables in found.items()}


def plain(reading: str) -> str:
    """A reading without tones, spaces and capitals; ü is written v."""
    marks = unicodedata.normalize("NFD", reading.lower().translate(_LETTERS)).replace("u\u0308", "v")
    return "".join(char for char in marks if not unicodedata.combining(char))


def reads(reading: str, before: str) -> bool:
    """Whether `reading`, as printed, reads the last characters of `before`: one, or a whole word."""
    left = {plain(reading)}
    for char in reversed(before[-_LONGEST_WORD:]):
        known = _readings().get(char, frozenset())
        left = {
            rest[: -len(syllable)]
            for rest in left
            for one in known
            for syllable in {one, one.replace("v", "u")}
            if rest.endswith(syllable)
        }
        if "" in left:
            return True
        if not left:
            return False
    return False


def annotated_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the bracketed readings of a text that has many of them; of any other text none."""
    found: list[tuple[int, int]] = []
    if sum([len(bracketed.findall(text)) for bracketed in _BRACKETED]) < _LEAST:
        return ()
    for match in _BRACKET.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].replace("\n", "")
        if not reads(match[1], before):
            continue
        end = match.end()
        while (again := _AGAIN.match(text, end)) and reads(again[1], before):
            end = again.end()
        found.append((match.start(), end))
    return tuple(found) if len(found) >= _LEAST else ()

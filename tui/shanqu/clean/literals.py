"""Of which words a text must hold one for a regular expression to fit: so that most texts need not be tried."""

from __future__ import annotations

import re

Words = frozenset[str]
# A class of more characters tells hardly anything.
_CLASS_MOST = 12
_QUANTIFIER = re.compile(r"(?:[?*]|\{0?(?:,\d*)?\})(?P<none>)|(?:\+|\{\d+(?:,\d*)?\})(?P<some>)")
_OPENING = re.compile(r"\((?P<ahead>\?=)|\((?P<other>\?!|\?<[=!])|\((?:\?:|\?P<\w+>)?(?!\?)")
_ESCAPED = {"d": frozenset("0123456789"), "s": frozenset(" ")}
_SIMPLE = re.compile(r"[^\\\[\]().|?*+{}^$]")


class _UnknownSyntaxError(Exception):
    """The pattern has something in it that is not looked into."""


def needed(pattern: str) -> Words:
    """Words, in lower case, of which every text holds one that `pattern` fits; empty where none can be told.

    White space in the text is squeezed to single spaces, and figures are those of ASCII, as in `lines.Line`. Knows
    groups, looks ahead and behind, classes and quantifiers; anything else makes the answer empty.
    """
    try:
        reader = _Reader(pattern)
        found = reader.alternatives()
        return (found or frozenset()) if reader.at == len(pattern) else frozenset()
    except (_UnknownSyntaxError, IndexError):
        return frozenset()


class _Reader:
    """Reads a pattern from left to right; `at` is where it stands."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> Words | None:
        """What the alternatives up to the end of the group need, or None if one of them needs nothing."""
        every: list[Words | None] = [self.sequence()]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            every.append(self.sequence())
        found = [words for words in every if words is not None]
        return frozenset().union(*found) if len(found) == len(every) else None

    def sequence(self) -> Words | None:
        """The most telling of what the parts of a sequence need; characters in a row are one word."""
        choices: list[Words] = []
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            words, single = self.atom()
            times = _QUANTIFIER.match(self.pattern, self.at)
            if times is not None:
                self.at = times.end()
                if self.pattern[self.at : self.at + 1] in ("?", "+"):
                    self.at += 1
            if single and times is None:
                run += single
                continue
            if run:
                choices.append(frozenset({run}))
                run = ""
            if words is not None and (times is None or times["some"] is not None):
                choices.append(words)
        if run:
            choices.append(frozenset({run}))
        return min(choices, key=_commonness, default=None)

    def atom(self) -> tuple[Words | None, str]:
        """What the next part needs, and the character that it is, if it is one."""
        char = self.pattern[self.at]
        if char == "(":
            return self.group(), ""
        if char == "[":
            return self.one_of(), ""
        if char == "\\":
            return self.escaped()
        self.at += 1
        if _SIMPLE.match(char):
            return frozenset({char.lower()}), char.lower()
        if char in ".^$":
            return None, ""
        raise _UnknownSyntaxError(char)

    def group(self) -> Words | None:
        """What a group needs; one that must not follow or that looks behind needs nothing."""
        opening = _OPENING.match(self.pattern, self.at)
        if opening is None:
            raise _UnknownSyntaxError(self.pattern[self.at :])
        self.at = opening.end()
        found = self.alternatives()
        if self.pattern[self.at] != ")":
            raise _UnknownSyntaxError(self.pattern[self.at :])
        self.at += 1
        return None if opening["other"] else found

    def escaped(self) -> tuple[Words | None, str]:
        char = self.pattern[self.at + 1]
        self.at += 2
        if char.isalnum():
            return _ESCAPED.get(char), ""
        return frozenset({char}), char

    def one_of(self) -> Words | None:
        """The characters of a class, if they are few and written one by one."""
        self.at += 1
        found: set[str] = set()
        told = self.pattern[self.at] != "^"
        first = self.at + (not told)
        while self.pattern[self.at] != "]" or self.at == first:
            char = self.pattern[self.at]
            if char == "\\":
                self.at += 1
                char = self.pattern[self.at]
                told = told and not char.isalnum()
            elif char == "-" and self.at > first and self.pattern[self.at + 1] != "]":
                told = False
            found.add(char.lower())
            self.at += 1
        self.at += 1
        return frozenset(found) if told and len(found) <= _CLASS_MOST else None


def _commonness(words: Words) -> float:
    """How little it tells of a text that it holds one of the words."""
    return sum(3 * 0.4 ** len(word) if word.isascii() else 0.3 ** len(word) for word in words)

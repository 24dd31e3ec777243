"""What a text must hold, begin with and end with for a regular expression to fit: so that most need not be tried."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

Words = frozenset[str]
# Each a character, or where it is longer a pattern of one.
Characters = frozenset[str]
_ANY: Characters = frozenset({"[^\\n]"})
# A class of more characters tells hardly anything.
_CLASS_MOST: Final = 12
_QUANTIFIER: Final = re.compile(r"(?:[?*]|\{0?(?:,\d*)?\})(?P<none>)|(?:\+|\{\d+(?:,\d*)?\})(?P<some>)")
_OPENING: Final = re.compile(r"\((?P<ahead>\?=)|\((?P<other>\?!|\?<[=!])|\((?:\?:|\?P<\w+>)?(?!\?)")
_ESCAPED: Final = {"d": frozenset("0123456789"), "s": frozenset(" ")}
_SIMPLE: Final = re.compile(r"[^\\\[\]().|?*+{}^$]")


class _UnknownSyntaxError(Exception):
    """The pattern has something in it that is not looked into."""


def needed(pattern: str) -> Words:
    """Words, in lower case, of which every text holds one that `pattern` fits; empty where none can be told.

    White space in the text is squeezed to single spaces, and figures are those of ASCII, as in `lines.Line`. Knows
    groups, looks ahead and behind, classes and quantifiers; anything else makes the answer empty.
    """
    return _read(pattern).words or frozenset()


def edges(pattern: str) -> tuple[Characters, Characters]:
    """With which characters every text, unless it is empty, begins and ends that `pattern` fits whole."""
    found = _read(pattern)
    return found.first, found.last


def _read(pattern: str) -> _Part:
    try:
        reader = _Reader(pattern)
        found = reader.alternatives()
        return found if reader.at == len(pattern) else _UNKNOWN
    except (_UnknownSyntaxError, IndexError):
        return _UNKNOWN


class _Part(NamedTuple):
    """A part of a pattern: the words that it needs, the character that it is, if it is one, the characters that it
    begins and ends with, and whether it may be empty."""

    words: Words | None
    single: str = ""
    first: Characters = frozenset()
    last: Characters = frozenset()
    empty: bool = False


_NOTHING: Final = _Part(None, empty=True)
_UNKNOWN: Final = _Part(None, first=_ANY, last=_ANY, empty=True)


class _Reader:
    """Reads a pattern from left to right; `at` is where it stands."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> _Part:
        """What the alternatives up to the end of the group have in common."""
        every = [self.sequence()]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            every.append(self.sequence())
        told = [part.words for part in every if part.words is not None]
        return _Part(
            words=frozenset[str]().union(*told) if len(told) == len(every) else None,
            first=frozenset[str]().union(*(part.first for part in every)),
            last=frozenset[str]().union(*(part.last for part in every)),
            empty=any(part.empty for part in every),
        )

    def sequence(self) -> _Part:
        """The parts of a sequence as one, with the most telling words; characters in a row are one word."""
        choices: list[Words] = []
        run = ""
        whole = _NOTHING
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            part = self.atom()
            times = _QUANTIFIER.match(self.pattern, self.at)
            if times is not None:
                self.at = times.end()
                if self.pattern[self.at : self.at + 1] in ("?", "+"):
                    self.at += 1
                part = part._replace(single="", empty=part.empty or times["none"] is not None)
            whole = _Part(
                None,
                first=whole.first | part.first if whole.empty else whole.first,
                last=whole.last | part.last if part.empty else part.last,
                empty=whole.empty and part.empty,
            )
            if part.single:
                run += part.single
                continue
            if run:
                choices.append(frozenset({run}))
                run = ""
            if part.words is not None and (times is None or times["some"] is not None):
                choices.append(part.words)
        if run:
            choices.append(frozenset({run}))
        return whole._replace(words=min(choices, key=_commonness, default=None))

    def atom(self) -> _Part:
        """The next part, without what says how often it comes."""
        char = self.pattern[self.at]
        if char == "(":
            return self.group()
        if char == "[":
            return self.one_of()
        if char == "\\":
            return self.escaped()
        self.at += 1
        if _SIMPLE.match(char):
            return _one(frozenset({char.lower()}), frozenset({char}), char.lower())
        if char in "^$":
            return _NOTHING
        if char == ".":
            return _one(None, _ANY)
        raise _UnknownSyntaxError(char)

    def group(self) -> _Part:
        """What is in a group; one that looks ahead or behind takes up nothing, and may say what must not be there."""
        opening = _OPENING.match(self.pattern, self.at)
        if opening is None:
            raise _UnknownSyntaxError(self.pattern[self.at :])
        self.at = opening.end()
        found = self.alternatives()
        if self.pattern[self.at] != ")":
            raise _UnknownSyntaxError(self.pattern[self.at :])
        self.at += 1
        if opening["other"]:
            return _NOTHING
        return _NOTHING._replace(words=found.words) if opening["ahead"] else found

    def escaped(self) -> _Part:
        char = self.pattern[self.at + 1]
        self.at += 2
        if not char.isalnum():
            return _one(frozenset({char}), frozenset({char}), char)
        if char in "AbBZ":
            return _NOTHING
        if char not in "dDsSwW":
            raise _UnknownSyntaxError(char)
        return _one(_ESCAPED.get(char), frozenset({"\\" + char}))

    def one_of(self) -> _Part:
        """A class of characters; it needs words if they are few and written one by one."""
        begun = self.at
        negated = self.pattern[self.at + 1] == "^"
        self.at += 1 + negated
        first = self.at
        found: set[str] = set()
        while self.pattern[self.at] != "]" or self.at == first:
            found.add(self.member())
        self.at += 1
        if negated:
            return _one(None, frozenset({self.pattern[begun : self.at]}))
        told = len(found) <= _CLASS_MOST and all(len(one) == 1 for one in found)
        return _one(frozenset(map(str.lower, found)) if told else None, frozenset(found))

    def member(self) -> str:
        """A character of a class, or the pattern of several."""
        begun = self.at
        escaped = self.pattern[begun] == "\\"
        self.at += 1 + escaped
        if escaped and self.pattern[begun + 1].isalnum():
            return self.pattern[begun : self.at]
        if self.pattern[self.at] == "-" and self.pattern[self.at + 1] != "]":
            self.at += 2 + (self.pattern[self.at + 1] == "\\")
            return f"[{self.pattern[begun : self.at]}]"
        return self.pattern[self.at - 1]


def _one(words: Words | None, chars: Characters, single: str = "") -> _Part:
    """A part that is one of these characters."""
    return _Part(words, single, chars, chars)


def _commonness(words: Words) -> float:
    """How little it tells of a text that it holds one of the words."""
    return sum(3 * 0.4 ** len(word) if word.isascii() else 0.3 ** len(word) for word in words)

"""What a reposter changed: two texts side by side, down to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "added", "removed"]

# Sentences, with what closes them. A break between paragraphs belongs to the sentence before it: as sentences of
# their own, breaks are so frequent that they would be matched before the sentences are.
_SENTENCE = re.compile(
    r"\n|[^。!！?？;；\n]+[。!！?？;；]*[”’」』）)》】]*\n?|[。!！?？;；]+[”’」』）)》】]*\n?"
)
# Parts between commas; numbers and Latin words stay whole.
_WORD = re.compile(r"[0-9][0-9.,:%％]*|[A-Za-z]+|.", re.DOTALL)
# Sentences less alike than this are another text: a diff of their characters would be a mosaic.
_ALIKE = 0.5
# Longer pairs of passages are told as removed and added: comparing them takes the product of their lengths.
_LONGEST = 600
_SHORTEST_ISLAND = 2
# How many sentences ahead the other half of a pair is looked for.
_AHEAD = 30


# Of words that one of the copies has not: as others mark them, too.
_MARKS: dict[Kind, tuple[str, str]] = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


class Piece(NamedTuple):
    """Text that both have, or that only the other (added) or only the first (removed) has.

    A removed break between paragraphs is a piece `"\\n"` of its own; added and common breaks end a paragraph.
    """

    kind: Kind
    text: str

    @property
    def marked(self) -> str:
        """The words on one line, between the marks of their kind; empty where there are none."""
        opening, closing = _MARKS[self.kind]
        # A break between paragraphs that only one copy has is a change like others.
        words = self.text.rstrip("\n").replace("\n", " ¶ ").lstrip() or ("¶" if self.kind != "same" else "")
        return opening + words + closing if words else ""


def diff(first: str, other: str) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of `other` with what it shares with `first`, what it adds and what it leaves out.

    The pieces that are not removed make up `other`, those that are not added `first`. Sentences are paired
    before their characters are compared, so two texts of 5,000 characters take some hundredths of a second.
    """
    paragraphs: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    for kind, text in _merged(_pieces(first, other)):
        if kind == "removed":
            line.append(Piece(kind, text))
            continue
        *whole, rest = text.split("\n")
        for part in whole:
            line.append(Piece(kind, part + "\n"))
            paragraphs.append(tuple(line))
            line = []
        if rest:
            line.append(Piece(kind, rest))
    if line:
        paragraphs.append(tuple(line))
    return tuple(paragraphs)


def _pieces(first: str, other: str) -> Iterator[Piece]:
    ours, theirs = _SENTENCE.findall(first), _SENTENCE.findall(other)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(ours[low:high]))
        else:
            yield from _paired(ours[low:high], theirs[start:end])


def _paired(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    """Runs of differing sentences: like ones are compared by their characters, the others told whole."""
    left = list(ours)
    for sentence in theirs:
        best = next((at for at, mine in enumerate(left[:_AHEAD]) if _alike(mine, sentence)), None)
        if best is None:
            yield Piece("added", sentence)
            continue
        yield from (Piece("removed", text) for text in left[:best])
        yield from _by_words(left[best], sentence)
        del left[: best + 1]
    yield from (Piece("removed", text) for text in left)


def _alike(mine: str, sentence: str) -> bool:
    if mine == sentence:
        return True
    if "\n" in (mine, sentence) or max(len(mine), len(sentence)) > _LONGEST:
        return False
    matcher = SequenceMatcher(None, mine, sentence, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _by_words(mine: str, sentence: str) -> Iterator[Piece]:
    ours, theirs = _WORD.findall(mine), _WORD.findall(sentence)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    removed = added = ""
    for tag, low, high, start, end in matcher.get_opcodes():
        same = "".join(ours[low:high]) if tag == "equal" else ""
        island = same and (removed or added) and high < len(ours) and len(same) < _SHORTEST_ISLAND
        if same and not island:
            yield from _changed(removed, added)
            removed = added = ""
            yield Piece("same", same)
        else:
            removed += "".join(ours[low:high])
            added += "".join(theirs[start:end])
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.kind == piece.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last

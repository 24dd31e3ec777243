"""The signs by which the tagger judges a character: those around it, its word, what lists and rules say of it.

A sign is a number of 32 bits, mixed from its slot and what stands there, so that all signs of a text come out
of a few operations on whole arrays. The training uses these same functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shanqu.extract.classes import classes_of
from shanqu.extract.heads import Heads
from shanqu.extract.lexicon import Entry, Scanner, name_scanner, place_scanner
from shanqu.extract.runs import Runs, repeated, shared
from shanqu.extract.segment import frequency, is_verb, tag, words_once
from shanqu.extract.span import Span
from shanqu.gazetteer import terms
from shanqu.gazetteer.tables import once
from shanqu.model import ENTITY_KINDS, EntityKind

Numbers: TypeAlias = npt.NDArray[np.uint32]

_REACH = 5
# So many words are remembered.
_KEPT = 1 << 17
# By what the bits of a number are mixed: factors, and how far the upper bits are shifted down after each.
_MIXING = (
    (np.uint32(0x85EBCA6B), np.uint32(13)),
    (np.uint32(0xC2B2AE35), np.uint32(16)),
)
_CLASSES = {
    1: "0123456789.%％",
    2: "一二三四五六七八九十百千万亿两几多余第",
    3: ",，。;；:：!！?？\n 　…—",
    4: "、",
    5: "“‘《「",
    6: "”’》」",
    7: "(（)）【】[]",
}
# Word lists, each a class of its own: (file, keys).
_LISTS = (
    ("people", "titles"),
    ("people", "follow"),
    ("people", "press"),
    ("companies", "forms"),
    ("companies", "trades"),
    ("companies", "roles"),
    ("companies", "called"),
    ("companies", "list_leads"),
    ("companies", "behind"),
    ("bodies", "organization", "endings"),
    ("bodies", "park", "endings"),
    ("projects", "heads"),
    ("projects", "works"),
    ("projects", "buildings"),
    ("projects", "objects"),
    ("projects", "started"),
    ("products", "producers"),
    ("products", "makes"),
    ("industries", "heads"),
)
# Those whose words end names of a kind.
_ENDING = frozenset(
    str(2 + number)
    for number, (file, *keys) in enumerate(_LISTS)
    if (file, keys[-1])
    in {("companies", "forms"), ("companies", "trades"), ("bodies", "endings"), ("industries", "heads")}
    or (file == "projects" and keys[-1] != "started")
)


@once
def _lists() -> Scanner:
    """Words of the lists; `code` of an entry is the number of its list."""
    entries: dict[str, Entry] = {}
    for number, (file, *keys) in enumerate(_LISTS, 2):
        for word in terms.words(file, *keys):
            if len(word) > 1:
                entries.setdefault(word, Entry("place", word, str(number), ""))
    return Scanner(entries)


# What kind of place a name is of: by how the lists know it; counties by their short and full names, towns.
_ABROAD = {"country": 2, "abroad": 2, "province": 3, "city": 4, "county": 4, "area": 5, "nature": 5}
_SHORT, _FULL, _TOWN = 1, 6, 7


def _place_class(entry: Entry) -> int:
    return _ABROAD.get(entry.how) or (_FULL if entry.full else _SHORT)


class _Classes(dict[str, int]):
    """The class of each character; those without one of their own are told by their script."""

    def __missing__(self, char: str) -> int:
        return self.setdefault(char, 8 if char.isascii() else 10)


@once
def _class_of() -> _Classes:
    found = _Classes({char: number for number, chars in _CLASSES.items() for char in chars})
    for name in terms.surnames():
        if len(name) == 1:
            found.setdefault(name, 9)
    return found


def signs(text: str, spans: Iterable[Span]) -> Numbers:
    """One row for each character of `text`, one column for each slot. `spans` is what the rules found in it."""
    layers = _Layers(text, spans)
    char, kind, place, term, listed, rule, way, word, shape = layers.columns
    slots: list[list[Numbers]] = [[char(at)] for at in range(-3, 4)]
    slots += [[char(at), char(at + 1)] for at in range(-3, 3)]
    slots += [[char(-1), char(1)]]
    slots += [[char(at), char(at + 1), char(at + 2)] for at in range(-3, 2)]
    slots += [[kind(at) for at in range(-2, 3)], [kind(at) for at in range(-1, 2)]]
    slots += [[word(0), shape(0)], [layers.before(0)], [layers.behind(0)]]
    slots += [[shape(-1), shape(0), shape(1)], [shape(0), kind(0)]]
    slots += [[place(at), listed(at), term(at)] for at in (-1, 0, 1)]
    slots += [[listed(at)] for at in (-2, 2, 3, 4)]
    slots += [[listed(-1), listed(2)], [listed(-1), listed(3)], [listed(-1), kind(0)]]
    slots += [
        [rule(-1), rule(0), rule(1)],
        [rule(0)],
        [rule(0), way(0)],
        [rule(0), shape(0)],
        [rule(-2)],
        [rule(2)],
    ]
    slots += _around(layers)
    return _mixed(slots, len(text)).T


def _around(layers: _Layers) -> list[list[Numbers]]:
    """What the run of characters between two marks, and the list it is an item of, say of each character."""
    kind, word, shape = layers.columns[1], *layers.columns[-2:]
    runs = layers.runs
    slots = [[runs.last], [runs.last, runs.place], [runs.shape, runs.place], [runs.closing, runs.shape]]
    slots += [[runs.closing, runs.place], [runs.first, runs.place], [runs.previous, runs.shape]]
    slots += [[layers.before(0), word(0)], [word(0), layers.behind(0)], [layers.before(0), shape(0), kind(1)]]
    slots += [[layers.repeats(at)] for at in (0, -1, -2)]
    slots += [[runs.made], [runs.made, runs.place], [runs.made, runs.closing]]
    return [*slots, *_grammar(layers), *_alike(layers)]


def _grammar(layers: _Layers) -> list[list[Numbers]]:
    """What the parts of speech around each character say, and the nouns next to it that names end with."""
    (earlier, own, later), shape = layers.spoken, layers.columns[-1](0)
    following, preceding = layers.ahead, layers.back
    ahead = following(0)
    slots = [[own, shape], [earlier, own, shape], [own, later, shape], [earlier, own, later, shape]]
    slots += [[ahead, layers.columns[1](0)], [ahead, shape], [ahead, layers.before(0), shape]]
    slots += [[ahead, earlier, own, shape], [preceding(0), shape], [preceding(0), ahead]]
    slots += [[ahead, following(-1)], [ahead, layers.columns[5](0)]]
    return slots


def _alike(layers: _Layers) -> list[list[Numbers]]:
    """What the classes of the characters say, and whether a firm elsewhere in the text has them in its name."""
    (alike, group), firm, shape = layers.alike, layers.firm, layers.columns[-1]
    slots = [[alike(0)], [alike(-1), alike(0), alike(1)], [group(at) for at in range(-2, 3)]]
    slots += [[alike(-1), shape(0), shape(-1)]]
    return [*slots, [firm(0)], [firm(-1), firm(0), shape(0)], [firm(0), layers.columns[5](0)]]


def _mixed(slots: list[list[Numbers]], length: int) -> Numbers:
    """A row of numbers for each slot, mixed from its number and what stands in it: at first what all slots have, then
    what those of two parts and more have, and so on. The rows of a step are reckoned with together and in place: most
    texts are so short that a call for each row would take longer than what it reckons."""
    ordered = sorted(enumerate(slots, 1), key=lambda slot: -len(slot[1]))
    mixed = np.empty((len(slots), length), np.uint32)
    mixed[:] = np.array([number * 0x9E3779B1 & 0xFFFFFFFF for number, _ in ordered], np.uint32)[:, None]
    room = np.empty_like(mixed)
    for step in range(len(ordered[0][1])):
        parts = [slot[step] for _, slot in ordered if len(slot) > step]
        rows = mixed[: len(parts)]
        for row, part in zip(rows, parts, strict=True):
            row ^= part
        for factor, shift in _MIXING:
            rows *= factor
            rows ^= np.right_shift(rows, shift, out=room[: len(parts)])
    return mixed


class _Column:
    """A number for each character; called with a distance it gives those that stand so far to the right."""

    def __init__(self, numbers: Numbers) -> None:
        self._padded = np.concatenate([np.zeros(_REACH, np.uint32), numbers, np.zeros(_REACH, np.uint32)])
        self._length = len(numbers)

    def __call__(self, distance: int) -> Numbers:
        return self._padded[_REACH + distance : _REACH + distance + self._length]


class _Layers:
    """What is known of each character of a text."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._length = len(text)
        chars = np.frombuffer(text.encode("utf-32-le"), np.uint32)
        kinds = list(map(_class_of().__getitem__, text))
        found_here = list(spans)
        towns = [(one.start, one.end, _TOWN) for one in found_here if one.how == "townships"]
        places = towns + [
            (start, end, _place_class(entry)) for start, end, entry in place_scanner().all(text)
        ]
        names = ((start, end, 1 + ENTITY_KINDS.index(e.kind)) for start, end, e in name_scanner().all(text))
        scanned = list(_lists().scan(text))
        lists = ((start, end, int(entry.code or 0)) for start, end, entry in scanned)
        nouns = [(start, end, int(entry.code or 0)) for start, end, entry in scanned if entry.code in _ENDING]
        heads = Heads(len(text), nouns, (at for at, kind in enumerate(kinds) if kind in (3, 4)))
        self.ahead, self.back = _Column(heads.after), _Column(heads.before)
        rules = [span for span in found_here if span.kind != "place"]
        found = [(span.start, span.end, 1 + ENTITY_KINDS.index(span.kind)) for span in rules]
        ways = [(span.start, span.end, _NUMBERS[span.how]) for span in rules]
        word, shape = self._words(text)
        self.repeats = _Column(repeated(text))
        self.alike = tuple(map(_Column, classes_of(chars)))
        self.firm = _Column(shared(text, [(one.start, one.end) for one in rules if one.kind == "company"]))
        self.columns = (
            _Column(chars),
            _Column(np.array(kinds, np.uint32)),
            *(self._layer(layer) for layer in (places, names, lists, found, ways)),
            _Column(word),
            _Column(shape),
        )

    def _layer(self, spans: Iterable[tuple[int, int, int]]) -> _Column:
        """Twice the number of what covers a character, one more where that begins."""
        numbers = np.zeros(self._length, np.uint32)
        for start, end, number in spans:
            numbers[start:end] = 2 * number
            numbers[start] += 1
        return _Column(numbers)

    def _words(self, text: str) -> tuple[Numbers, Numbers]:
        """For each character its word and its place in it; keeps the words beside and the parts of speech."""
        pieces = words_once(text)
        lengths = np.array(list(map(len, pieces)), np.int64)
        hashes = np.array(list(map(_NUMBERS.__getitem__, pieces)), np.uint32)
        told = np.array(list(map(_SORTS.__getitem__, pieces)), np.int64)
        spoken, common = (told >> 4).astype(np.uint32), (told & 15).astype(np.uint32)
        # By a word's part of speech, frequency and length.
        looks = spoken.astype(np.int64) * 61 + common * 4 + np.minimum(lengths, 3) & 0x7FFFFFFF
        self.runs = Runs(pieces, lengths, hashes, looks, _NUMBERS.__getitem__)
        # For each character the number of its word, from 1 on: 0 and the last are beyond the text.
        at = np.arange(1, len(pieces) + 1).repeat(lengths)
        beyond = np.zeros(1, np.uint32)
        known, said = (np.concatenate([beyond, one, beyond]) for one in (hashes, spoken))
        self._last, word, self._following = known.take(at - 1), known.take(at), known.take(at + 1)
        self.spoken = said.take(at - 1), said.take(at), said.take(at + 1)
        # Which character of its word each is: a word by itself, the first, one within, the last.
        places = np.full(self._length, 2, np.uint32)
        ends = lengths.cumsum()
        places[ends - lengths] = 1
        places[ends - 1] = 3
        places[ends[lengths == 1] - 1] = 0
        return word, common.repeat(lengths) * np.uint32(16) + places

    def before(self, _: int) -> Numbers:
        """The word before that of each character."""
        return self._last

    def behind(self, _: int) -> Numbers:
        """The word behind that of each character."""
        return self._following


class _Remembered(dict[str, int]):
    """What `ask` answers of each word, looked up without a call; a memory of few words, for it forgets all when it is full."""

    def __init__(self, ask: Callable[[str], int]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        return self.setdefault(word, self._ask(word))


def _sort(piece: str) -> int:
    """A number for a word's part of speech, that of marks and Latin letters by how many they are; in its lowest four bits
    how common the word is."""
    spoken = _number(tag(piece)) if len(piece) > 1 or "一" <= piece <= "龥" else 1 + len(piece)
    return spoken << 4 | _commonness(piece)


def _commonness(piece: str) -> int:
    if len(piece) == 1:
        return 0
    count = frequency(piece)
    rank = 1 + (count > 0) + (count > 20) + (count > 300) + (count > 3000)
    return rank + (8 if is_verb(piece) else 0)


def _number(word: str) -> int:
    """A number for a word, the same on every machine."""
    mixed = 2166136261
    for char in word:
        mixed = ((mixed ^ ord(char)) * 16777619) & 0x7FFFFFFF
    return mixed


_NUMBERS, _SORTS = _Remembered(_number), _Remembered(_sort)


def kinds_tagged() -> tuple[EntityKind, ...]:
    """The kinds that the tagger knows, in the order of its labels."""
    return tuple(kind for kind in ENTITY_KINDS if kind != "place")

"""Reversible normalisation of the kept text: what is changed, where, and why."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from shanqu.clean.broken import Way, broken_edits, ways_of_reading
from shanqu.clean.data import Swap, swaps
from shanqu.clean.inserted import Inserted, forms, inserted_edits
from shanqu.clean.script import plain, script_edits
from shanqu.model import Edit

# Soft hyphens, marks of zero width and of direction, byte order marks, fillers, stand-ins for objects. A
# joiner between two pictures makes them one picture and stays.
_INVISIBLE: Final = re.compile(
    "(?:[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffc]|(?<![\ufe0f\U0001f000-\U0001faff])\u200d)+"
)
# Without one of these a text has nothing unseen.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\uffff\U000f0000-\U0010ffff]"
)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
# What is left of a lost picture: at the end of a line or beside a stop, never inside a word.
_LOST_PICTURE: Final = re.compile(
    "(?:(?<=[\\s。！？!?，,、；;：:”》）)])|^)\ufffd{2,}|\ufffd{2,}(?=\\s|[。！？!?，,；;]|$)"
)
# A pattern that begins with one character is found far faster than one that begins with either of two.
_TWO_STOPS: Final = tuple(re.compile(f"{comma}[,，。；]") for comma in ",，")
_STOPS: Final = re.compile(
    "(?<=[\u3400-\u9fff”》）)%％])(?P<keep>[,，])[,，]+|(?<=[\u3400-\u9fff”》）)%％])[,，](?P<after>[。；])"
)


class Ways(NamedTuple):
    """What a page calls for: `mirror`, its traditional characters simplified; `readings`, these spans removed."""

    mirror: bool = False
    readings: tuple[tuple[int, int], ...] = ()


class _Possible(NamedTuple):
    """What can be found anywhere in a page: the words or characters that it needs are there."""

    swaps: tuple[Swap, ...]
    forms: tuple[Inserted, ...]
    entities: bool
    stops: bool
    unseen: bool
    broken: tuple[Way, ...]


def find_edits(
    text: str, spans: Iterable[tuple[int, int]], ways: Ways, breaks: Iterable[Edit] = ()
) -> tuple[Edit, ...]:
    """The edits inside the page spans, sorted, without overlap. `breaks`: edits found elsewhere, to be merged in.

    Digits are never touched: a figure is evidence.
    """
    spans = tuple(spans)
    pieces = [text[start:end] for start, end in spans]
    shown = list(map(plain, pieces)) if ways.mirror else pieces
    possible = _possible("\n".join(pieces), "\n".join(shown) if ways.mirror else None)
    found = [
        edit
        for (start, end), simple in (
            zip(spans, shown, strict=True) if any((*possible, ways.readings)) else ()
        )
        for edit in _in_span(text, start, end, simple, possible, ways)
    ]
    fixed = _without_overlap(sorted((*found, *breaks), key=lambda edit: (edit.start, -edit.end)))
    if not ways.mirror:
        return fixed
    between = [edit for low, high in _gaps(spans, fixed) for edit in script_edits(text, low, high)]
    return tuple(sorted((*fixed, *between)))


def _possible(whole: str, shown: str | None) -> _Possible:
    """What can be found in a text, which in simplified characters is `shown` if these are others."""
    every = whole if shown is None else shown
    return _Possible(
        swaps=tuple(swap for swap in swaps() if swap.needs in every),
        forms=forms(every),
        entities="&" in every,
        stops=_has_two_stops(whole),
        unseen=_UNSEEN.search(whole) is not None,
        broken=ways_of_reading(whole),
    )


def _without_overlap(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    result: list[Edit] = []
    for edit in edits:
        if not result or edit.start >= result[-1].end:
            result.append(edit)
    return tuple(result)


def _gaps(spans: Iterable[tuple[int, int]], edits: Iterable[Edit]) -> Iterator[tuple[int, int]]:
    """The parts of the spans that no edit changes; all three are sorted."""
    left = iter(edits)
    edit = next(left, None)
    for start, end in spans:
        at = start
        while edit is not None and edit.start < end:
            if edit.start > at:
                yield at, edit.start
            at = max(at, edit.end)
            edit = next(left, None)
        if at < end:
            yield at, end


def _in_span(text: str, start: int, end: int, shown: str, possible: _Possible, ways: Ways) -> Iterator[Edit]:
    """The edits in one span; `shown` is the span in the characters that the forms are written in."""
    piece = text[start:end]
    for swap in possible.swaps:
        for match in swap.pattern.finditer(shown) if swap.needs in shown else ():
            low, high = match.span("x")
            yield Edit(start + low, start + high, piece[low:high], swap.after, swap.reason)
    if possible.forms or possible.entities:
        yield from inserted_edits(text, shown, start, end, possible.forms)
    if possible.stops:
        yield from _stops(piece, start)
    if possible.unseen:
        yield from _unseen(piece, start)
    if possible.broken:
        yield from broken_edits(text, start, end, possible.broken)
    first = bisect_left(ways.readings, (start, start))
    last = bisect_right(ways.readings, (end, end))
    for low, high in ways.readings[first:last]:
        yield Edit(low, high, text[low:high], "", "pinyin-annotation")


def _unseen(piece: str, start: int) -> Iterator[Edit]:
    if not _UNSEEN.search(piece):
        return
    for pattern, reason in (
        (_INVISIBLE, "invisible"),
        (_PRIVATE, "private-use"),
        (_LOST_PICTURE, "lost-picture"),
    ):
        for match in pattern.finditer(piece):
            yield Edit(start + match.start(), start + match.end(), match[0], "", reason)


def _has_two_stops(text: str) -> bool:
    return any(pair.search(text) is not None for pair in _TWO_STOPS)


def _stops(piece: str, start: int) -> Iterator[Edit]:
    for match in _STOPS.finditer(piece) if _has_two_stops(piece) else ():
        after = match["keep"] or match["after"]
        yield Edit(start + match.start(), start + match.end(), match[0], after, "doubled-stop")

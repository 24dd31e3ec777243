"""Where the name of a project begins, whatever words it is made of: at its output, its place, its firm, behind where it lies."""

from __future__ import annotations

import re

from shanqu.extract.edges import run_before
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.project_edges import COUNTED, LEAST_TOLD, LOOSE, joined
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# What governs the words behind it, but may stand in a name, too (紫来).
_IN_NAMES = "来到新共"
# The road that a place follows: 316国道|某某县某某段改建工程.
_ROAD = re.compile(r"[GSX]?\d{1,4}(?:国道|省道|县道)\Z")
# The town or plot in front of a name: 万棠镇|某某创业园项目.
_TOWN = re.compile(r"[一-龥]{2}(?<!小)[镇乡](?![一-龥]?[镇乡村])|街道|地块")
# Where a thing lies, before its name.
_LYING = re.compile("(?:位于|坐落于?|坐落在)[^,，。;；的了]{2,18}的")


def anchor_of(text: str, head: int, investors: frozenset[int]) -> int | None:
    """Where a name begins whatever words it is made of: at its output (年产…), at its investor or the place that leads
    it, if nothing between there and the noun governs that (遂昌县实施…项目)."""
    low = run_before(text, head)
    low = max((match.end() for match in joined().finditer(text, low, head)), default=low)
    output = text.rfind("年产", low, head)
    if output >= 0:
        return None if LOOSE.search(text, output, head) else output
    lies = max((match.end() for match in _LYING.finditer(text, low, head)), default=head)
    if (
        head - lies >= LEAST_TOLD
        and "称" not in text[lies:head]
        and not LOOSE.search(text, lies, head)
        and not COUNTED.match(text, lies)
    ):
        return lies
    at = low
    for piece in pieces_of(text[low:head]):
        placed = piece in place_scanner().entries
        begin = at + len(piece) if placed else at
        if (placed or at in investors) and not _governed(text[begin:head]):
            road = _ROAD.search(text, low, at)
            return road.start() if road else at
        at += len(piece)
    town = max((match.end() for match in _TOWN.finditer(text, low, head)), default=head)
    if head - town < LEAST_TOLD or _governed(text[town:head]) or COUNTED.match(text, town):
        return None
    stopped = any(piece in _stops() and piece not in _IN_NAMES for piece in pieces_of(text[town:head]))
    return None if stopped else town


def _governed(rest: str) -> bool:
    """Whether the words in front of the noun are more than a name: they hold a particle or begin with a verb."""
    pieces = pieces_of(rest)
    if not rest or LOOSE.search(rest) or pieces[0] in words("projects", "opening"):
        return True
    verb = is_verb(pieces[0]) and pieces[0] not in words("edges", "name_verbs")
    more = (piece for piece in pieces[1:] if piece not in _IN_NAMES)
    return verb or any(piece in words("projects", "governing") for piece in (pieces[0], *more))


@once
def _stops() -> frozenset[str]:
    """Words that end the walk to the left edge of a name."""
    return frozenset((*words("edges", "words"), *words("edges", "single")))

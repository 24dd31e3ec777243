"""Projects: what is built, named by its place or investor and by the noun for such undertakings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanqu.extract.edges import begins_with_place, left_edge, run_before
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import NUMERALS, Lexicon, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import policies, words

_PHASE_BEHIND = re.compile(r"[(（][一二三四五0-9]期[)）]|[一二三四]期")
_PHASE = re.compile(r"[一二三四]期$")
_LONGEST = 40
# Particles and conjunctions that stand in no name.
_LOOSE = re.compile("[的了在是将已被把为由从于对使让有等]|包括|以及")


def find_projects(text: str, firms: Iterable[Span] = ()) -> list[Span]:
    """The projects that `text` names. `firms` are the companies found in it: one that stands before or in front names its project."""
    investors = frozenset(at for span in firms for at in (span.start, span.end))
    found = [_undertaking(text, start, end, investors) for start, end in _heads().find(text)]
    found += [_work(text, start, end) for start, end in _works().find(text)]
    found += [_building(text, start, end, investors) for start, end in _buildings().find(text)]
    return [span for span in found if span is not None]


@once
def _heads() -> Lexicon:
    return Lexicon(
        words("projects", "heads"), (*words("projects", "not_heads"), *words("projects", "campaigns"))
    )


@once
def _works() -> Lexicon:
    return Lexicon(words("projects", "works"), [f"{work}项目" for work in words("projects", "works")])


@once
def _buildings() -> Lexicon:
    return Lexicon(words("projects", "buildings"))


@once
def _listing() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'lists')}[^。;；\n]{{0,60}}$")


@once
def _sum_before() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'invested')}[^,，。;；]{{0,14}}元的?$")


def _undertaking(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The project that the noun at `[head, end)` belongs to, None where it names none."""
    phase = _PHASE.search(text, max(0, head - 2), head)
    anchor = _anchor(text, head, investors)
    start = left_edge(text, head) if anchor is None else anchor
    core = text[start:head]
    if phase and _generic(core[:-2]):
        counted = text[phase.start() - 1 : phase.start()] in ("个", "、")
        return None if counted else _span(text, phase.start(), end, "phase")
    behind = _PHASE_BEHIND.match(text, end)
    end = behind.end() if behind else end
    rest = _behind_place(core)
    if not core or len(core) > _LONGEST or _generic(rest) or core in words("projects", "campaigns"):
        return None
    named = (
        anchor is not None
        or begins_with_place(text, start, head)
        or start in investors
        or _sum_before().search(text, max(0, start - 24), start)
        or _proper(rest)
        or (len(core) >= 4 and _listing().search(text, max(0, start - 70), start))
    )
    return _span(text, start, end, "suffix") if named else None


def _anchor(text: str, head: int, investors: frozenset[int]) -> int | None:
    """Where a name begins whatever words it is made of: at its output (年产…), at its investor or the place that leads
    it, if nothing between there and the noun governs that (遂昌县实施…项目)."""
    low = run_before(text, head)
    output = text.rfind("年产", low, head)
    if output >= 0:
        return None if _LOOSE.search(text, output, head) else output
    at = low
    for piece in pieces_of(text[low:head]):
        placed = piece in place_scanner().entries
        begin = at + len(piece) if placed else at
        if (placed or at in investors) and not _governed(text[begin:head]):
            return at
        at += len(piece)
    return None


def _governed(rest: str) -> bool:
    """Whether the words in front of the noun are more than a name: they hold a particle or begin with a verb."""
    pieces = pieces_of(rest)
    if not rest or _LOOSE.search(rest) or pieces[0] in words("projects", "opening"):
        return True
    verb = is_verb(pieces[0]) and pieces[0] not in words("edges", "name_verbs")
    return verb or any(piece in words("projects", "governing") for piece in pieces)


def _building(text: str, head: int, end: int, investors: frozenset[int]) -> Span | None:
    """The building whose kind stands at `[head, end)`, where the words behind it tell that it is built just now."""
    if not text.startswith(words("projects", "started"), end):
        return None
    anchor = _anchor(text, head, investors)
    start = left_edge(text, head) if anchor is None else anchor
    core = text[start:head]
    return None if len(core) < 2 or _generic(_behind_place(core)) else _span(text, start, end, "building")


def _work(text: str, head: int, end: int) -> Span | None:
    """The work whose kind stands at `[head, end)`, if a place or a list of such buildings names it."""
    start = left_edge(text, head)
    core = text[start:head]
    if not core or len(core) > _LONGEST or _generic(_behind_place(core) or "的"):
        return _span(text, start, end, "work") if core and begins_with_place(text, start, head) else None
    in_list = "、" in (text[start - 1 : start], text[end : end + 1])
    venue = text[head:end] in words("projects", "venues")
    if begins_with_place(text, start, head) or (venue and in_list):
        return _span(text, start, end, "work")
    return None


def _span(text: str, start: int, end: int, how: str) -> Span | None:
    """The project at `[start, end)`; None where it would tear quotation marks apart."""
    if text.count("“", start, end) != text.count("”", start, end):
        return None
    name = re.sub(r"[(（]([一二三四五0-9]期)[)）]$", r"\1", text[start:end])
    return Span("project", start, end, name.replace("“", "").replace("”", ""), None, how)


def _generic(core: str) -> bool:
    """Whether the words only describe a class of projects (“大好高”项目)."""
    return _modifiers().covers(re.sub("[“”‘’]", "", core))


@once
def _modifiers() -> Lexicon:
    return Lexicon([*words("projects", "generic"), *words("projects", "governing"), *NUMERALS, *policies()])


def _behind_place(core: str) -> str:
    """The words behind the place that leads them."""
    for length in range(min(9, len(core)), 1, -1):
        if core[:length] in place_scanner().entries:
            return core[length:]
    return core


def _proper(core: str) -> bool:
    """Whether a name without place or investor is one: a quoted or foreign word, an output, a thing built."""
    if re.search(r"年产|[A-Za-z“]", core):
        return True
    built = lexicon("projects", "objects").ends(core)
    return built < len(core) and len(core) >= 6 and not _generic(core[:built])

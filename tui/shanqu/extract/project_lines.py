"""Projects that a page sets apart: in a field of their own, on a line of their own, over the lines that describe them."""

from __future__ import annotations

import re

from shanqu.extract.project_edges import (
    COUNTED,
    LEAST,
    LOOSE,
    behind_firm,
    behind_governing,
    behind_place,
    class_of_many,
    heads,
    made_up,
    span_of,
)
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words

# Fewer characters before the noun tell of a class.
_CORE = 3


def find_set_apart(text: str, investors: frozenset[int]) -> list[Span]:
    """The projects that fields and lines of `text` name as wholes. `investors` are the edges of firms' names."""
    spans = []
    for start, end in [*(match.span("name") for match in _field().finditer(text)), *_lines(text)]:
        begin = behind_firm(text, start, end - LEAST, investors)
        output = text.find("年产", begin, end)
        if output > begin and behind_place(text[begin:output]):
            begin = output
        core = text[begin : heads().ends(text, end)]
        if not class_of_many(core) and (span := span_of(text, begin, end, "line")):
            spans.append(span)
    return spans


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines behind the first that are names of projects; among such also one that only ends like works (…公路某某段)."""
    found: list[tuple[int, int]] = []
    for line in _line().finditer(text, text.find("\n") + 1):
        above = bool(found) and not text[found[-1][1] : line.start()].strip()
        if (line["head"] or line["told"] or above) and _names(text, line, above):
            found.append(line.span("name"))
    return found


@once
def _field() -> re.Pattern[str]:
    return re.compile(rf"{listed('projects', 'fields')}[:：] ?(?P<name>[^\s,，。;；:：|]{{4,60}})")


@once
def _line() -> re.Pattern[str]:
    """A line without stops, behind its number, that ends as a project does; `told` are the words of one below it that they
    begin with which describe one."""
    number = r"(?:\d{1,2}[.、．)）]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、]|[①-⑳]|[-—·•●◆■★▲])"
    phase = r"(?:[一二三四]期|[(（][一二三四]期[)）])?"
    described = rf"(?:(?:该|本)?(?:项目|工程))?{listed('projects', 'described')}"
    return re.compile(
        rf"^(?:\[[^\[\]\n]{{1,40}}\])?{number}?+ ?(?P<name>[^\s,，。;；:：!！?？|]{{2,46}}?(?:(?P<head>{listed('projects', 'heads')})|(?:{listed('projects', 'built')}|{listed('projects', 'estates')})){phase})"
        rf"(?=\n(?P<told>{described})?|\Z)",
        re.MULTILINE,
    )


def _names(text: str, line: re.Match[str], above: bool) -> bool:
    """Whether a line is the name of a project and no headline. Right below one (`above`) a coined word is enough: 西某|水库."""
    start, end = line.span("name")
    if behind_governing(text, start, end - LEAST) > start:
        return False
    name = line["name"]
    bare = re.sub(r"(?:[一二三四]期|[(（][一二三四]期[)）])$", "", name)
    core = behind_place(bare)
    placed = core != bare
    core = core[: lexicon("projects", "built").ends(core)]
    enough = placed or (above and made_up(bare))
    if len(core) < (LEAST if enough else _CORE) or LOOSE.search(core) or COUNTED.match(name):
        return False
    first = pieces_of(core)[0]
    return not (is_verb(first) and first not in words("edges", "name_verbs"))

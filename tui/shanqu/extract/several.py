"""Figures that are told of several places at once (甲、乙两县共有茶园20万亩): none of these has them alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TypeAlias

from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# A place in a sentence, with the code, or else the name, of the county or city that it is or lies in.
Listed: TypeAlias = tuple[int, int, str]
# Behind a count, or words by which examples follow.
_EXAMPLES = re.compile(
    r"\d多?[个项家只条座所处][^,，。;；:：]{0,12}[,，:：](?:主要|其中|分别)*(?:包括|涵盖|包含|囊括|为|是|有)(?=[一-龥])"
    "|[,，:：(（](?:主要|其中)?(?:例如|比如|譬如|诸如)"
)
# What joins the names of a list.
_JOIN = re.compile("[、和与及同跟]|以及")
# What sums up a list right behind it: 两县, 等地, 三个县市.
_SUM = re.compile(
    r"(?:这|等)?(?:(?P<count>[两二三四五六七八九十2-9])个?|等)(?:地|县[(（]?(?:市、?区|市|区)?[)）]?|市县?|区县?)"
    "(?![一-龥]?级|域|场|政|委|里|内|民|长|府)"
)
_NUMBERS = {char: number for number, char in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_WITH = ("与", "同", "跟")
_FEWEST = 2
_FIGURE = re.compile(r"\d")
_PLACES = re.compile("[^,，。;；:：、\\d]{0,6}?(?:县|市|区|地)")
_PAIRED = ("前者", "后者")
_PAIR = re.compile("(?<![比较与和于占])(?:前者|后者)")
# The places beyond the province that a list may hold, as they were found.
_BEYOND = ("county", "city", "again")


# The rest of a list behind one of its names, where it is one of examples.
_AND_SO_ON = re.compile(r"(?:[、和与及同跟][一-龥]{2,6}?)*等[地县市区]")


def among_examples(text: str, end: int) -> bool:
    """Whether a place that ends at `end` is one of a list that is not whole: 甲|、乙等地."""
    return _AND_SO_ON.match(text, end) is not None


def examples_from(text: str) -> int:
    """Where a sentence begins to give examples of what it has counted (水利项目13个,包括甲县海塘工程): what follows goes on about
    the whole. The end of the text if it gives none."""
    given = _EXAMPLES.search(text)
    return given.start() if given else len(text)


def of_several(text: str, spans: Sequence[Span], offset: int, at: int, owners: Collection[int]) -> bool:
    """Whether the places last named before the figure at `at` are several that are summed up (两县) or have it together
    (共), and nothing behind them deals figures out or turns to one of them. `offset` is the sentence's start in the
    coordinates of `spans`, `owners` are the starts of those places that may have figures."""
    run = _run_before(text, spans, offset, at)
    if len({of for _, _, of in run}) < _FEWEST or not any(start in owners for start, _, _ in run):
        return False
    end = run[-1][1]
    told = _sums_up(text, run) or _together().match(text, end, at) is not None
    return told and not _turns().search(text, end, at)


def _sums_up(text: str, run: Sequence[Listed]) -> bool:
    """Whether a list is summed up behind it, and not only those with whom its first does something (甲与乙、丙两地)."""
    summed = _SUM.match(text, run[-1][1])
    if summed is None:
        return False
    joints = [text[one[1] : other[0]] for one, other in pairwise(run)]
    partners = next((len(joints) - at for at, joint in enumerate(joints) if joint in _WITH), 0)
    count = summed["count"]
    number = (_NUMBERS.get(count) or int(count)) if count else partners
    return number == len(run) or number != partners or not partners


def _run_before(text: str, spans: Sequence[Span], offset: int, at: int) -> list[Listed]:
    """The last list of places before `at`."""
    run: list[Listed] = []
    for one in _places(spans, offset, 0, at):
        run = [*run, one] if run and _JOIN.fullmatch(text, run[-1][1], one[0]) else [one]
    return run


def _places(spans: Sequence[Span], offset: int, low: int, high: int) -> list[Listed]:
    """The counties, cities and towns named in `[low, high)`."""
    return [
        (span.start - offset, span.end - offset, span.code or span.canonical)
        for span in spans
        if span.kind == "place"
        and low <= span.start - offset
        and span.end - offset <= high
        and (span.code or span.how in _BEYOND)
    ]


def behind_parts(text: str, spans: Sequence[Span], offset: int, clause: tuple[int, int], at: int) -> bool:
    """Whether the `clause` of the figure at `at` names no place, and the last that did gave several places a figure each in one
    list (甲段38公里、乙段26公里,|总投资260亿元), or this gives what is left of them (其余12家)."""
    run = _places(spans, offset, 0, at)
    if not run or run[-1][0] >= clause[0]:
        return False
    if _rest().match(text, clause[0], at):
        return True
    low = clause_start(text, run[-1][0])
    parts = [one for one in run if one[0] >= low]
    if len({of for _, _, of in parts}) < _FEWEST or _turns().search(text, parts[-1][1], at):
        return False
    between = [text[one[1] : other[0]] for one, other in pairwise(parts)]
    last = text[parts[-1][1] : clause_end(text, parts[-1][1])]
    return all(_FIGURE.search(words) for words in (*between, last)) and "分别" not in last


@once
def _rest() -> re.Pattern[str]:
    return re.compile(listed("figures", "several", "rest"))


def counted_among(
    text: str, spans: Sequence[Span], offset: int, clause: tuple[int, int], figure: tuple[int, int]
) -> bool:
    """Whether a figure counts the places themselves of a list (新增甲区、乙县|2个|县), or all of which some are named that lie in
    several places (甲县某某景区、某省某某景区等|22家)."""
    at, end = figure
    run = _run_before(text, spans, offset, at)
    if len(run) >= _FEWEST and run[-1][1] == at:
        return _PLACES.match(text, end) is not None
    if not text.endswith("等", 0, at):
        return False
    low = text.rfind("、", clause[0], at)
    first = _places(spans, offset, clause[0], low)
    last = _places(spans, offset, low, at)
    return bool(first and last) and {of for _, _, of in last}.isdisjoint(of for _, _, of in first)


def of_the_pair(text: str, low: int, at: int) -> int | None:
    """Which of two a clause that begins at `low` speaks of before the figure at `at`: 0 for 前者, 1 for 后者; None where it does not
    say."""
    word = _PAIR.search(text, low, at)
    return _PAIRED.index(word.group()) if word else None


def bare_sum(text: str, low: int, at: int) -> bool:
    """Whether a clause that begins at `low` gives what places have together that were named before: 两县合计."""
    return _bare_sum().match(text, low, at) is not None


@once
def _bare_sum() -> re.Pattern[str]:
    return re.compile(
        rf"(?:这|上述|以上)?[两二三四五]个?(?:地|县|市|区|县市)(?:去年|今年|全年|目前|累计|20\d\d年)?(?:{listed('figures', 'several', 'together')}|共(?!{listed('figures', 'several', 'not_together')}))"
    )


@once
def _together() -> re.Pattern[str]:
    """Right behind a list: what its places have or do together."""
    together, but = (listed("figures", "several", name) for name in ("together", "not_together"))
    return re.compile(rf"[^,，。;；:：、]{{0,10}}?(?:{together}|共(?!{but}))")


@once
def _turns() -> re.Pattern[str]:
    return re.compile(listed("figures", "several", "turns"))

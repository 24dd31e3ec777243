"""Figures that are told of several places at once (甲、乙两县共有茶园20万亩): none of these has them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once

# What joins the names of a list.
_JOIN = re.compile("[、和与及同跟]|以及")
# What sums up a list right behind it: 两县, 等地, 三个县市.
_SUM = re.compile(
    r"(?:这|等)?(?:(?P<count>[两二三四五六七八九十2-9])个?|等)(?:地|县[(（]?(?:市、?区|市|区)?[)）]?|市县?|区县?)"
    "(?![一-龥]?级|域|场|政|委|里|内|民|长|府)"
)
_NUMBERS = {char: number for number, char in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_FEWEST = 2
# The places beyond the province that a list may hold, as they were found.
_BEYOND = ("county", "city", "again")


# The rest of a list behind one of its names, where it is one of examples.
_AND_SO_ON = re.compile(r"(?:[、和与及同跟][一-龥]{2,6}?)*等[地县市区]")


def among_examples(text: str, end: int) -> bool:
    """Whether a place that ends at `end` is one of a list that is not whole: 甲|、乙等地."""
    return _AND_SO_ON.match(text, end) is not None


def sums_up(text: str, end: int, names: int) -> bool:
    """Whether a list of `names` places that ends at `end` is summed up there."""
    summed = _SUM.match(text, end)
    if summed is None:
        return False
    count = summed["count"]
    return count is None or (_NUMBERS.get(count) or int(count)) == names


def of_several(text: str, spans: Sequence[Span], offset: int, at: int) -> bool:
    """Whether the places last named before the figure at `at` are several that are summed up (两县) or have it together
    (共), and nothing behind them deals figures out or turns to one of them. `offset` is the sentence's start in the
    coordinates of `spans`."""
    run = _run_before(text, spans, offset, at)
    if len({of for _, _, of in run}) < _FEWEST:
        return False
    end = run[-1][1]
    summed = _SUM.match(text, end) is not None and any(
        sums_up(text, end, size) for size in range(_FEWEST, len(run) + 1)
    )
    joint = _together().match(text, end, at) is not None
    return (summed or joint) and not _turns().search(text, end, at)


def _run_before(text: str, spans: Sequence[Span], offset: int, at: int) -> list[tuple[int, int, str]]:
    """The last list of places before `at`, each with the code, or else the name, of the county or city that it is or lies in."""
    run: list[tuple[int, int, str]] = []
    for span in spans:
        start, end = span.start - offset, span.end - offset
        if span.kind != "place" or end > at or not (span.code or span.how in _BEYOND):
            continue
        one = (start, end, span.code or span.canonical)
        run = [*run, one] if run and _JOIN.fullmatch(text, run[-1][1], start) else [one]
    return run


@once
def _together() -> re.Pattern[str]:
    """Right behind a list: what its places have or do together."""
    together, but = (listed("figures", "several", name) for name in ("together", "not_together"))
    return re.compile(rf"[^,，。;；:：、]{{0,10}}?(?:{together}|共(?!{but}))")


@once
def _turns() -> re.Pattern[str]:
    return re.compile(listed("figures", "several", "turns"))

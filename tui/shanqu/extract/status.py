"""Whether a figure is a fact, a forecast, a plan or a target."""

from __future__ import annotations

import re

from shanqu.extract.clauses import clause_start
from shanqu.extract.vocabulary import Lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Status

_YEAR = re.compile(r"(?P<by>(?<!达)到)?(?P<year>20\d\d)年")
_PART = re.compile("[;；。]")
_NUM = r"[一二三四五几\d]"


@once
def _words(name: str) -> Lexicon:
    """The words of a status, without the longer ones that mean something else."""
    return Lexicon(words("status", name), words("status", f"not_{name}"))


@once
def _by_then() -> re.Pattern[str]:
    """An aim by its date (到2025年…达到), or by the years that are left (未来三年)."""
    return re.compile(rf"到20\d\d年[^。]{{0,16}}{listed('status', 'target_verbs')}|未来[一-龥]{{0,2}}年")


@once
def _ahead() -> re.Pattern[str]:
    """Words that set a whole sentence in the time to come."""
    must, ahead = listed("status", "must"), listed("status", "ahead")
    return re.compile(rf"{must}{{1,2}}全年|{ahead}(?<![后来])(?!任务)|{ahead}{_NUM}+年")


def status_of(
    text: str, at: int, clause: tuple[int, int], year: int | None = None
) -> tuple[Status, str | None]:
    """The status of the figure at `at` and the forecasting word that hedges it.

    A target or plan must be spoken of in the figure's own clause or the one before it; a forecast, and a year by
    which something is aimed at (one after `year`, that of the text, where it is known), govern the rest of their
    sentence.
    """
    near = _PART.split(text[clause_start(text, max(clause[0] - 1, 0)) : clause[1]])[-1]
    own = text[clause[0] : at]
    forecast = next(reversed(list(_words("forecast").find(text, 0, at))), None)
    aimed = _says("target", near) or _by_then().search(near) or _ahead().search(text[:at])
    if (aimed or _aimed_by(text, at, clause[1], year)) and not (forecast and forecast[0] >= clause[0]):
        return "target", None
    if forecast:
        word = text[slice(*forecast)]
        return "forecast", word if word in words("status", "hedging") else None
    if _says("planned", near if _goes_on().match(own) else own) or "将安排" in text[:at]:
        return "planned", None
    return "actual", None


@once
def _goes_on() -> re.Pattern[str]:
    """The beginning of a clause that tells of parts, or of more that is planned."""
    return re.compile(f"其中|{listed('status', 'goes_on')}(?!了)")


def _says(name: str, text: str) -> bool:
    return next(_words(name).find(text), None) is not None


def _aimed_by(text: str, at: int, end: int, year: int | None) -> bool:
    """Whether the sentence up to `end` has set a year by which the figure at `at` is aimed at."""
    by = _year_before(text[:at])
    return by > year if by and year else by > 0 and _by_then().search(text[:end]) is not None


def _year_before(text: str) -> int:
    """The year that something is to be reached by (到2030年), 0 if none is said or another follows it."""
    years = list(_YEAR.finditer(text)) if "到" in text else ()
    return int(years[-1]["year"]) if years and years[-1]["by"] else 0

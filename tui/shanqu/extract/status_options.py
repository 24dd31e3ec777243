"""Whether a figure has come about or is foretold, planned or aimed at, and what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, get_args

from shanqu.extract.asking import ending, nature, parted, shape
from shanqu.extract.choosing import RULED, Option
from shanqu.extract.vocabulary import begins_like, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Fact, FactKind, Status

_STATUSES: tuple[Status, ...] = get_args(Status)
_STOPS = re.compile(r"[,，;；。:：!！?？]")
_YEAR = re.compile(r"(?P<by>(?<!达)[到至])?(?P<year>(?:19|20)\d\d)年")
# What marks an item of a list.
_ITEM = re.compile(r"[(（]?[\d一二三四五六七八九十]{1,2}[.、)）．]|[●•·*◆■◎○◇]|——?")
# So many characters tell what kind of text this is.
_HEAD = 80
# A sentence that is no longer may be a heading.
_HEADING = 24


class Tone(NamedTuple):
    """What kind of text the figures stand in: the words of its beginning that tell of things to come or done, and the latest
    year that it names without aiming at it (0 if none)."""

    cues: tuple[str, ...]
    latest: int


class Told(NamedTuple):
    """A figure at `[start, end)` of the sentence `text`, its clause, what it measures, and which status the rules would give
    it (`ruled`). `year` is this year where it is known; `before` the sentence before, `same` whether it is of the same
    paragraph, `last` the figure before and `between` what stands between the two."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]
    indicator: str
    kind: FactKind
    unit: str
    ruled: Status
    year: int | None
    before: str
    same: bool
    last: Fact | None
    between: str
    tone: Tone


@once
def _cues() -> re.Pattern[str]:
    return re.compile(begins_like(words("status", "cues")) + listed("status", "cues"))


@lru_cache(maxsize=8)
def _found(text: str) -> Sequence[tuple[int, str]]:
    """The words of a sentence that tell of things done or to come, and where each begins."""
    return [(match.start(), match.group()) for match in _cues().finditer(text)]


@lru_cache(maxsize=8)
def _stops(text: str) -> Sequence[int]:
    """Where the clauses of a sentence end."""
    return [match.start() for match in _STOPS.finditer(text)]


def tone_of(text: str) -> Tone:
    """The tone of the document `text`."""
    years = [int(match["year"]) for match in _YEAR.finditer(text) if not match["by"]]
    return Tone(tuple(sorted(set(_cues().findall(text, 0, _HEAD)))), max(years, default=0))


@once
def _coming() -> frozenset[str]:
    return frozenset(words("status", "coming"))


def in_doubt(told: Told) -> bool:
    """Whether anything in or before the sentence tells that the figure may not have come about."""
    if told.ruled != "actual":
        return True
    planned = told.last is not None and told.last.indicator.startswith("计划")
    if planned and told.kind == "count" and told.text.startswith("其中", told.clause[0]):
        return False  # 招引项目64个,计划总投资104亿元,其中外资项目16个
    if told.last and told.last.status != "actual":
        return True
    coming = _coming()
    return any(word in coming for text in (told.text, told.before) for _, word in _found(text))


def options_of(told: Told) -> list[Option[Status]]:
    """Every status."""
    shared = [*_of_figure(told), *_by_words(told), *_by_year(told), *_of_before(told)]
    options = []
    for status in _STATUSES:
        signs: list[str] = [status, RULED, f"{RULED} {status}"] if status == told.ruled else [status]
        options.append(Option(status, signs, [(status, shared)]))
    return options


def _of_figure(told: Told) -> list[str]:
    of, ruled = ending(told.indicator), told.ruled
    return [
        f"rules={ruled}",
        f"rules={ruled} of={of}",
        f"of={told.indicator}",
        f"of={of}",
        f"is={nature(told.indicator, told.kind)}",
        f"unit={told.unit}",
        f"item={_ITEM.match(told.text) is not None}",
        *(f"tone={cue}" for cue in told.tone.cues),
    ]


def _by_words(told: Told) -> list[str]:
    """The words of the figure's clause, of the one before it and of the sentence that tell of things done or to come."""
    text, (low, high) = told.text, told.clause
    found, stops = _found(text), _stops(text)
    previous = max((stop for stop in stops if stop < low - 1), default=-1)
    own = [word for at, word in found if low <= at < told.start]
    earlier = [word for at, word in found if at < low]
    near = [word for at, word in found if previous < at < low]
    behind = {word for at, word in found if told.end <= at < high}
    after = {word for at, word in found if at >= high}
    here = [*earlier, *own]
    first, last = (here[0], here[-1]) if here else ("-", "-")
    since = max((at for at, _ in found if at < told.start), default=0)
    away = min(sum(1 for stop in stops if since <= stop < told.start), 3)
    of, ruled = ending(told.indicator), told.ruled
    opening = found[0][1] if found and found[0][0] == 0 else "-"
    said = set(earlier)
    return [
        f"last={last}",
        f"last={last} {away}",
        f"last={last} rules={ruled}",
        f"last={last} of={of}",
        f"first={first}",
        f"first={first} last={last}",
        f"opens={opening}",
        f"opens={opening} rules={ruled}",
        f"word={shape(text[low : told.start][-2:])}",
        f"none={not own} {not earlier}",
        *[f"own={word}" for word in set(own)],
        *[f"near={word}" for word in set(near)],
        *[f"said={word}" for word in said],
        *[f"said={word} rules={ruled}" for word in said],
        *[f"then={word}" for word in behind],
        *[f"after={word}" for word in after],
    ]


def _by_year(told: Told) -> list[str]:
    """How the year last named before the figure stands to this year, or to the latest that the text names."""
    years = list(_YEAR.finditer(told.text, 0, told.start)) if "年" in told.text else ()
    if not years:
        return ["year=-"]
    by, year = "by" if years[-1]["by"] else "in", int(years[-1]["year"])
    now = told.year or told.tone.latest
    side = "?" if not now else "<" if year < now else ">" if year > now else "="
    known = "now" if told.year else "text"
    away = min(sum(1 for stop in _stops(told.text) if years[-1].end() <= stop < told.start), 2)
    return [f"year={by}", f"year={by}{side}", f"year={by}{side} {known}", f"year={by}{side} {away}"]


def _of_before(told: Told) -> list[str]:
    """The status of the figure before, and what the sentence before tells."""
    status = told.last.status if told.last else "-"
    apart = parted(told.between) if told.last else "-"
    before = [word for _, word in _found(told.before)]
    where = "" if told.same else "p"
    heading = "^" if len(told.before) <= _HEADING else ""
    of, ruled = ending(told.indicator), told.ruled
    same = told.last is not None and ending(told.last.indicator) == of
    return [
        f"prev={status} {apart}",
        f"prev={status} {apart} rules={ruled}",
        f"prev={status} {apart} of={of}",
        f"prev={status} {apart} same={same}",
        *(f"before{where}={word}" for word in set(before)),
        *(f"before{where}{heading}={word} rules={ruled}" for word in before[-1:]),
        *([f"headed={word}" for word in set(before)] if heading else ()),
    ]

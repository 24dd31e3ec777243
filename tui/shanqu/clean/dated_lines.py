"""Which lines of a page may say when its article was published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import Final

from shanqu.clean.appended import OFFICES
from shanqu.clean.dates import joined
from shanqu.clean.field_lines import is_value
from shanqu.clean.fields import DATE, fields, find_date, tells_event
from shanqu.clean.gates import DATED
from shanqu.clean.layout import APPENDED, Layout
from shanqu.clean.signs import Signs
from shanqu.clean.source import PAPER
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Role

# How far above the headline a date is surely its own, and how long its line can be.
_DATED_ABOVE: Final = 3
_NEAR: Final = 14
_DATED_LONGEST: Final = 80
# How many lines below the text can say when it was published.
_BELOW: Final = 12
_OFFICE_LONGEST: Final = 24
_DAY_LONGEST: Final = 16
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
# Who brought another report of a list, and how long ago.
_CARD: Final = "anchor:card-aged"
_BYLINE, _OF_FIELDS = frozenset({Role.BYLINE}), frozenset({Role.BYLINE, Role.EDITOR})
# Lines of fields that name nobody.
_NAMELESS: Final = frozenset({"anchor:views", "anchor:view-count", "anchor:posted-in"})
# A newspaper's pages say at the foot on which day they were printed.
_PAPERS: Final = ("anchor:newspaper-foot", PAPER)
_POSTED: Final = ("anchor:post", "anchor:post-on-floor", "anchor:answer-dated")
# The label of the day on which someone was born or something founded, above the line that gives it.
_BORN: Final = re.compile(
    r"(?:出\s?生|生\s?产|成\s?立|创\s?[立办建]|始\s?建|注\s?册|设\s?立|建\s?[立成]|上\s?市|开\s?[业工]|竣\s?工|投\s?产|逝\s?世|核\s?准|登\s?记)(?:日\s?期|时\s?间|年\s?[份月])\s?:?"
)
_BORN_LONGEST: Final = 10
_BORN_ENDS: Final = frozenset("期间份月:")
# Whoever gives the day by the moon as well, in brackets, gives a day of birth.
_MOON: Final = "(农历"
_OF_BIRTH: Final = Verdict(Role.BODY, "date-of-birth", 0.8)


def at_head(rows: list[tuple[Signs, Verdict]], layout: Layout) -> list[tuple[str, str]]:
    """The lines that may date the article, those below the headline first, then upwards from it."""
    births = _births(rows)
    if births:
        rows = [(sign, _OF_BIRTH if at in births else verdict) for at, (sign, verdict) in enumerate(rows)]
    head = layout.head
    title = head.start if head.title is None else head.title
    # Below the text they are those of other reports.
    rows = [
        row
        for at, row in enumerate(rows)
        if at < layout.tail.end or row[0].rule is None or row[0].rule.id != _CARD
    ]
    posted = [row for row in rows if row[0].rule is not None and row[0].rule.id in _POSTED]
    below = rows[title : head.start + 6]
    return [
        *bylines(below, _BYLINE),
        *joined(sign.line for sign, _ in below),
        *bylines(rows[max(0, title - _DATED_ABOVE) : title], _BYLINE)[::-1],
        *bylines(posted[:1], _BYLINE),
        *_dropped(rows[max(0, title - _NEAR) : head.start]),
        *bylines(rows[:title], _BYLINE)[::-1],
        *_labelled(takewhile(lambda row: not row[0].prose, below)),
        *_dated_below(rows),
        *_sealed(rows),
    ]


def _births(rows: list[tuple[Signs, Verdict]]) -> set[int]:
    """The lines that give the day on which someone was born or something founded."""
    found = {
        at + 1
        for at, (sign, _) in enumerate(rows)
        if sign.length <= _BORN_LONGEST
        and sign.line.norm[-1:] in _BORN_ENDS
        and _BORN.fullmatch(sign.line.norm) is not None
    }
    return found | {at for at, (sign, _) in enumerate(rows) if _MOON in sign.line.norm}


def _dated_below(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The lines right below the text that say when it was published, above lists and comments."""
    last = (i for i in range(len(rows) - 1, -1, -1) if rows[i][0].prose and rows[i][1].role is _BODY)
    end = next(last, len(rows)) + 1
    found = []
    for sign, verdict in rows[end : end + _BELOW]:
        if verdict.role in (Role.RELATED, Role.COMMENT):
            break
        signed = verdict.reason == APPENDED and DATE.fullmatch(sign.line.norm)
        if signed or _says_date(sign):
            found.append((sign.line.norm, sign.line.text))
    return found


def _sealed(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The day below the office that sealed a notice, where annexes follow it."""
    found = []
    for (office, _), (sign, verdict) in pairwise(rows):
        # Of a page's many lines few are a day.
        if not sign.may & DATED or sign.length > _DAY_LONGEST or verdict.role not in KEPT_ROLES:
            continue
        day = DATE.fullmatch(sign.line.norm)
        if day is None or not day["y"]:
            continue
        if office.length <= _OFFICE_LONGEST and office.line.norm.endswith(OFFICES):
            found.append((sign.line.norm, sign.line.text))
    return found[-1:]


def _labelled(rows: Iterable[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The lines that give a date for the page's, or for the newspaper's, whatever they were taken for."""
    return [
        (sign.line.norm, sign.line.text)
        for sign, _ in rows
        if not tells_event(sign.line.norm) and _says_date(sign)
    ]


def _says_date(sign: Signs) -> bool:
    if sign.rule is not None and sign.rule.id in _PAPERS:
        return True
    return any(field.kind == "date" and DATE.match(field.value) for field in fields(sign.line.norm))


def _dropped(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """Lines beside the headline that no rule takes for fields, with a whole date in them."""
    found = []
    for sign, verdict in rows:
        date = find_date(sign.line.norm) if sign.length <= _DATED_LONGEST else None
        if date is None or verdict.role in KEPT_ROLES or tells_event(sign.line.norm):
            continue
        if date.group("y"):
            found.append((sign.line.norm, sign.line.text))
    return found


def bylines(rows: list[tuple[Signs, Verdict]], roles: frozenset[Role] = _OF_FIELDS) -> list[tuple[str, str]]:
    """The lines of such roles, as `norm` and text; a label is joined with its value on the next line."""
    result: list[tuple[str, str]] = []
    taken = -1
    for at in [at for at, (_, verdict) in enumerate(rows) if verdict.role in roles]:
        sign, verdict = rows[at]
        if at == taken or verdict.reason in _NAMELESS:
            continue
        norm, text = sign.line.norm, sign.line.text
        below = rows[at + 1][0] if at + 1 < len(rows) else None
        if below is not None and is_value(sign, below):
            taken = at + 1
            norm, text = f"{norm.rstrip(':：')}:{below.line.norm}", f"{text.rstrip(':：')}:{below.line.text}"
        result.append((norm, text))
    return result

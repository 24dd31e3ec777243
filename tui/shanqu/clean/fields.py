"""The line under a headline: date, source, author, views, glued or not."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from shanqu.clean.data import forget, labels, once

DATE: Final = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})(?:\s?[-/.年]\s?|\s(?=\d{2}[-/月]\s?\d{2}(?!\d)))(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})(?:\s?日)?"
    r"|(?P<y5>\d{2})[-/.](?P<m5>\d{2})[-/.](?P<d5>\d{2})(?=\s?\d{2}:\d{2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>(?:19|20)\d{2})"
    r"|(?P<m3>\d{1,2})\s?[-/月]\s?(?P<d3>\d{2}(?=\d{2}:\d{2})|\d{1,2}(?=\s?日?(?![\d年月])))\s?日?"
    r"|(?P<y4>(?:19|20)\d{2})\s?年\s?(?P<m4>\d{1,2})\s?月)"
)
# A date begins with a figure that no other stands before.
# So written, because a pattern that begins with one character is found faster than one that begins with several. Behind
# a figure of a date stands what parts it from the next one.
_FIGURES: Final = re.compile(r"[0-9](?<![0-9][0-9])[0-9]*+(?=[-/.年月\s\d])")
# Without one of these there is no date.
_PARTS_DATE: Final = re.compile("[-/.年月]")
# Without one of these no line is one of fields, unless it is a label.
_MAY_BE_META: Final = re.compile("[:丨前天刚/.年月-]")
_TIME: Final = re.compile(r"\d\d?:\d{2}(?::\d{2})?")
_AGE: Final = re.compile(r"\d{1,3}\s?(?:秒|分钟|小时|天|周|个月|年)前|昨天|前天|今天|刚刚")
_AGED: Final = re.compile("[前天刚]")
# A span of time, or the day on which something took place somewhere: neither is the day of the page.
_EVENT: Final = re.compile(
    r"\d\s?(?:[日月年]?\s?(?:[—–~至]|--)\s?(?:(?:19|20)?\d{2}|至?今)|[日月年]\s?在[\u3400-\u9fff])"
)
# The address of the page or of its site, and buttons in a row: they say nothing of a line.
_BUTTONS: Final = re.compile(
    r"(?:https?://|www\.)[^\s]{4,60}|\s(?:放大|缩小|正常|默认|打印|收藏|推荐|朗读|评论|关闭|更多功能|返回版面目录)(?=\s|$)"
)
_REST: Final = re.compile(r"[\s:|()\[\]【】<>/·丨\-,;次]+")
_LONGEST: Final = 260
_SHORTEST: Final = 16
# A line of fields that is dated at all is so by this character.
_DATED_BY: Final = 40
_WHOLE_DATE: Final = 8
# What follows a label.
_MARKED: Final = re.compile("[:丨/]")
_WITH_COMMA: Final = 50
# A notice says in its headline, in brackets, until when it stands.
_NOTICE: Final = re.compile(
    r"[^:]{6,90}(?:公示|公告|通告|通知|启事|意见|简章|邀请|名单|函)[(][^():]{2,12}:[^()]{4,36}[)]"
)
# So much more than a date can stand on a line of fields, and than a whole date with its time of day.
_BESIDE_DATE: Final = 14
_BESIDE_TIME: Final = 26
_AROUND: Final = " |丨:：[]【】()（）"
_BRACKETS: Final = (("(", ")"), ("（", "）"))
# The longest line of a label and its value.
_LABELLED: Final = 36
_LAST_LABEL: Final = re.compile(r"\s[^\s:]{2,5}\s?:$")
# A label may stand on a line of its own without a colon, if it is too long to be a word of the text.
_BARE_LEAST: Final = 4
# A row of two labels and two values has so many spaces; its labels are at least so long.
_ROW_LEAST: Final = 3
_CELL_LEAST: Final = 3


class Field(NamedTuple):
    """A labelled value of a head line: `kind` as in labels.toml, the value may be empty."""

    kind: str
    value: str


@once
def _label() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind, words in labels().fields.items() for word in words}
    words = sorted(kinds, key=len, reverse=True)
    # A label may be stretched with a space between its characters.
    stretched = "|".join(r"\s?".join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?P<label>{stretched})\s?(?:[:丨]|(?<=[文号])/)"), kinds


@once
def _labelling() -> re.Pattern[str]:
    """What follows a label, behind what a label ends in: most colons stand in times of day."""
    last = f"[{re.escape(''.join(sorted({word[-1] for word in _label()[1]})))}]"
    return re.compile(rf"[:丨/](?:(?<={last}.)|(?<={last}\s.))")


@once
def _cell() -> re.Pattern[str]:
    # Shorter labels are words of the text too.
    words = sorted((word for word in _label()[1] if len(word) >= _CELL_LEAST), key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[\s|]))(?P<label>{'|'.join(map(re.escape, words))}|文号)(?=[\s|])")


def fields(norm: str) -> tuple[Field, ...]:
    """The labelled values in the beginning of a line, in order."""
    start = norm[:_LONGEST]
    return _fields(start) if _MARKED.search(start) is not None or _is_row_or_label(start) else ()


def label_words() -> frozenset[str]:
    """The labels, as they are written without spaces."""
    return frozenset(_label()[1])


def is_label(norm: str) -> bool:
    """Whether the line is a label and nothing else; among lines of fields even a short one is no word of the text."""
    return norm in _label()[1]


def _is_row_or_label(norm: str) -> bool:
    """Whether the line has the spaces of a row of a table, or is a label itself."""
    return norm.count(" ") >= _ROW_LEAST or norm in _label()[1]


@lru_cache(maxsize=8192)
def _fields(norm: str) -> tuple[Field, ...]:
    pattern, kinds = _label()
    if _labelling().search(norm):
        found = list(pattern.finditer(norm))
    elif norm in kinds and not _MARKED.search(norm):
        return (Field(kinds[norm], ""),) if len(norm) >= _BARE_LEAST else ()
    else:
        found = []
    found = found or _in_row(norm)
    result = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(norm)
        kind = kinds[re.sub(r"\s", "", match.group("label"))]
        result.append(Field(kind, bare(norm[match.end() : end])))
    return tuple(result)


def _in_row(norm: str) -> list[re.Match[str]]:
    """The labels of a row of a table in which each has its value in the next cell: several, the first of all."""
    if norm.count(" ") < _ROW_LEAST:
        return []
    found = list(_cell().finditer(norm))
    return found if len(found) > 1 and not norm[: found[0].start()].strip(" |") else []


def bare(value: str) -> str:
    """A value without what parts it from others; brackets that are a part of it stay closed."""
    inner = value.strip(_AROUND)
    closed = next((f"{inner}{end}" for begin, end in _BRACKETS if begin in inner and end not in inner), inner)
    return closed if closed in value else inner


def is_fielded(norm: str) -> bool:
    """Whether a line of any length is one of fields for certain: a whole date before two labels or more, or first of
    all a date with its time of day before one, or behind a label."""
    if not _SHORTEST <= len(norm) <= _LONGEST or ":" not in norm:
        return False
    found = find_date(norm, _DATED_BY)
    if found is None or len(found.group()) < _WHOLE_DATE:
        return False
    label = _label()[0].match(norm)
    if label is not None and not norm[label.end() : found.start()].strip():
        return True
    timed = found.start() == 0 and _TIME.match(norm, found.end() + 1) is not None
    return len(fields(norm)) >= 2 - timed


def find_date(norm: str, end: int = sys.maxsize) -> re.Match[str] | None:
    """The first date of a line, before character `end`, or None."""
    if _PARTS_DATE.search(norm) is None:
        return None
    # From figure to figure it goes far faster than from character to character.
    run = _FIGURES.search(norm, 0, end)
    while run is not None:
        found = DATE.match(norm, run.start(), end)
        if found is not None:
            return found
        run = _FIGURES.search(norm, run.end(), end)
    return None


def tells_event(norm: str) -> bool:
    """Whether the date on a line is that of an event, or one of two that bound a time, rather than the page's."""
    return _EVENT.search(norm) is not None


def _find_age(norm: str) -> re.Match[str] | None:
    return _AGE.search(norm) if _AGED.search(norm) else None


def is_meta(norm: str) -> bool:
    """Whether the line is one of fields: two labels, or one label or a date and little else."""
    if not 0 < len(norm) <= _LONGEST or "。" in norm:
        return False
    return (_MAY_BE_META.search(norm) is not None or _is_row_or_label(norm)) and _is_meta(norm)


@lru_cache(maxsize=8192)
def _is_meta(norm: str) -> bool:
    if norm in _label()[1]:
        return bool(_fields(norm))
    found = fields(norm)
    if _NOTICE.fullmatch(norm) is not None:
        return False
    if len(found) >= 2:
        return sum(len(field.value) for field in found) <= 40 * len(found)
    dated = find_date(norm) or _find_age(norm)
    if len(norm) > 80 or ("," in norm and not (dated and len(norm) <= _WITH_COMMA and _TIME.search(norm))):
        return False
    if found and dated:
        return True
    if not dated:
        return bool(found) and len(norm) <= _LABELLED and _is_labelled(norm, found)
    if tells_event(norm):
        return False
    aged = _AGE.sub("", norm) if _AGED.search(norm) else norm
    rest = _REST.sub(
        "", DATE.sub("", _TIME.sub("", _BUTTONS.sub("", aged) if len(aged) > _BESIDE_TIME else aged))
    )
    timed = dated.group().startswith(("19", "20")) and _TIME.search(norm, dated.end()) is not None
    return len(rest) <= (_BESIDE_TIME if timed else _BESIDE_DATE) and (
        DATE.match(norm.lstrip(" [【(|")) is not None or _TIME.search(norm) is not None or len(rest) <= 4
    )


def _is_labelled(norm: str, found: Sequence[Field]) -> bool:
    """Whether the line begins with a label, or ends with one after a space: the value stands on the next line."""
    if _label()[0].match(norm.lstrip(" [【(|")) is not None:
        return True
    return not found[-1].value and _LAST_LABEL.search(norm) is not None


forget(_fields.cache_clear)
forget(_is_meta.cache_clear)

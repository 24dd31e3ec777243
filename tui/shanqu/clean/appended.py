"""What stands below the last sentence of an official text and is still a part of it: attachments, who signs it, tables."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import Final

from shanqu.clean.asked import asks, is_contact
from shanqu.clean.names import bare_names
from shanqu.clean.signs import Signs

# What the names of those end in who sign a notice on the line above its day.
OFFICES: Final[tuple[str, ...]] = (
    "局",
    "厅",
    "委",
    "院",
    "政府",
    "办公室",
    "委员会",
    "管委会",
    "指挥部",
    "领导小组",
)
_SIGNERS: Final = (*OFFICES, "公司", "中心", "协会")
# Who seals a notice for others says so.
_FOR_OTHERS: Final = ("代章)", "代)")
# So many of them sign together, each on a line of its own.
_SIGNERS_MOST: Final = 5
_LONGEST: Final = 30
_DAY: Final = r"[(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日[)]?"
# Of some pages only the figures are left.
_DAY_ALONE: Final = re.compile(rf"{_DAY}|20\d{{4,6}}")
_SIGNED_AND_DATED: Final = re.compile(rf"[^。,:]{{3,30}}(?:{'|'.join(_SIGNERS)})\s?{_DAY}")
_RELEASE: Final = re.compile(r"[(]此件.{2,12}[)]")
_ATTACHED: Final = re.compile(r"附(?:件|表|录)?\s?\d{0,2}\s?(?::|$)|附(?:件|表)")
_ITEM: Final = re.compile(r"\d{1,2}[.、]")
# So many lines at most say where to send answers, none of them longer; so far down one of them asks for those.
_ANSWERED_MOST: Final = 24
_ANSWER_LONGEST: Final = 160
_ASKED_WITHIN: Final = 6
_WAYS_LEAST: Final = 2
# So many lines name what is attached or whom to ask.
_NAMED_MOST: Final = 12
_NAME_LONGEST: Final = 80
_TABLE_HEAD: Final = re.compile(r"\|?\s?序\s?号(?:\s.*|\|.*)?")
# So many lines at most stand between the signature and the table: what it is called.
_TABLE_WITHIN: Final = 5
# What a line ends in that announces a list, which has so many entries at least, none of them long.
_ANNOUNCES: Final = re.compile(r".*(?:名单|名录|清单|一览表?|如下)\)?:?")
_ENTRIES_LEAST: Final = 4
_ENTRY_LONGEST: Final = 60
# So large a part of them end in the same word as another one, or are names. Headlines do not.
_ALIKE: Final = 0.6
_WORD: Final = 2


def appended(signs: list[Signs], high: int) -> tuple[int, int]:
    """The lines `[low, end)` below the last sentence of a run that ends at line `high`; empty where nothing is appended.

    That is a signature with its day, with what is attached or whom to ask above it, and a numbered table below the
    one or the other; or a list that its heading announces, or where to send answers that
    the text asks for. Linear in the number of lines.
    """
    low = high
    while low > 0 and not (signs[low - 1].stop or signs[low - 1].prose):
        low -= 1
    if low == 0:
        return high, high
    named = _named(signs, _answered(signs, low))
    signed = _signed(signs, named)
    end = _table(signs, named if signed is None else signed)
    if end is None:
        end = signed or _listed(signs, low) or _reached(signs, low)
    return (low, end) if end is not None else (high, high)


def _answered(signs: list[Signs], at: int) -> int:
    """The line below those that say where to send answers, if these begin at line `at` and are signed; else `at`."""
    stop = min(at + _ANSWERED_MOST, len(signs))
    if not any(map(asks, signs[at : at + _ASKED_WITHIN])):
        return at
    for end in range(at, stop):
        if _signed(signs, _named(signs, end)) is not None:
            return end
        if not (_is_plain(signs[end]) and signs[end].length <= _ANSWER_LONGEST):
            break
    return at


def _reached(signs: list[Signs], at: int) -> int | None:
    """The line below the ways to reach those who ask for answers on the lines above `at`, and their thanks, or None."""
    end = at
    while end < len(signs) and is_contact(signs[end].line.norm):
        end += 1
    if end - at < _WAYS_LEAST or not any(map(asks, signs[max(0, at - 2) : at])):
        return None
    return end + (end < len(signs) and signs[end].stop and signs[end].rule is None)


def _named(signs: list[Signs], at: int) -> int:
    """The line below those that name attachments or whom to ask."""
    stop = min(at + _NAMED_MOST, len(signs))
    attached = False
    while at < stop and signs[at].length <= _NAME_LONGEST:
        sign = signs[at]
        begins = _ATTACHED.match(sign.line.norm) is not None
        reached = (sign.rule is not None and sign.rule.weak) or is_contact(sign.line.norm)
        if not (begins or reached or (attached and _ITEM.match(sign.line.norm))):
            break
        attached = attached or begins
        at += 1
    return at


def _signed(signs: list[Signs], at: int) -> int | None:
    """The line below a signature and its day that begin at line `at`, or None."""
    end = at
    while end < min(at + _SIGNERS_MOST, len(signs)) and _signs(signs[end]):
        end += 1
    if (end < len(signs) and _SIGNED_AND_DATED.fullmatch(signs[end].line.norm)) or (
        at < end < len(signs) and _DAY_ALONE.fullmatch(signs[end].line.norm)
    ):
        end += 1
    else:
        return None
    released = end < len(signs) and _RELEASE.fullmatch(signs[end].line.norm) is not None
    return end + released


def _signs(sign: Signs) -> bool:
    return (
        sign.rule is None and sign.length <= _LONGEST and sign.line.norm.endswith((*_SIGNERS, *_FOR_OTHERS))
    )


def _table(signs: list[Signs], at: int) -> int | None:
    """The line below a numbered table that begins at line `at` or a few lines of titles below, or None."""
    stop = min(at + _TABLE_WITHIN, len(signs))
    while at < stop and _is_plain(signs[at]):
        if _TABLE_HEAD.fullmatch(signs[at].line.norm):
            while at < len(signs) and _is_plain(signs[at]):
                at += 1
            return at
        at += 1
    return None


def _listed(signs: list[Signs], at: int) -> int | None:
    """The line below a list of things of one kind that the line at `at` announces, or None."""
    if at >= len(signs) or _ANNOUNCES.fullmatch(signs[at].line.norm) is None:
        return None
    entries = list(takewhile(_is_entry, signs[at + 1 :]))
    words = Counter(sign.line.norm[-_WORD:] for sign in entries)
    alike = [sign for sign in entries if words[sign.line.norm[-_WORD:]] > 1 or bare_names(sign.line.norm)]
    listed = len(entries) >= _ENTRIES_LEAST and len(alike) >= _ALIKE * len(entries)
    return at + 1 + len(entries) if listed else None


def _is_entry(sign: Signs) -> bool:
    return (
        sign.rule is None
        and not (sign.stop or _ANNOUNCES.fullmatch(sign.line.norm))
        and sign.length <= _ENTRY_LONGEST
    )


def _is_plain(sign: Signs) -> bool:
    return sign.rule is None or sign.rule.weak or sign.rule.id == "rubbish:marks"

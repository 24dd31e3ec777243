"""Where an article begins: headline, the lines of fields under it, first line of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from shanqu.clean.appended import OFFICES
from shanqu.clean.field_lines import DATE_ALONE, chain, is_field_line
from shanqu.clean.fields import DATE, fields, is_meta
from shanqu.clean.frame import Frame
from shanqu.clean.headline import could_head, find_title, hinted, may_title, said_again
from shanqu.clean.kept import is_caption
from shanqu.clean.names import is_name_or_word, looks_like_site
from shanqu.clean.signs import PROSE, Signs

# How far above the fields or the text a headline is looked for, in lines.
_REACH: Final = 12
# How far above the article's frame its headline is looked for.
_ABOVE: Final = 40
# And where nothing so far above turns out to be one.
_CLOSE: Final = 8
# How far below the frame's first line the headline of the markup may stand, and above it the fields.
_BELOW: Final = 4
# And the headline again, where no text stands between.
_AGAIN: Final = 8
# How far below a headline its fields begin.
_UNDER: Final = 6
# A head counts for less by so much for what stands against the lines between it and the frame, and
# where at least this stands against them, they are no text.
_PER_GAP: Final = 0.05
_TOO_FAR: Final = 10.0
# A list or a poem with a headline of its own has at least so many lines.
_VERSE: Final = 4
# By how much a headline further down must be the better one.
_CLEARLY: Final = 0.3
# How many of the page's last lines can name the site again.
_FOOT: Final = 12
# How many lines a page's head can have between two sets of fields.
_TOP: Final = 40


@dataclass(frozen=True, slots=True)
class Head:
    """Indices of lines: the headline, the lines of fields, and the first line of the article's text."""

    title: int | None
    meta: frozenset[int]
    start: int


def find_head(signs: list[Signs], title_hint: str | None, frame: Frame) -> Head:
    """Where the article in `frame` begins. `signs` are those of all lines that show something."""
    head = _head_from(frame.low - 1 if frame.crumbs else max(0, frame.low - _ABOVE), signs, title_hint, frame)
    if head.title is None and not frame.sure and frame.low > _CLOSE:
        # Single words of a menu far above can read like fields.
        closer = _head_from(frame.low - _CLOSE, signs, title_hint, frame)
        return head if closer.title is None else closer
    return head


def _head_from(floor: int, signs: list[Signs], title_hint: str | None, frame: Frame) -> Head:
    """The head in the lines from `floor` on."""
    gap = _Gap(frame, floor, signs[-_FOOT:])
    title = hinted(signs, title_hint, floor, min(frame.low + _BELOW, frame.high))
    head = (
        _find(signs[floor : frame.high], title_hint, gap)
        if title is None
        else _under(signs[floor : frame.high], title - floor, frame.low - floor)
    )
    if (
        head.title is not None
        and (again := said_again(signs, head.title + floor, min(frame.low + _AGAIN, frame.high))) is not None
    ):
        head = _under(signs[floor : frame.high], again - floor, frame.low - floor)
    start = head.start + floor
    return Head(
        title=None if head.title is None else head.title + floor,
        meta=frozenset(index + floor for index in head.meta),
        start=max(start, frame.low if frame.sure or gap.after(head.start) >= _TOO_FAR else 0),
    )


def _under(signs: list[Signs], title: int, low: int) -> Head:
    """The head whose headline is line `title`; the frame begins at line `low`."""
    above = {index for index in range(max(0, title - _BELOW), title) if is_field_line(signs[index])}
    last = max(low, title + _UNDER)
    fields = (i for i in range(title + 1, min(last, len(signs))) if _begins_fields(signs[i]))
    below = next(fields, None)
    meta = chain(signs, below) if below is not None else frozenset[int]()
    return Head(title, meta | above, max(meta, default=title) + 1)


class _Gap:
    """What speaks against the lines between a head and the article's frame, and the last lines of the page."""

    def __init__(self, frame: Frame, floor: int, foot: list[Signs]) -> None:
        self.low = frame.low - floor
        self.foot = foot
        self.sums = list(accumulate(frame.against[floor : frame.low][::-1], initial=0.0))[::-1]

    def after(self, start: int) -> float:
        """How much stands against the lines from `start` (counted from the floor) to the frame."""
        # Rounded, so that no order of adding up decides.
        return max(0.0, round(self.sums[start], 6)) if start < len(self.sums) else 0.0


def _find(signs: list[Signs], title_hint: str | None, gap: _Gap) -> Head:
    """The head among the lines of a frame and those above it.

    A page can print fields twice: today's date or a newspaper's page above, the article's below its
    headline. The fields with the better headline, nearer to the text, are the article's.
    """
    first = _first_fields(signs)
    if first is None:
        start = _first_text(signs)
        return _untitled_ok(signs, title_hint, start, gap.foot)
    best, best_score = _head_at(signs, first, title_hint, gap)
    best_score -= _PER_GAP * gap.after(best.start)
    for later in _later_fields(signs, first + 1):
        head, score = _head_at(signs, later, title_hint, gap)
        score -= _PER_GAP * gap.after(head.start)
        if score >= best_score + _CLEARLY and head.title is not None and head.title not in best.meta:
            best, best_score = Head(head.title, head.meta | best.meta, head.start), score
    return best


def _head_at(signs: list[Signs], first: int, title_hint: str | None, gap: _Gap) -> tuple[Head, float]:
    """The head whose fields begin at line `first`, and how good a headline of the text it has."""
    meta = chain(signs, first)
    start = max(meta) + 1
    text_from = max(start, gap.low)
    above, score = find_title(signs, max(0, first - _REACH), first, text_from, title_hint, gap.foot)
    if above is not None and not looks_like_site(signs[above].line.norm):
        return Head(above, meta, start), score
    plain = _first_plain(signs, start)
    title, lower = find_title(signs, start, plain + 1, text_from, title_hint, gap.foot, earliest=True)
    if title is None and above is None and _is_kicker(signs, start, plain):
        title, lower = find_title(signs, plain + 1, plain + 2, text_from, title_hint, gap.foot, earliest=True)
    if title is None or lower <= score:
        # Above a table of fields stands whose page it is, and the headline below it.
        return Head(above, meta, start), score
    score = lower
    start = title + 1
    below = next((i for i in range(start, min(start + 3, len(signs))) if _begins_fields(signs[i])), None)
    if below is not None:
        meta |= chain(signs, below)
        start = max(meta) + 1
    return Head(title, meta, start), score


def _is_kicker(signs: list[Signs], start: int, index: int) -> bool:
    """Whether line `index`, below fields that end at `start`, is one of a few words above the headline of a text."""
    below = start <= index < len(signs) - 2
    return below and not signs[index].prose and signs[index + 2].prose


def _later_fields(signs: list[Signs], start: int) -> Iterator[int]:
    """Lines of fields between `start` and the first text."""
    text = next((i for i in range(start, min(start + _TOP, len(signs))) if signs[i].prose), start)
    for index in range(start, text):
        rule = signs[index].rule
        if is_field_line(signs[index]) and (rule is None or not rule.ends):
            yield index


def _untitled_ok(signs: list[Signs], title_hint: str | None, start: int, foot: list[Signs]) -> Head:
    """Without fields: the headline is among the lines above the first text, if it is anywhere."""
    title, _ = find_title(signs, max(0, start - _REACH), start, start, title_hint, foot, earliest=True)
    if title is None and not any(sign.prose for sign in signs) and _is_headed(signs, start):
        # Verse and lists: the first line, if a menu stands above it or a name below.
        title = start
    return Head(title, frozenset(), start if title is None else title + 1)


def _is_headed(signs: list[Signs], index: int) -> bool:
    if index + _VERSE >= len(signs) or not may_title(signs, index):
        return False
    menu = index > 0 and signs[index - 1].rule is not None
    return menu or is_name_or_word(signs[index + 1].line.norm)


def _begins_fields(sign: Signs) -> bool:
    """Whether fields begin with the line; a number alone counts the parts of a text."""
    return is_field_line(sign) and not sign.line.norm.isdigit()


def _first_fields(signs: list[Signs]) -> int | None:
    """The first line of fields with most of the prose after it."""
    texts = [_is_text(signs, index) for index in range(len(signs))]
    total = sum([sign.length for sign, text in zip(signs, texts, strict=True) if text or sign.prose])
    if not total:
        return _first_fields_of_verse(signs)
    before = 0
    for index, sign in enumerate(signs):
        if texts[index] and not could_head(sign) and not is_meta(sign.line.norm):
            before += sign.length
            if before * 2 > total:
                return None
        elif is_field_line(sign) and (before == 0 or _is_certain(signs, index)):
            return index
    return None


def _first_fields_of_verse(signs: list[Signs]) -> int | None:
    """The same on a page without prose, where the short lines are the text."""
    fielded = (
        index
        for index, sign in enumerate(signs)
        if is_field_line(sign) and not DATE_ALONE.fullmatch(sign.line.norm)
    )
    first = next(fielded, None)
    sizes = [0 if sign.rule is not None or sign.listing else sign.length for sign in signs]
    return first if first is not None and sum(sizes[:first]) * 2 <= sum(sizes) else None


def _is_certain(signs: list[Signs], index: int) -> bool:
    """After prose only a full line of fields right under a headline starts an article."""
    norm = signs[index].line.norm
    if len(fields(norm)) < 2 and not is_meta(norm):
        return False
    above = signs[index - 1]
    signed = above.line.norm.endswith(OFFICES) and DATE.fullmatch(norm) is not None
    return above.rule is None and could_head(above) and not signed


def _first_prose(signs: list[Signs], start: int) -> int:
    """The first line that is text rather than a headline: prose, a sentence, a picture's caption."""
    found = (i for i in range(start, len(signs)) if _is_text(signs, i))
    return next(found, len(signs))


def _is_text(signs: list[Signs], index: int) -> bool:
    sign = signs[index]
    if sign.prose and not (sign.length < PROSE and could_head(sign)):
        return True
    if sign.rule is not None or sign.listing or sign.length < 6:
        return False
    norm = sign.line.norm
    pausing = "。" in norm or norm.endswith((",", ":", ";", "…")) or norm.count(",") > 2
    return (pausing and not could_head(sign) and not is_meta(norm)) or is_caption(signs, index)


def _first_plain(signs: list[Signs], start: int) -> int:
    """The first line that fits no rule and is no kicker; below the fields only that one can be the headline."""
    plain = (
        i
        for i in range(start, len(signs) - 1)
        if signs[i].rule is None and not signs[i].line.norm.endswith("—")
    )
    return next(plain, start - 1)


def _first_text(signs: list[Signs]) -> int:
    """The first prose that is no boilerplate; where there is none, the first line that fits no rule."""
    prose = _first_prose(signs, 0)
    if prose < len(signs):
        return prose
    plain = (i for i, sign in enumerate(signs) if sign.rule is None and sign.length and not sign.listing)
    return next(plain, len(signs))

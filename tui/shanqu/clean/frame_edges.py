"""How far the article reaches beyond the run of lines for which most speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from shanqu.clean.fields import DATE
from shanqu.clean.frame_scores import EVEN, Scores
from shanqu.clean.kept import is_caption
from shanqu.clean.names import looks_like_site
from shanqu.clean.signs import Signs
from shanqu.clean.tables import above_table, below_table

# How much less may be said for a run with a few sentences more at either end, and how far away those may stand.
_SLACK: Final = 2.0
_SLACK_OF_TEXT: Final = 3.0
# Verse has no sentence to end with.
_SLACK_OF_VERSE: Final = 6.0
_BEYOND: Final = 6
# What a site says of itself below a text.
_INVITES: Final = re.compile("更多|关注|登录|下载|来源|来自|请点|公众号|客户端")
# A site says it in so many characters at most; in a longer line they are words of the text.
_INVITES_LONGEST: Final = 60
# So many paragraphs below a run, with more than one in so many of the page's characters in prose, are no comments.
_PARAGRAPHS: Final = 2
_SHARE: Final = 10
# On so many lines at the end of a page those who edited it are named.
_SIGNED: Final = 3
# So much at least is left of a paragraph at which a page was cut, and less where a sentence ends in it.
_CUT_LEAST: Final = 16
_CUT_SENTENCE_LEAST: Final = 6
# The heading of a part of a text has so many characters at most.
_HEADING_LONGEST: Final = 24
# How the parts of a text are numbered.
_NUMBERED: Final = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}[章节部]")
# With so many numbered headings a text has parts.
_PARTS: Final = 2
# What says whose words a text ended with.
_WHOSE: Final = "——"
_PICTURE: Final = "rubbish:placeholder"


def across_tables(signs: list[Signs], scores: Scores, low: int, high: int) -> tuple[int, int]:
    """The run with the text above and below the tables that it begins and ends with."""
    while (above := above_table(signs, low)) is not None:
        low = above + 1 - _longest(scores.inside[above::-1], scores.low[above::-1])
    while (below := below_table(signs, high)) is not None:
        high = below + _longest(scores.inside[below:], scores.high[below + 1 :])
    return low, high


def _longest(inside: Sequence[float], edge: Sequence[float]) -> int:
    """How many lines, at least one, most speaks for, away from a table."""
    sums = [total + at for total, at in zip(accumulate(inside), edge, strict=False)]
    return 1 + sums.index(max(sums))


def higher(signs: list[Signs], scores: Scores, high: int) -> int:
    """The run's end, or a later one after a sentence for which hardly less is said.

    To lose a paragraph is worse than to keep a line too many, which rules may still drop.
    """
    best, total = high, 0.0
    verse = not any(sign.prose for sign in signs)
    slack = _SLACK_OF_VERSE if verse else _SLACK
    for index in range(high, min(high + _BEYOND, len(signs))):
        if _is_foreign(signs[index]):
            break
        if not _is_picture(signs[index]):
            total += scores.inside[index]
        less = scores.high[high] - total - scores.high[index + 1]
        if (verse or _closes(signs, index)) and less <= (
            _SLACK_OF_TEXT if signs[index].strong and not verse else slack
        ) + EVEN:
            best = index + 1
    return best


def plain_below(signs: list[Signs], high: int) -> int:
    """The end of what stands below the run, where much of the page's prose does and nothing that rules know: all of
    it is text. Who edited it may be named on the last lines. 0 where it is not so."""
    end = len(signs)
    if end - high < _PARAGRAPHS and not (high < end and signs[high].strong):
        return 0
    while end > max(high, len(signs) - _SIGNED) and _is_known(signs[end - 1]):
        end -= 1
    prose = [sign.length for sign in signs[high:end] if sign.strong]
    much = sum(prose) * _SHARE >= sum([sign.length for sign in signs if sign.strong])
    if not (prose and signs[high].strong) and not (much and len(prose) >= _PARAGRAPHS):
        return 0
    return 0 if any(map(_is_known, signs[high:end])) else end


def _is_known(sign: Signs) -> bool:
    """Whether it is known what the line is, and that it is no text."""
    return (sign.rule is not None and not sign.rule.weak) or sign.legal or sign.listing or sign.teaser


def is_appendix(signs: list[Signs], index: int) -> bool:
    """Whether the line right below a text is a picture of it, or says whose words it ended with."""
    return is_caption(signs, index) or signs[index].line.norm.startswith(_WHOSE)


def with_parts(signs: list[Signs], low: int, high: int) -> tuple[int, int]:
    """The run with the numbered heading of a part of it right above it and right below it: one of several."""
    if sum(map(_is_numbered, signs[max(0, low - 1) : high + 1])) < _PARTS:
        return low, high
    if low and _is_numbered(signs[low - 1]):
        low -= 1
    if high < len(signs) and _is_numbered(signs[high]):
        high += 1
        # Of that part the first words may stand there yet.
        high += high == len(signs) - 1 and _is_plain(signs[high]) and signs[high].length >= _CUT_LEAST
    return low, high


def _is_numbered(sign: Signs) -> bool:
    return _is_plain(sign) and _NUMBERED.match(sign.line.norm) is not None


def _is_plain(sign: Signs) -> bool:
    """Whether nothing is known of the line that speaks against its being text."""
    return sign.rule is None and not sign.legal and not sign.listing and not sign.teaser


def cut_off(signs: list[Signs], high: int) -> int:
    """How many lines below the run, a paragraph, are all that is left of where the page was cut: the beginning of
    another paragraph, with the heading above it if it has one; 0 where something else stands there."""
    left = len(signs) - high
    if not 1 <= left <= 2 or not signs[high - 1].prose or not _is_begun(signs[-1]):
        return 0
    heading = signs[high]
    headed = _is_plain(heading) and not heading.stop and heading.length <= _HEADING_LONGEST
    return left if left == 1 or (headed and _INVITES.search(heading.line.norm) is None) else 0


def _is_begun(last: Signs) -> bool:
    """Whether the line is the beginning of a paragraph."""
    norm = last.line.norm
    if last.rule is not None or last.stop or last.listing:
        return False
    if last.length <= _INVITES_LONGEST and _INVITES.search(norm) is not None:
        return False
    least = _CUT_SENTENCE_LEAST if "。" in norm else _CUT_LEAST
    return (
        ("," in norm or ";" in norm or "、" in norm or "。" in norm)
        and last.length >= least
        and last.han * 2 > last.length
    )


def lower(signs: list[Signs], scores: Scores, low: int) -> int:
    """The run's beginning, or an earlier sentence for which hardly less is said."""
    best, total = low, 0.0
    for index in range(low - 1, max(low - _BEYOND, 0) - 1, -1):
        if _is_foreign(signs[index]):
            break
        total += scores.inside[index]
        if signs[index].prose and total + scores.low[index] >= scores.low[low] - _SLACK - EVEN:
            best = index
    return best


def _is_foreign(sign: Signs) -> bool:
    """Whether the line heads something else or ends the article."""
    return sign.teaser or (sign.rule is not None and not sign.rule.weak and bool(sign.rule.ends))


def _is_picture(sign: Signs) -> bool:
    """Whether a picture stood here, which may do so inside an article as well as below it."""
    return sign.rule is not None and sign.rule.id == _PICTURE


def _closes(signs: list[Signs], index: int) -> bool:
    """Whether a text can end with the line: a sentence, a picture's caption, the day or the office that signs it,
    whose words it was."""
    norm = signs[index].line.norm
    return (
        signs[index].stop
        or norm.endswith(";")
        or norm.startswith("——")
        or is_caption(signs, index)
        or looks_like_site(norm)
        or DATE.fullmatch(norm) is not None
    )

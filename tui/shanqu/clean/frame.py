"""Between which lines the article stands: seen from afar, before any line is judged."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, NamedTuple

from shanqu.clean.appended import appended
from shanqu.clean.columns import between
from shanqu.clean.data import load, once
from shanqu.clean.evidence import EDGE, Evidence, Worth, Worths
from shanqu.clean.fields import DATE
from shanqu.clean.kept import is_caption
from shanqu.clean.names import looks_like_site
from shanqu.clean.signs import Signs
from shanqu.clean.tables import above_table, below_table

# Both ways of finding the article in markup count together where the narrower one keeps this share.
_AGREED: Final = 0.9
# No line beside the run counts for more than this, so that one alone decides nothing.
_CLAMP: Final = 3.0
# By less than this sums differ that were only added up in another order.
_EVEN: Final = 1e-9
# How much less may be said for a run with a few sentences more at either end, and how far away those may stand.
_SLACK: Final = 2.0
_SLACK_OF_TEXT: Final = 3.0
# Verse has no sentence to end with.
_SLACK_OF_VERSE: Final = 6.0
_BEYOND: Final = 6
# A page with so much prose has a text; at most so many lists are likelier at first sight.
_TEXT_LEAST: Final = 200
_LISTS: Final = 3
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
# The rules for the line that says where on the site the page is.
_CRUMBS: Final = frozenset({"anchor:position", "anchor:crumbs-from-home"})
# How many times more a site may tell of itself above them than what is known of the text below them.
_AS_MUCH: Final = 2
_PICTURE: Final = "rubbish:placeholder"
# With so few lines beside its prose what was kept of a page has hardly anything around its text.
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The article's text stands in the lines `[low, high)`; its headline may stand above them.

    `sure`: the markup says so, line by line, so that no line outside is text. `against` is how much
    speaks against each line above, at most `_CLAMP`; below 0 it speaks for it. It is empty where `sure`.
    From line `appended` on stands what an official text has below its last sentence, if it has anything.
    `crumbs`: it begins right below the line that says where on the site the page is.
    """

    low: int
    high: int
    sure: bool = False
    against: tuple[float, ...] = ()
    appended: int = sys.maxsize
    crumbs: bool = False


class Weights(NamedTuple):
    """What the signs of lines are worth (`frame.toml`): for a line's lying `inside` the article, for its being
    the `first` one of it or the one `before` that, and for its being the `last` one or the one `after` that."""

    inside: Worth
    first: Worth
    before: Worth
    last: Worth
    after: Worth


@once
def weights() -> Weights:
    """The weights as they were learned."""
    data = load("frame.toml")
    return Weights(*(Worth(data[name]) for name in Weights._fields))


def find_frame(signs: list[Signs], *, again: bool = False) -> Frame:
    """The frame of the article in the lines of a page. Linear in their number.

    Where the markup does not tell, it is the run of lines for which most speaks, and sentences next to
    it where hardly less speaks for them too. On a page with little else every line is in the frame; where
    what was kept of a page is read `again`, a few lines beside its prose are such.
    """
    few = again and sum([not sign.prose for sign in signs]) <= _FEW
    frame = Frame(0, len(signs)) if few else _find(signs)
    low, end = appended(signs, frame.high)
    return replace(frame, high=max(frame.high, end), appended=low) if low < end else frame


def _find(signs: list[Signs]) -> Frame:
    chosen = _chosen(signs)
    if chosen:
        return Frame(chosen[0], chosen[-1] + 1, sure=True)
    if _is_bare(signs):
        return Frame(0, len(signs))
    scores, low, high = _likeliest_text(signs)
    low, high = _across_tables(signs, scores, low, high)
    low, high = _lower(signs, scores, low), _higher(signs, scores, high)
    below = _below_crumbs(signs, low, high)
    while high < len(signs) and signs[high].rule is None and _is_appendix(signs, high):
        high += 1
    low, high = _with_parts(signs, low, high)
    high = _plain_below(signs, high) or high + _cut_off(signs, high)
    low = low if below is None else below
    against = tuple([-max(-_CLAMP, min(_CLAMP, one)) for one in scores.inside[:low]])
    return Frame(low, high, against=against, crumbs=below is not None)


def _likeliest_text(signs: list[Signs]) -> tuple[Scores, int, int]:
    """The scores and the likeliest run; a list of what things are like is none on a page that has a text as well."""
    scores = score(signs)
    low, high = likeliest(scores)
    for _ in range(_LISTS if sum([sign.length for sign in signs if sign.strong]) >= _TEXT_LEAST else 0):
        if any(sign.prose for sign in signs[low:high]):
            break
        scores.inside[low:high] = [-_CLAMP] * (high - low)
        low, high = likeliest(scores)
    return scores, low, high


def _is_bare(signs: list[Signs]) -> bool:
    """Whether all lines are prose, or none is, as in verse, and no rule fits any."""
    prose = sum([sign.prose for sign in signs])
    return prose == len(signs) or (not prose and all(sign.rule is None for sign in signs))


def _across_tables(signs: list[Signs], scores: Scores, low: int, high: int) -> tuple[int, int]:
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


def _higher(signs: list[Signs], scores: Scores, high: int) -> int:
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
        ) + _EVEN:
            best = index + 1
    return best


def _plain_below(signs: list[Signs], high: int) -> int:
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


def _is_appendix(signs: list[Signs], index: int) -> bool:
    """Whether the line right below a text is a picture of it, or says whose words it ended with."""
    return is_caption(signs, index) or signs[index].line.norm.startswith(_WHOSE)


def _with_parts(signs: list[Signs], low: int, high: int) -> tuple[int, int]:
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


def _cut_off(signs: list[Signs], high: int) -> int:
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


def _lower(signs: list[Signs], scores: Scores, low: int) -> int:
    """The run's beginning, or an earlier sentence for which hardly less is said."""
    best, total = low, 0.0
    for index in range(low - 1, max(low - _BEYOND, 0) - 1, -1):
        if _is_foreign(signs[index]):
            break
        total += scores.inside[index]
        if signs[index].prose and total + scores.low[index] >= scores.low[low] - _SLACK - _EVEN:
            best = index
    return best


def _below_crumbs(signs: list[Signs], low: int, high: int) -> int | None:
    """The run's beginning below the line that says where on the site the page is, where that is another one.

    Above it a site tells of itself. Where the page has no sentences, the run begins right below it.
    """
    found = (index for index in range(high - 1, -1, -1) if _is_crumbs(signs[index]))
    last = next(found, None)
    if last is None:
        return None
    below = sum([sign.length for sign in signs[last:high] if sign.prose])
    if last < low:
        plain = all(sign.rule is None and not sign.listing for sign in signs[last + 1 : low])
        return last + 1 if plain and not below else None
    above = sum([sign.length for sign in signs[low:last] if sign.prose])
    return last + 1 if above and below * _AS_MUCH >= above else None


def _is_crumbs(sign: Signs) -> bool:
    return sign.rule is not None and sign.rule.id in _CRUMBS


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


class Scores(NamedTuple):
    """How much more speaks for than against: a line's lying `inside` the article; the article's beginning at line
    `i` (`low[i]`) and its ending before it (`high[i]`). `low` and `high` have one entry more than there are lines."""

    inside: list[float]
    low: list[float]
    high: list[float]


def score(signs: list[Signs], worth: Weights | None = None) -> Scores:
    """What the signs of the lines, which are some, say, by the weights learned or by others."""
    weighed = worth or weights()
    worths = _worths() if worth is None else _together(worth)
    inside, first, before, last, after = Evidence(signs).sums(worths)
    return Scores(
        inside=inside.tolist(),
        low=between(before, first, (weighed.before[EDGE], weighed.first[EDGE])),
        high=between(last, after, (weighed.last[EDGE], weighed.after[EDGE])),
    )


@once
def _worths() -> Worths:
    return _together(weights())


def _together(worth: Weights) -> Worths:
    """The weights for all regards together; of a line outside the article only what is its own counts."""
    return Worths(worth, [name not in ("before", "last") for name in Weights._fields])


def likeliest(scores: Scores) -> tuple[int, int]:
    """The run of lines, at least one, with the largest sum of all that is said for it."""
    best, found = -math.inf, (0, len(scores.inside))
    begun, start, total = -math.inf, 0, 0.0
    for index, (value, low, high) in enumerate(zip(scores.inside, scores.low, scores.high[1:], strict=False)):
        if low - total > begun + _EVEN:
            begun, start = low - total, index
        total += value
        if begun + total + high > best + _EVEN:
            best, found = begun + total + high, (start, index + 1)
    return found


def _chosen(signs: list[Signs]) -> list[int]:
    """The lines that the markup's structure gives the article."""
    if not any(sign.line.chosen for sign in signs):
        return []
    dense = [index for index, sign in enumerate(signs) if "density" in sign.line.chosen]
    held = [index for index, sign in enumerate(signs) if "holder" in sign.line.chosen]
    both = sorted({*dense} & {*held})
    if dense and not both and _prose(signs, held) >= _prose(signs, dense):
        # The denser part is a picture's caption or a teaser of the text that the other part holds.
        return sorted(dense + held)
    return both if both and _prose(signs, both) >= _AGREED * _prose(signs, dense) else dense


def _prose(signs: list[Signs], indices: Sequence[int]) -> int:
    return sum(signs[index].length for index in indices if signs[index].prose)

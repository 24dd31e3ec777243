"""Between which lines the article stands: seen from afar, before any line is judged."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from shanqu.clean.appended import appended
from shanqu.clean.frame_edges import (
    across_tables,
    cut_off,
    higher,
    is_appendix,
    lower,
    plain_below,
    with_parts,
)
from shanqu.clean.frame_scores import Scores, likeliest, score
from shanqu.clean.signs import Signs

# Both ways of finding the article in markup count together where the narrower one keeps this share.
_AGREED: Final = 0.9
# No line beside the run counts for more than this, so that one alone decides nothing.
_CLAMP: Final = 3.0
# A page with so much prose has a text; at most so many lists are likelier at first sight.
_TEXT_LEAST: Final = 200
_LISTS: Final = 3
# The rules for the line that says where on the site the page is.
_CRUMBS: Final = frozenset({"anchor:position", "anchor:crumbs-from-home"})
# How many times more a site may tell of itself above them than what is known of the text below them.
_AS_MUCH: Final = 2
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
    low, high = across_tables(signs, scores, low, high)
    low, high = lower(signs, scores, low), higher(signs, scores, high)
    below = _below_crumbs(signs, low, high)
    while high < len(signs) and signs[high].rule is None and is_appendix(signs, high):
        high += 1
    low, high = with_parts(signs, low, high)
    high = plain_below(signs, high) or high + cut_off(signs, high)
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

"""Where an article ends, and what interrupts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from shanqu.clean.kept import is_caption
from shanqu.clean.names import dateline
from shanqu.clean.rules import Ends, Rule
from shanqu.clean.signs import Signs, is_title_like, pairs
from shanqu.model import Role

# After these the text goes on with a single paragraph; after the others two in a row are wanted.
_PASSING: Final = frozenset({Role.ADVERT, Role.SHARE, Role.NAVIGATION})
_RIGHTS: Final = frozenset({Role.COPYRIGHT, Role.DISCLAIMER})
_SHORT: Final = 16
_POST: Final = "anchor:post-by-author"
# So many short lines, or one of prose, and the article has begun: from there on a rule can end it.
_BEGUN: Final = 3
_PROVED: Final = 1000
# Before so much text in paragraphs, of which none has come yet, stands the head, whatever fits its lines.
_WHOLE_TEXT: Final = 150


# What agencies write below a report, and how much of the pairs of characters of a paragraph stand in the text above it
# where it goes on with it.
_END: Final = "(完)"
_RELATED: Final = 0.08


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines `[low, high)` inside the article that are none of it, and the rule that opened them."""

    low: int
    high: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Tail:
    """The article's text ends before line `end`; `gaps` interrupt it. `rule` closed it, if any did."""

    end: int
    gaps: tuple[Gap, ...]
    rule: Rule | None


def find_tail(signs: list[Signs], start: int, high: int) -> Tail:
    """Where the text that begins at line `start` ends: at line `high` at the latest.

    Linear in the number of lines.
    """
    signs = signs[: max(high, start)]
    text = _text(signs, start)
    strong = text.strong
    gaps: list[Gap] = []
    hopeless = False
    seen = 0
    index = start
    while index < len(signs):
        rule = closing_rule(signs[index]) or _signature(signs, index)
        if rule is not None:
            # Above the first post of a board stand many short lines, none of which is its text.
            begun = seen >= (_PROVED if rule.id.startswith("anchor:post") else _BEGUN)
            resumed = (
                None if hopeless or not (begun or rule.ends == "list") else _resume(signs, index, rule, text)
            )
            if resumed is not None:
                gaps.append(Gap(index, resumed, rule))
                index = resumed
                continue
            if begun and (text.before[index] or text.before[-1] < _WHOLE_TEXT):
                return Tail(index, tuple(gaps), rule)
            hopeless = hopeless or rule.ends == "list"
        elif strong[index] or signs[index].prose:
            # A headline that asks reads like prose.
            seen = _PROVED if "。" in signs[index].line.norm else max(seen, _BEGUN)
            if signs[index].line.norm.endswith(_END) and _is_last(signs, start, index):
                return Tail(index + 1, tuple(gaps), None)
        elif signs[index].rule is None and signs[index].length >= 4:
            seen += 1
        index += 1
    return Tail(len(signs), tuple(gaps), None)


def _is_last(signs: list[Signs], start: int, end: int) -> bool:
    """Whether the paragraph that says that the text ends here has nothing below it but news of something else.

    Pages that were broken into put scraps of other reports there. In a digest each report says that it ends.
    """
    below = [sign.line.norm for sign in signs[end + 1 :] if sign.strong]
    if not below or any(norm.endswith(_END) or dateline(norm) for norm in below):
        return False
    said = frozenset({pair for sign in signs[start : end + 1] for pair in pairs(sign.line.norm)})
    own = pairs(below[0])
    return len(own & said) < _RELATED * len(own)


def closing_rule(sign: Signs) -> Rule | None:
    """The rule that fits the line and says that the article may end here, or None."""
    rule = sign.rule
    if rule is None or rule.weak or not rule.ends:
        return None
    if rule.role in _RIGHTS and sign.length > 60 and not sign.legal:
        return None
    return rule


def _signature(signs: list[Signs], index: int) -> Rule | None:
    """Source, author and editor on lines of their own, one after the other, close an article as well."""
    rule = signs[index].rule
    below = signs[index + 1].rule if index + 1 < len(signs) else None
    if rule is None or below is None or rule.weak or below.weak or rule.role is not Role.BYLINE:
        return None
    return replace(rule, ends="line") if below.role in (Role.BYLINE, Role.EDITOR) else None


@dataclass(frozen=True, slots=True)
class _Text:
    """Which lines can carry an article on, and how much prose stands before each line.

    `short`: the page is one of short lines, where a short sentence counts for a paragraph.
    """

    strong: Sequence[bool]
    before: Sequence[int]
    short: bool


def _text(signs: list[Signs], start: int) -> _Text:
    total = sum([sign.length for sign in signs[start:] if sign.rule is None and not sign.listing])
    large = sum([sign.length for sign in signs[start:] if sign.strong])
    short = large * 5 < total * 2
    strong = [sign.strong or (short and _is_short_text(sign)) for sign in signs]
    sizes = [sign.length if flag else 0 for sign, flag in zip(signs, strong, strict=True)]
    return _Text(strong, list(accumulate(sizes, initial=0)), short)


def _is_short_text(sign: Signs) -> bool:
    if sign.rule is not None or sign.teaser or sign.legal or sign.listing:
        return False
    if sign.line.norm.endswith(("。", "。”")):
        # Headlines and the teasers under them have no full stop.
        return True
    return sign.length >= _SHORT and (
        (sign.stop and not sign.line.norm.endswith(("..", "…"))) or "," in sign.line.norm
    )


def _resume(signs: list[Signs], at: int, rule: Rule, text: _Text) -> int | None:
    """The line at which the article goes on after the interruption at line `at`, or None."""
    mode: Ends = rule.ends
    passing = rule.role in _PASSING
    edited = rule.role is Role.EDITOR or rule.id == _POST
    index = at + 1
    while index < len(signs) and mode != "never":
        found = closing_rule(signs[index])
        if found is not None:
            mode = found.ends if mode != "list" or found.ends == "never" else mode
            passing = passing and found.role in _PASSING
            edited = edited or found.role is Role.EDITOR
        elif text.strong[index]:
            run = index
            while run < len(signs) and text.strong[run] and closing_rule(signs[run]) is None:
                run += 1
            # What follows the editor's name or another author's and is less than the article is what readers wrote.
            short = edited and (text.before[run] - text.before[index]) * 2 < text.before[at]
            if not short and _carries_on(signs, index, run, passing and mode == "line", at):
                return _with_subhead(signs, index, at)
            index = run
            continue
        elif passing and mode == "line" and _is_sentence(signs[index], 8 if text.short else 20):
            return _with_subhead(signs, index, at)
        index += 1
    return None


def _is_sentence(sign: Signs, least: int) -> bool:
    return sign.stop and sign.rule is None and sign.length >= least and not (sign.teaser or sign.legal)


def _carries_on(signs: list[Signs], low: int, high: int, passing: bool, at: int) -> bool:
    """Whether the paragraphs `[low, high)` are the article's rather than a list's or a comment's."""
    if high - low >= 2 or passing or is_caption(signs, low - 1):
        return True
    above = signs[low - 1]
    if low - 1 > at and above.rule is None and not above.stop:
        # Headlines without teasers came before, so this is no teaser either.
        other = signs[low - 2]
        return (
            low - 2 > at
            and signs[low].stop
            and is_title_like(above)
            and is_title_like(other)
            and above.line.norm != other.line.norm
        )
    after = signs[high].rule if high < len(signs) else None
    closed = after is not None and after.role is Role.EDITOR
    return closed or signs[low].line.norm.endswith("(完)")


def _with_subhead(signs: list[Signs], index: int, at: int) -> int:
    """A short line right above the paragraph belongs to it, unless it closes a list of headlines."""
    above = index - 1
    if above > at and is_caption(signs, above):
        return above
    if above <= at or signs[above].rule is not None or signs[above].length > 24:
        return index
    if signs[above].line.norm.endswith(("..", "…")):
        return index
    lonely = above - 1 == at or signs[above - 1].rule is not None or signs[above - 1].teaser
    return above if lonely else index

"""A role for each line of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shanqu.clean import rules
from shanqu.clean.data import labels
from shanqu.clean.head import Head, find_head, is_field_line, is_value
from shanqu.clean.kept import is_caption, kept_role
from shanqu.clean.names import bare_names, looks_like_site
from shanqu.clean.signs import PROSE, Signs, is_spam, is_title_like
from shanqu.clean.tail import Tail, closing_rule, find_tail
from shanqu.model import Role

_BRACKETED = re.compile(r"[(【\[][^()【】\[\]。]{2,40}[)】\]]")
_LINKY = 0.8
_RESIDUE = 8
_LIST_LEAST = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided on one line, why, and how sure that is (0 to 1)."""

    role: Role
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The verdicts, line for line, and where head and tail were found."""

    verdicts: tuple[Verdict, ...]
    head: Head
    tail: Tail


def lay_out(signs: Sequence[Signs], title_hint: str | None) -> Layout:
    """A verdict on every line. `signs` are those of all lines, in page order."""
    head = find_head(signs, title_hint)
    title = signs[head.title].line.norm if head.title is not None else None
    tail = find_tail(signs, head.start, title)
    verdicts: list[Verdict] = []
    verdicts.extend(_above(signs, index, head) for index in range(head.start))
    verdicts.extend(_inside(signs, index, head, title) for index in range(head.start, tail.end))
    verdicts.extend(_after(signs, tail))
    for gap in tail.gaps:
        for index in range(gap.low, gap.high):
            verdicts[index] = _in_gap(signs[index], gap.rule)
    _trim_end(signs, verdicts, tail.end)
    _join_adverts(signs, verdicts, head.start, tail.end)
    return Layout(tuple(verdicts), head, tail)


def _above(signs: Sequence[Signs], index: int, head: Head) -> Verdict:
    """A line before the article's text."""
    sign = signs[index]
    if index == head.title:
        return Verdict(Role.TITLE, "title", 0.9)
    if not sign.length:
        return Verdict(Role.BLANK, "blank", 1.0)
    if sign.listing or is_spam(sign.line.norm):
        return Verdict(Role.SPAM, "listing-above-title", 0.9)
    rule = sign.rule or rules.find(sign.line.norm, "head")
    if rule is not None:
        return Verdict(rule.role, rule.id, 0.95)
    if index in head.meta or is_field_line(sign):
        return Verdict(Role.BYLINE, "fields-under-title", 0.95)
    if head.title is not None and sign.line.norm == signs[head.title].line.norm:
        return Verdict(Role.REPEAT, "title-repeated", 0.9)
    if head.title is not None and abs(index - head.title) == 1 and sign.line.norm.startswith("—"):
        return Verdict(Role.SUBTITLE, "dash-beside-title", 0.9)
    if head.title is not None and index == head.title - 1 and sign.line.norm.endswith("—"):
        return Verdict(Role.SUBTITLE, "kicker-above-title", 0.9)
    if head.title is not None and index > head.title:
        if sign.prose:
            return Verdict(Role.BODY, "prose-under-title", 0.7)
        if sign.length >= 8 and index == head.title + 1:
            return Verdict(Role.SUBTITLE, "line-under-title", 0.6)
    return Verdict(Role.NAVIGATION, "before-title", 0.8)


def _inside(signs: Sequence[Signs], index: int, head: Head, title: str | None) -> Verdict:
    """A line between the article's first and its last."""
    sign = signs[index]
    norm = sign.line.norm
    if not sign.length:
        return Verdict(Role.BLANK, "blank", 1.0)
    caption = is_caption(signs, index)
    if sign.rule is not None and not sign.rule.weak and not caption and _holds(sign):
        return Verdict(sign.rule.role, sign.rule.id, 0.85)
    if title is not None and norm == title:
        return Verdict(Role.REPEAT, "title-repeated", 0.9)
    if sign.listing:
        return Verdict(Role.SPAM, "listing", 0.8)
    if sign.line.tag in ("nav", "footer", "aside") and sign.line.link_share > 0:
        return Verdict(Role.NAVIGATION, f"markup:{sign.line.tag}", 0.8)
    if sign.line.link_share >= _LINKY and sign.length < 60 and not sign.stop:
        return Verdict(Role.NAVIGATION, "link", 0.7)
    if index < head.start + _RESIDUE and _all_residue(signs, head.start, index):
        return Verdict(Role.BYLINE, "residue-under-title", 0.7)
    return Verdict(*kept_role(signs, index, caption))


def _holds(sign: Signs) -> bool:
    return closing_rule(sign) is not None or not sign.rule or not sign.rule.ends


def _all_residue(signs: Sequence[Signs], start: int, index: int) -> bool:
    plain = next(
        (sign for sign in signs[index + 1 : index + 4] if sign.rule is None and sign.length > 4), None
    )
    long_next = plain is not None and plain.prose and plain.length >= PROSE
    return all(_is_residue(signs[i], long_next) for i in range(start, index + 1))


def _is_residue(sign: Signs, long_next: bool) -> bool:
    """What is left of a line of fields: a name, a number, a date."""
    norm = sign.line.norm
    if rules.find(norm, "head") is not None or is_field_line(sign):
        return True
    if sign.length <= 4 and not sign.stop and long_next:
        return True
    return sign.length <= 12 and bool(bare_names(norm))


def _after(signs: Sequence[Signs], tail: Tail) -> list[Verdict]:
    """The lines after the article: each by its own rule, else by the heading that it stands under."""
    verdicts = []
    section = tail.rule
    before: Signs | None = None
    for sign in signs[tail.end :]:
        rule = sign.rule or rules.find(sign.line.norm, "tail")
        if sign.listing and (section is None or is_spam(sign.line.norm)):
            verdicts.append(Verdict(Role.SPAM, "listing", 0.8))
        elif rule is not None and not (rule.weak and section is not None and section.ends == "list"):
            verdicts.append(Verdict(rule.role, rule.id, 0.95))
            section = rule if rule.ends else section
        elif verdicts and before is not None and is_value(before, sign):
            verdicts.append(Verdict(verdicts[-1].role, "value-of-label", 0.8))
        elif sign.legal:
            verdicts.append(Verdict(Role.DISCLAIMER, "legal-words", 0.9))
        else:
            verdicts.append(_under(section))
        before = sign
    return verdicts


def _under(section: rules.Rule | None) -> Verdict:
    if section is None:
        return Verdict(Role.FOOTER, "after-end", 0.7)
    role = section.role if section.role in (Role.RELATED, Role.COMMENT, Role.ADVERT) else Role.FOOTER
    return Verdict(role, f"after-{section.role}", 0.85)


def _in_gap(sign: Signs, opener: rules.Rule) -> Verdict:
    rule = sign.rule
    if rule is not None and not rule.weak:
        return Verdict(rule.role, rule.id, 0.85)
    return Verdict(opener.role if opener.ends == "list" else Role.NAVIGATION, f"after-{opener.role}", 0.7)


def _trim_end(signs: Sequence[Signs], verdicts: list[Verdict], end: int) -> None:
    """Drop what trails after the last sentence: names, dates, rests of a footer, a list of headlines."""
    index = end - 1
    trailing: list[int] = []
    while index > 0 and not signs[index].stop and not signs[index].prose:
        if verdicts[index].role in (Role.BODY, Role.SUBHEAD):
            trailing.append(index)
        index -= 1
    if index <= 0 or signs[index].line.norm.endswith((":", "、", ",")):
        return
    titles = [i for i in trailing if is_title_like(signs[i])]
    prose = [sign for sign in signs[:index] if sign.length > 25 and sign.rule is None]
    settled = sum(sign.stop for sign in prose) >= 0.8 * len(prose)
    if settled and len(titles) >= _LIST_LEAST and len(titles) >= 0.6 * len(trailing):
        for i in trailing:
            verdicts[i] = Verdict(Role.RELATED, "headlines-after-end", 0.6)
        return
    for i in reversed(trailing) if len(trailing) < _LIST_LEAST else trailing:
        norm = signs[i].line.norm
        rule = rules.find(norm, "tail")
        if rule is not None:
            verdicts[i] = Verdict(rule.role, rule.id, 0.7)
        elif (
            _BRACKETED.fullmatch(norm)
            or bare_names(norm)
            or norm.startswith("■")
            or is_value(signs[i - 1], signs[i])
        ):
            verdicts[i] = Verdict(Role.BYLINE, "name-after-end", 0.7)
        elif signs[i].length <= 12 and looks_like_site(norm) and i == end - 1:
            verdicts[i] = Verdict(Role.FOOTER, "site-after-end", 0.6)
        else:
            break


def _join_adverts(signs: Sequence[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """A line of contact words beside an advert belongs to it."""
    contact = labels().lexicons["contact"]
    for step in (1, -1):
        for index in range(start, end)[::step]:
            beside = index - step
            if not start <= beside < len(verdicts) or verdicts[beside].role is not Role.ADVERT:
                continue
            sign = signs[index]
            kept = verdicts[index].role in (Role.BODY, Role.SUBHEAD)
            weak = sign.rule is not None and not sign.stop
            if kept and sign.length <= 120 and (weak or contact.fits(sign.line.norm)):
                verdicts[index] = Verdict(Role.ADVERT, "beside-advert", 0.7)

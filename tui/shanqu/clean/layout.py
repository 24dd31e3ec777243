"""A role for each line of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from shanqu.clean import rules
from shanqu.clean.field_lines import is_field_line, is_value
from shanqu.clean.fields import fields, find_date
from shanqu.clean.frame import Frame, find_frame
from shanqu.clean.gates import FIELDS, META, SPAM
from shanqu.clean.head import Head, find_head
from shanqu.clean.headline import goes_on
from shanqu.clean.kept import is_caption, kept_role
from shanqu.clean.names import is_name_or_word, looks_like_site
from shanqu.clean.neighbours import settle
from shanqu.clean.signs import PROSE, Signs, is_offer, is_spam, rule_in, rule_of_text
from shanqu.clean.tail import Tail, closing_rule, find_tail
from shanqu.clean.talk import drop_praise, drop_talk
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Role

_SECTIONS: Final = frozenset({Role.RELATED, Role.COMMENT, Role.ADVERT})
_BLANK: Final = Verdict(Role.BLANK, "blank", 1.0)
_TITLE_GOES_ON: Final = Verdict(Role.TITLE, "title-goes-on", 0.8)
_BEFORE_TITLE: Final = Verdict(Role.NAVIGATION, "before-title", 0.8)
_AFTER_END: Final = Verdict(Role.FOOTER, "after-end", 0.7)
# The reason for keeping what stands below the last sentence of an official text.
APPENDED: Final = "appended"
_APPENDED: Final = Verdict(Role.BODY, APPENDED, 0.8)
_LINKY: Final = 0.8
_RESIDUE: Final = 8
# The number of a newspaper's page, the headline, the day.
_HEADLINE_AT_FOOT: Final = re.compile(r" \d{5} (?P<title>\S.{4,60}?) (?:19|20)\d{2}-\d{2}-\d{2} ")
_FOOT: Final = 4
# Several fields glued together, below the text.
_EDITED_BY: Final = 2
_EDITED_LONGEST: Final = 60
_SECTION: Final = re.compile("[一二三四五六七八九十]{1,3}、")
# A word alone, which is left of a line of fields or heads a part of the text, and how far below the next one stands.
_WORD_LONGEST: Final = 4
_SERIES_WITHIN: Final = 40
# What agencies put before the headline of a picture: its column and its number in the series.
_IN_SERIES: Final = re.compile(r"(?:[(][^()]{1,6}[)]\s?){1,3}")
# With what copiers surround the headline that they put above each picture.
_MARKS: Final = "▲△▼▽◆◇■□●○★☆↑↓→←*·•|\"'“”‘’ "
# How a paragraph opens that tells the essence of the text; above it at most so many lines of a menu stand, and no fewer
# than the other figure.
_ABSTRACT: Final = re.compile(
    r"[【\[]?(?:核心提示|内容提要|内容摘要|内容提示|摘\s?要|提\s?要|导\s?读|导\s?语)\s?[】\]:丨|]"
)
_ABSTRACT_WITHIN: Final = 24
_LISTED_LEAST: Final = 3
_COUNT: Final = re.compile(r"\d{1,3}(?:,?\d{3}){0,3}|\d{1,6}")
# What stands between a headline, a column and a site in the name of a page; and how long the rest of it is at most.
_NAME_PARTED: Final = re.compile(r"[\s\-_|—–·]{1,8}")
_NAMED_LONGEST: Final = 30
# Goods, columns or towns side by side: a line of parallel phrases has fewer.
_MENU: Final = re.compile(r"[一-鿿a-z]{1,8}(?:\s{1,4}[一-鿿a-z]{1,8}){4,40}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """The verdicts, line for line, and where head and tail were found."""

    verdicts: tuple[Verdict, ...]
    head: Head
    tail: Tail


def lay_out(signs: list[Signs], title_hint: str | None, *, again: bool = False) -> Layout:
    """A verdict on every line. `signs` are those of all lines, in page order; `again` says that they were kept before.

    A page of which nothing would be kept, such as one of drawn tables, keeps all that no rule knows.
    """
    layout = _lay_out(signs, title_hint, find_frame(signs, again=again))
    if any(verdict.role in KEPT_ROLES for verdict in layout.verdicts):
        return layout
    return _lay_out(signs, title_hint, Frame(0, len(signs)))


def _lay_out(signs: list[Signs], title_hint: str | None, frame: Frame) -> Layout:
    head = _down_to_abstract(signs, find_head(signs, title_hint or _named_at_foot(signs), frame))
    title = signs[head.title].line.norm if head.title is not None else None
    tail = find_tail(signs, head.start, frame.high)
    verdicts: list[Verdict] = []
    verdicts.extend([_above(signs, index, head) for index in range(head.start)])
    verdicts.extend([_inside(signs, index, head, title) for index in range(head.start, tail.end)])
    verdicts.extend(_after(signs, tail))
    for gap in tail.gaps:
        for index in range(gap.low, gap.high):
            verdicts[index] = _in_gap(signs[index], gap.rule)
    for index in goes_on(signs, head.title, title_hint):
        verdicts[index] = _TITLE_GOES_ON
    low = max(frame.appended, head.start)
    for index in range(low, tail.end):
        verdicts[index] = _appended(signs[index])
    settle(signs, verdicts, head, min(low, tail.end))
    drop_talk(signs, verdicts, head.start, min(low, tail.end))
    drop_praise(signs, verdicts, head.start, min(low, tail.end))
    return Layout(tuple(verdicts), head, tail)


def _down_to_abstract(signs: list[Signs], head: Head) -> Head:
    """The head with all short lines above the paragraph that says of itself that it tells the text's essence."""
    for index in range(head.start, min(head.start + _ABSTRACT_WITHIN, len(signs))):
        if signs[index].prose:
            listed = index - head.start >= _LISTED_LEAST
            return replace(head, start=index) if listed and _ABSTRACT.match(signs[index].line.norm) else head
    return head


def _named_at_foot(signs: list[Signs]) -> str | None:
    """The headline as the foot of a newspaper's page gives it."""
    for sign in signs[-_FOOT:]:
        if sign.rule is not None and sign.rule.id == "anchor:newspaper-foot":
            found = _HEADLINE_AT_FOOT.search(sign.line.text)
            return found["title"] if found is not None else None
    return None


def _above(signs: list[Signs], index: int, head: Head) -> Verdict:
    """A line before the article's text."""
    sign = signs[index]
    if index == head.title:
        return Verdict(Role.TITLE, "title", 0.9)
    if not sign.length:
        return _BLANK
    if sign.listing or (sign.may & SPAM and is_spam(sign.line.norm)):
        return Verdict(Role.SPAM, "listing-above-title", 0.9)
    rule = sign.rule or (rule_in(sign, "head") if sign.parted else None)
    if rule is not None:
        return Verdict(rule.role, rule.id, 0.95)
    if index in head.meta or (sign.may & META and is_field_line(sign)):
        return Verdict(Role.BYLINE, "fields-under-title", 0.95)
    if head.title is not None and index > head.title and _is_author(signs, index, head):
        return Verdict(Role.BYLINE, "name-under-title", 0.8)
    if head.title is not None and sign.line.norm == signs[head.title].line.norm:
        return Verdict(Role.REPEAT, "title-repeated", 0.9)
    if head.title is not None and abs(index - head.title) == 1 and sign.line.norm.startswith("—"):
        return Verdict(Role.SUBTITLE, "dash-beside-title", 0.9)
    if head.title is not None and index == head.title - 1 and sign.line.norm.endswith("—"):
        return Verdict(Role.SUBTITLE, "kicker-above-title", 0.9)
    if head.title is not None and index > head.title:
        if is_caption(signs, index):
            return Verdict(Role.CAPTION, "picture-credit", 0.8)
        if sign.prose:
            return Verdict(Role.BODY, "prose-under-title", 0.7)
        if sign.length >= 8 and index == head.title + 1:
            return Verdict(Role.SUBTITLE, "line-under-title", 0.6)
    return _BEFORE_TITLE


def _is_author(signs: list[Signs], index: int, head: Head) -> bool:
    """Whether nothing but names stands on the line, beside a date or a labelled field."""
    beside = (signs[near].line.norm for near in (index - 1, index + 1) if near in head.meta)
    return is_name_or_word(signs[index].line.norm) and any(
        find_date(norm) is not None or fields(norm) for norm in beside
    )


def _inside(signs: list[Signs], index: int, head: Head, title: str | None) -> Verdict:
    """A line between the article's first and its last."""
    sign = signs[index]
    norm = sign.line.norm
    if not sign.length:
        return _BLANK
    caption = is_caption(signs, index)
    if (
        sign.rule is not None
        and not sign.rule.weak
        and _holds(sign)
        and not (caption and _may_caption(sign.rule))
    ):
        return Verdict(sign.rule.role, sign.rule.id, 0.85)
    if title is not None and title in norm and _is_title_again(norm, title):
        return Verdict(Role.REPEAT, "title-repeated", 0.9)
    if sign.listing:
        return Verdict(Role.SPAM, "listing", 0.8)
    if sign.line.tag in ("nav", "footer", "aside") and sign.line.link_share > 0:
        return Verdict(Role.NAVIGATION, f"markup:{sign.line.tag}", 0.8)
    if sign.line.link_share >= _LINKY and sign.length < 60 and not sign.stop:
        return Verdict(Role.NAVIGATION, "link", 0.7)
    if is_offer(sign):
        return Verdict(Role.ADVERT, "offer", 0.7)
    if index < head.start + _RESIDUE and _all_residue(signs, head.start, index):
        return Verdict(Role.BYLINE, "residue-under-title", 0.7)
    return kept_role(signs, index, caption)


def _is_title_again(norm: str, title: str) -> bool:
    """Whether nothing but the headline stands on the line, between marks, behind its number in a series or before a
    site's name."""
    return norm.strip(_MARKS) == title or _IN_SERIES.sub("", norm, 1) == title or _names_page(norm, title)


def _names_page(norm: str, title: str) -> bool:
    """Whether the line is the name of the page as browsers show it: the headline, perhaps a column, the site."""
    quoted = norm.startswith(f"《{title}》")
    if not quoted and not norm.startswith(title):
        return False
    rest = norm[len(title) + 2 * quoted :]
    if len(rest) > _NAMED_LONGEST or not (quoted or _NAME_PARTED.match(rest)):
        return False
    parts = _NAME_PARTED.split(rest)
    return looks_like_site(parts[-1])


def _appended(sign: Signs) -> Verdict:
    """A line below the last sentence of an official text."""
    if sign.rule is not None and not sign.rule.weak:
        return Verdict(sign.rule.role, sign.rule.id, 0.85)
    return _APPENDED


def _may_caption(rule: rules.Rule) -> bool:
    """Credits and captions share their words with bylines, not with calls to follow a medium."""
    return rule.role not in (Role.ADVERT, Role.SHARE)


def _holds(sign: Signs) -> bool:
    return closing_rule(sign) is not None or not sign.rule or not sign.rule.ends


def _all_residue(signs: list[Signs], start: int, index: int) -> bool:
    if _is_text(signs[start]) or _is_text(signs[index]):
        return False
    plain = next(
        (
            signs[below]
            for below in range(index + 1, min(index + 4, len(signs)))
            if signs[below].rule is None and signs[below].length > 4 and not is_caption(signs, below)
        ),
        None,
    )
    long_next = plain is not None and plain.prose and plain.length >= PROSE
    return all(_is_residue(signs[i], long_next) for i in range(start, index + 1)) and not _begins_series(
        signs, index
    )


def _is_text(sign: Signs) -> bool:
    """Whether the line reads like running text, and not like what sites call out above their pages."""
    return sign.prose and rule_in(sign, "head") is None


def _begins_series(signs: list[Signs], index: int) -> bool:
    """Whether a word alone above the text heads its first part, as other words alone head other parts."""
    return signs[index].length <= _WORD_LONGEST and any(
        signs[at].han == signs[at].length == signs[index].han
        and signs[at].rule is None
        and signs[at - 1].prose
        and signs[at + 1].prose
        for at in range(index + 2, min(index + _SERIES_WITHIN, len(signs) - 1))
    )


def _is_residue(sign: Signs, long_next: bool) -> bool:
    """What is left of a line of fields: a name, a number, a date. A sentence is none."""
    norm = sign.line.norm
    if _is_text(sign) or "。" in norm or _SECTION.match(norm):
        return False
    if rule_of_text(sign, "head") is not None or is_field_line(sign):
        return True
    if _COUNT.fullmatch(norm) or (sign.rule is not None and not sign.rule.weak):
        return True
    if sign.length <= _WORD_LONGEST and not sign.stop and not norm.endswith(":") and long_next:
        return True
    if long_next and _MENU.fullmatch(norm):
        return True
    return is_name_or_word(norm) or (sign.length <= 12 and looks_like_site(norm) and long_next)


def _after(signs: list[Signs], tail: Tail) -> list[Verdict]:
    """The lines after the article: each by its own rule, else by the heading that it stands under."""
    verdicts = []
    section = tail.rule
    otherwise = _under(section)
    before: Signs | None = None
    for sign in signs[tail.end :]:
        # What only may be something gives way to what a rule of this part of the page says, the user's own above all.
        rule = rule_in(sign, "tail") if sign.rule is None or sign.rule.weak else sign.rule
        if sign.listing and (section is None or is_spam(sign.line.norm)):
            verdicts.append(Verdict(Role.SPAM, "listing", 0.8))
        elif rule is not None and not (rule.weak and section is not None and section.ends == "list"):
            verdicts.append(Verdict(rule.role, rule.id, 0.95))
            if rule.ends:
                section, otherwise = rule, _under(rule)
        elif before is not None and before.may & FIELDS and is_value(before, sign):
            verdicts.append(Verdict(verdicts[-1].role, "value-of-label", 0.8))
        elif sign.may & FIELDS and _is_edited_by(sign):
            verdicts.append(Verdict(Role.EDITOR, "fields-after-end", 0.8))
        elif sign.legal:
            verdicts.append(Verdict(Role.DISCLAIMER, "legal-words", 0.9))
        else:
            verdicts.append(otherwise)
        before = sign
    return verdicts


def _is_edited_by(sign: Signs) -> bool:
    """Whether several fields are glued together on the line."""
    norm = sign.line.norm
    several = norm.count(":") >= _EDITED_BY and sign.length <= _EDITED_LONGEST
    return several and len(fields(norm)) >= _EDITED_BY


def _under(section: rules.Rule | None) -> Verdict:
    if section is None:
        return _AFTER_END
    role = section.role if section.role in _SECTIONS else Role.FOOTER
    return Verdict(role, f"after-{section.role}", 0.85)


def _in_gap(sign: Signs, opener: rules.Rule) -> Verdict:
    rule = sign.rule
    if rule is not None and not rule.weak:
        return Verdict(rule.role, rule.id, 0.85)
    return Verdict(opener.role if opener.ends == "list" else Role.NAVIGATION, f"after-{opener.role}", 0.7)

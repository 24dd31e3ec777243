"""Who wrote an article, who edited it, and who took its pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shanqu.clean import names
from shanqu.clean.fields import Field, find_date
from shanqu.clean.gates import PICTURED
from shanqu.clean.layout import Layout
from shanqu.clean.lines import Line
from shanqu.clean.signs import Signs
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Role

_CREDITS: Final = (
    re.compile(
        r"(?:记者|通讯员)\s?(?P<n>(?:[\u3400-\u9fff]{2,4}[\s、]){1,8}?[\u3400-\u9fff]{2,4}\s?)/?(?:摄影报道|摄影|拍摄|摄)[)）。]?$"
    ),
    re.compile(
        r"(?:拍友|摄影师?|摄影记者)\s?[:@/|]?\s?(?P<n>(?:[\u3400-\u9fff]{2,4}[\s、]?){1,3})(?:摄|提供)?[)）。]?$"
    ),
    re.compile(
        r"(?:^|[\s。(（|/丨:》])(?:本报|本网)?(?:记者|通讯员)?\s?(?!记者|通讯员|本报|本网)(?P<n>(?:[\u3400-\u9fff]{2,4}[\s、]?){1,3})\s?/?(?:摄影报道|摄影|拍摄|文/摄|供图|/摄|摄)[)）。]?$"
    ),
)
# Who sells the picture, behind the name of who took it.
_AGENCY_AFTER: Final = re.compile(r"(?<=摄)\s?/\s?[\u3400-\u9fffA-Za-z+]{2,8}$")
# A line of names is no longer than this, and so far on its line stands a date behind them.
_NAMED_BEFORE: Final = 24
_BYLINE: Final = Role.BYLINE
_CAPTION, _MAY_CREDIT = frozenset({Role.CAPTION}), frozenset({Role.BYLINE, Role.BODY, Role.SUBHEAD})
# What can follow the names on a line of fields, with or without a space.
_NEXT: Final = r"[/\s]文(?![\u3400-\u9fff])|通\s?讯|摄|图|编\s?[辑审]|责\s?[任编]|来\s?源|评论|阅读|浏览|点击|分享|字号|发布|时间|校对|审核"
_WROTE: Final = re.compile(
    rf"(?:记\s?者|采访人员|文\s?[/丨|])\s?[:|丨]?\s?(?P<n>(?:(?!{_NEXT})[^。])" + "{2,30})"
)
_ORIGINAL: Final = re.compile(r"原创 (?P<n>[\u3400-\u9fff]{2,4})(?:\s|$)")
# A label without its colon, and nothing but names behind it.
_SIGNED_AS: Final = re.compile(
    r"(?:作者|撰文|撰稿|采写|文字)[\s丨|]{1,3}(?P<n>[\u3400-\u9fff·]{2,4}(?:[\s、,]{1,2}[\u3400-\u9fff·]{2,4}){0,4})"
)


def in_column(page: Page) -> tuple[str, ...]:
    """The authors that a column of a file of rows names; the head of a page of HTML names its editors so as well."""
    author = page.declared.author
    return names.bare_names(author.replace("、", " ")) if author and page.declared.heading is None else ()


def reporters(
    lead: Line | None, found: Sequence[Field], lines: Sequence[tuple[str, str]], signed: Sequence[str]
) -> tuple[str, ...]:
    """Who wrote it: named in the text's beginning, in the lines of fields (`norm` and `text`), or there alone. `signed` are
    the lines under the headline."""
    inline = names.reporters_inline(lead.norm, lead.text) if lead is not None else ()
    inline = inline or next(filter(None, map(names.of_medium, signed)), ())
    if inline:
        return inline
    lines = [(norm, text) for norm, text in lines if not _credits_picture(norm)]
    for norm, text in lines:
        named = _WROTE.search(norm) or _ORIGINAL.match(norm)
        people = names.people(text[slice(*named.span("n"))]) if named is not None else ()
        labelled = _SIGNED_AS.fullmatch(norm)
        people = people or (
            names.bare_names(text[slice(*labelled.span("n"))]) if labelled is not None else ()
        )
        if people:
            return people
    for field in found:
        if field.kind == "author" and names.people(field.value):
            return names.people(field.value)
    bare = (names.bare_names(text[: _undated(norm)]) for norm, text in lines)
    return next((found_names for found_names in bare if found_names), ()) or names.correspondents(
        " ".join(text for _, text in lines)
    )


def _credits_picture(norm: str) -> bool:
    return norm.rstrip(")").endswith("摄") and "文" not in norm


def signed_below(rows: list[tuple[Signs, Verdict]]) -> tuple[str, ...]:
    """Who signs the last paragraph, in brackets at its end or on the next line."""
    last = next(
        (i for i in range(len(rows) - 1, -1, -1) if rows[i][0].prose and rows[i][1].role in KEPT_ROLES), None
    )
    beside = [] if last is None else [sign.line for sign, _ in rows[last : last + 2]]
    return next(filter(None, (names.signed(line.norm, line.text) for line in beside)), ())


def named_above(signs: list[Signs], layout: Layout) -> tuple[str, ...]:
    """The names, several of them, alone right above a text without a headline."""
    above = layout.head.start - 1
    if layout.head.title is not None or above < 0:
        return ()
    found = names.bare_names(signs[above].line.text)
    return found if len(found) > 1 else ()


def _undated(norm: str) -> int:
    """How much of a short line of fields stands before its date; nothing of a longer one without a date."""
    dated = find_date(norm, _NAMED_BEFORE)
    return dated.start() if dated is not None else len(norm) if len(norm) <= _NAMED_BEFORE else 0


def editors(found: Sequence[Field], lines: Sequence[str]) -> tuple[str, ...]:
    """Who edited it, named in a field or, without one, somewhere on the lines of fields."""
    for field in found:
        if field.kind == "editor" and names.people(field.value):
            return names.people(field.value)
    for line in lines:
        named = re.search(
            r"(?:编\s?辑|责\s?编|責任編輯)\s?[:：/|丨\s]\s?(?P<n>[^审校监责来】)）]{2,20})", line
        )
        if named is not None and names.people(named.group("n")):
            return names.people(named.group("n"))
    return ()


def photo_credits(rows: list[tuple[Signs, Verdict]]) -> tuple[str, ...]:
    """Who took the pictures: named at the end of captions and of lines that tell of a picture, each once."""
    result: dict[str, None] = {}
    for sign, verdict in rows:
        if not sign.may & PICTURED:
            continue
        role, norm = verdict.role, sign.line.norm
        if "摄" in norm:
            norm = _AGENCY_AFTER.sub("", norm, 1)
        if role in _CAPTION or (
            role in _MAY_CREDIT and (norm.rstrip(")").endswith("摄") or (role is _BYLINE and "摄影" in norm))
        ):
            for pattern in _CREDITS:
                found = pattern.search(norm, max(0, len(norm) - 40))
                if found is not None:
                    result.update(dict.fromkeys(names.people(sign.line.text[slice(*found.span("n"))])))
                    break
    return tuple(result)

"""From whom a page has its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from shanqu.clean import names
from shanqu.clean.crumbs import STEP_LONGEST, Rows
from shanqu.clean.data import sites
from shanqu.clean.fields import DATE, Field, bare
from shanqu.clean.layout import Layout
from shanqu.clean.lines import narrow
from shanqu.clean.signs import Signs, rule_in
from shanqu.gazetteer.places import resolve
from shanqu.model import KEPT_ROLES, Page, Role

_POSTER: Final = re.compile(r"(?P<site>[\u3400-\u9fff]{4,12})\s?\d{1,3}(?:天|周|个月|年)前")
_ACCOUNT: Final = re.compile(r"[\u3400-\u9fff\w]{2,12}")
_TIME: Final = re.compile(r"[\s·|,]{0,4}(?:\d{1,2}:\d{2}(?::\d{2})?)?[\s·|,]{0,4}")
# What stands below the name of an account on pages of WeChat.
_ACCOUNT_NUMBER: Final = re.compile(r"微信号\s?:?\s?[\w-]{5,30}")
# The account behind the moment, with the place that it writes from.
_POSTED_FROM: Final = re.compile(
    r"(?P<x>[\u3400-\u9fff\w·]{2,14})\s{1,3}(?:来自|发布于|发表于|ip属地\s?:?)\s?[\u3400-\u9fff]{2,7}",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"\s|[|,，(（]|作者|编辑|记者|来源|我有话说|阅读|浏览|点击|评论|字号|分享|举报|关注|打印"
)
# Where the value of a source ends: at white space, a date, a button or another field that was glued to it.
_VALUE_ENDS: Final = re.compile(
    r"\s|[,，]作者|(?<!^)[(（](?=记者|通讯员)|\||字号|(?:19|20)\d{2}[-年]|参与互动|参与评论|发表评论|我有话说|我要评论|分享到|打印|(?<=[一-鿿])(?:责任编辑|编辑|作者|记者|发布时间)[:：]"
)
_NUMBER: Final = re.compile(r"[a-zA-Z]{0,6}[-_]?\d{4,16}")
_FROM: Final = re.compile(
    r"(?:以下)?(?:本?文章?|内容)?(?:(?:来源于|转载自|转自|摘自)\s?:?\s?|来自\s?:\s?(?=[\u3400-\u9fff]))"
)
_GLUED_FROM: Final = re.compile(
    r"[(](?:(?:本文|稿件|文章)?来源\s?:\s?|(?P<by>据)\s?《?)(?P<x>[^\s,，。:()《》/]{2,16})(?=[\s,)》/])"
)
# The rule for the account from which an article was taken.
_ACCOUNTS: Final = "anchor:taken-from-account"
# The newspaper or the journal below a headline, named with its day or its number.
_PRINTED: Final = frozenset({"anchor:newspaper-foot", "anchor:journal-issue"})
_PRINTED_NAME: Final = re.compile(
    r"《?\s?(?P<x>[\u3400-\u9fff·()（）]{3,20}?)\s?》?\s{0,4}(?=(?:19|20)\d{2}(?:\s?年|-\d))"
)
# The rule for the newspaper and the page of it from which an article was taken.
PAPER: Final = "anchor:paper-and-page"
_PAPER_NAME: Final = re.compile(r"《\s?(?P<x>[^》]{2,12}?)\s?》")
_TAKEN: Final = re.compile(r"^(?:本文)?(?:转载自|转自|来源于|来自|(?:记者|作者)\s)[:：]?")
_GLUED_REACH: Final = 120
# To look up a role in its class takes long.
_BODY, _BYLINE = Role.BODY, Role.BYLINE
# So far below the fields of the head can stand what belongs to them.
_BELOW_FIELDS: Final = 3
_TODAY: Final = "今日"
_BEFORE_DATE: Final = re.compile(
    r"(?:原创\s?[:：]?\s?)?(?P<x>[\w\u3400-\u9fff]{0,12}?[\u3400-\u9fff])\s{0,3}(?=(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2})"
)


def source(page: Page, rows: Rows, layout: Layout, found: Sequence[Field], site: str | None) -> str | None:
    """From whom the page has the article: by a label, else beside the date, else as declared."""
    labelled = [field.value for field in found if field.kind == "source"]
    for said in chain(labelled, _said_to_be_from(rows, layout)):
        value = bare(_VALUE_ENDS.split(_TAKEN.sub("", said))[0])
        if value and not _names_nobody(value):
            who, _, medium = value.rpartition("/")
            return medium if who and names.people(who) and names.looks_like_site(medium) else value
    known = {page.declared.source, page.declared.author, site}
    beside = (
        _account(rows, layout) or next(_beside_date(rows, layout, known), None) or _glued_to_end(rows, layout)
    )
    said = (page.declared.source or "").removeprefix("来源").strip(" :：").split(" ")[0]
    return beside or said or None


def _names_nobody(value: str) -> bool:
    """Whether what stands behind the label is the number of a file, or says that the page has no source."""
    return value in sites().no_sources or _NUMBER.fullmatch(value) is not None


def _said_to_be_from(rows: Rows, layout: Layout) -> Iterator[str]:
    """What follows 来源于 in the head; the newspaper of which the page is named."""
    for sign in under_title(rows, layout):
        found = _FROM.match(sign.line.norm)
        if found is not None:
            yield sign.line.text[found.end() :]
    for sign, _ in rows:
        found = _FROM.match(sign.line.norm) if sign.rule is not None and sign.rule.id == _ACCOUNTS else None
        if found is not None:
            yield sign.line.text[found.end() :]
    title = -1 if layout.head.title is None else layout.head.title
    for sign, _ in rows[title + 1 : max(title + 2, layout.head.start)] if title >= 0 else []:
        rule = rule_in(sign, "head")
        printed = _PRINTED_NAME.match(sign.line.text) if rule is not None and rule.id in _PRINTED else None
        if printed is not None:
            yield printed.group("x")
    for sign, _ in rows:
        paper = (
            _PAPER_NAME.search(sign.line.text) if sign.rule is not None and sign.rule.id == PAPER else None
        )
        if paper is not None:
            yield paper.group("x")


def _glued_to_end(rows: Rows, layout: Layout) -> str | None:
    """The source in brackets at the very end of the text."""
    body = (sign for sign, verdict in reversed(rows[: layout.tail.end]) if verdict.role is _BODY)
    last = next(body, None)
    found = _GLUED_FROM.search(last.line.norm, max(0, last.length - _GLUED_REACH)) if last else None
    if last is None or found is None:
        return None
    # Statements rest on much else than on media.
    return (
        last.line.text[slice(*found.span("x"))]
        if not found["by"] or names.looks_like_site(found["x"])
        else None
    )


def under_title(rows: Rows, layout: Layout) -> list[Signs]:
    """The lines between headline and text."""
    title = layout.head.title
    low = max(0, layout.head.start - 10) if title is None else title + 1
    return [sign for sign, _ in rows[low : layout.head.start]]


def _beside_date(rows: Rows, layout: Layout, known: set[str | None]) -> Iterator[str]:
    """Names of media beside the date on its line, alone on the line below, or under the headline."""
    low = layout.head.start - len(under_title(rows, layout))
    for index in range(low, min(layout.head.start, len(rows))):
        sign = rows[index][0]
        before = _BEFORE_DATE.match(sign.line.norm)
        if before is not None and _is_medium(sign.line.text[slice(*before.span("x"))], known):
            yield sign.line.text[slice(*before.span("x"))]
        found = DATE.match(sign.line.norm)
        if found is not None:
            time = _TIME.match(sign.line.norm, found.end())
            rest = _LABELLED.split(sign.line.text[time.end() if time else found.end() :])[0]
            below = [row[0].line.text for row in rows[index + 1 : index + 2] if row[1].role not in KEPT_ROLES]
            cut = (name.split("[")[0] for name in (rest, *below))
            yield from (name for name in cut if _is_medium(name, known))
        elif index == low:
            yield from (name for name in (sign.line.text.rpartition("/")[2],) if _is_medium(name, known))


def _is_medium(name: str, known: set[str | None]) -> bool:
    if name in known or names.is_agency(name):
        return bool(name)
    name = narrow(name)
    if name.startswith(_TODAY) and resolve(name[len(_TODAY) :]) is not None:
        # So the papers of counties are called.
        return True
    return len(name) <= STEP_LONGEST and name not in sites().suffixes and names.looks_like_site(name)


def _account(rows: Rows, layout: Layout) -> str | None:
    """The account that published, as platforms print it: before the age of the post, above the name of the
    platform, or alone between the headline and the date."""
    for sign, verdict in rows:
        poster = _POSTER.match(sign.line.text) if verdict.role is _BYLINE else None
        if poster is not None:
            return poster.group("site")
    for sign in under_title(rows, layout):
        found = DATE.match(sign.line.norm)
        time = found and _TIME.match(sign.line.norm, found.end())
        account = time and _POSTED_FROM.fullmatch(sign.line.norm, time.end())
        if account:
            return sign.line.text[slice(*account.span("x"))]
    title = layout.head.title
    low = layout.head.start - len(under_title(rows, layout))
    under = [row for row in rows[low : layout.head.start + _BELOW_FIELDS] if row[1].role not in KEPT_ROLES]
    for (above, _), (platform, _) in pairwise(under):
        if (
            platform.line.norm in sites().platforms or _ACCOUNT_NUMBER.fullmatch(platform.line.norm)
        ) and _ACCOUNT.fullmatch(above.line.norm) is not None:
            return above.line.text
    if title is None or title + 2 >= len(rows):
        return None
    (sign, verdict), (below, _) = rows[title + 1 : title + 3]
    norm = sign.line.norm
    alone = _ACCOUNT.fullmatch(norm) is not None and sign.rule is None and not norm.isdigit()
    dated = title + 2 in layout.head.meta and DATE.match(below.line.norm) is not None
    apart = verdict.role not in KEPT_ROLES and not names.is_name_or_word(sign.line.norm)
    return sign.line.text if alone and dated and apart else None

"""What the page says of the article: site, column, date, people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from shanqu.clean import names
from shanqu.clean.data import sites
from shanqu.clean.dates import published
from shanqu.clean.fields import DATE, Field, fields
from shanqu.clean.head import is_value
from shanqu.clean.layout import Layout
from shanqu.clean.signs import Signs
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Published, Role

_CRUMB = re.compile(r"\s*(?:>+|»|›|→|->|•|·|\||/|\?)\s*")
_CRUMB_LABEL = re.compile(
    r"^[\[【(]?(?:[您你]?(?:现在|当前|目前)?的?(?:所在|当前)?的?位置(?:是|在)?)\s?[:>]?\s*"
)
_NO_COLUMN = frozenset(
    {
        "首页",
        "网站首页",
        "正文",
        "正文内容",
        "内容",
        "详情",
        "文章内容",
        "新闻正文",
        "内容页",
        "首 页",
        "主页",
        "返回首页",
        "文章正文",
        "新闻详情",
    }
)
_PUBLISHED_BY = re.compile(r"(?:本文)?由(?P<site>[\u3400-\u9fff\w]{2,16}?)(?:发布|编辑|整理)")
_RIGHTS = re.compile(
    r"(?:凡(?:注有|注明|本网注明)[^“\"]{0,12}[“\"](?:来源[:：]?)?(?P<a>[\u3400-\u9fff]{2,12})[”\"]|(?P<b>[\u3400-\u9fff]{2,14})\s?版权所有|版权所有\s?[:©]?\s?(?P<c>[\u3400-\u9fff]{2,16}))"
)
_CREDITS = (
    re.compile(
        r"(?:拍友|摄影师?|摄影记者)\s?[:@/|]?\s?(?P<n>(?:[\u3400-\u9fff]{2,4}[\s、]?){1,3})(?:摄|提供)?[)）。]?$"
    ),
    re.compile(
        r"(?:^|[\s。(（|/丨:])(?:本报|本网)?(?:记者|通讯员)?\s?(?P<n>(?:[\u3400-\u9fff]{2,4}[\s、]?){1,3})\s?/?(?:摄影报道|摄影|拍摄|文/摄|供图|/摄|摄)[)）。]?$"
    ),
)
_POSTER = re.compile(r"(?P<site>[\u3400-\u9fff]{4,12})\s?\d{1,3}(?:天|周|个月|年)前")
_POSTED = ("anchor:post", "anchor:post-on-floor", "anchor:answer-dated")
_ACCOUNT = re.compile(r"[\u3400-\u9fff\w]{2,12}")
# What can follow the names on a line of fields, with or without a space.
_NEXT = r"通\s?讯|摄|图|编\s?[辑审]|责\s?[任编]|来\s?源|评论|阅读|浏览|点击|分享|字号|发布|时间|校对|审核"
_OPEN = re.compile(r"【(?P<site>[\u3400-\u9fff]{2,8}?)(?:全媒体|见习|特约)?记者")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of `model.Article` that the page tells."""

    site: str | None
    column: str | None
    published: Published | None
    dateline: str | None
    reporters: tuple[str, ...]
    source: str | None
    editors: tuple[str, ...]
    photo_credits: tuple[str, ...]


def metadata(page: Page, signs: Sequence[Signs], layout: Layout) -> Metadata:
    """What head, tail and first paragraphs say. Values are characters of the page."""
    rows = list(zip(signs, layout.verdicts, strict=True))
    lead = _lead(rows)
    opening = names.dateline(lead)
    head = _bylines(rows[: layout.tail.end])
    tail = _bylines(rows[layout.tail.end :])
    found = [field for norm, text in (*head, *tail) for field in _original(norm, text)]
    body = "\n".join(sign.line.norm for sign, verdict in rows if verdict.role in KEPT_ROLES)
    dated = published(_at_head(rows, layout), opening[0] if opening else None, body[:20_000])
    return Metadata(
        site=_site(page, rows, opening),
        column=_column(rows),
        published=dated,
        dateline=opening[0] if opening else None,
        reporters=_reporters(lead, found, [text for _, text in (*head, *tail)]),
        source=_source(found) or _account(rows, layout),
        editors=_editors(found, [text for _, text in (*head, *tail)]),
        photo_credits=_photo_credits(rows),
    )


def _at_head(rows: Sequence[tuple[Signs, Verdict]], layout: Layout) -> list[tuple[str, str]]:
    posted = [row for row in rows if row[0].rule is not None and row[0].rule.id in _POSTED]
    return _bylines(rows[: layout.head.start + 6], Role.BYLINE) + _bylines(posted[:1], Role.BYLINE)


def _bylines(rows: Sequence[tuple[Signs, Verdict]], *roles: Role) -> list[tuple[str, str]]:
    """The lines of such roles, as `norm` and text; a label is joined with its value on the next line."""
    result: list[tuple[str, str]] = []
    label: Signs | None = None
    for sign, verdict in rows:
        norm, text = sign.line.norm, sign.line.text
        if label is not None and is_value(label, sign):
            above = result.pop() if result else ("", "")
            norm, text = (f"{a.rstrip(':：')}:{b}" for a, b in zip(above, (norm, text), strict=True))
            result.append((norm, text))
            label = None
        elif verdict.role in (roles or (Role.BYLINE, Role.EDITOR)):
            result.append((norm, text))
            label = sign
        else:
            label = None
    return result


def _lead(rows: Sequence[tuple[Signs, Verdict]]) -> str:
    """The first paragraph that is no caption."""
    return next((sign.line.text for sign, verdict in rows if verdict.role is Role.BODY and sign.prose), "")


def _original(norm: str, text: str) -> tuple[Field, ...]:
    """The fields of a line with their values as the page prints them."""
    result = []
    at = 0
    for field in fields(norm):
        start = norm.find(field.value, at) if field.value else -1
        value = text[start : start + len(field.value)] if start >= 0 else ""
        at = max(at, start)
        result.append(Field(field.kind, value))
    return tuple(result)


def _source(found: Sequence[Field]) -> str | None:
    for field in found:
        if field.kind == "source" and field.value:
            value = re.split(r"\s|\||字号|(?:19|20)\d{2}[-年]", field.value)[0].strip("()（）[]【】:：")
            if value:
                return value
    return None


def _account(rows: Sequence[tuple[Signs, Verdict]], layout: Layout) -> str | None:
    """The account that published, as platforms print it: before the age of the post, or alone
    between the headline and the date."""
    for sign, verdict in rows:
        poster = _POSTER.match(sign.line.text) if verdict.role is Role.BYLINE else None
        if poster is not None:
            return poster.group("site")
    title = layout.head.title
    if title is None or title + 2 >= len(rows):
        return None
    (sign, verdict), (below, _) = rows[title + 1 : title + 3]
    alone = _ACCOUNT.fullmatch(sign.line.norm) is not None and sign.rule is None
    dated = title + 2 in layout.head.meta and DATE.match(below.line.norm) is not None
    return sign.line.text if alone and dated and verdict.role not in KEPT_ROLES else None


def _reporters(lead: str, found: Sequence[Field], lines: Sequence[str]) -> tuple[str, ...]:
    inline = names.reporters_inline(lead)
    if inline:
        return inline
    for line in lines:
        named = re.search(
            rf"(?:记\s?者|采访人员|文\s?[/丨|])\s?[:：|丨]?\s?(?P<n>(?:(?!{_NEXT})[^。])" + "{2,30})", line
        )
        named = named or re.match(r"原创 (?P<n>[\u3400-\u9fff]{2,4})(?:\s|$)", line)
        if named is not None and names.people(named.group("n")):
            return names.people(named.group("n"))
    for field in found:
        if field.kind == "author" and names.people(field.value):
            return names.people(field.value)
    bare = (names.bare_names(line) for line in lines if len(line) <= 16)
    return next((found_names for found_names in bare if found_names), ()) or names.correspondents(
        " ".join(lines)
    )


def _editors(found: Sequence[Field], lines: Sequence[str]) -> tuple[str, ...]:
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


def _photo_credits(rows: Sequence[tuple[Signs, Verdict]]) -> tuple[str, ...]:
    result: dict[str, None] = {}
    for sign, verdict in rows:
        if verdict.role is Role.CAPTION:
            for pattern in _CREDITS:
                found = pattern.search(sign.line.text, max(0, sign.length - 40))
                if found is not None:
                    result.update(dict.fromkeys(names.people(found.group("n"))))
                    break
    return tuple(result)


def _column(rows: Sequence[tuple[Signs, Verdict]]) -> str | None:
    for sign, verdict in rows:
        if verdict.role is not Role.BREADCRUMB:
            continue
        trail = _CRUMB_LABEL.sub("", sign.line.text)
        steps = [step.strip(" >[]【】") for step in _CRUMB.split(trail)]
        steps = [step.removeprefix("首页").strip() if step != "首页" else step for step in steps]
        named = [step for step in steps if step and step not in _NO_COLUMN and len(step) <= 16]
        if named:
            return named[-1]
    return None


def _site(page: Page, rows: Sequence[tuple[Signs, Verdict]], opening: tuple[str, str] | None) -> str | None:
    legal = [
        sign.line.text
        for sign, verdict in rows
        if verdict.role in (Role.COPYRIGHT, Role.DISCLAIMER, Role.FOOTER)
    ]
    for line in legal:
        found = _PUBLISHED_BY.search(line[:300])
        if found is not None:
            return found.group("site")
    if page.url:
        host = urlsplit(page.url).hostname or ""
        for suffix, name in sites().hosts:
            if host == suffix or host.endswith("." + suffix):
                return name
    if page.title_hint:
        last = re.split(r"[_|\-—–]+", page.title_hint)[-1].strip()
        if names.looks_like_site(last):
            return last
    for line in legal:
        rights = _RIGHTS.search(line[:300])
        if rights is not None:
            return names.first(rights.groups())
    if opening is not None and not names.is_agency(opening[1]):
        return opening[1]
    short = (sign.line.text for sign, verdict in rows if verdict.role is Role.FOOTER and sign.length <= 12)
    return next((text for text in short if names.looks_like_site(text)), None)

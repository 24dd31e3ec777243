"""Who publishes the page, in which column, and from whom it has the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from shanqu.clean import names
from shanqu.clean.data import sites
from shanqu.clean.fields import DATE, Field
from shanqu.clean.itself import may_name, named_by_itself
from shanqu.clean.layout import Layout
from shanqu.clean.signs import Signs
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Role

Rows = Sequence[tuple[Signs, Verdict]]

_CRUMB = re.compile(r"\s*(?:>+|»|›|→|->|•|·|\||/|\?|(?<=\s)[-–—](?=\s))\s*")
# What joins crumbs that stand on lines of their own; bars and dots part the items of menus too.
_ARROW = re.compile(r"\s*(?:>+|＞+|»|›|→|->)\s*")
_JOINT = re.compile(r"(?:>{1,3}|»|›|→|->|&gt;)")
_CRUMB_LABEL = re.compile(
    r"^[\[【(]?(?:[您你]?(?:现在|当前|目前)?的?(?:所在|当前)?的?位置(?:是|在)?)\s?[:：>]?\s*"
)
_NO_COLUMN = frozenset(
    [
        "首页",
        "网站首页",
        "正文",
        "正文内容",
        "内容",
        "详情",
        "文章内容",
        "新闻正文",
        "内容页",
        "主页",
        "返回首页",
        "文章正文",
        "新闻详情",
        "文章",
        "查看内容",
    ]
)
_TEXT = ("正文", "文章正文")
_TRAIL_ABOVE = 16
_STEP_LONGEST = 16
_PUBLISHED_BY = re.compile(r"(?:本文)?由(?P<site>[\u3400-\u9fff\w]{2,16}?)(?:发布|编辑|整理)")
_RIGHTS = re.compile(
    r"(?:凡(?:注有|注明|本网注明)[^“\"]{0,12}[“\"](?:来源[:：]?)?(?P<a>[\u3400-\u9fff]{2,12})[”\"]|(?P<b>[\u3400-\u9fff]{2,14})\s?版权所有|版权所有\s?[:©]?\s?(?P<c>[\u3400-\u9fff]{2,16}))"
)
# What the names of columns end in as well as those of sites.
_COLUMNS = ("新闻", "财经", "频道", "发布", "中心", "热线", "局", "报")
_FIRM = re.compile(r"公司|有限|举报|本网站?|本站|更多|同意|服务|[>|,]|互联网|^[的为是由]")
_POSTER = re.compile(r"(?P<site>[\u3400-\u9fff]{4,12})\s?\d{1,3}(?:天|周|个月|年)前")
_ACCOUNT = re.compile(r"[\u3400-\u9fff\w]{2,12}")
_NAMED_SITE = re.compile(r"[\u3400-\u9fff\w]{1,10}?网(?=首页|资讯|新闻|频道|财经|科技|$)")
_PARTS = re.compile(r"\s*[_|]+\s*|\s+[-—–]+\s+|--+|[-—–]+(?=[^-—–]{2,20}$)")
_TIME = re.compile(r"[\s·|,]{0,4}(?:\d{1,2}:\d{2}(?::\d{2})?)?[\s·|,]{0,4}")
_LABELLED = re.compile(r"\s|[|,，(（]|作者|编辑|记者|来源|我有话说")
_HEAD_LINES = 3
_SIGNED = 4
_TAKEN = re.compile(r"^(?:本文)?(?:转载自|转自|来源于|来自)[:：]?")
# The name of a column is no longer than this.
_COLUMN_LONGEST = 4
_NEAR = 2


def trail(rows: Rows, layout: Layout) -> tuple[str, ...]:
    """The steps of the breadcrumb nearest above the headline, without the label before them.

    They stand on one line, or each on its own with the marks between them.
    """
    title = layout.head.title
    stop = layout.head.start if title is None else title
    groups = list(_joined(rows, max(0, stop - _TRAIL_ABOVE), stop))
    if not groups:
        groups = [row[0].line.text for row in rows if row[1].role is Role.BREADCRUMB][-1:]
    if not groups:
        return ()
    said = _CRUMB_LABEL.sub("", groups[-1])
    # Where arrows part the steps, dots and bars are inside them.
    steps = (step.strip(" >[]【】:：") for step in (_ARROW if _ARROW.search(said) else _CRUMB).split(said))
    return tuple(step for step in steps if step)


def _joined(rows: Rows, low: int, high: int) -> Iterator[str]:
    """Lines that are crumbs, each as one text; what stands on lines of its own is put together."""
    group = ""
    for index in range(low, high):
        sign, verdict = rows[index]
        norm = sign.line.norm
        starts, ends = _JOINT.match(norm), _JOINT.search(norm[-3:])
        crumb = verdict.role is Role.BREADCRUMB or norm in _NO_COLUMN
        goes_on = starts or _JOINT.search(group[-3:]) or (crumb and group.endswith((":", "：")))
        if group and goes_on:
            group += norm
        elif verdict.role is Role.BREADCRUMB or ends or (norm in _NO_COLUMN and _opens(rows, index)):
            if _JOINT.search(group):
                yield group
            group = sign.line.text
        elif _opens(rows, index) and sign.length <= _STEP_LONGEST:
            group = norm
        else:
            if group:
                yield group
            group = ""
    if group:
        yield group


def _opens(rows: Rows, index: int) -> bool:
    """Whether the next line begins with what joins crumbs."""
    return index + 1 < len(rows) and _JOINT.match(rows[index + 1][0].line.norm) is not None


def column(page: Page, steps: Sequence[str], title: str | None) -> str | None:
    """The column: the last step that is one, else what the page's head declares."""
    named = [
        step.removeprefix("首页").removesuffix("正文").strip(" |-")
        for step in steps[_names_site(steps) :]
        if len(step) <= _STEP_LONGEST and not step.startswith(_TEXT) and not _is_part(step, title)
    ]
    return next((step for step in reversed(named) if step), page.declared.column)


def _is_part(step: str, title: str | None) -> bool:
    """Whether a crumb is the headline, or what fits of it."""
    return step in _NO_COLUMN or (title is not None and step in title and 2 * len(step) > len(title))


def _names_site(steps: Sequence[str]) -> int:
    """1 if the first of several steps names the site, else 0."""
    return int(bool(steps) and _site_of_step(steps) is not None)


def _site_of_step(steps: Sequence[str]) -> str | None:
    first = steps[0] if steps else ""
    home = first.removesuffix("首页").strip()
    if len(steps) < _NEAR or home in ("", "网站", "返回") or len(home) > _STEP_LONGEST:
        return None
    if home != first and len(home) > 1:
        return None if home.endswith(sites().no_ends) else home
    found = _NAMED_SITE.match(first)
    if found is not None:
        return found.group()
    return first if names.looks_like_site(first) and not first.endswith(_COLUMNS) else None


def site(
    page: Page,
    rows: Rows,
    layout: Layout,
    steps: Sequence[str],
    title: str | None,
    agency: str | None,
    source: str | None,
) -> str | None:
    """The site of the page, by the surest of the places that name it."""
    around = (sign.line.norm for sign, verdict in rows if verdict.role not in KEPT_ROLES)
    legal = [
        sign.line.text[:300]
        for sign, verdict in rows
        if verdict.role in (Role.COPYRIGHT, Role.DISCLAIMER, Role.FOOTER)
    ]
    said = (found.group("site") for found in map(_PUBLISHED_BY.search, legal) if found is not None)
    rights = (names.first(found.groups()) for found in map(_RIGHTS.search, legal) if found is not None)
    owners = [name for name in rights if name and _FIRM.search(name) is None]
    short = (sign.line.text for sign, verdict in rows if verdict.role is Role.FOOTER and sign.length <= 12)
    footers = [
        text for text in short if names.looks_like_site(text) and not _is_general(text) and may_name(text)
    ]
    return names.first(
        (
            page.declared.site,
            next((name for name in said if _FIRM.search(name) is None), None),
            _site_of_step(steps),
            _of_heading(page.declared.heading or page.title_hint, title),
            _of_host(page.url),
            next(filter(None, (_of_heading(text, title) for text in _headings(rows, title))), None),
            named_by_itself(around, source, agency),
            _at_top(rows, layout),
            next(iter(owners), None),
            agency if agency is not None and not names.is_agency(agency) else None,
            footers[0] if len(footers) == 1 else None,
            _signature(rows),
        )
    )


def _signature(rows: Rows) -> str | None:
    """A name alone at the end of the page, under the notes on its rights rather than in a list."""
    shown = [row for row in rows[-_SIGNED:] if row[0].length]
    if len(shown) < _NEAR:
        return None
    (above, verdict), (last, _) = shown[-2:]
    noted = verdict.role in (Role.COPYRIGHT, Role.DISCLAIMER) and above.stop
    fitting = names.looks_like_site(last.line.text) and _FIRM.search(last.line.text) is None
    return last.line.text if noted and fitting and last.length > _COLUMN_LONGEST else None


def _is_general(name: str) -> bool:
    return name.endswith(_COLUMNS[:-1]) or _FIRM.search(name) is not None


def _of_heading(heading: str | None, title: str | None) -> str | None:
    """The name that follows the title in the text of `<title>`."""
    if not heading:
        return None
    after = [part.strip() for part in _PARTS.split(heading)[1:]]
    parts = [part for part in after if 2 <= len(part) <= _STEP_LONGEST and not (title and part in title)]
    named = [part for part in parts if names.looks_like_site(part)]
    if named:
        # A portal names its channel, then itself.
        return next(part for part in parts if part[:2] == named[-1][:2])
    return parts[0] if len(parts) == 1 == len(after) else None


def _headings(rows: Rows, title: str | None) -> Iterator[str]:
    """Lines outside the text in which more follows the title: the text of `<title>`, where the page has it."""
    if title is not None and len(title) > _COLUMN_LONGEST:
        yield from (
            sign.line.text
            for sign, verdict in rows
            if verdict.role not in KEPT_ROLES
            and sign.line.text.startswith(title)
            and sign.length > len(title)
        )


def _of_host(url: str | None) -> str | None:
    host = (urlsplit(url).hostname or "") if url else ""
    return next((name for end, name in sites().hosts if host == end or host.endswith("." + end)), None)


def _at_top(rows: Rows, layout: Layout) -> str | None:
    """A name alone in the first lines of the page, above the headline."""
    title = layout.head.title
    for sign, verdict in rows[: min(_HEAD_LINES, title or 0)]:
        name = sign.line.text.split(" ")[0]
        plain = verdict.role is not Role.BREADCRUMB and verdict.role not in KEPT_ROLES
        if plain and names.looks_like_site(name) and name not in sites().suffixes and may_name(name):
            return name
    return None


def source(page: Page, rows: Rows, layout: Layout, found: Sequence[Field]) -> str | None:
    """From whom the page has the article: by a label, else beside the date, else as declared."""
    for field in found:
        if field.kind == "source" and field.value:
            value = re.split(r"\s|\||字号|(?:19|20)\d{2}[-年]", field.value)[0].strip("()（）[]【】:：")
            value = _TAKEN.sub("", value)
            if value:
                who, _, medium = value.rpartition("/")
                return medium if who and names.people(who) and names.looks_like_site(medium) else value
    beside = _account(rows, layout) or next(_beside_date(rows, layout, page), None)
    said = (page.declared.source or "").removeprefix("来源").strip(" :：").split(" ")[0]
    return beside or said or None


def _beside_date(rows: Rows, layout: Layout, page: Page) -> Iterator[str]:
    """Names of media after the date on its line, alone on the line below, or under the headline."""
    title = layout.head.title
    known = {page.declared.source, page.declared.author}
    low = max(0, layout.head.start - 10) if title is None else title + 1
    for index in range(low, min(layout.head.start, len(rows))):
        sign = rows[index][0]
        found = DATE.match(sign.line.norm)
        if found is not None:
            time = _TIME.match(sign.line.norm, found.end())
            rest = _LABELLED.split(sign.line.text[time.end() if time else found.end() :])[0]
            below = [row[0].line.text for row in rows[index + 1 : index + 2] if row[1].role not in KEPT_ROLES]
            yield from (name for name in (rest, *below) if _is_medium(name, known))
        elif index == low and _is_medium(sign.line.text, known):
            yield sign.line.text


def _is_medium(name: str, known: set[str | None]) -> bool:
    if name in known or names.is_agency(name):
        return bool(name)
    return len(name) <= _STEP_LONGEST and name not in sites().suffixes and names.looks_like_site(name)


def _account(rows: Rows, layout: Layout) -> str | None:
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


def headline(page: Page) -> str | None:
    """The title that the markup gives, without the names of column and site after it."""
    said = page.title_hint
    while said:
        parts = list(_PARTS.finditer(said))
        end = parts[-1] if parts else None
        if end is None or not end.start():
            break
        last = said[end.end() :].strip()
        if not (names.looks_like_site(last) or _NAMED_SITE.search(last) or len(last) < 5):
            break
        said = said[: end.start()].rstrip()
    return said or None

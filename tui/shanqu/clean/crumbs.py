"""The trail of crumbs above an article, and the column and the site that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shanqu.clean import names
from shanqu.clean.data import sites
from shanqu.clean.itself import may_name
from shanqu.clean.layout import Layout
from shanqu.clean.signs import Signs
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Role
from shanqu.text.simplified import simplified

Rows = list[tuple[Signs, Verdict]]

_CRUMB: Final = re.compile(r"\s*(?:>+|»|›|→|->|•|·|\||/|\?|(?<=\s)[-—–]+(?=\s))\s*")
# What joins crumbs that stand on lines of their own; bars and dots part the items of menus too.
_ARROW: Final = re.compile(r"\s*(?:>+|＞+|»|›|→|->)\s*")
# Dashes without spaces part the steps where the first of them follows the home page.
_HOME_DASH: Final = re.compile(r"(?:网站|返回)?首页[-—–](?=\S)")
_DASH: Final = re.compile(r"\s*[-—–]+\s*")
_JOINT: Final = re.compile(r"(?:>{1,3}|»|›|→|->|&gt;)")
_JOINED_ON: Final = re.compile(rf"{_JOINT.pattern}\s*$")
_CRUMB_LABEL: Final = re.compile(
    r"^[\[【(]?(?:[您你]?(?:现在|当前|目前)?的?(?:所在|当前)?的?位置(?:是|在)?)\s?[:：>]?\s*"
)
# A trail for certain, however long it is and whatever stands in it.
_FROM_HOME: Final = re.compile(r"(?:[^>:。]{0,8}位置\s?:\s?)?(?:网站|返回)?首页\s*(?:>+|»|›|→|->)")
_NO_COLUMN: Final = frozenset(
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
# How a character is read, behind it in brackets.
_READING: Final = re.compile(r"\s?[(（][a-zü\u00e0-\u01dc]{1,6}\s?[)）]")
_TEXT: Final = ("正文", "文章正文")
# A button with an arrow is no trail.
_BUTTON: Final = "查看"
_NO_STEPS: Final = frozenset({Role.BYLINE, Role.SHARE, Role.ADVERT})
_TRAIL_ABOVE: Final = 16
STEP_LONGEST: Final = 16
# What the names of columns end in as well as those of sites.
COLUMNS: Final = ("新闻", "财经", "频道", "发布", "中心", "热线", "局", "报")
NAMED_SITE: Final = re.compile(r"[\u3400-\u9fff\w]{1,10}?网(?=首页|资讯|新闻|频道|财经|科技|$)")
_NEAR: Final = 2
# A trail below the headline has so many steps, and no more characters.
_TRAIL_STEPS: Final = 3
_TRAIL_LONGEST: Final = 60
# To look up a role in its class takes long.
_BREADCRUMB: Final = Role.BREADCRUMB


def trail(rows: Rows, layout: Layout) -> tuple[str, ...]:
    """The steps of the breadcrumb nearest above the headline, without the label before them.

    They stand on one line, or each on its own with the marks between them.
    """
    title = layout.head.title
    stop = layout.head.start if title is None else title
    groups = list(_joined(rows, max(0, stop - _TRAIL_ABOVE), stop))
    groups = groups or _below(rows, stop, layout.head.start)
    if not groups:
        groups = [sign.line.text for sign, verdict in rows if verdict.role is _BREADCRUMB][-1:]
        groups = [group for group in groups if not group.startswith(_BUTTON)]
    if not groups:
        return ()
    said = _CRUMB_LABEL.sub("", groups[-1])
    # Where arrows part the steps, dots and bars are inside them.
    parts = _ARROW if _ARROW.search(said) else _DASH if _HOME_DASH.match(said) else _CRUMB
    steps = (step.strip(" >-[]【】:：") for step in parts.split(said))
    return tuple(step for step in steps if step)


def _below(rows: Rows, title: int, start: int) -> list[str]:
    """The lines between headline and text in which arrows join the site and two steps or more: some print it there."""
    texts = (sign.line.text for sign, verdict in rows[title + 1 : start] if verdict.role not in KEPT_ROLES)
    found = ((text, _ARROW.split(text)) for text in texts if len(text) <= _TRAIL_LONGEST)
    return [text for text, steps in found if len(steps) >= _TRAIL_STEPS and site_of_step(steps) is not None]


def _joined(rows: Rows, low: int, high: int) -> Iterator[str]:
    """Lines that are crumbs, each as one text; what stands on lines of its own is put together."""
    group = ""
    for index in range(low, high):
        sign, verdict = rows[index]
        norm = sign.line.norm
        starts, ends = _JOINT.match(norm), _JOINT.search(norm[-3:])
        home = _FROM_HOME.match(norm) is not None
        crumb = (verdict.role is _BREADCRUMB and not norm.startswith(_BUTTON)) or norm in _NO_COLUMN or home
        other = norm.startswith(_BUTTON) or (
            sign.rule is not None and not crumb and sign.rule.role in _NO_STEPS
        )
        goes_on = (
            not other
            and not home
            and (starts or _JOINED_ON.search(group) or (crumb and group.endswith((":", "："))))
        )
        if group and goes_on:
            group += sign.line.text
        elif (crumb and norm not in _NO_COLUMN) or (
            not other and (ends or (norm in _NO_COLUMN and _opens(rows, index)))
        ):
            if _JOINT.search(group):
                yield group
            group = sign.line.text
        elif _opens(rows, index) and sign.length <= STEP_LONGEST:
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


def column(page: Page, steps: Sequence[str], said: str | None, title: str | None) -> str | None:
    """The column: the last step that is one, else what a field of the page says, or its head declares."""
    named = [
        step.removeprefix("首页").removesuffix("正文").strip(" |-")
        for step in steps[_names_site(steps) :]
        if len(step) <= STEP_LONGEST and not step.startswith(_TEXT) and not _is_part(step, title)
    ]
    return next((step for step in reversed(named) if step), said or page.declared.column)


def _is_part(step: str, title: str | None) -> bool:
    """Whether a crumb is the headline, or what fits of it."""
    plain = simplified(_READING.sub("", step))
    return plain in _NO_COLUMN or (title is not None and step in title and 2 * len(step) > len(title))


def _names_site(steps: Sequence[str]) -> int:
    """1 if the first of several steps names the site, else 0."""
    return int(bool(steps) and site_of_step(steps) is not None)


def site_of_step(steps: Sequence[str]) -> str | None:
    """The site that the first of several steps names."""
    first = steps[0] if steps else ""
    home = first.removesuffix("首页").strip()
    if len(steps) < _NEAR or home in ("", "网站", "返回") or len(home) > STEP_LONGEST:
        return None
    if home.endswith(sites().no_ends) or not may_name(home):
        return None
    if home != first and len(home) > 1:
        return home
    found = NAMED_SITE.match(first)
    if found is not None:
        return found.group()
    return first if names.looks_like_site(first) and not first.endswith(COLUMNS) else None

"""Who publishes the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shanqu.clean import names
from shanqu.clean.crumbs import COLUMNS, NAMED_SITE, STEP_LONGEST, Rows, site_of_step
from shanqu.clean.data import sites
from shanqu.clean.gates import ITSELF
from shanqu.clean.itself import may_name, named_by_itself
from shanqu.clean.layout import Layout
from shanqu.clean.signs import pairs
from shanqu.model import KEPT_ROLES, Page, Role

_HOST: Final = re.compile(r"\w+://(?:[^/@?#\s]*@)?([^/:?#\s\[\]]+)")
_PUBLISHED_BY: Final = re.compile(r"(?:本文)?由(?P<site>[\u3400-\u9fff\w]{2,16}?)(?:发布|编辑|整理)")
_RIGHTS: Final = re.compile(
    r"(?:凡(?:注有|注明|本网注明)[^“\"]{0,12}[“\"](?:来源[:：]?)?(?P<a>[\u3400-\u9fff]{2,12})[”\"]|(?P<b>[\u3400-\u9fff]{2,14})\s?版权所有|版权所有\s?[:©]?\s?(?P<c>[\u3400-\u9fff]{2,16}))"
)
_FIRM: Final = re.compile(r"必究|^关于|公司|有限|举报|本网站?|本站|更多|同意|服务|[>|,]|互联网|^[的为是由]")
# What the names of bodies end in that keep a site of their own.
_BODIES: Final = (
    "研究所",
    "研究院",
    "学院",
    "大学",
    "医院",
    "集团",
    "公司",
    "学会",
    "官网",
    "委员会",
    "图书馆",
    "博物馆",
)
_GOVERNS: Final = ("政府", "委员会", "管委会", "办公室", "局", "厅")
_PARTS: Final = re.compile(r"\s*[_|]+\s*|\s+[-—–]+\s+|--+|[-—–]+(?=[^-—–]{2,20}$)")
_LEGAL: Final = frozenset({Role.COPYRIGHT, Role.DISCLAIMER, Role.FOOTER})
_HEAD_LINES: Final = 3
_SIGNED: Final = 4
# The name of a column is no longer than this.
_COLUMN_LONGEST: Final = 4
_NEAR: Final = 2
# To look up a role in its class takes long.
_FOOTER: Final = Role.FOOTER


def declared_site(page: Page, title: str | None) -> str | None:
    """The site that the markup names, in a field of its own or behind the headline in the window's title."""
    return page.declared.site or _of_heading(page.declared.heading or page.title_hint, title)


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
    return names.first(_places(page, rows, layout, steps, title, agency, source))


def _places(
    page: Page,
    rows: Rows,
    layout: Layout,
    steps: Sequence[str],
    title: str | None,
    agency: str | None,
    source: str | None,
) -> Iterator[str | None]:
    """What each of the places that can name the site names, the surest first; each is looked at in its turn."""
    legal = [sign.line.text[:300] for sign, verdict in rows if verdict.role in _LEGAL]
    yield page.declared.site
    yield _publisher_said(legal)
    yield site_of_step(steps)
    yield _of_heading(page.declared.heading or page.title_hint, title)
    yield _of_host(page.url)
    yield from (_of_heading(text, title) for text in _headings(rows, title))
    around = [sign for sign, verdict in rows if verdict.role not in KEPT_ROLES]
    telling = [sign.line.norm for sign in around if sign.may & ITSELF]
    yield named_by_itself((sign.line.norm for sign in around), source, agency, telling)
    yield _at_top(rows, layout)
    yield _owner(legal)
    yield agency if agency is not None and not names.is_agency(agency) else None
    yield _footer(rows)
    yield _signature(rows)


def _publisher_said(legal: Sequence[str]) -> str | None:
    """The name in 本文由…发布."""
    said = (found.group("site") for found in map(_PUBLISHED_BY.search, legal) if found is not None)
    return next((name for name in said if _FIRM.search(name) is None), None)


def _owner(legal: Sequence[str]) -> str | None:
    """The name of whom the rights are said to belong to."""
    rights = (names.first(found.groups()) for found in map(_RIGHTS.search, legal) if found is not None)
    return next((name for name in rights if name and _FIRM.search(name) is None and may_name(name)), None)


def _footer(rows: Rows) -> str | None:
    """The only name of a site alone on a line of the page's foot."""
    short = (sign.line.text for sign, verdict in rows if verdict.role is _FOOTER and sign.length <= 12)
    footers = [
        text for text in short if names.looks_like_site(text) and not _is_general(text) and may_name(text)
    ]
    return footers[0] if len(footers) == 1 else None


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
    return name.endswith(COLUMNS[:-1]) or _FIRM.search(name) is not None


def _of_heading(heading: str | None, title: str | None) -> str | None:
    """The name that follows the title in the text of `<title>`."""
    if not heading:
        return None
    if title and _lacks(heading, title):
        # The window's title is that of the site or of a column, not of the article.
        return _of_plain_heading([part.strip() for part in _PARTS.split(heading)])
    after = [part.strip() for part in _PARTS.split(heading)[1:]]
    parts = [part for part in after if 2 <= len(part) <= STEP_LONGEST and not (title and part in title)]
    named = [part for part in parts if names.looks_like_site(part)]
    if named:
        # A portal names its channel, then itself; a government names a column that begins like it.
        governs = named[-1].endswith(_GOVERNS)
        return named[-1] if governs else next(part for part in parts if _is_channel(part, named[-1]))
    if parts:
        return parts[0] if len(parts) == 1 == len(after) else None
    before, _, said = heading.replace("：", ":").partition(":")
    return before if title and said.strip() == title and names.looks_like_site(before) else None


def _is_channel(part: str, site: str) -> bool:
    """Whether a part of the window's title is the site or a channel of it, and no account with a name of its own."""
    return part == site or (part[:2] == site[:2] and "·" not in part)


def _lacks(heading: str, title: str) -> bool:
    """Whether hardly any of the headline stands in the window's title."""
    own = pairs(title)
    return bool(own) and 2 * sum(pair in heading for pair in own) < len(own)


def _of_plain_heading(parts: Sequence[str]) -> str | None:
    """The site among the parts of a window's title without a headline: column first or site first."""
    short = [part for part in parts if 2 <= len(part) <= STEP_LONGEST]
    if not short or len(short) < sum(map(bool, parts)):
        return None
    named = [part for part in short if names.looks_like_site(part) or part.endswith(_BODIES)]
    return named[-1] if named else short[0] if len(short) == _NEAR else None


def _headings(rows: Rows, title: str | None) -> Iterator[str]:
    """Lines outside the text in which more follows the title: the text of `<title>`, where the page has it."""
    if title is not None and len(title) > _COLUMN_LONGEST:
        yield from (
            sign.line.text
            for sign, verdict in rows
            if sign.length > len(title)
            and verdict.role not in KEPT_ROLES
            and sign.line.text.startswith(title)
        )


def _of_host(url: str | None) -> str | None:
    found = _HOST.match(url or "")
    host = found[1].lower() if found else ""
    return next((name for end, name in sites().hosts if host == end or host.endswith("." + end)), None)


def _at_top(rows: Rows, layout: Layout) -> str | None:
    """A name alone in the first lines of the page, above the headline."""
    title = layout.head.title
    for sign, verdict in rows[: min(_HEAD_LINES, title or 0)]:
        name = sign.line.text.split(" ")[0].removesuffix("导航")
        plain = verdict.role is not Role.BREADCRUMB and verdict.role not in KEPT_ROLES
        if "·" in name or name.endswith("总站"):
            continue
        if plain and names.looks_like_site(name) and name not in sites().suffixes and may_name(name):
            return name
    return None


def headline(page: Page) -> str | None:
    """The title that the markup gives, without the names of column and site after it."""
    said = page.title_hint
    while said:
        parts = list(_PARTS.finditer(said))
        end = parts[-1] if parts else None
        if end is None or not end.start():
            break
        last = said[end.end() :].strip()
        if not (names.looks_like_site(last) or NAMED_SITE.search(last) or len(last) < 5):
            break
        said = said[: end.start()].rstrip()
    return said or None

"""What the page says of the article: site, column, date, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from shanqu.clean import crumbs, names, publisher
from shanqu.clean.credits import editors, in_column, named_above, photo_credits, reporters, signed_below
from shanqu.clean.dated_lines import at_head, bylines
from shanqu.clean.dates import published
from shanqu.clean.fields import Field, fields
from shanqu.clean.layout import Layout
from shanqu.clean.lines import Line
from shanqu.clean.signs import Signs
from shanqu.clean.source import source, under_title
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Published, Role

_TAGS: Final = frozenset({Role.TAGS})
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
_ORIGINAL_TITLE: Final = "anchor:original-title"
_HEADLINE: Final = re.compile(
    r"[\[【(]?\s?原(?:文)?标题[为]?\s?:?\s?《?(?P<title>[^《》。]{6,60}?)》?\s?[)】\]]?"
)
_COLUMN: Final = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·/、 -]{1,11}")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of `model.Article` that the page tells."""

    title: str | None
    site: str | None
    column: str | None
    published: Published | None
    dateline: str | None
    reporters: tuple[str, ...]
    source: str | None
    editors: tuple[str, ...]
    photo_credits: tuple[str, ...]


def metadata(page: Page, signs: list[Signs], layout: Layout) -> Metadata:
    """What head, tail and first paragraphs say. Values are characters of the page."""
    rows = list(zip(signs, layout.verdicts, strict=True))
    lead = _lead(rows)
    heading = None if layout.head.title is None else signs[layout.head.title].line
    title = heading.text if heading is not None else None
    opening = next(
        filter(None, (names.dateline(line.norm, line.text) for line in _opening(rows, lead, heading))), None
    )
    head = bylines(rows[: layout.tail.end])
    tail = bylines(rows[layout.tail.end :])
    found = [field for norm, text in (*head, *tail) for field in _original(norm, text)]
    found += [
        field
        for norm, text in bylines(rows, _TAGS)
        for field in _original(norm, text)
        if field.kind == "editor"
    ]
    body = "\n".join(sign.line.norm for sign, verdict in rows if verdict.role in KEPT_ROLES)
    dated = published(
        at_head(rows, layout), opening[0] if opening else None, body[:20_000], page.declared.published
    )
    steps = crumbs.trail(rows, layout)
    origin = source(page, rows, layout, found, publisher.declared_site(page, title))
    signed = [sign.line.text for sign in under_title(rows, layout)[:2]]
    return Metadata(
        title=title or publisher.headline(page) or _original_title(rows),
        site=publisher.site(page, rows, layout, steps, title, opening[1] if opening else None, origin),
        column=crumbs.column(page, steps, _said_column(found), title),
        published=dated,
        dateline=opening[0] if opening else None,
        reporters=reporters(lead, found, [*head, *tail], signed)
        or signed_below(rows)
        or named_above(signs, layout)
        or in_column(page),
        source=origin,
        editors=editors(found, [text for _, text in (*head, *tail)]),
        photo_credits=photo_credits(rows),
    )


def _said_column(found: Sequence[Field]) -> str | None:
    """The column that a field names, and no more than a column."""
    said = (field.value.strip("[]【】《》") for field in found if field.kind == "column")
    return next((name for name in said if _COLUMN.fullmatch(name) is not None), None)


def _original_title(rows: list[tuple[Signs, Verdict]]) -> str | None:
    """The headline under which the article stood elsewhere, where the page gives it no other."""
    for sign, verdict in rows:
        found = _HEADLINE.fullmatch(sign.line.norm) if verdict.reason == _ORIGINAL_TITLE else None
        if found is not None:
            return sign.line.text[slice(*found.span("title"))]
    return None


def in_script(found: Metadata, written: Callable[[str], str]) -> Metadata:
    """What the page says, with its names as `written` writes them; its dates stay as they are printed."""

    def maybe(value: str | None) -> str | None:
        return written(value) if value else value

    return replace(
        found,
        title=maybe(found.title),
        site=maybe(found.site),
        column=maybe(found.column),
        dateline=maybe(found.dateline),
        source=maybe(found.source),
        reporters=tuple(map(written, found.reporters)),
        editors=tuple(map(written, found.editors)),
        photo_credits=tuple(map(written, found.photo_credits)),
    )


def _lead(rows: list[tuple[Signs, Verdict]]) -> Line | None:
    """The first paragraph that is no caption."""
    return next((sign.line for sign, verdict in rows if sign.prose and verdict.role is _BODY), None)


def _opening(rows: list[tuple[Signs, Verdict]], lead: Line | None, heading: Line | None) -> Iterator[Line]:
    """The lines that can open the text: the headline, the first line, and those above it that are kept."""
    if heading is not None:
        yield heading
    if lead is not None:
        yield from (
            sign.line
            for sign, verdict in takewhile(lambda row: row[0].line is not lead, rows)
            if verdict.role in KEPT_ROLES
        )
        yield lead


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

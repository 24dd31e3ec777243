"""What the page says of the article: site, column, date, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from shanqu.clean import crumbs, names, publisher
from shanqu.clean.appended import OFFICES
from shanqu.clean.dates import joined, published
from shanqu.clean.field_lines import is_value
from shanqu.clean.fields import DATE, Field, fields, find_date, tells_event
from shanqu.clean.gates import DATED, PICTURED
from shanqu.clean.layout import APPENDED, Layout
from shanqu.clean.lines import Line
from shanqu.clean.signs import Signs
from shanqu.clean.source import PAPER, source, under_title
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Page, Published, Role

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
# How far above the headline a date is surely its own, and how long its line can be.
_DATED_ABOVE: Final = 3
_NEAR: Final = 14
_DATED_LONGEST: Final = 80
# How many lines below the text can say when it was published.
_BELOW: Final = 12
# A line of names is no longer than this, and so far on its line stands a date behind them.
_NAMED_BEFORE: Final = 24
_OFFICE_LONGEST: Final = 24
_DAY_LONGEST: Final = 16
_CAPTION, _MAY_CREDIT = frozenset({Role.CAPTION}), frozenset({Role.BYLINE, Role.BODY, Role.SUBHEAD})
_TAGS = frozenset({Role.TAGS})
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
# Who brought another report of a list, and how long ago.
_CARD: Final = "anchor:card-aged"
_BYLINE, _OF_FIELDS = frozenset({Role.BYLINE}), frozenset({Role.BYLINE, Role.EDITOR})
# Lines of fields that name nobody.
_NAMELESS: Final = frozenset({"anchor:views", "anchor:view-count", "anchor:posted-in"})
# A newspaper's pages say at the foot on which day they were printed.
_PAPERS: Final = ("anchor:newspaper-foot", PAPER)
_POSTED: Final = ("anchor:post", "anchor:post-on-floor", "anchor:answer-dated")
# What can follow the names on a line of fields, with or without a space.
_NEXT: Final = r"[/\s]文(?![\u3400-\u9fff])|通\s?讯|摄|图|编\s?[辑审]|责\s?[任编]|来\s?源|评论|阅读|浏览|点击|分享|字号|发布|时间|校对|审核"


_WROTE: Final = re.compile(
    rf"(?:记\s?者|采访人员|文\s?[/丨|])\s?[:|丨]?\s?(?P<n>(?:(?!{_NEXT})[^。])" + "{2,30})"
)
_ORIGINAL_TITLE: Final = "anchor:original-title"
_HEADLINE: Final = re.compile(
    r"[\[【(]?\s?原(?:文)?标题[为]?\s?:?\s?《?(?P<title>[^《》。]{6,60}?)》?\s?[)】\]]?"
)
_ORIGINAL: Final = re.compile(r"原创 (?P<n>[\u3400-\u9fff]{2,4})(?:\s|$)")
# A label without its colon, and nothing but names behind it.
_SIGNED_AS: Final = re.compile(
    r"(?:作者|撰文|撰稿|采写|文字)[\s丨|]{1,3}(?P<n>[\u3400-\u9fff·]{2,4}(?:[\s、,]{1,2}[\u3400-\u9fff·]{2,4}){0,4})"
)


_COLUMN: Final = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·/、 -]{1,11}")
# The label of the day on which someone was born or something founded, above the line that gives it.
_BORN: Final = re.compile(
    r"(?:出\s?生|生\s?产|成\s?立|创\s?[立办建]|始\s?建|注\s?册|设\s?立|建\s?[立成]|上\s?市|开\s?[业工]|竣\s?工|投\s?产|逝\s?世|核\s?准|登\s?记)(?:日\s?期|时\s?间|年\s?[份月])\s?:?"
)
_BORN_LONGEST: Final = 10
_BORN_ENDS: Final = frozenset("期间份月:")
# Whoever gives the day by the moon as well, in brackets, gives a day of birth.
_MOON: Final = "(农历"
_OF_BIRTH: Final = Verdict(Role.BODY, "date-of-birth", 0.8)


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
    head = _bylines(rows[: layout.tail.end])
    tail = _bylines(rows[layout.tail.end :])
    found = [field for norm, text in (*head, *tail) for field in _original(norm, text)]
    found += [
        field
        for norm, text in _bylines(rows, _TAGS)
        for field in _original(norm, text)
        if field.kind == "editor"
    ]
    body = "\n".join(sign.line.norm for sign, verdict in rows if verdict.role in KEPT_ROLES)
    dated = published(
        _at_head(rows, layout), opening[0] if opening else None, body[:20_000], page.declared.published
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
        reporters=_reporters(lead, found, [*head, *tail], signed)
        or _signed_below(rows)
        or _named_above(signs, layout)
        or _in_column(page),
        source=origin,
        editors=_editors(found, [text for _, text in (*head, *tail)]),
        photo_credits=_photo_credits(rows),
    )


def _in_column(page: Page) -> tuple[str, ...]:
    """The authors that a column of a file of rows names; the head of a page of HTML names its editors so as well."""
    author = page.declared.author
    return names.bare_names(author.replace("、", " ")) if author and page.declared.heading is None else ()


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


def _at_head(rows: list[tuple[Signs, Verdict]], layout: Layout) -> list[tuple[str, str]]:
    """The lines that may date the article, those below the headline first, then upwards from it."""
    births = _births(rows)
    if births:
        rows = [(sign, _OF_BIRTH if at in births else verdict) for at, (sign, verdict) in enumerate(rows)]
    head = layout.head
    title = head.start if head.title is None else head.title
    # Below the text they are those of other reports.
    rows = [
        row
        for at, row in enumerate(rows)
        if at < layout.tail.end or row[0].rule is None or row[0].rule.id != _CARD
    ]
    posted = [row for row in rows if row[0].rule is not None and row[0].rule.id in _POSTED]
    below = rows[title : head.start + 6]
    return [
        *_bylines(below, _BYLINE),
        *joined(sign.line for sign, _ in below),
        *_bylines(rows[max(0, title - _DATED_ABOVE) : title], _BYLINE)[::-1],
        *_bylines(posted[:1], _BYLINE),
        *_dropped(rows[max(0, title - _NEAR) : head.start]),
        *_bylines(rows[:title], _BYLINE)[::-1],
        *_labelled(takewhile(lambda row: not row[0].prose, below)),
        *_dated_below(rows),
        *_sealed(rows),
    ]


def _births(rows: list[tuple[Signs, Verdict]]) -> set[int]:
    """The lines that give the day on which someone was born or something founded."""
    found = {
        at + 1
        for at, (sign, _) in enumerate(rows)
        if sign.length <= _BORN_LONGEST
        and sign.line.norm[-1:] in _BORN_ENDS
        and _BORN.fullmatch(sign.line.norm) is not None
    }
    return found | {at for at, (sign, _) in enumerate(rows) if _MOON in sign.line.norm}


def _dated_below(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The lines right below the text that say when it was published, above lists and comments."""
    last = (i for i in range(len(rows) - 1, -1, -1) if rows[i][0].prose and rows[i][1].role is _BODY)
    end = next(last, len(rows)) + 1
    found = []
    for sign, verdict in rows[end : end + _BELOW]:
        if verdict.role in (Role.RELATED, Role.COMMENT):
            break
        signed = verdict.reason == APPENDED and DATE.fullmatch(sign.line.norm)
        if signed or _says_date(sign):
            found.append((sign.line.norm, sign.line.text))
    return found


def _sealed(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The day below the office that sealed a notice, where annexes follow it."""
    found = []
    for (office, _), (sign, verdict) in pairwise(rows):
        # Of a page's many lines few are a day.
        if not sign.may & DATED or sign.length > _DAY_LONGEST or verdict.role not in KEPT_ROLES:
            continue
        day = DATE.fullmatch(sign.line.norm)
        if day is None or not day["y"]:
            continue
        if office.length <= _OFFICE_LONGEST and office.line.norm.endswith(OFFICES):
            found.append((sign.line.norm, sign.line.text))
    return found[-1:]


def _labelled(rows: Iterable[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """The lines that give a date for the page's, or for the newspaper's, whatever they were taken for."""
    return [
        (sign.line.norm, sign.line.text)
        for sign, _ in rows
        if not tells_event(sign.line.norm) and _says_date(sign)
    ]


def _says_date(sign: Signs) -> bool:
    if sign.rule is not None and sign.rule.id in _PAPERS:
        return True
    return any(field.kind == "date" and DATE.match(field.value) for field in fields(sign.line.norm))


def _dropped(rows: list[tuple[Signs, Verdict]]) -> list[tuple[str, str]]:
    """Lines beside the headline that no rule takes for fields, with a whole date in them."""
    found = []
    for sign, verdict in rows:
        date = find_date(sign.line.norm) if sign.length <= _DATED_LONGEST else None
        if date is None or verdict.role in KEPT_ROLES or tells_event(sign.line.norm):
            continue
        if date.group("y"):
            found.append((sign.line.norm, sign.line.text))
    return found


def _bylines(rows: list[tuple[Signs, Verdict]], roles: frozenset[Role] = _OF_FIELDS) -> list[tuple[str, str]]:
    """The lines of such roles, as `norm` and text; a label is joined with its value on the next line."""
    result: list[tuple[str, str]] = []
    taken = -1
    for at in [at for at, (_, verdict) in enumerate(rows) if verdict.role in roles]:
        sign, verdict = rows[at]
        if at == taken or verdict.reason in _NAMELESS:
            continue
        norm, text = sign.line.norm, sign.line.text
        below = rows[at + 1][0] if at + 1 < len(rows) else None
        if below is not None and is_value(sign, below):
            taken = at + 1
            norm, text = f"{norm.rstrip(':：')}:{below.line.norm}", f"{text.rstrip(':：')}:{below.line.text}"
        result.append((norm, text))
    return result


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


def _reporters(
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


def _signed_below(rows: list[tuple[Signs, Verdict]]) -> tuple[str, ...]:
    """Who signs the last paragraph, in brackets at its end or on the next line."""
    last = next(
        (i for i in range(len(rows) - 1, -1, -1) if rows[i][0].prose and rows[i][1].role in KEPT_ROLES), None
    )
    beside = [] if last is None else [sign.line for sign, _ in rows[last : last + 2]]
    return next(filter(None, (names.signed(line.norm, line.text) for line in beside)), ())


def _named_above(signs: list[Signs], layout: Layout) -> tuple[str, ...]:
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


def _photo_credits(rows: list[tuple[Signs, Verdict]]) -> tuple[str, ...]:
    result: dict[str, None] = {}
    for sign, verdict in rows:
        if not sign.may & PICTURED:
            continue
        role, norm = verdict.role, sign.line.norm
        if "摄" in norm:
            norm = _AGENCY_AFTER.sub("", norm, 1)
        if role in _CAPTION or (
            role in _MAY_CREDIT and (norm.rstrip(")").endswith("摄") or (role in _BYLINE and "摄影" in norm))
        ):
            for pattern in _CREDITS:
                found = pattern.search(norm, max(0, len(norm) - 40))
                if found is not None:
                    result.update(dict.fromkeys(names.people(sign.line.text[slice(*found.span("n"))])))
                    break
    return tuple(result)

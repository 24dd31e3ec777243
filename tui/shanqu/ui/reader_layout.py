"""Pure layout of the reader: an article, a view and a width in, display lines out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import Literal, NamedTuple

from shanqu.i18n import _
from shanqu.model import KEPT_ROLES, Article, Block, Edit, Role
from shanqu.text.aligned import Aligned, align
from shanqu.text.gate import safe
from shanqu.text.paragraphs import paragraphs
from shanqu.text.wrap import wrap
from shanqu.ui.labels import reason_text, role_name, short_date

Look = Literal["title", "meta", "warning", "body", "subhead", "caption", "dropped", "note", "blank"]
INDENT = 4
GUTTER = "┊ "


class Flow(NamedTuple):
    """A text that is broken into lines as one: a paragraph, a heading, a line of the raw page.

    `aligned` leads back to the page; what the reader adds itself has no place there.
    """

    text: str
    look: Look
    aligned: Aligned | None = None
    indent: int = 0
    gutter: str = ""


class Line(NamedTuple):
    """One line on screen: the span of a flow's text, and the cells it is moved in by."""

    flow: int
    start: int
    end: int
    indent: int


class Layout(NamedTuple):
    """Flows and the lines that they are broken into."""

    flows: tuple[Flow, ...]
    lines: tuple[Line, ...]

    def page_offset(self, line: int) -> int | None:
        """The page offset at the first line from `line` on that shows text of the page."""
        for candidate in self.lines[line:]:
            aligned = self.flows[candidate.flow].aligned
            if aligned is not None and candidate.start < len(aligned.starts):
                return aligned.starts[candidate.start]
        return None

    def line_of(self, offset: int) -> int:
        """The line that shows the page offset, or the one before it."""
        known = [
            (aligned.starts[line.start], index)
            for index, line in enumerate(self.lines)
            if (aligned := self.flows[line.flow].aligned) is not None and line.start < len(aligned.starts)
        ]
        at = bisect_right(known, (offset, len(self.lines)))
        if not known:
            return 0
        return known[max(0, at - 1)][1]


def clean_layout(article: Article, width: int) -> Layout:
    """The article as it is read: heading, facts about it, then its text."""
    flows: list[Flow] = [Flow(article.title or _("(no title)"), "title", _aligned_title(article))]
    if details := _details(article):
        flows.append(Flow(details, "meta"))
    flows.extend(
        Flow(_("! {warning}").format(warning=reason_text(warning)), "warning") for warning in article.warnings
    )
    flows.append(Flow("", "blank"))
    for paragraph in paragraphs(article):
        match paragraph.role:
            case Role.SUBHEAD:
                flows.append(Flow(paragraph.text, "subhead", paragraph.aligned))
            case Role.CAPTION:
                flows.append(Flow(paragraph.text, "caption", paragraph.aligned, gutter="▫ "))
            case _:
                flows.append(Flow(paragraph.text, "body", paragraph.aligned, indent=INDENT))
        flows.append(Flow("", "blank"))
    return _broken(flows, width)


def raw_layout(article: Article, width: int) -> Layout:
    """The page as it came, with a note before each run of dropped blocks."""
    flows: list[Flow] = []
    last: Block | None = None
    for block in article.blocks:
        if block.role not in KEPT_ROLES and (note := _note(block, last)):
            flows.append(Flow(note, "note"))
        last = block
        flows.extend(_raw_lines(article, block))
    return _broken(flows, width)


def _note(block: Block, last: Block | None) -> str:
    """What is said above a dropped block; nothing where the block above it was dropped for the same reason."""
    reason = reason_text(block.reason)
    if last is None or last.role is not block.role:
        return f"┌ {role_name(block.role)} · {reason}"
    return f"├ {reason}" if reason != reason_text(last.reason) else ""


def _raw_lines(article: Article, block: Block) -> list[Flow]:
    look: Look = "dropped"
    gutter = GUTTER
    if block.role in KEPT_ROLES:
        look = (
            "subhead" if block.role is Role.SUBHEAD else "caption" if block.role is Role.CAPTION else "body"
        )
        gutter = ""
    elif block.role is Role.TITLE:
        look, gutter = "title", GUTTER
    text = article.page.text
    edits = tuple(
        Edit(edit.start, edit.end, edit.before, f"{edit.before}〔{edit.after}〕", edit.reason)
        for edit in article.edits
        if block.start <= edit.start and edit.end <= block.end
    )
    flows = []
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        aligned = align(text, start, end, edits)
        flows.append(Flow(aligned.text, look if aligned.text.strip() else "blank", aligned, gutter=gutter))
        start = end + 1
    return flows


def _aligned_title(article: Article) -> Aligned | None:
    for block in article.blocks:
        if block.role is Role.TITLE and article.title:
            start = article.page.text.find(article.title, block.start, block.end)
            if start >= 0:
                return align(article.page.text, start, start + len(article.title))
    return None


def _details(article: Article) -> str:
    published = article.published
    parts = [
        article.site,
        article.column,
        short_date(published.iso or published.text, published.meaning) if published else None,
        _("source {name}").format(name=article.source) if article.source else None,
        _("reporters {names}").format(names=" ".join(article.reporters)) if article.reporters else None,
        _("editors {names}").format(names=" ".join(article.editors)) if article.editors else None,
        _("photos {names}").format(names=" ".join(article.photo_credits)) if article.photo_credits else None,
    ]
    return " · ".join(part for part in parts if part)


def _broken(flows: list[Flow], width: int) -> Layout:
    lines: list[Line] = []
    for number, flow in enumerate(flows):
        room = max(8, width - len(flow.gutter))
        if not flow.text:
            lines.append(Line(number, 0, 0, 0))
            continue
        for index, (start, end) in enumerate(wrap(safe(flow.text), room, first_indent=flow.indent)):
            lines.append(Line(number, start, end, 0 if index else flow.indent))
    while len(lines) > 1 and all(flows[line.flow].look == "blank" for line in lines[-2:]):
        lines.pop()
    return Layout(tuple(flows), tuple(lines))


def dropped_characters(article: Article) -> tuple[int, int]:
    """How many characters (not counting blanks) and runs of blocks the cleaned view leaves out."""
    dropped = [
        block for block in article.blocks if block.role not in KEPT_ROLES and block.role is not Role.TITLE
    ]
    characters = sum(len("".join(article.page.text[block.start : block.end].split())) for block in dropped)
    places = len(dropped) - sum(a.end == b.start and a.role == b.role for a, b in pairwise(dropped))
    return characters, places

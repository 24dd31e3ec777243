"""A page to an article."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from typing import Final

from shanqu.clean.asked import asked
from shanqu.clean.edits import Ways, find_edits
from shanqu.clean.foreign import lettered
from shanqu.clean.layout import lay_out
from shanqu.clean.lines import Line, split
from shanqu.clean.metadata import in_script, metadata
from shanqu.clean.readings import annotated_spans
from shanqu.clean.records import made
from shanqu.clean.script import is_mirror, is_traditional, plain
from shanqu.clean.settled import settled
from shanqu.clean.signs import signs
from shanqu.clean.template import marked
from shanqu.clean.verdict import Verdict
from shanqu.clean.warn import Facts, warnings
from shanqu.clean.wrapped import join, one_headline
from shanqu.model import KEPT_ROLES, Article, Block, Page, Role
from shanqu.text.aligned import align, strip_span

# To look up a role in its class takes long, and a page has many lines.
_TITLE: Final = Role.TITLE
_SHOWN: Final = KEPT_ROLES | {Role.TITLE}


def clean(page: Page, template: Collection[str] = ()) -> Article:
    """The article on `page`: a role for each block, metadata, reversible edits, warnings.

    `template` are lines that recur on the pages of its site, as `clean.template.normal` writes them.

    Never raises, whatever the text. Time grows with the length of the text and no faster.
    """
    if not page.text:
        return Article(page, (), warnings=(*page.warnings, "no-body"))
    # Nothing here refers to itself in a circle, and to look for such things takes long.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _clean(page, template)
    finally:
        if collects:
            gc.enable()


def _clean(page: Page, template: Collection[str]) -> Article:
    readings = annotated_spans(page.text)
    lines = split(page, annotated=bool(readings))
    features = asked(lettered(signs(lines)))
    if template:
        features = marked(features, template)
    layout = lay_out(features, page.title_hint)
    blocks, breaks = one_headline(page.text, *join(page.text, lines, _blocks(lines, layout.verdicts)))
    spans = [(block.start, block.end) for block in blocks if block.role in _SHOWN]
    kept = "\n".join(page.text[start:end] for start, end in spans)
    facts = Facts(traditional=is_traditional(kept), annotated=bool(readings))
    mirror = facts.traditional and is_mirror(kept, url=page.url, annotated=facts.annotated)
    edits = find_edits(page.text, spans, Ways(mirror, readings), breaks)
    found = metadata(page, features, layout)
    if mirror:
        found = in_script(found, plain)
    title = next((block for block in blocks if block.role is _TITLE), None)
    article = Article(
        page=page,
        blocks=blocks,
        edits=edits,
        title=align(page.text, *strip_span(page.text, title.start, title.end), edits).text
        if title
        else found.title,
        site=found.site,
        column=found.column,
        published=found.published,
        dateline=found.dateline,
        reporters=found.reporters,
        source=found.source,
        editors=found.editors,
        photo_credits=found.photo_credits,
    )
    article = settled(article, features)
    return article._replace(warnings=warnings(page, article.blocks, article.edits, facts))


def _blocks(lines: list[Line], verdicts: Sequence[Verdict]) -> list[Block]:
    rows = [
        (line.start, line.end, verdict.role, verdict.reason, verdict.confidence)
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    return made(Block, rows)

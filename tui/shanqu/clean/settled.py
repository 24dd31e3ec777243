"""Cleaning what was kept as if it were a page, until nothing more goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from shanqu.clean.layout import lay_out
from shanqu.clean.lines import split
from shanqu.clean.signs import Signs, signs, unmarked
from shanqu.clean.tables import table_at
from shanqu.clean.verdict import Verdict
from shanqu.model import KEPT_ROLES, Article, Block, Page, Role
from shanqu.text.paragraphs import Paragraph, kept_paragraphs

# Each round drops something; no page is known of which a third one would.
_ROUNDS: Final = 3
# What a frame held together is not taken apart for want of it: at most so much of the text goes in a round.
_MOST: Final = 0.25
_STAYS: Final = KEPT_ROLES | {Role.TITLE}


def settled(article: Article, known: list[Signs]) -> Article:
    """`article` without the blocks that would go if what was kept of it stood on a page of its own.

    With the frame gone, what is left of it stands out: a count, a button or the name of a medium beside a whole
    article. A reading of that page which takes another line for the headline says nothing. `known` are the
    signs of the page's lines, which need not be found again.
    """
    remembered = {sign.line.text: sign for sign in known}
    left = kept_paragraphs(article)
    gone: dict[Block, Verdict] = {}
    for _ in range(_ROUNDS):
        verdicts = _read(article.title, [paragraph for _, paragraph in left], remembered)
        going = {
            block: verdict
            for (block, _), verdict in zip(left, verdicts, strict=True)
            if verdict.role not in _STAYS
        }
        if not going or _size(left, going) > _MOST * _size(left):
            break
        gone |= going
        left = [pair for pair in left if pair[0] not in going]
    return _without(article, gone) if gone else article


def _size(pairs: Sequence[tuple[Block, Paragraph]], among: Collection[Block] | None = None) -> int:
    """The characters of the paragraphs, or of those whose block is `among` some."""
    return sum(len(paragraph.text) for block, paragraph in pairs if among is None or block in among)


def _read(title: str | None, kept: Sequence[Paragraph], remembered: Mapping[str, Signs]) -> Sequence[Verdict]:
    """The verdict on each paragraph; all stay where headline and paragraphs would not be found as they are."""
    shown = ([title] if title else []) + [paragraph.text for paragraph in kept]
    known = [remembered.get(" ".join(text.split())) for text in shown]
    edited = [text for text, sign in zip(shown, known, strict=True) if sign is None]
    lines = split(Page("", "\n".join(edited), "", ""), annotated=False, whole=True) if edited else []
    if len(lines) == len(edited):
        others = iter(signs(lines))
        every = [next(others) if sign is None else unmarked(sign) for sign in known]
        layout = lay_out(every, None, again=True)
        if layout.head.title == 0 or (layout.head.title is None and not title):
            # The markup may hold a table below the text, which without it stands there as if by chance.
            end = layout.tail.end + table_at(every, layout.tail.end)
            stays = [Verdict(Role.BODY, "table", 0.7)] * (end - layout.tail.end)
            return (*layout.verdicts[: layout.tail.end], *stays, *layout.verdicts[end:])[bool(title) :]
    return [Verdict(paragraph.role, "", 1.0) for paragraph in kept]


def _without(article: Article, gone: Mapping[Block, Verdict]) -> Article:
    """The article with other roles for the blocks that go, and without the edits in them."""
    blocks = tuple(
        block
        if verdict is None
        else Block(block.start, block.end, verdict.role, verdict.reason, verdict.confidence)
        for block in article.blocks
        for verdict in (gone.get(block),)
    )
    edits = tuple(
        edit
        for edit in article.edits
        if not any(block.start <= edit.start and edit.end <= block.end for block in gone)
    )
    return article._replace(blocks=blocks, edits=edits)

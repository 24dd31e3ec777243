"""The article as a person reads it: its kept blocks, edited, each aligned to the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from shanqu.model import Article, Block, Role
from shanqu.text.aligned import Aligned, align, strip_span


class Paragraph(NamedTuple):
    """One block of the cleaned article (role body, subhead or caption)."""

    role: Role
    aligned: Aligned

    @property
    def text(self) -> str:
        return self.aligned.text


def paragraphs(article: Article, *, original: bool = False) -> tuple[Paragraph, ...]:
    """The kept blocks in page order, without the whitespace around them.

    The article's edits are applied unless `original` asks for the page's own characters.
    """
    return tuple(paragraph for _, paragraph in kept_paragraphs(article, original=original))


def kept_paragraphs(article: Article, *, original: bool = False) -> list[tuple[Block, Paragraph]]:
    """The same, each after its block; blocks that show nothing are left out."""
    text = article.page.text
    edits = () if original else article.edits
    # Edits do not overlap, so both run on in the order of the page.
    starts, ends = [edit.start for edit in edits], [edit.end for edit in edits]
    result = []
    for block in article.kept():
        start, end = strip_span(text, block.start, block.end)
        if start < end:
            near = edits[bisect_left(ends, start) : bisect_right(starts, end)]
            result.append((block, Paragraph(block.role, align(text, start, end, near))))
    return result


def original_title(article: Article) -> str | None:
    """The title in the page's own characters; that of the markup or container where the page shows none."""
    text = article.page.text
    for block in article.blocks:
        if block.role is Role.TITLE:
            start, end = strip_span(text, block.start, block.end)
            return text[start:end]
    return article.title


def cleaned_text(article: Article) -> str:
    """The paragraphs, one a line: what search, snippets and duplicates look at."""
    return "\n".join(paragraph.text for paragraph in paragraphs(article))

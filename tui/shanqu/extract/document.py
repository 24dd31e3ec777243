"""The text that extraction reads: title and cleaned paragraphs in one string, aligned to the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from shanqu.extract.home import home_of
from shanqu.model import Article, Role
from shanqu.text.aligned import Aligned, align, strip_span
from shanqu.text.paragraphs import paragraphs
from shanqu.text.sentences import sentence_spans
from shanqu.text.simplified import simplified

# Quotation marks of other kinds, one for one, and those that do not tell whether they open or close.
_CURLY = str.maketrans("「」『』", "“”‘’")
_STRAIGHT = re.compile('["“”]')


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the document; `paragraph` counts from 0, -1 is the title. `aside` marks the caption of a picture."""

    start: int
    end: int
    paragraph: int
    text: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Paragraphs joined by line ends.

    `text` has the article's edits applied, and is in simplified characters and “” whatever the page has, because the
    rules are; spans in it are turned into page spans by `to_page`. `home` is the code of the county whose medium the
    page comes from.
    """

    text: str
    page_text: str
    parts: tuple[Aligned, ...]
    offsets: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    body_start: int
    home: str | None = None

    def to_page(self, start: int, end: int) -> tuple[int, int]:
        """The page span behind a non-empty span that lies inside one paragraph."""
        index = bisect_right(self.offsets, start) - 1
        offset = self.offsets[index]
        return self.parts[index].to_page(start - offset, end - offset)


def build(article: Article) -> Document:
    """The document of an article: its title (if a block holds it), then its kept blocks."""
    text = article.page.text
    parts: list[Aligned] = []
    for block in article.blocks:
        start, end = strip_span(text, block.start, block.end)
        if block.role == Role.TITLE and start < end:
            parts.append(align(text, start, end, article.edits))
            break
    titles = len(parts)
    kept = paragraphs(article)
    parts.extend(paragraph.aligned for paragraph in kept)
    captions = {index for index, paragraph in enumerate(kept) if paragraph.role is Role.CAPTION}
    traditional = "traditional" in article.warnings
    parts = [part._replace(text=_as_rules_read(part.text, traditional)) for part in parts]
    offsets: list[int] = []
    at = 0
    for part in parts:
        offsets.append(at)
        at += len(part.text) + 1
    body_start = offsets[titles] if len(offsets) > titles else at
    joined = "\n".join(part.text for part in parts)
    return Document(
        joined,
        text,
        tuple(parts),
        tuple(offsets),
        _sentences(parts, offsets, titles, captions),
        body_start,
        home_of(article),
    )


def _as_rules_read(text: str, traditional: bool) -> str:
    """A part's text as the rules expect it; its length stays."""
    text = (simplified(text) if traditional else text).translate(_CURLY)
    marks = _STRAIGHT.findall(text)
    if len(marks) % 2 or marks[::2].count("“") == marks[1::2].count("”") == len(marks) // 2:
        return text
    # One form serves for both, or the opening one was lost: they take turns.
    opening = iter(range(len(marks)))
    return _STRAIGHT.sub(lambda _: "”" if next(opening) % 2 else "“", text)


def _sentences(
    parts: list[Aligned], offsets: list[int], titles: int, captions: set[int]
) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            offset + start, offset + end, index - titles, part.text[start:end], index - titles in captions
        )
        for index, (part, offset) in enumerate(zip(parts, offsets, strict=True))
        for start, end in sentence_spans(part.text)
    )

"""What a reader should know before trusting the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from shanqu.clean.data import labels
from shanqu.model import KEPT_ROLES, Block, Edit, Page, Role

_LOST = re.compile(
    r"(?:今|去|前|当|本|同)年(?:1[3-9]|[2-9]\d|\d{3,})月"  # a range that lost its dash
    r"|(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}年"
    r"|(?:跨度|长|宽|高|面积|总投资|达到?|约|超过?|增长|近)(?:平方)?(?:公里|平方米|亿元|万元|公顷|亩|%)"
    r"|(?:^|[。,，;；])月,"
    r"|(?:每|占全[省市县]比重)%"
)
_BROKEN = re.compile(r"\?[！!，,]?[\u4e00-\u9fff]{0,2}[覀兂嗨忕徟捍妩]|\ufffd")
# An asterisk for a character, between others: a name or a word that was masked.
_MASKED = re.compile(r"[\u3400-\u9fff]\*{1,3}[\u3400-\u9fff]")
_EMPHASIS = re.compile(r"\*\*[^*\n]{2,60}\*\*")
_TRUNCATED = re.compile(r"[\u3400-\u9fff\w,，、]$|(?:\.{3}|…)\s*$")
_TRADITIONAL_SHARE = 0.04


def warnings(
    page: Page, blocks: Sequence[Block], edits: Sequence[Edit], *, annotated: bool
) -> tuple[str, ...]:
    """Short identifiers, in a fixed order, the reader's own ones first."""
    return tuple(dict.fromkeys((*page.warnings, *_found(page, blocks, edits, annotated))))


def _found(page: Page, blocks: Sequence[Block], edits: Sequence[Edit], annotated: bool) -> Iterator[str]:
    kept = [page.text[block.start : block.end].strip() for block in blocks if block.role in KEPT_ROLES]
    if not kept:
        yield "no-body"
    if any(block.role is Role.SPAM for block in blocks):
        yield "spam-list"
    if any(_LOST.search(text) for text in kept):
        yield "lost-digits"
    if any(_BROKEN.search(text) for text in kept):
        yield "broken-characters"
    undone = {edit.start for edit in edits}
    if any(_is_masked(page.text, block, undone) for block in blocks if block.role in KEPT_ROLES):
        yield "masked"
    body = [page.text[block.start : block.end].strip() for block in blocks if block.role is Role.BODY]
    if body and len(body[-1]) > 40 and _TRUNCATED.search(body[-1], len(body[-1]) - 4):
        yield "truncated"
    sample = "".join(kept)[:4000]
    if sample and sum(map(labels().only_traditional.__contains__, sample)) > _TRADITIONAL_SHARE * len(sample):
        yield "traditional"
    if annotated:
        yield "pinyin"
    if any(block.reason == "anchor:promotion" for block in blocks):
        yield "promotion"


def _is_masked(text: str, block: Block, undone: Collection[int]) -> bool:
    """Whether a mask is left in the block that no edit undoes."""
    piece = text[block.start : block.end]
    if "*" not in piece:
        return False
    plain = _EMPHASIS.sub(lambda found: "x" * len(found.group()), piece)
    return any(block.start + found.start() + 1 not in undone for found in _MASKED.finditer(plain))

"""What a reader should know before trusting the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from shanqu.clean.broken import REASON, has_lost_characters
from shanqu.clean.inserted import is_spam
from shanqu.clean.lost import has_lost_digits
from shanqu.clean.scrambled import is_scrambled
from shanqu.clean.script import plain
from shanqu.model import KEPT_ROLES, Block, Edit, Page, Role

# A question mark for a lost byte, before a stop or the rare characters that a shift by one byte makes.
_BROKEN: Final = re.compile(
    r"[\u4e00-\u9fff]\?(?:[！；，。、]|\?[；，。、！\u4e00-\u9fff]|[！!，,]?[\u4e00-\u9fff]{0,2}[覀兂嗨忕徟捍妩])"
)
# An asterisk for a character, between others: a name or a word that was masked.
_MASKED: Final = re.compile(r"[\u3400-\u9fff]\*{1,3}[\u3400-\u9fff]")
_EMPHASIS: Final = re.compile(r"\*\*[^*\n]{2,60}\*\*")
# To look up a role in its class takes long.
_BODY: Final = Role.BODY
_TRUNCATED: Final = re.compile(r"[\u3400-\u9fff\w,，、]$|(?:\.{3}|…)\s*$")


class Facts(NamedTuple):
    """What cleaning found out on its way: the text is `traditional`, or `annotated` with readings."""

    traditional: bool
    annotated: bool


def warnings(page: Page, blocks: Sequence[Block], edits: Sequence[Edit], facts: Facts) -> tuple[str, ...]:
    """Short identifiers, in a fixed order, the reader's own ones first."""
    return tuple(dict.fromkeys((*page.warnings, *_found(page, blocks, edits, facts))))


def _found(page: Page, blocks: Sequence[Block], edits: Sequence[Edit], facts: Facts) -> Iterator[str]:
    kept = [page.text[block.start : block.end].strip() for block in blocks if block.role in KEPT_ROLES]
    if not kept:
        yield "no-body"
    if Role.SPAM in [block.role for block in blocks]:
        yield "spam-list"
    shown = plain("\n".join(kept)) if facts.traditional else "\n".join(kept)
    if any(map(is_spam, edits)):
        yield "spam-phrase"
    if is_scrambled(shown):
        yield "scrambled"
    if has_lost_digits(shown):
        yield "lost-digits"
    broken = has_lost_characters(shown) or ("?" in shown and _BROKEN.search(shown))
    if broken or any(edit.reason == REASON for edit in edits):
        yield "broken-characters"
    undone = {edit.start for edit in edits}
    if "*" in page.text and any(
        _is_masked(page.text, block, undone) for block in blocks if block.role in KEPT_ROLES
    ):
        yield "masked"
    last = next((block for block in reversed(blocks) if block.role is _BODY), None)
    body = page.text[last.start : last.end].strip() if last is not None else ""
    if len(body) > 40 and _TRUNCATED.search(body, len(body) - 4):
        yield "truncated"
    if facts.traditional:
        yield "traditional"
    if facts.annotated:
        yield "pinyin"
    if "anchor:promotion" in [block.reason for block in blocks]:
        yield "promotion"


def _is_masked(text: str, block: Block, undone: Collection[int]) -> bool:
    """Whether a mask is left in the block that no edit undoes."""
    piece = text[block.start : block.end]
    if "*" not in piece:
        return False
    plain = _EMPHASIS.sub(lambda found: "x" * len(found.group()), piece)
    return any(block.start + found.start() + 1 not in undone for found in _MASKED.finditer(plain))

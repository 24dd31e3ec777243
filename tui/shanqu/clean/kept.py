"""The roles of the lines that are kept: text, subheads, captions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from shanqu.clean.gates import PICTURED
from shanqu.clean.signs import Signs
from shanqu.clean.verdict import Verdict
from shanqu.model import Role

_NAME: Final = r"[一-鿿]{2,4}(?:·[一-鿿]{1,6})?"
_CREDIT: Final = re.compile(
    rf"(?:(?:^|[\s。(|/丨:》])(?:本报|本网|通讯员|特约)?(?:记者|通讯员)?\s?(?:{_NAME}[\s、]?){{1,3}}\s?/?(?:摄影报道|摄影|拍摄|文/摄|图/文|供图|/摄|摄)"
    rf"|(?:拍友|摄影师?|图源|图/|图\||供图|摄影记者|图片来源|图片由)\s?[:@/|]?\s?[一-鿿·\w 、]{{2,24}}(?:提供|摄)?"
    rf"|[(（](?:资料图片?|下同|图片[^)]{{0,16}}|[^()]{{0,16}}(?:供图|摄))[)）])[)）。]?$"
)
_PICTURE: Final = re.compile(
    r"(?:▲|△|↑|↓)|(?:上|下|左|右|题)?图(?:为|是|片为|[①-⑨1-9一二三]?[:：])|图\s?\d{1,2}[:\s]"
)
# Who wrote the text is named beside who took the pictures.
_TEXT_TOO: Final = re.compile(r"。[(][^()]{2,40}[/\s]文(?!/)[^()]{0,40}[)]$")
_CREDIT_ALONE: Final = re.compile(r"[(（]?(?:图源|图片来源|图片来自)\s?[:：|丨/]\s?[^。,]{2,24}[)）]?")
# Who gave the picture, below words that are no sentence.
_GIVEN: Final = re.compile(r"[^。]{4,60}[(](?!数据|资料)[^()。]{2,16}提供[)]")
_NUMBERED: Final = re.compile(
    r"(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．:](?!\d+%?$)|第[一二三四五六七八九十\d]{1,3}[章节条部]|[■●◆▲★◎]|\d{1,2}$)"
)
_SUBHEAD_LONGEST: Final = 40
_CAPTION_LONGEST: Final = 160
_CAPTIONED: Final = Verdict(Role.CAPTION, "picture-credit", 0.85)
_EMPHASISED: Final = Verdict(Role.SUBHEAD, "emphasised", 0.9)
_NUMBERED_LINE: Final = Verdict(Role.SUBHEAD, "numbered-line", 0.7)
_SHORT_LINE: Final = Verdict(Role.SUBHEAD, "short-line-in-prose", 0.75)
_PROSE: Final = Verdict(Role.BODY, "prose", 0.95)
_INSIDE: Final = Verdict(Role.BODY, "inside-article", 0.7)


def is_caption(signs: list[Signs], index: int) -> bool:
    """Whether the line describes a picture: by its credit, its opening, or its markup."""
    sign = signs[index]
    if sign.line.tag in ("figcaption", "img"):
        return True
    may = sign.may & PICTURED != 0 and 4 <= sign.length <= _CAPTION_LONGEST
    return may and _shows_picture(sign.line.norm)


@lru_cache(maxsize=8192)
def _shows_picture(norm: str) -> bool:
    """Whether the line ends with a picture's credit or begins by pointing to one."""
    if _PICTURE.match(norm) or _CREDIT_ALONE.fullmatch(norm):
        return True
    if norm.endswith("提供)") and _GIVEN.fullmatch(norm):
        return True
    found = _CREDIT.search(norm, max(0, len(norm) - 40))
    return found is not None and found.start() > 3 and _TEXT_TOO.search(norm, len(norm) - 60) is None


def kept_role(signs: list[Signs], index: int, caption: bool) -> Verdict:
    """The verdict on a line that belongs to the article."""
    sign = signs[index]
    if caption:
        return _CAPTIONED
    if sign.line.tag in ("h2", "h3", "h4", "h5", "h6"):
        return Verdict(Role.SUBHEAD, f"markup:{sign.line.tag}", 0.9)
    norm = sign.line.norm
    if norm.startswith("**") and norm.endswith("**") and 4 < sign.length <= 2 * _SUBHEAD_LONGEST:
        return _EMPHASISED
    if sign.prose:
        return _PROSE
    if sign.length <= _SUBHEAD_LONGEST and not sign.stop and not norm.endswith((",", ";", ":", "、")):
        if _NUMBERED.match(norm):
            return _NUMBERED_LINE
        if _stands_out(signs, index):
            return _SHORT_LINE
    return _INSIDE


def _stands_out(signs: list[Signs], index: int) -> bool:
    """Prose follows within two lines, so the line heads it; in verse no line does."""
    following = signs[index + 1 : index + 3]
    return any(sign.prose and sign.length > 2 * signs[index].length for sign in following)

"""A page as lines: what the rules look at."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from shanqu.clean.data import labels, once
from shanqu.model import LineHint, Page

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[aāáǎàoōóǒòeēéěèêiīíǐìuūúǔùüǖǘǚǜv]{1,3})(?:n|ng|ń|ň|ǹ|r)?"
# One syllable in brackets after a Chinese character, twice where a copier ran twice.
# The reading of a whole word is taken for one only with tone marks: without, it may be a word.
_TONED = r"(?=[^()（）]{0,24}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])"
_READING = rf"\s?(?:{_SYLLABLE}|{_TONED}(?:{_SYLLABLE}['’ ]?){{2,5}})\s?[)）]"
# The bracket comes first, so that the engine can skip to it; the character before it is looked at then.
PINYIN = re.compile(rf"[(（](?<=[\u3400-\u9fff].){_READING}(?:[(（]{_READING})?", re.IGNORECASE)
_ANNOTATED_LEAST = 3
_GLUED = re.compile(
    r"[。!?！？…”’）)]\s*(?P<x>[(（【\[]\s?(?:责任|網絡|网络|值班|責任)?(?:编辑|責編|责编|編輯|编审)\s?[:：/][^()（）【】\[\]。]{1,24}[)）】\]]"
    r"|[(（][^()（）。,，]{1,16}(?:[局办委]|政府|办公室|委员会|管委会|报道组|宣传部|融媒体?中心|传媒中心)(?:[\s　]{1,2}[一-鿿]{2,4}){0,3}[)）]"
    r"|返回[^。,，]{0,12}(?:首页|频道|主页|列表)\s?[>＞》»]{0,3})\s*$"
)
_GLUED_LEAST = 20
_GLUED_LONGEST = 60


class Line(NamedTuple):
    """A line of the page that shows something, with the white space and blank lines after it.

    `start`/`end` span it in the page; the lines of a page follow each other without gap. `text` is
    what it shows (invisible characters and pinyin in brackets left out, white space squeezed),
    `norm` the same, character for character, in the form that rules are written in.
    """

    start: int
    end: int
    text: str
    norm: str
    tag: str = ""
    link_share: float = 0.0
    chosen: tuple[str, ...] = ()


@once
def _narrow() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the characters that `narrow` changes, and what it makes of each."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    found = labels()
    table.update(zip(found.traditional, found.simplified, strict=True))
    return re.compile(f"[{re.escape(''.join(table))}]"), table


def narrow(text: str) -> str:
    """`text` with half-width ASCII and the simplified characters of labels; the length stays."""
    # Few characters change, and the engine finds them far faster than `str.translate` looks up each.
    pattern, table = _narrow()
    return pattern.sub(lambda found: table[found[0]], text)


def split(page: Page, *, annotated: bool) -> list[Line]:
    """The lines of the page that show something, in order. Blank ones go with the line before.

    `annotated`: leave out pinyin in brackets, see `is_annotated`.
    """
    text = page.text
    unseen = _INVISIBLE.search(text) is not None
    spans: list[tuple[int, int, str]] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        for piece in _unglued(raw):
            shown = _shown(piece, unseen, annotated)
            if shown or not spans:
                spans.append((at, at + len(piece), shown))
            else:
                spans[-1] = (spans[-1][0], at + len(piece), spans[-1][2])
            at += len(piece)
    if len(spans) > 1 and not spans[0][2]:
        spans[:2] = [(0, spans[1][1], spans[1][2])]
    hints = iter(page.hints)
    hint = next(hints, None)
    lines = []
    for start, end, shown in spans:
        while hint is not None and hint.end <= start:
            hint = next(hints, None)
        lines.append(_line(start, end, shown, hint))
    return lines


def _unglued(raw: str) -> tuple[str, ...]:
    """A paragraph, and the editor's mark or the way home that was glued to its end."""
    if len(raw) < _GLUED_LEAST:
        return (raw,)
    found = _GLUED.search(raw, len(raw) - _GLUED_LONGEST if len(raw) > _GLUED_LONGEST else 0)
    return (raw[: found.start("x")], raw[found.start("x") :]) if found else (raw,)


def _line(start: int, end: int, shown: str, hint: LineHint | None) -> Line:
    if hint is not None and hint.start < end:
        return Line(start, end, shown, narrow(shown), hint.tag, hint.link_share, hint.chosen)
    return Line(start, end, shown, narrow(shown))


def is_annotated(text: str) -> bool:
    """Whether the text gives the reading of its characters in brackets, again and again."""
    return any(True for _ in islice(PINYIN.finditer(text), _ANNOTATED_LEAST - 1, None))


def _shown(raw: str, unseen: bool, annotated: bool) -> str:
    text = _INVISIBLE.sub("", raw) if unseen else raw
    if annotated:
        text = PINYIN.sub("", text)
    return " ".join(text.split())

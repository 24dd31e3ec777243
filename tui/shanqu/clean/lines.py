"""A page as lines: what the rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, compress, islice, pairwise
from typing import Final

from shanqu.clean import rewrapped, unrolled
from shanqu.clean.data import labels, once
from shanqu.model import LineHint, Page
from shanqu.text.unseen import INVISIBLE

# Without a `+`, for a search for one character is many times faster than one for several.
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")
_SYLLABLE: Final = (
    r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[aāáǎàoōóǒòeēéěèêiīíǐìuūúǔùüǖǘǚǜv]{1,3})(?:n|ng|ń|ň|ǹ|r)?"
)
# One syllable in brackets after a Chinese character, twice where a copier ran twice.
# The reading of a whole word is taken for one only with tone marks: without, it may be a word.
_TONED: Final = r"(?=[^()（）]{0,24}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])"
_READING: Final = rf"\s?(?:{_SYLLABLE}|{_TONED}(?:{_SYLLABLE}['’ ]?){{2,5}})\s?[)）]"
# The bracket comes first, so that the engine can skip to it; the character before it is looked at then.
PINYIN: Final = re.compile(rf"[(（](?<=[\u3400-\u9fff].){_READING}(?:[(（]{_READING})?", re.IGNORECASE)
# Looks like the bar that parts a label from its value.
_BAR: Final = "︱"
# Markup that became plain text leaves this before the items of its lists, which say nothing else by it.
_ITEM: Final = "- "
# What nearly every page has in full width.
_USUAL: Final = "，：（）！？；"
_ANNOTATED_LEAST: Final = 3
_GLUED: Final = re.compile(
    r"[。!?！？…”’）)]\s*(?P<x>[(（【\[]\s?(?:责任|網絡|网络|值班|責任)?(?:编辑|責編|责编|編輯|编审)\s?[:：/][^()（）【】\[\]。]{1,24}[)）】\]]"
    r"|[(（][^()（）。,，]{1,16}(?:[局办委]|政府|办公室|委员会|管委会|报道组|宣传部|融媒体?中心|传媒中心)(?:[\s　]{1,2}[一-鿿]{2,4}){0,3}[)）]"
    r"|返回[^。,，]{0,12}(?:首页|频道|主页|列表)\s?[>＞》»]{0,3}|返回[\u3400-\u9fff]{2,6}[,，]\s?查看更多)\s*$"
)
_GLUED_ENDS: Final = frozenset(")）]】页道表>＞》»多")
_GLUED_LEAST: Final = 20
_GLUED_LONGEST: Final = 60


@dataclass(slots=True, eq=False)
class Line:
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
    broken: bool = False


@once
def _narrow() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the characters that `narrow` changes, besides the usual ones, and what it makes of each."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    found = labels()
    table[_BAR] = "丨"
    table.update(zip(found.traditional, found.simplified, strict=True))
    return re.compile(f"[{re.escape(''.join(table.keys() - {*_USUAL}))}]"), table


def narrow(text: str) -> str:
    """`text` with half-width ASCII, one bar after labels and the simplified characters of labels; the length stays."""
    # Few kinds of characters change, and to replace each of them is far faster than to look up every character.
    pattern, table = _narrow()
    for char in (*_USUAL, *set(pattern.findall(text))):
        text = text.replace(char, table[char])
    return text


def split(page: Page, *, annotated: bool, whole: bool = False) -> list[Line]:
    """The lines of the page that show something, in order. Blank ones go with the line before.

    `annotated`: leave out pinyin in brackets, see `is_annotated`. `whole`: its lines are known for paragraphs.
    """
    raws = page.text.splitlines(keepends=True)
    if not whole and unrolled.is_flattened(raws, len(page.text)):
        raws = [piece for raw in raws for piece in _taken_apart(raw)]
    gathered = raws if whole or page.hints else rewrapped.gathered(raws)
    broken = len(gathered) < len(raws)
    pieces = _pieces(gathered)
    unseen = _INVISIBLE.search(page.text) is not None
    if broken:
        showing = [_shown(rewrapped.unbroken(piece), unseen, annotated) for piece in pieces]
    elif unseen or annotated:
        showing = [_shown(piece, unseen, annotated) for piece in pieces]
    else:
        showing = [" ".join(piece.split()).removeprefix(_ITEM) for piece in pieces]
    every = [shown for shown in showing if shown] or [""]
    # Blank lines above the first one go with it.
    starts = [0, *list(compress(accumulate(map(len, pieces), initial=0), showing))[1:]]
    ends = [*starts[1:], len(page.text)]
    # The characters of all lines are narrowed at once: that is far faster than line by line.
    norms = narrow("\n".join(every)).split("\n")
    lines = [
        Line(start, end, shown, norm)
        for start, end, shown, norm in zip(starts, ends, every, norms, strict=True)
    ]
    if page.hints:
        _mark(lines, page.hints)
    if broken:
        for line in lines:
            line.broken = "\n" in page.text[line.start : line.end].strip()
    return lines


def _pieces(raws: list[str]) -> list[str]:
    """The lines of a text, as they are; what was glued to the end of one stands apart."""
    return [
        piece
        for raw in raws
        for piece in (
            _unglued(raw) if len(raw) >= _GLUED_LEAST and raw.rstrip()[-1:] in _GLUED_ENDS else (raw,)
        )
    ]


def _taken_apart(raw: str) -> list[str]:
    """The pieces of a line that was made of several, each with the white space after it."""
    if len(raw) < unrolled.LEAST:
        return [raw]
    at = [0, *unrolled.cuts(narrow(raw)), len(raw)]
    return [raw[low:high] for low, high in pairwise(at)]


def _unglued(raw: str) -> tuple[str, ...]:
    """A paragraph, and the editor's mark or the way home that was glued to its end."""
    found = _GLUED.search(raw, len(raw) - _GLUED_LONGEST if len(raw) > _GLUED_LONGEST else 0)
    return (raw[: found.start("x")], raw[found.start("x") :]) if found else (raw,)


def _mark(lines: list[Line], hints: Iterable[LineHint]) -> None:
    """Writes down at each line what the markup says of it."""
    left = iter(hints)
    hint = next(left, None)
    for line in lines:
        while hint is not None and hint.end <= line.start:
            hint = next(left, None)
        if hint is not None and hint.start < line.end:
            line.tag, line.link_share, line.chosen = hint.tag, hint.link_share, hint.chosen


def is_marked_up(line: Line) -> bool:
    """Whether the markup says something of the line."""
    return bool(line.tag or line.chosen or line.link_share)


def is_annotated(text: str) -> bool:
    """Whether the text gives the reading of its characters in brackets, again and again."""
    return any(True for _ in islice(PINYIN.finditer(text), _ANNOTATED_LEAST - 1, None))


def _shown(raw: str, unseen: bool, annotated: bool) -> str:
    text = _INVISIBLE.sub("", raw) if unseen else raw
    if annotated:
        text = PINYIN.sub("", text)
    return " ".join(text.split()).removeprefix(_ITEM)

"""Characters that came out wrong because bytes were read in another encoding, and their likely reading.

A reading is offered only where it is plainly Chinese while what stands there is not. The edit is marked
like any other, and the page warns of broken characters all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final, TypeAlias

from shanqu.model import Edit
from shanqu.text.simplified import marked

REASON: Final = "mojibake"
# The broken runs of a text that one wrong decoder made: where each begins and ends, and how it reads.
Way: TypeAlias = Callable[[str], Iterator[tuple[int, int, str]]]
# What bytes leave that nobody can read any more: U+FFFD in GBK, and memory that was never written.
_LOST: Final = ("锟斤", "斤拷锟", "烫烫烫", "屯屯屯", "ï¿½", "\ufffd")
# Each of them has one of these, which are found far faster.
_OF_LOST: Final = "锟烫屯½\ufffd"
_PUNCTUATION: Final = frozenset("，。、；：？！“”‘’（）《》〈〉【】—…·％ ,.;:?!()%\n\t\u3000")
# Runs that one wrong decoder made of everything that is not ASCII.
_HIGH: Final = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]{4,}"
)
_WIDE: Final = re.compile("[\u00a0-\ufffc]{4,}")
_SHIFTED: Final = re.compile(r"\?(?=[！!，,。：；“”‘’、\u2e80-\uffff][\u2e80-\uffff！!])")
_LONGEST_SHIFT: Final = 16
_LEAST_CHINESE: Final = 2
_RARE_SHARE: Final = 0.3
_HALVES: Final = str.maketrans({"!": "！", ",": "，", ":": "：", ";": "；"})


@cache
def _common() -> frozenset[str]:
    """The characters of the first level of GB 2312, and the traditional forms of those."""
    first = {
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    }
    return frozenset(first | {chr(code) for code, reading in marked().items() if chr(reading) in first})


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[^\\x00-\u33ff\ua000-\uffff{''.join(sorted(_common()))}]")


@cache
def _two_rare() -> re.Pattern[str]:
    """Two rare characters so near each other as some are in any run of which a third is rare."""
    rare = _rare().pattern
    return re.compile(f"{rare}[\u00a0-\ufffc]{{0,4}}{rare}")


def common(char: str) -> bool:
    """Whether the character is a usual Chinese one."""
    return char in _common()


def _plainly_chinese(text: str) -> bool:
    chinese = sum(map(common, text))
    return chinese >= _LEAST_CHINESE and all(
        common(char) or char in _PUNCTUATION or (char.isascii() and char.isalnum()) for char in text
    )


def has_lost_characters(text: str) -> bool:
    """Whether the text has what bytes leave that nobody can read any more."""
    return any(char in text for char in _OF_LOST) and any(mark in text for mark in _LOST)


def ways_of_reading(text: str) -> tuple[Way, ...]:
    """The ways of reading that broken runs of the text, or of any part of it, can call for; mostly none."""
    if text.isascii():
        return ()
    ways = [_latin] if _HIGH.search(text) is not None else []
    if _two_rare().search(text) is not None:
        ways.append(_utf8_as_gbk)
    if "?" in text and _SHIFTED.search(text) is not None:
        ways.append(_shifted)
    return tuple(ways)


def broken_edits(text: str, start: int, end: int, ways: Iterable[Way]) -> Iterator[Edit]:
    """Likely readings of broken runs in the page span, in no order. `ways` are `ways_of_reading` of the whole text."""
    piece = text[start:end]
    for way in ways:
        for low, high, reading in way(piece):
            yield Edit(start + low, start + high, piece[low:high], reading, REASON)


def _latin(piece: str) -> Iterator[tuple[int, int, str]]:
    """Bytes of UTF-8 or GBK that were shown one by one: `ÎÒÃÇ`, `æˆ‘ä»¬`."""
    for run in _HIGH.finditer(piece):
        # Dashes and dots in a row are meant as such.
        if not any(map(str.isalpha, run[0])):
            continue
        data = b"".join(_single_byte(char) for char in run[0])
        for encoding in ("utf-8", "gb18030"):
            reading = _decoded(data, encoding)
            if reading is not None and _plainly_chinese(reading):
                yield run.start(), run.end(), reading
                break


def _single_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", errors="replace")


def _utf8_as_gbk(piece: str) -> Iterator[tuple[int, int, str]]:
    """UTF-8 that was read as GBK: `鎴戜滑`."""
    if _two_rare().search(piece) is None:
        return
    for run in _WIDE.finditer(piece):
        if len(_rare().findall(run[0])) < _RARE_SHARE * len(run[0]):
            continue
        reading = _utf8(run[0], piece[run.end() : run.end() + 1])
        if reading is not None and _plainly_chinese(reading):
            yield run.start(), run.end(), reading


def _utf8(run: str, after: str) -> str | None:
    data = run.encode("gb18030", errors="ignore")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # The last character may be cut where a mark for lost bytes follows, which stays.
        cut = error.reason == "unexpected end of data" and after in ("?", "\ufffd")
        return _decoded(data[: error.start], "utf-8") if cut else None


def _shifted(piece: str) -> Iterator[tuple[int, int, str]]:
    """GBK read one byte late, after a lost first byte: `?！拔覀兂嗨?` was `。“我們赤` and a lost character."""
    # Without a rare character nothing can have been read as GBK by mistake.
    if _rare().search(piece) is None:
        return
    for mark in _SHIFTED.finditer(piece):
        best = None
        last = min(len(piece), mark.end() + _LONGEST_SHIFT)
        stop = piece.find("?", mark.end(), last)
        for high in range(mark.end() + 2, (last if stop < 0 else stop) + 1):
            reading = _unshifted(piece[mark.end() : high], piece[high : high + 1])
            if reading is not None:
                best = (mark.start(), high, reading)
        if best:
            yield best


def _unshifted(run: str, after: str) -> str | None:
    """The run with the byte of a Chinese stop before it; None unless that is plainly Chinese."""
    if not _rare().search(run):
        return None
    try:
        data = b"\xa1" + run.translate(_HALVES).encode("gbk")
    except UnicodeEncodeError:
        return None
    reading = _decoded(data, "gbk")
    if reading is None and after == "?":
        # The second byte of the last character went with the next question mark, which stays.
        reading = _decoded(data[:-1], "gbk")
    if reading is None or not _plainly_chinese(reading) or reading[0] not in _PUNCTUATION:
        return None
    return None if any(char.isascii() for char in reading) else reading


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None

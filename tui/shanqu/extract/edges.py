"""Where a name begins: from its suffix leftwards, word by word, to the first word that cannot belong to it."""

from __future__ import annotations

import re

from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces_of
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import titles, words

_BREAKS = frozenset('◆●■▲△▼▽□◎※★◇○→①②③④⑤⑥⑦⑧⑨⑩,，。;；:：、!！?？《》【】[]|/…<>"')
_DASHES = re.compile(r".*(?:——|--|项目[—-])", re.DOTALL)
_COUNT = re.compile(
    r"^第?[\d.一二三四五六七八九十百千万亿两多余几数]+[个家项条座张款种批大类届所份]?$|^[\d.]*[万亿]元$"
)
_NUMBERED = re.compile(r"\d{1,2}[.．)）]|[(（][一二三四五六七八九十]{1,2}[)）]")
# What acts, though what it does may be part of a name: 某某县委|整合|某某管委会.
_BODY = re.compile(r"(?:[省市县区]委|政府|管委会|党工委)\Z")
_ORDER = re.compile("第?[一二三四五六七八九十]{1,3}局?")
_MEASURES = frozenset("个家项条座张款种批大类届名位所月")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两多余几数第")
# What an office's name begins with that is not called by its place: 据|县商务局.
_LEVELS = frozenset("省市县区镇乡")
_JOINERS = frozenset("与及和暨")


@once
def _edge(name: str) -> frozenset[str]:
    """One of the lists of words that tell where a name begins."""
    return frozenset(words("edges", name))


@once
def _titles() -> tuple[str, ...]:
    """Titles of office, which stand in no name of a firm or body; others do (院士工作站)."""
    return tuple(title for title in titles() if title.endswith(words("edges", "offices")))


@once
def _zone_end() -> re.Pattern[str]:
    return re.compile(rf"{listed('bodies', 'park', 'bare')}(?!域)")


def run_before(text: str, end: int, limit: int = 40) -> int:
    """Where the unbroken run of characters before `end` begins, at most `limit` back."""
    low, least = end, max(0, end - limit)
    while low > least and not (text[low - 1] in _BREAKS or text[low - 1].isspace()):
        low -= 1
    dashes = _DASHES.match(text[low:end])
    return low + dashes.end() if dashes else low


def left_edge(
    text: str,
    suffix: int,
    *,
    low: int | None = None,
    least: int = 2,
    extra: frozenset[str] = frozenset(),
    inner: frozenset[str] = frozenset(),
) -> int:
    """Where the name begins whose suffix starts at `suffix`; `suffix` itself if nothing precedes it.

    `least` characters are taken before a one-character stop word is believed, because names hold such
    characters too. `extra` are further words that end the walk, `inner` such that do not.
    """
    begin = run_before(text, suffix) if low is None else low
    begin = _behind_list_mark(text, begin, suffix)
    for zone in _zone_end().finditer(text, begin, suffix - 1):
        begin = zone.end()
    pieces = pieces_of(text[begin:suffix])
    at = suffix
    closed: list[int] = []
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        depth = len(closed)
        if piece in ")）”’」":
            closed.append(at)
        elif piece in "(（“‘「":
            if depth == 0:
                break
            closed.pop()
        elif depth == 0 and (
            piece in inner or (_inside(pieces, index) and not begins_with_place(text, at, suffix))
        ):
            pass
        elif depth == 0 and _is_nounish(piece) and piece[-2:] not in extra:
            placed = begins_with_place(text, at, suffix) or begins_with_county(text, at)
            if placed or _BODY.search(text, begin, at - len(piece)):
                break
        elif depth == 0 and _stops(text, at, piece, suffix, least, extra):
            break
        at -= len(piece)
    at = closed[0] if closed else at
    return _without_nounish(text, at, suffix)


def _behind_list_mark(text: str, begin: int, end: int) -> int:
    """The start behind the number of a list's item (2.某某产业园, （三）某某产业园)."""
    mark = _NUMBERED.match(text, begin, end)
    return mark.end() if mark and not text[mark.end()].isdigit() else begin


def begins_with_place(text: str, start: int, end: int) -> bool:
    """Whether the span begins with the name of a known place."""
    entries = place_scanner().entries
    return any(text[start : start + length] in entries for length in range(2, min(9, end - start) + 1))


def begins_with_county(text: str, start: int) -> bool:
    """Whether the text goes on with the short name of a county elsewhere that is not looked for by itself."""
    entries = place_scanner().entries
    return any(text[start : start + size] + level in entries for size in (2, 3) for level in "县市区")


def begins_with_known(text: str, start: int, end: int) -> bool:
    """Whether the span begins with the name of a well-known body (武汉大学, 中科院)."""
    entries = name_scanner().entries
    forms = (text[start : start + length] for length in range(3, min(12, end - start) + 1))
    return any(form in entries and entries[form].kind == "organization" for form in forms)


def _is_nounish(piece: str) -> bool:
    return piece[-2:] in _edge("nounish") and (len(piece) == 2 or piece not in _edge("words"))


def _without_nounish(text: str, start: int, end: int) -> int:
    """The start behind leading words that only lead up to a name."""
    for piece in pieces_of(text[start:end]):
        if piece not in _edge("nounish"):
            break
        start += len(piece)
    return start


def _stops(text: str, at: int, piece: str, suffix: int, least: int, extra: frozenset[str]) -> bool:
    stopping = _edge("words")
    if _numbers(text, at, piece):
        return False
    if (
        piece in stopping
        or piece[-2:] in stopping
        or piece in extra
        or (piece.endswith(words("edges", "roles")) and piece not in words("edges", "not_roles"))
    ):
        return True
    before = text[at - len(piece) - 1 : at - len(piece)]
    if len(piece) > 1 and piece.endswith(_titles()):
        return True
    if len(piece) > 1:
        counted = bool(_COUNT.match(piece)) and not piece.isascii()
        named = piece in _edge("name_verbs") or piece in place_scanner().entries
        return counted or (not named and is_verb(piece) and not _after_place(text, at - len(piece)))
    if piece in _MEASURES:
        return before in _NUMERALS
    if piece in _JOINERS and _joins(text, at - len(piece), suffix):
        return False
    if piece not in "的了在是及暨" and _after_place(text, at - 2):
        return False
    short = 0 < suffix - at < least and text[at] not in _LEVELS
    return piece in _edge("single") and not short


def _numbers(text: str, at: int, piece: str) -> bool:
    """Whether a number tells the firms or bodies of one group or place apart: 中铁|十一|局, 台州|第二|发电."""
    if not _ORDER.fullmatch(piece) or text[at] in _MEASURES:
        return False
    before = at - len(piece)
    return text.endswith(words("companies", "numbered"), 0, before) or (
        piece[0] == "第" and (_after_place(text, before) or text.endswith("局", 0, before))
    )


def _joins(text: str, at: int, suffix: int) -> bool:
    """Whether the conjunction at `at` joins two makers of one body (武汉大学与遂昌…研发中心) or two charges of a school's
    faculty (同济大学建筑与城市规划|学院), not two schools."""
    low = run_before(text, at)
    bodies = [end for _, end, entry in name_scanner().scan(text[low:at]) if entry.kind == "organization"]
    between = at - low - bodies[-1] if bodies else 0
    schools = text.startswith(("大学", "学院", "学校", "医院"), suffix)
    return 1 < between < 5 or (not schools and begins_with_known(text, low, suffix))


def _inside(pieces: list[str], index: int) -> bool:
    """Whether a stop word's character stands between others as part of a made-up name."""
    before = pieces[index - 1] if index else ""
    made_up = len(before) == 1 and "一" <= before <= "龥" and before not in _NUMERALS
    if pieces[index] == "和" and len("".join(pieces[index + 1 : index + 2])) > 1:
        return False  # 于某根|和|东桥
    return pieces[index] in _edge("inside") and made_up and before not in _edge("single")


def _after_place(text: str, at: int) -> bool:
    """Whether a place name ends at `at`: what follows it there is part of a name (浙江开源金属)."""
    entries = place_scanner().entries
    return text.endswith(("国家", "国际"), 0, at) or any(
        text[at - length : at] in entries for length in (2, 3) if length <= at
    )


def cut_off(text: str, start: int, end: int) -> bool:
    """Whether a name at `start` would begin inside a longer word of the text up to `end`: 入海|口, 其中|东溪, 国|土面|积."""
    low = at = run_before(text, start, 3)
    for piece in pieces_of(text[low:end]):
        if at < start < at + len(piece):
            return True
        at += len(piece)
    return False

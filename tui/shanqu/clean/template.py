"""Lines that recur over the pages of one site: learned from its pages, dropped when one of them is cleaned."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple
from zlib import crc32

from shanqu.clean.lines import narrow
from shanqu.clean.rules import Rule
from shanqu.clean.signs import Signs, as_boilerplate
from shanqu.model import KEPT_ROLES, Article, Role

REASON: Final = "template"
_RULE: Final = Rule(id=REASON, role=Role.NAVIGATION, where="any", max=0, pattern="")
_DIGITS: Final = re.compile(r"\d+")
_SPACES: Final = re.compile(r"\s+")
_WORD: Final = re.compile("[a-z\u3400-\u9fff]")
_STOPS: Final = ("。", "!", "?", "…", "。”")
# A line counts by its beginning; of a page so many lines from its head and from its end.
_LONGEST: Final = 120
_FROM_EACH_END: Final = 40
# On so many pages, and such a share of them; kept sentences, which may be the text's own, on more.
LEAST, SHARE = 3, 0.3
LEAST_KEPT, SHARE_KEPT = 5, 0.5
# A site whose name is not known is a folder, which may hold several.
LEAST_UNKNOWN: Final = 6
_AT_EDGES: Final = 0.8
_HASH: Final = (1 << 29) - 1
_KEPT, _PROSE, _FIXED = 1, 2, 4


class Seen(NamedTuple):
    """A page as learning sees it: `text` is equal for copies; `lines` are packed, see `packed`."""

    text: int
    lines: bytes


def normal(text: str) -> str:
    """A line in the form in which lines of different pages are compared: widths, white space and figures equal."""
    return _DIGITS.sub("0", _SPACES.sub(" ", narrow(text.strip()[: 2 * _LONGEST])).lower())[:_LONGEST]


def site_key(article: Article, folder: str) -> str:
    """Which site a page belongs to: the host of its address, else the folder and the site that it names."""
    host = re.match(r"\w+://([^/:?#\s]+)", article.page.url or "")
    return host[1].lower() if host else f"{folder} {article.site or '?'}"


def hash_of(line: str) -> int:
    """The hash under which a line, as `normal` writes it, is counted."""
    return crc32(line.encode("utf-8", errors="replace")) & _HASH


def _lines(article: Article) -> list[tuple[str, int]]:
    found = []
    for block in article.blocks:
        flags = _KEPT if block.role in KEPT_ROLES else 0
        # Titles and fields are told by what they say, and a line dropped as such is no news.
        flags |= _FIXED if block.role in (Role.TITLE, Role.BYLINE, Role.DATELINE, Role.EDITOR) else 0
        for raw in article.page.text[block.start : block.end].splitlines():
            line = normal(raw)
            if _WORD.search(line):
                prose = flags & _KEPT and len(line) >= 16 and line.endswith(_STOPS)
                found.append((line, flags | (_PROSE if prose else 0)))
    if len(found) > 2 * _FROM_EACH_END:
        return found[:_FROM_EACH_END] + found[-_FROM_EACH_END:]
    return found


def packed(article: Article) -> bytes:
    """The article's outer lines for `recurring`, as little as is needed."""
    return array("I", [hash_of(line) << 3 | flags for line, flags in _lines(article)]).tobytes()


def hashes_of(lines: bytes) -> set[int]:
    """The hashes in packed lines."""
    return {value >> 3 for value in array("I", lines)}


def spelled(article: Article, hashes: Collection[int]) -> dict[int, str]:
    """The lines of an article that bear one of the hashes."""
    return {value: line for line, _ in _lines(article) if (value := hash_of(line)) in hashes}


def recurring(pages: Iterable[Seen], *, known_site: bool = True) -> set[int]:
    """The hashes of lines that recur outside the text of a site's pages.

    A line counts where it stands before the first or after the last sentence that is the page's own. Copies of
    a page count once, and pages without a sentence of their own not at all.
    """
    distinct = {page.text: array("I", page.lines) for page in pages}
    least = LEAST if known_site else LEAST_UNKNOWN
    often = {
        value
        for value, number in Counter(value for page in distinct.values() for value in {*page}).items()
        if number >= max(least, SHARE * len(distinct))
    }
    edges: Counter[int] = Counter()
    inside: Counter[int] = Counter()
    counted = 0
    for page in distinct.values():
        own = [at for at, value in enumerate(page) if value & _PROSE and value not in often]
        if not own:
            continue
        counted += 1
        edges.update({*page[: own[0]], *page[own[-1] + 1 :]} & often)
        inside.update({*page[own[0] : own[-1] + 1]} & often)
    return {value >> 3 for value in edges if _is_template(value, edges[value], inside[value], counted, least)}


def _is_template(value: int, edges: int, inside: int, pages: int, least: int) -> bool:
    if value & _FIXED or edges < _AT_EDGES * (edges + inside):
        return False
    if value & _PROSE:
        return edges >= max(LEAST_KEPT, least, SHARE_KEPT * pages)
    return edges >= max(least, SHARE * pages)


def marked(signs: list[Signs], template: Collection[str]) -> list[Signs]:
    """The lines with those of the template known for what they are."""
    return [
        as_boilerplate(sign, _RULE) if sign.length and normal(sign.line.text) in template else sign
        for sign in signs
    ]

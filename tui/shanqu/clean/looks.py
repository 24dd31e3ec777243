"""What of the evidence for a line depends on its text alone."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache
from typing import NamedTuple

from shanqu.clean.data import forget
from shanqu.clean.fields import find_date, is_meta
from shanqu.clean.signs import count_han

LENGTHS = (3, 5, 9, 16, 26, 46, 91, 161)
_META_LONGEST = 90
_DATED_LEAST = 8
_OPENING = re.compile(r"[·•▪■◆▲★●>»(（【[“《①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十]|\d{1,2}(?![\d年月日%万亿个多])")
_COMMAS = ("", "comma", "commas")
_ENDS = dict.fromkeys(":;,、", "ends-open") | dict.fromkeys("?!", "asks") | {"…": "ends-cut"}
_FIGURES = re.compile(r"[\d.,%]+")
_FORM_LEAST = 5
_LABEL_SHORTEST, _LABEL_LONGEST = 2, 12


class Look(NamedTuple):
    """What one line looks like.

    `names` are those of its own signs, with spaces between them. `dated`: it gives a whole date and little else, if
    it is no sentence. `form` is the line without its figures, `label` what it begins with as the entries of a list
    do; both are empty where there is none.
    """

    names: str
    dated: bool
    form: str
    label: str


def look(norm: str) -> Look:
    """How the line looks that `lines.Line` writes so. Linear in its length."""
    return _remembered(norm) if len(norm) <= _META_LONGEST else _look(norm)


def _look(norm: str) -> Look:
    length = len(norm)
    short = length <= _META_LONGEST
    names = (
        f"length:{bisect(LENGTHS, length)}",
        "sentence" if "。" in norm else "spaced" if norm.count(" ") * 8 > length else "",
        _COMMAS[min(norm.count(","), 2)],
        "" if count_han(norm) else "foreign number" if norm.isdigit() else "foreign",
        "ends-cut" if norm[-2:] == ".." else _ENDS.get(norm[-1:], ""),
        "fields" if short and is_meta(norm) else "",
        "opening" if _OPENING.match(norm) else "",
    )
    form = _FIGURES.sub("0", norm)
    return Look(
        " ".join(filter(None, names)),
        short and length >= _DATED_LEAST and _is_dated(norm),
        form if "0" in form and len(form) >= _FORM_LEAST else "",
        _label(norm),
    )


def _is_dated(norm: str) -> bool:
    found = find_date(norm)
    return found is not None and (found.group("y") or found.group("y2")) is not None


def _label(norm: str) -> str:
    at = norm.find(":", _LABEL_SHORTEST, _LABEL_LONGEST)
    # A label alone has its value on the next line.
    return norm[:at] if 0 < at < len(norm) - 1 else ""


# Lines come again on a page and on the others of its site, and more is asked of short ones.
_remembered = lru_cache(maxsize=8192)(_look)
forget(_remembered.cache_clear)

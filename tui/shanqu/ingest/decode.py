"""Bytes to text: which encoding a source is written in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_BOMS = (
    # The longer ones first: the UTF-32 mark begins with the UTF-16 one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:-]{2,40})""")
# Labels under which pages serve a wider encoding than they name.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
# Python knows many more codecs, some of which turn no bytes into text.
_FOR_PAGES = re.compile(r"utf-(?:8|16)|gb18030|big5|euc_(?:jp|kr)|iso(?:8859|2022)|cp\d|shift_jis|koi8|hz\Z")
# Control characters that stand in no text; white space, the escape of terminals and C1's line end do.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_PROBE = 20_000
_TOLERATED = 0.02
# By how much another reading must be more plausible than the declared charset to be believed instead.
_CLEARLY = 0.3
# The greatest share of control characters in a text. Well-formed UTF-8 is hardly ever anything but text,
# even where somebody put escape sequences into it.
_CONTROLS = 0.02
_CONTROLS_IN_UTF8 = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it came in, and what went wrong on the way."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, markup: bool = False, charset: str | None = None) -> Decoded | None:
    """The text of `data` without a leading byte order mark; None if it is no text.

    Tried in this order: byte order marks, UTF-16 by its zero bytes, UTF-8, the charset that the markup
    declares, or else that whoever served it names as `charset` (unless the bytes read far better as Chinese), and what reads most like Chinese of GB18030 and Big5. A few broken
    bytes become U+FFFD and a warning `bad-bytes`.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _checked(_lenient(data[len(mark) :], name))
    wide = _utf16_by_zeros(data)
    if wide is not None:
        return _checked(_lenient(data, wide))
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"), _CONTROLS_IN_UTF8)
    except UnicodeDecodeError:
        pass
    return (
        None
        if b"\0" in data
        else _checked(_legacy(data, (_declared(data) if markup else None) or _known(charset)))
    )


def _legacy(data: bytes, declared: str | None) -> Decoded:
    chinese = max((_lenient(data, "gb18030"), _lenient(data, "big5hkscs")), key=_plausibility)
    if declared is not None:
        found = _lenient(data, declared)
        clearly_wrong = _plausibility(chinese) - _plausibility(found) > _CLEARLY
        if _damage(found.text) <= _TOLERATED and not clearly_wrong:
            return found
    nearly = _lenient(data, "utf-8")
    if _damage(nearly.text) <= _TOLERATED:
        return nearly
    return chinese


def _utf16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: line ends and ASCII leave zeros in the odd or in the even places."""
    probe = data[:_PROBE]
    if len(data) % 2 or len(probe) < 4 or b"\0" not in probe:
        return None
    # Line ends and ASCII leave zeros in every second place; read the wrong way round they become rarities.
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _readable(probe[: len(probe) // 2 * 2], name))
    return best if _readable(probe[: len(probe) // 2 * 2], best) > 0.9 else None


def _readable(probe: bytes, name: str) -> float:
    text = probe.decode(name, errors="replace")
    known = sum(
        1 for char in text if "\t" <= char < "\x7f" or "\u3000" <= char <= "\u9fff" or char >= "\uff00"
    )
    return (known - text.count("\ufffd")) / len(text)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096) or _XML_DECLARED.search(data, 0, 400)
    return _known(found.group(1).decode("ascii")) if found else None


def _known(label: str | None) -> str | None:
    """The codec for a charset's label, if it is one for pages."""
    label = (label or "").strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_WIDER.get(label, label)).name
    except LookupError:
        return None
    return name if _FOR_PAGES.match(name) else None


def _lenient(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        return Decoded(data.decode(name, errors="replace"), name, ("bad-bytes",))


def _damage(text: str) -> float:
    """Broken places for each character that is not ASCII."""
    broken = text.count("\ufffd")
    return broken / (len(text) - len(text.encode("ascii", "ignore"))) if broken else 0.0


@cache
def _frequent() -> frozenset[str]:
    return frozenset("".join(files("shanqu.ingest").joinpath("frequent.txt").read_text("utf-8").split()))


def _plausibility(decoded: Decoded) -> float:
    """The share of frequent characters, less what could not be read."""
    foreign = [char for char in decoded.text[:_PROBE] if not char.isascii()]
    if not foreign:
        return 0.0
    frequent = _frequent()
    good = sum(1 for char in foreign if char in frequent or "\u3000" <= char <= "\u3011" or char >= "\uff00")
    return (good - 5 * decoded.text[:_PROBE].count("\ufffd")) / len(foreign)


def _control_share(text: str) -> float:
    probe = text[:_PROBE]
    return len(_CONTROL.findall(probe)) / len(probe) if probe else 0.0


def _checked(decoded: Decoded, controls: float = _CONTROLS) -> Decoded | None:
    text = decoded.text
    if _control_share(text) > controls or _damage(text) > 0.3:
        return None
    return Decoded(text.removeprefix("\ufeff"), decoded.encoding, decoded.warnings)

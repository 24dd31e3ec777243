"""The one gate for hostile text: nothing out of a page reaches a terminal but through here.

Pages may hold escape sequences, C0 and C1 controls, bidirectional overrides, zero-width characters and
lone surrogates. Each is replaced by one harmless visible character, so that offsets stay valid.
"""

from __future__ import annotations

import re

_REPLACEMENT = "\ufffd"

_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # control pictures: ␀ … ␟
    **dict.fromkeys((9, 10, 11, 12, 13, 133, 8232, 8233), " "),
    0x7F: "\u2421",
    **{code: _REPLACEMENT for code in range(0x80, 0xA0) if code != 0x85},
    0xAD: "-",
    0x61C: _REPLACEMENT,
    0x180E: _REPLACEMENT,
    **dict.fromkeys(range(8203, 8208), _REPLACEMENT),
    **dict.fromkeys(range(8234, 8239), _REPLACEMENT),
    **dict.fromkeys(range(8288, 8304), _REPLACEMENT),
    0xFEFF: _REPLACEMENT,
    **dict.fromkeys(range(65529, 65532), _REPLACEMENT),
}

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def safe(text: str) -> str:
    """`text` as one line of harmless text of the same length.

    Line ends and tabs become spaces, C0 controls their pictures, everything else that a terminal
    could obey or that has no width becomes U+FFFD.
    """
    return _UNSAFE.sub(_replace, text)


def is_safe(text: str) -> bool:
    """Whether `safe` would leave `text` as it is."""
    return _UNSAFE.search(text) is None


def _replace(match: re.Match[str]) -> str:
    return _TABLE.get(ord(match.group()), _REPLACEMENT)

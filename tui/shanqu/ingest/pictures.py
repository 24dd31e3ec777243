"""What a page says of its pictures: alternative texts that read like a caption, elements named for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"\s+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAID = re.compile(r"[。，,；;]|[摄图]$|供图|^(?:图为|图片?[:：])")
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|svg)\b|https?:|[\\_]|\d{8}", re.IGNORECASE)
_LEAST, _MOST = 10, 160
_HOLDS_MOST = 400


@dataclass(frozen=True)
class Pictures:
    """The pictures of a page."""

    root: _Element

    def caption(self, image: _Element) -> str | None:
        """The alternative text or title of an image, if it says something that the page does not print elsewhere."""
        for name in ("alt", "title"):
            said = _SPACE.sub(" ", image.get(name) or "").strip()
            if _is_caption(said) and _SPACE.sub("", said) not in self._printed:
                return said
        return None

    @cached_property
    def _printed(self) -> str:
        """All text of the page without white space, its title with it."""
        return _SPACE.sub("", "".join(map(str, self.root.itertext())))


def is_short(element: _Element) -> bool:
    """Whether an element that is named for a caption holds no more than that: some hold a whole article."""
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _HOLDS_MOST:
            return False
    return True


def _is_caption(said: str) -> bool:
    """Whether a text is a sentence or names a photographer, and is no file's name."""
    return (
        _LEAST <= len(said) <= _MOST
        and 2 * len(_HAN.findall(said)) > len(said)
        and _SAID.search(said) is not None
        and _FILE.search(said) is None
    )

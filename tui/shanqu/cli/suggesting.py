"""What a person may have meant by a word that nothing is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from shanqu.i18n import _

if TYPE_CHECKING:
    from shanqu.query import Library

_MOST = 3


def nearest(word: str, known: Iterable[str], most: int = _MOST) -> list[str]:
    """Those of `known` of which `word` may be a slip, the likeliest first."""
    from difflib import get_close_matches  # only where something is wrong: all else is not to wait for it

    return get_close_matches(word.lower(), list(known), most)


def suggested(message: str, meant: Iterable[str]) -> str:
    """The message, and what may have been meant, if anything."""
    names = " / ".join(meant)
    return message + (_("; did you mean {names}?").format(names=names) if names else "")


def nothing_called(library: Library, name: str, kind: str | None = None) -> str:
    """The message that no entity (of the kind) has this name, with those that hold it or are near to it."""
    known = [one.canonical for one in library.facets() if kind in (None, one.kind)]
    word = name.strip()
    holding = [one for one in known if word and word in one]
    meant = list(dict.fromkeys(holding or nearest(word, known)))[:_MOST]
    return suggested(_("nothing in the library is called {name}").format(name=name), meant)


def places_near(library: Library, name: str) -> list[str]:
    """The places and parks of which `name` may be a slip, in characters or pinyin."""
    words = {one.name: one.name for one in library.columns()}
    words |= {one.pinyin: one.name for one in library.counties()}
    holding = [one for one in dict.fromkeys(words.values()) if name.strip() in one]
    return list(dict.fromkeys(holding or (words[word] for word in nearest(name, words))))[:_MOST]

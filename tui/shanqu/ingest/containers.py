"""Which elements of a page hold the article: a vote by the density of running text, and one by names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAUSE = re.compile("[,，。;；!！?？、]")
_SENTENCE = 16
# A line that is partly a link is still a sentence; one that is mostly links is none.
_LINKED = 0.5
# What a line of menus and lists costs beyond its characters, and what a character costs.
_LINE_COST = 4.0
_LINK_COST = 0.6
_SHORT_COST = 0.15
# A named holder must have this share of the running text that the densest element has.
_HOLDS = 0.5
_LEAST = 60
# A named holder with so many times more text outside of links, and so much of it, holds an article without stops; one
# inside it with nearly as much does so more exactly.
_UNSTOPPED = 4.0
_UNSTOPPED_LEAST = 200
_NEARLY = 0.9
# Shorter lines say nothing, and so much of what it shows is in longer ones outside of links.
_CLAUSE = 8
_MOSTLY = 0.7
# An element with this share of the page's running text is not beside it, whatever its name.
_MOST = 0.85
_HEADLINE = 6


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(files("shanqu.ingest").joinpath("markup.toml").read_text("utf-8"))
    return re.compile(data["holder"]), re.compile(data["clutter"]), re.compile(data["caption"])


@lru_cache(maxsize=4096)
def _kind(names: str) -> tuple[bool, bool, bool]:
    """Whether an element with such class and id holds the article, stands beside it, is a picture's caption."""
    holder, clutter, caption = _names()
    words = re.sub(r"([a-z])([A-Z])", r"\1-\2", names).lower()
    holds = holder.search(words) is not None or holder.search(names.lower()) is not None
    return holds, clutter.search(words) is not None, caption.search(words) is not None


@dataclass(slots=True)
class _Part:
    """A block element: its parent, what its names say, and the lines that are its own."""

    parent: int
    holds: bool
    clutter: bool
    prose: float = 0.0
    cost: float = 0.0
    length: int = 0
    plain: float = 0.0


@dataclass(slots=True)
class Containers:
    """The block elements of a page as they are walked, and how much of what each holds."""

    parts: list[_Part] = field(default_factory=lambda: [_Part(-1, False, False)])
    path: list[int] = field(default_factory=lambda: [0])
    owners: list[int] = field(default_factory=list)
    headed: bool = False

    def enter(self, tag: str, element: _Element) -> bool:
        """The walk goes into a block element; returns whether it is named for the caption of a picture."""
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        outer = len(names) < 2 or tag in ("html", "body")
        holds, clutter, caption = (False, False, False) if outer else _kind(names)
        holds = holds or tag == "article" or element.get("itemprop") == "articleBody"
        self.parts.append(_Part(self.path[-1], holds, clutter and not holds))
        self.path.append(len(self.parts) - 1)
        return caption

    def leave(self) -> None:
        """The walk leaves the element entered last."""
        self.path.pop()

    def add(self, line: str, link_share: float) -> None:
        """A line of text stands in the element entered last."""
        self.owners.append(self.path[-1])
        part = self.parts[self.path[-1]]
        length = len(line)
        part.length += length
        linked = link_share >= _LINKED
        if not linked and length >= _CLAUSE:
            part.plain += length
        if linked or length < _SENTENCE or not _PAUSE.search(line) or self.headed:
            part.cost += _LINE_COST + length * (_LINK_COST if linked else _SHORT_COST)
        else:
            part.prose += length * (1 - link_share)
        # What follows a linked headline is its teaser.
        self.headed = linked and length >= _HEADLINE

    def add_caption(self) -> None:
        """What is said of a picture stands in the element entered last; it is nothing that the page shows."""
        self.owners.append(self.path[-1])

    def prose(self) -> float:
        """How many characters of running text the page shows."""
        return sum(part.prose for part in self.parts)

    def chosen(self) -> list[tuple[str, ...]]:
        """For each line the votes for it: `density`, `holder`. Linear in the size of the page."""
        clutter = self._clutter()
        prose = [0.0 if beside else part.prose for part, beside in zip(self.parts, clutter, strict=True)]
        worth = [
            -_LINK_COST * part.length if beside else part.prose - part.cost
            for part, beside in zip(self.parts, clutter, strict=True)
        ]
        _sum_up(self.parts, prose)
        _sum_up(self.parts, worth)
        best = max(range(len(worth)), key=lambda index: (worth[index], index))
        unstopped = self._unstopped(clutter, prose[best])
        if unstopped is not None:
            return self._votes(unstopped, unstopped)
        if prose[best] < _LEAST:
            return [()] * len(self.owners)
        holders = [i for i, part in enumerate(self.parts) if part.holds and prose[i] >= _HOLDS * prose[best]]
        holder = max(holders, key=lambda index: (worth[index], index), default=None)
        return self._votes(best, holder)

    def _unstopped(self, clutter: Sequence[bool], prose: float) -> int | None:
        """The element that is named for holding the article, if it holds far more text, without stops, than the
        densest one has running text: `prose` characters."""
        plain = [0.0 if beside else part.plain for part, beside in zip(self.parts, clutter, strict=True)]
        _sum_up(self.parts, plain)
        if plain[0] < max(_UNSTOPPED_LEAST, _UNSTOPPED * prose):
            return None
        whole = [float(part.length) for part in self.parts]
        _sum_up(self.parts, whole)
        holders = [
            index
            for index, part in enumerate(self.parts)
            if part.holds and not clutter[index] and plain[index] >= _MOSTLY * whole[index]
        ]
        most = max((plain[index] for index in holders), default=0.0)
        if most < max(_UNSTOPPED_LEAST, _UNSTOPPED * prose):
            return None
        return max(index for index in holders if plain[index] >= _NEARLY * most)

    def _votes(self, best: int, holder: int | None) -> list[tuple[str, ...]]:
        """For each line the votes of the elements that it stands in."""
        votes: list[tuple[str, ...]] = []
        for index, part in enumerate(self.parts):
            above = votes[part.parent] if part.parent >= 0 else ()
            votes.append(
                (*above, *(name for name, at in (("density", best), ("holder", holder)) if at == index))
            )
        return [votes[owner] for owner in self.owners]

    def _clutter(self) -> list[bool]:
        """Which elements stand beside the article: by their names, unless most of the text is in them."""
        total = [part.prose for part in self.parts]
        _sum_up(self.parts, total)
        beside: list[bool] = []
        for index, part in enumerate(self.parts):
            above = part.parent >= 0 and beside[part.parent]
            beside.append(above or (part.clutter and total[index] < _MOST * total[0]))
        return beside


def _sum_up(parts: list[_Part], values: list[float]) -> None:
    """Adds to the value of each element those of the elements in it."""
    for index in range(len(parts) - 1, 0, -1):
        values[parts[index].parent] += values[index]

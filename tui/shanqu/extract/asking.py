"""What is known of a figure when it is asked whose, of when and of how much it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from shanqu.extract.subjects import Subject
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer.tables import once
from shanqu.model import FactKind, Status

_STOPS = re.compile(r"[,，;；。:：!！?？]")
_DIGITS = re.compile(r"[0-9一二三四五六七八九十两]+")


class Asked(NamedTuple):
    """A figure at `[start, end)` of the sentence `text`, the clause that holds it, and what it measures. `of` is the
    `ending` of the indicator, `nature` that of the figure: options ask for them again and again."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]
    indicator: str
    kind: FactKind
    unit: str
    subject: Subject | None
    status: Status
    of: str
    nature: str

    @property
    def subject_scope(self) -> str:
        """`project`, `company`, or `-` where the figure is of no thing that was named."""
        return self.subject.scope if self.subject else "-"


class Latest(NamedTuple):
    """The figure before: how far it is `apart`, what it measures, and whose, of when and how wide it was taken to be."""

    apart: str
    of: str
    nature: str
    code: str | None
    period: str | None
    scope: str

    def followed_by(self, asked: Asked) -> list[str]:
        """How the figure that is asked for stands to it."""
        return [
            f"as {self.apart}",
            f"as {self.apart} {self.nature}>{asked.nature}",
            f"as {self.of}>{asked.of}",
            f"as {self.apart} by={asked.subject_scope}",
        ]


def ending(indicator: str) -> str:
    """By what a measure is known for one of its class: 工业总产值 and 产值 end alike."""
    return indicator.removesuffix("目标")[-2:]


@once
def _flows() -> re.Pattern[str]:
    return re.compile(listed("figures", "periods", "flows"))


@once
def _stocks() -> re.Pattern[str]:
    return re.compile(f"{listed('figures', 'periods', 'stocks')}$")


def nature(indicator: str, kind: FactKind) -> str:
    """Whether a figure goes on for a time (`flow`), is there at one time (`stock`), or its kind says more."""
    if kind not in ("level", "count", "target"):
        return kind
    if _flows().search(indicator):
        return "flow"
    return "stock" if _stocks().search(indicator) else kind


def stops_between(text: str, start: int, end: int) -> str:
    """How far apart two places of a sentence are: `0`, `1`, `2` or `3` clauses, with `;` where a semicolon parts them."""
    low, high = min(start, end), max(start, end)
    between = _STOPS.findall(text, low, high)
    return f"{min(len(between), 3)}{';' if any(stop in ';；。' for stop in between) else ''}"


def parted(between: str) -> str:
    """By what two figures are parted: a paragraph (`p`), a sentence (`s`), a semicolon (`;`), or so many clauses."""
    if "\n" in between:
        return "p"
    stops = _STOPS.findall(between)
    if any(stop in "。!！?？" for stop in stops):
        return "s"
    return ";" if any(stop in ";；" for stop in stops) else f"{min(len(stops), 2)}"


@lru_cache(maxsize=4096)
def shape(words: str) -> str:
    """The words with all numbers alike: 今年1至8月 and 今年1至9月 are of one shape."""
    return _DIGITS.sub("0", words)

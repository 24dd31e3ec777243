"""What figures measure: tables of the names of indicators and the forms in which texts write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.indicators import measures
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import industries, spellings, words
from shanqu.model import FactKind

# The longest name of a trade before its measure, in characters.
_TRADE_LONGEST = 24
# 年产值 does not begin inside 今年产值.
_NO_YEAR = r"(?!(?<=[今去明前当上本半两近每多\d一二三四五])年)"
# A subject and the verb that parts it from its measure.
_PARTED = re.compile("([一-龥]{2,12})(?:累计|共)?(?:实现|完成)的?$")


@once
def gap() -> str:
    """A pattern for what may stand between a measure and its figure."""
    return f"{listed('figures', 'gap')}*"


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator with its kind; `subject` is a class of things that the figure counts (亿元以上产业项目), `falls` tells
    that the figure says by how much it fell."""

    indicator: str
    kind: FactKind
    subject: str | None = None
    falls: bool = False


class Table:
    """Written forms and the indicators they stand for; the longest form at each place counts."""

    def __init__(self, names: dict[str, str], guard: str = "") -> None:
        forms = any_of(names)
        self.names = names
        self._any = re.compile(guard + forms)
        self._before = re.compile(rf"{guard}(?P<form>{forms}){gap()}$")
        self._near = re.compile(rf"{guard}(?P<form>{forms}){gap()}[^,，。;；\d]{{0,8}}$")

    def all(self, text: str) -> list[tuple[str, int]]:
        """The indicators that `text` names, in order, each with the offset of its form's end."""
        return [(self.names[match.group()], match.end()) for match in self._any.finditer(text)]

    def hidden(self, text: str) -> str:
        """The text with other characters in place of its forms."""
        return self._any.sub(lambda match: "某" * len(match.group()), text)

    def first(self, text: str) -> tuple[str, int] | None:
        """The first indicator in `text` with the offset of its form's start."""
        match = self._any.search(text)
        return (self.names[match.group()], match.start()) if match else None

    def heads(self, text: str) -> str | None:
        """The indicator that `text` begins with."""
        match = self._any.match(text)
        return self.names[match.group()] if match else None

    def before(self, text: str, *, near: bool = False) -> tuple[str, str] | None:
        """The indicator at the end of `text`, and its form; nothing but words of reaching may follow it, or, `near`,
        eight more characters."""
        match = (self._near if near else self._before).search(text)
        return (self.names[match["form"]], match["form"]) if match else None


@once
def table(file: str, key: str) -> Table:
    """A table of the gazetteer."""
    return Table(spellings(file, key), _NO_YEAR)


@once
def measure_table() -> Table:
    """Every known measure."""
    return Table(measures(), _NO_YEAR)


@once
def known_names() -> frozenset[str]:
    """The canonical names of all known measures."""
    return frozenset(measures().values())


def last_measure(text: str) -> tuple[str, int] | None:
    """The last known measure in `text` with the offset of its end."""
    found = measure_table().all(text)
    return _of_trade(text, *_of_subject(text, *found[-1])) if found else None


def _of_trade(text: str, name: str, end: int) -> tuple[str, int]:
    """The measure with the trade right before it (金融业增加值): beside the whole county's it would be taken for that."""
    trade = trade_at_end(text[:end].removesuffix(name)) if name in words("figures", "parted") else ""
    return (f"{industries()[trade]}{name}" if trade else name, end)


def trade_at_end(text: str) -> str:
    """The longest name of a trade that ends in 业 and that `text` ends with; "" if there is none."""
    if not text.endswith("业"):
        return ""
    starts = range(max(0, len(text) - _TRADE_LONGEST), len(text) - 1)
    return next((text[start:] for start in starts if text[start:] in industries()), "")


def _of_subject(text: str, name: str, end: int) -> tuple[str, int]:
    """The measure with its subject where a verb parts them (规上工业实现增加值) and both together are known.

    A trade's is its own: 加工业完成产值 is no 工业产值.
    """
    head = text[:end]
    forms = [form for form in _forms_of(name) if head.endswith(form)]
    matches = [(match, form) for form in forms if (match := _PARTED.search(head.removesuffix(form)))]
    if matches:
        match, form = min(matches, key=lambda one: (one[0].start(), -one[0].end(1)))
        trade = trade_at_end(text[: match.end(1)])
        for start in range(len(match[1]) - 1):
            whole = match[1][start:] + form
            if whole in measures() and len(trade) <= len(match[1]) - start:
                return measures()[whole], end
    return name, end


@once
def _forms_of(name: str) -> tuple[str, ...]:
    return tuple(form.removeprefix("实现") for form, known in measures().items() if known == name)


def hidden(name: str) -> str:
    """A name with every known measure in it made unreadable, and as long as it was."""
    return measure_table().hidden(name)


def all_measures(text: str) -> list[str]:
    """Every known measure in `text`, in order."""
    return [name for name, _ in measure_table().all(text)]

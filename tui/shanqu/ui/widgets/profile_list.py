"""The sections of a profile with their entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from shanqu.i18n import _, translated
from shanqu.query.profile_shapes import STAGES, Item, Profile, Section
from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.painting import Run, strip
from shanqu.ui.widgets.line_list import LineList

_FIRST = 8
# With so many entries a section looks as it does with all of them: a single one more is shown, too.
ENOUGH = _FIRST + 1


class Line(NamedTuple):
    """A heading of a section, one of its entries, or what stands for the rest of it."""

    section: Section | None = None
    item: Item | None = None
    more: int = 0


class ProfileList(LineList):
    """Sections under their headings; long ones show their first entries."""

    class Unfolded(Message):
        """More entries of a section are asked for than are made."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile: Profile | None = None
        self._lines: list[Line] = []
        self._unfolded: set[str] = set()
        self._folded: set[str] = set()

    def show(self, profile: Profile) -> None:
        """Show a profile, from the top if it is the first."""
        first, self._profile = self._profile is None, profile
        self._build(0 if first else None)

    def _build(self, cursor: int | None) -> None:
        lines: list[Line] = []
        for section in self._profile.sections if self._profile else ():
            if lines:
                lines.append(Line())
            lines.append(Line(section))
            if section.key in self._folded:
                continue
            everything = section.key in self._unfolded or section.entries <= ENOUGH
            shown = section.items if everything else section.items[:_FIRST]
            lines += [Line(section, item) for item in shown]
            if len(shown) < section.total:
                lines.append(Line(section, more=section.total - len(shown)))
        self._lines = lines
        self.rebuilt(cursor)

    @property
    def current(self) -> Item | None:
        """The entry under the cursor."""
        return self._lines[self.cursor].item if self.cursor < len(self._lines) else None

    @property
    def shown(self) -> Profile | None:
        """The profile with the entries that are shown; a folded section has none."""
        if self._profile is None:
            return None
        items: dict[str, list[Item]] = {section.key: [] for section in self._profile.sections}
        for line in self._lines:
            if line.section is not None and line.item is not None:
                items[line.section.key].append(line.item)
        sections = (one._replace(items=tuple(items[one.key])) for one in self._profile.sections)
        return self._profile._replace(sections=tuple(sections))

    def fold(self) -> None:
        """Fold or unfold the section under the cursor."""
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else Line()
        if line.section is not None:
            self._folded ^= {line.section.key}
            heads = [number for number, one in enumerate(self._lines) if one.section is line.section]
            self._build(heads[0])

    def activate(self) -> None:
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else Line()
        if line.section is not None and line.more:
            key, section = line.section.key, line.section
            if key in self._unfolded or len(section.items) < section.entries:
                self.post_message(self.Unfolded())
            self._unfolded.add(key)
            self._build(None)
        elif line.item is None:
            self.fold()
        else:
            super().activate()

    def count(self) -> int:
        return len(self._lines)

    def selectable(self, index: int) -> bool:
        return super().selectable(index) and self._lines[index].section is not None

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        entry = self._lines[index]
        base = self.row_style(selected) if entry.section else self.style("plain")
        bar: Run = ("▌" if selected and entry.section else " ", base + self.style("mark"))
        dim = base + self.style("dim")
        if entry.section is None:
            return strip([], width, base)
        if entry.more:
            return strip([bar, (_("  … {number} more").format(number=entry.more), dim)], width, base)
        if entry.item is None:
            return strip([bar, *self._heading(entry.section)], width, base)
        widths = widths_of(entry.section.items, width - 1)
        return strip([bar, *item_runs(entry.item, widths, width - 1, base, dim)], width, base)

    def _heading(self, section: Section) -> list[Run]:
        style = self.style("plain") + self.style("dim") + self.style("head")
        folded = "▸ " if section.key in self._folded else ""
        return [(f"{folded}{translated(section.title)}  {section.total}", style)]


def _name(item: Item) -> str:
    return safe(item.text)


def _count(item: Item) -> str:
    return f" ×{item.n}" if item.n > 1 else ""


def _detail(item: Item) -> str:
    stage = translated(STAGES[item.stage]) if item.stage else ""
    return safe(" ".join(filter(None, (item.date or "", stage, item.detail))))


def widths_of(items: Sequence[Item], width: int) -> tuple[int, int]:
    """The cells that names and details of these entries get on lines of `width` cells: no more than they need."""
    names = max((text_width(_name(item) + _count(item)) for item in items), default=0)
    details = max((text_width(_detail(item)) for item in items), default=0)
    return max(12, min(names, 30, width // 3)), min(details, 36, width * 2 // 9)


def item_runs(item: Item, widths: tuple[int, int], width: int, base: Style, dim: Style) -> list[Run]:
    """An entry on one line: its name, what more there is to say of it, and what a text says."""
    name_width, detail_width = widths
    count = _count(item)
    shown = [(fit(crop(_name(item), name_width - text_width(count)) + count, name_width), base)]
    if detail_width:
        shown.append((fit(_detail(item), detail_width), dim))
    rest = max(0, width - sum(2 + text_width(text) for text, _ in shown) - 2)
    shown.append((fit(safe(_sentence(item)), rest), dim))
    return [part for run in shown for part in (("  ", base), run)]


def _sentence(item: Item) -> str:
    """The sentence, from a little before what the entry is about."""
    text = item.evidence.text
    at = item.evidence.hits[0][0] if item.evidence.hits else 0
    return text if at < 16 else "…" + text[at - 12 :]

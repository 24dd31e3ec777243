"""The sections of a profile with their entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from shanqu.i18n import _, translated
from shanqu.query.matrix_shapes import STATUSES
from shanqu.query.picture_shapes import EVENT_KINDS
from shanqu.query.profile_shapes import STAGES, Group, Item, Profile, Section, SectionKey
from shanqu.text.dates import day
from shanqu.text.gate import safe
from shanqu.text.width import crop, fit, text_width
from shanqu.ui.painting import Run, strip
from shanqu.ui.widgets.line_list import LineList

_FIRST = 8
# With so many entries a section looks as it does with all of them: a single one more is shown, too.
ENOUGH = _FIRST + 1
# So many entries of each group are shown at first.
_OF_GROUP = 3
# Before what belongs to a group.
_INSET = "  "


class Line(NamedTuple):
    """A heading of a section or of a group in it, one of its entries, or what stands for the rest of it."""

    section: Section | None = None
    item: Item | None = None
    more: int = 0
    group: Group | None = None

    @property
    def key(self) -> str:
        """That of the part which the line belongs to."""
        section = self.section.key if self.section else ""
        return f"{section}/{self.group.title}" if self.group else section


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

    def show(self, profile: Profile, section: SectionKey | None = None) -> None:
        """Show a profile; the first one from that section on, from the top where it has none such."""
        first, self._profile = self._profile is None, profile
        self._build(0 if first else None)
        at = next((at for at, one in enumerate(self._lines) if one.key == section), 0)
        if first and at:
            self.rebuilt(at)
            self.call_after_refresh(self.scroll_to, y=self.offset_of(at), animate=False)

    def _build(self, cursor: int | None) -> None:
        lines: list[Line] = []
        for section in self._profile.sections if self._profile else ():
            if lines:
                lines.append(Line())
            lines.append(Line(section))
            if section.key not in self._folded:
                lines += self._grouped(section) if section.groups else self._listed(section)
        self._lines = lines
        self.rebuilt(cursor)

    def _listed(self, section: Section) -> Iterator[Line]:
        everything = section.key in self._unfolded or section.entries <= ENOUGH
        shown = section.items if everything else section.items[:_FIRST]
        yield from (Line(section, item) for item in shown)
        if len(shown) < section.total:
            yield Line(section, more=section.total - len(shown))

    def _grouped(self, section: Section) -> Iterator[Line]:
        """The entries by their groups; of many each group shows its first."""
        few = sum(group.number for group in section.groups) <= ENOUGH
        for group in section.groups:
            head = Line(section, group=group)
            yield head
            if head.key in self._folded:
                continue
            everything = head.key in self._unfolded or few
            # A single one more is shown, too.
            shown = group.items if everything or group.number <= _OF_GROUP + 1 else group.items[:_OF_GROUP]
            yield from (Line(section, item, group=group) for item in shown)
            if len(shown) < group.number:
                yield Line(section, more=group.number - len(shown), group=group)
        if section.ungrouped > 0:
            yield Line(section, more=section.ungrouped)

    @property
    def current(self) -> Item | None:
        """The entry under the cursor."""
        return self._lines[self.cursor].item if self.cursor < len(self._lines) else None

    @property
    def shown(self) -> Profile | None:
        """The profile with the entries that are shown; a folded section has none."""
        if self._profile is None:
            return None
        items: dict[str, list[Item]] = {}
        for line in self._lines:
            if line.item is not None:
                items.setdefault(line.key, []).append(line.item)
                if line.group is not None and line.section is not None:
                    items.setdefault(line.section.key, []).append(line.item)
        sections = []
        for one in self._profile.sections:
            groups = tuple(
                group._replace(items=tuple(items.get(Line(one, group=group).key, ()))) for group in one.groups
            )
            sections.append(one._replace(items=tuple(items.get(one.key, ())), groups=groups))
        return self._profile._replace(sections=tuple(sections))

    def fold(self) -> None:
        """Fold or unfold the section or the group under the cursor."""
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else Line()
        if line.section is not None:
            self._folded ^= {line.key}
            head = next(at for at, one in enumerate(self._lines) if one.key == line.key)
            self._build(head)

    def activate(self) -> None:
        line = self._lines[self.cursor] if self.cursor < len(self._lines) else Line()
        if line.section is not None and line.more:
            if line.group is not None:
                made = len(line.group.items) == line.group.number
            else:
                made = len(line.section.items) == line.section.entries and line.key not in self._unfolded
            if not made:
                self.post_message(self.Unfolded())
            self._unfolded.add(line.key)
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
            inset = _INSET if entry.group else ""
            return strip([bar, (inset + _("  … {number} more").format(number=entry.more), dim)], width, base)
        if entry.item is None:
            heading = self._group(entry) if entry.group else self._heading(entry.section)
            return strip([bar, *heading], width, base)
        widths = widths_of(entry.section.items, width - 1, bool(entry.section.groups))
        return strip([bar, *_item_runs(entry, entry.item, widths, width - 1, base, dim)], width, base)

    def _heading(self, section: Section) -> list[Run]:
        style = self.style("plain") + self.style("dim") + self.style("head")
        folded = "▸ " if section.key in self._folded else ""
        return [(f"{folded}{translated(section.title)}  {section.total}", style)]

    def _group(self, line: Line) -> list[Run]:
        if line.section is None or line.group is None:
            return []
        group, dim = line.group, self.style("plain") + self.style("dim")
        folded = "▸ " if line.key in self._folded else ""
        # Of projects that are not in order yet any may belong here.
        least = "≥" if line.section.ungrouped > 0 else ""
        counted = f"{least}{group.number}"
        if group.amounts:
            counted += " · " + _("{n} with an investment").format(n=group.amounts)
        return [(f"{_INSET}{folded}{translated(group.title)}  {counted}", dim)]


def _name(item: Item) -> str:
    return safe(item.text)


def _count(item: Item) -> str:
    return f" ×{item.n}" if item.n > 1 else ""


def _detail(item: Item, grouped: bool) -> str:
    # What stands in a group is told by its heading.
    stage = translated(STAGES[item.stage]) if item.stage and not grouped else ""
    status = translated(STATUSES[item.status]) if item.status != "actual" else ""
    detail = translated(EVENT_KINDS[item.detail]) if item.detail in EVENT_KINDS else item.detail
    copies = f"≡{item.copies}" if item.copies else ""
    return safe(" ".join(filter(None, (day(item.date), copies, stage, status, detail))))


def widths_of(items: Sequence[Item], width: int, grouped: bool = False) -> tuple[int, int]:
    """The cells that names and details of these entries get on lines of `width` cells: no more than they need."""
    names = max((text_width(_name(item) + _count(item)) for item in items), default=0)
    details = max((text_width(_detail(item, grouped)) for item in items), default=0)
    inset = len(_INSET) if grouped else 0
    return max(12, min(names, min(30, width // 3) - inset)), min(details, 36, width * 2 // 9)


def _item_runs(
    line: Line, item: Item, widths: tuple[int, int], width: int, base: Style, dim: Style
) -> list[Run]:
    """An entry on one line: its name, what more there is to say of it, and what a text says."""
    name_width, detail_width = widths
    count = _count(item)
    inset = _INSET if line.group else ""
    name = fit(crop(_name(item), name_width - text_width(count)) + count, name_width)
    shown = [(inset + name, base)]
    if detail_width:
        shown.append((fit(_detail(item, line.group is not None), detail_width), dim))
    rest = max(0, width - sum(2 + text_width(text) for text, _ in shown) - 2)
    shown.append((fit(safe(_sentence(item)), rest), dim))
    return [part for run in shown for part in (("  ", base), run)]


def _sentence(item: Item) -> str:
    """The sentence, from a little before what the entry is about."""
    text = item.evidence.text
    at = item.evidence.hits[0][0] if item.evidence.hits else 0
    return text if at < 16 else "…" + text[at - 12 :]

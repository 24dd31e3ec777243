"""The entities that the listed articles name, grouped by kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from textual.strip import Strip

from shanqu.i18n import _
from shanqu.model import EntityKind
from shanqu.query.shapes import EntityRow
from shanqu.text.width import fit
from shanqu.ui.labels import kind_name
from shanqu.ui.painting import strip
from shanqu.ui.widgets.line_list import LineList

SHOWN_AT_FIRST = 12


class Heading(NamedTuple):
    """The heading of a group, with the number of entities in it."""

    title: str
    number: int


class More(NamedTuple):
    """Stands for the rest of a long group; choosing it unfolds the group."""

    group: str
    number: int


Item = Heading | More | EntityRow | None


class EntityList(LineList):
    """Entities with the number of articles and of mentions; `▲` marks a mountain county."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entities: Sequence[EntityRow] = ()
        self._items: list[Item] = []
        self._unfolded: set[str] = set()
        self._chosen: frozenset[int] = frozenset()

    def show(self, entities: Sequence[EntityRow], chosen: Collection[int]) -> None:
        """Show `entities` (grouped by kind already); `chosen` are those that filter the list."""
        # While articles come in, the cursor of somebody who is elsewhere stays at the top.
        current = self.current if self.has_focus or self.cursor > self._nearest(0) else None
        self._entities = sorted(entities, key=_is_other_place)
        self._chosen = frozenset(chosen)
        self._rebuild(current.id if current else None)

    @property
    def current(self) -> EntityRow | None:
        """The entity under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return item if isinstance(item, EntityRow) else None

    def count(self) -> int:
        return len(self._items)

    def selectable(self, index: int) -> bool:
        return super().selectable(index) and isinstance(self._items[index], EntityRow | More)

    def activate(self) -> None:
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        if isinstance(item, More):
            self._unfolded.add(item.group)
            self._rebuild(None)
        else:
            super().activate()

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        item = self._items[index]
        plain = self.style("plain")
        match item:
            case Heading(title, number):
                dim = plain + self.style("dim")
                return strip(
                    [
                        (fit(title, width - 7), dim + self.style("head")),
                        (fit(str(number), 6, right=True), dim),
                    ],
                    width,
                    plain,
                )
            case More(_, number):
                base = self.row_style(selected)
                bar = "▌" if selected else " "
                text = _(" … {number} more").format(number=number)
                return strip(
                    [(bar, base + self.style("mark")), (text, base + self.style("dim"))], width, base
                )
            case EntityRow():
                return self._draw_entity(item, width, selected)
            case None:
                return Strip.blank(width, plain)

    def _draw_entity(self, item: EntityRow, width: int, selected: bool) -> Strip:
        base = self.row_style(selected)
        chosen = item.id in self._chosen
        mark = "●" if chosen else "▲" if item.mountain else " "
        name_style = base + self.style("mark") if chosen else base
        if selected:
            name_style += self.style("head")
        counts = f"{item.articles:>3}{item.mentions:>5} "
        return strip(
            [
                ("▌" if selected else " ", base + self.style("mark")),
                (mark + " ", base + self.style("mark")),
                (fit(item.canonical, max(0, width - 3 - len(counts))), name_style),
                (counts, base + self.style("dim")),
            ],
            width,
            base,
        )

    def _rebuild(self, keep: int | None) -> None:
        items: list[Item] = []
        for title, group in groupby(self._entities, key=_group):
            rows = list(group)
            if items:
                items.append(None)
            items.append(Heading(title, len(rows)))
            shown = (
                rows if title in self._unfolded or len(rows) <= SHOWN_AT_FIRST + 1 else rows[:SHOWN_AT_FIRST]
            )
            items.extend(shown)
            if len(shown) < len(rows):
                items.append(More(title, len(rows) - len(shown)))
        self._items = items
        found = [index for index, item in enumerate(items) if isinstance(item, EntityRow) and item.id == keep]
        self.rebuilt(found[0] if found else None)


def _is_other_place(entity: EntityRow) -> bool:
    """Provinces, cities, townships: they come last, people look for counties first."""
    return entity.kind == "place" and entity.level != "county"


def _group(entity: EntityRow) -> str:
    kind: EntityKind = entity.kind
    if kind != "place":
        return kind_name(kind)
    return _("Other places") if _is_other_place(entity) else _("Counties")

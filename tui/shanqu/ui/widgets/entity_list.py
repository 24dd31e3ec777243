"""What the listed articles name, and where and when they appeared: entities, sites and years in groups."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from textual.message import Message
from textual.strip import Strip

from shanqu.i18n import _
from shanqu.query.shapes import Bucket, EntityRow, Leading
from shanqu.text.width import fit
from shanqu.ui.labels import kind_name, member_sign
from shanqu.ui.painting import strip
from shanqu.ui.session import Facet, facet_key
from shanqu.ui.widgets.line_list import LineList

SHOWN_AT_FIRST = 12


class Group(NamedTuple):
    """Facets under one heading: how many there are, and the first of them."""

    title: str
    total: int
    rows: tuple[Facet, ...]


class Heading(NamedTuple):
    """The heading of a group, with the number of facets in it."""

    title: str
    number: int


class More(NamedTuple):
    """Stands for the rest of a long group; choosing it unfolds the group."""

    group: str
    number: int


Item = Heading | More | EntityRow | Bucket | None


def groups_of(leading: Sequence[Leading], buckets: Sequence[Bucket], without: Sequence[Facet]) -> list[Group]:
    """The groups in order: counties first, for people look for them, other places after all else.

    What is shut out is named by no article that is left; it stands first in its group.
    """
    groups: list[Group] = []
    last: list[Group] = []
    for kind, total, rows in leading:
        if kind != "place":
            groups.append(Group(kind_name(kind), total, rows))
            continue
        counties = tuple(row for row in rows if row.level == "county")
        others = tuple(row for row in rows if row.level != "county")
        groups.append(Group(_("Counties"), len(counties), counties))
        last.append(Group(_("Other places"), total - len(counties), others))
    for field, title in (("site", _("Sites")), ("year", _("Years"))):
        found = tuple(one for one in buckets if one.field == field and (one.value or field == "year"))
        last.append(Group(title, len(found), found))
    if without:
        groups.insert(0, Group(_("Shut out"), len(without), tuple(without)))
    return [group for group in (*groups, *last) if group.rows]


class EntityList(LineList):
    """Facets with the number of articles and, once they are counted, of mentions; `▲` marks a mountain county."""

    class Unfolded(Message):
        """A group was unfolded of which not all facets are known yet."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups: Sequence[Group] = ()
        self._items: list[Item] = []
        self._unfolded: set[str] = set()
        self._chosen: frozenset[tuple[str, object]] = frozenset()
        self._without: frozenset[tuple[str, object]] = frozenset()

    def show(
        self, groups: Sequence[Group], chosen: Collection[Facet], without: Collection[Facet] = ()
    ) -> None:
        """Show `groups`; `chosen` are the facets that filter the list, `without` those that are shut out."""
        # While articles come in, the cursor of somebody who is elsewhere stays at the top.
        current = self.facet if self.has_focus or self.cursor > self._nearest(0) else None
        self._groups = groups
        self._chosen = frozenset(map(facet_key, chosen))
        self._without = frozenset(map(facet_key, without))
        self._rebuild(current)

    @property
    def facet(self) -> Facet | None:
        """The entity, site or year under the cursor."""
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        return item if isinstance(item, EntityRow | Bucket) else None

    @property
    def current(self) -> EntityRow | None:
        """The entity under the cursor."""
        facet = self.facet
        return facet if isinstance(facet, EntityRow) else None

    def count(self) -> int:
        return len(self._items)

    def selectable(self, index: int) -> bool:
        return super().selectable(index) and isinstance(self._items[index], EntityRow | Bucket | More)

    def activate(self) -> None:
        item = self._items[self.cursor] if self.cursor < len(self._items) else None
        if not isinstance(item, More):
            super().activate()
            return
        self._unfolded.add(item.group)
        self._rebuild(None)
        if any(len(group.rows) < group.total for group in self._groups if group.title == item.group):
            self.post_message(self.Unfolded())

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
                counts = f"{item.articles:>3} {item.mentions or '':>4} "
                return self._draw_facet(item, item.canonical, counts, width, selected)
            case Bucket():
                name = item.value or _("undated")
                return self._draw_facet(item, name, f"{item.articles:>3}      ", width, selected)
            case None:
                return Strip.blank(width, plain)

    def _draw_facet(self, item: Facet, name: str, counts: str, width: int, selected: bool) -> Strip:
        base = self.row_style(selected)
        key = facet_key(item)
        chosen, shut = key in self._chosen, key in self._without
        member = member_sign(item.mountain, item.left) if isinstance(item, EntityRow) else " "
        mark = "●" if chosen else "−" if shut else member
        name_style = base + self.style("mark") if chosen else base + self.style("dim") if shut else base
        if selected:
            name_style += self.style("head")
        return strip(
            [
                ("▌" if selected else " ", base + self.style("mark")),
                (mark + " ", base + self.style("mark")),
                (fit(name, max(0, width - 3 - len(counts))), name_style),
                ("" if shut else counts, base + self.style("dim")),
            ],
            width,
            base,
        )

    def _rebuild(self, keep: Facet | None) -> None:
        items: list[Item] = []
        for title, total, rows in self._groups:
            if items:
                items.append(None)
            items.append(Heading(title, total))
            folded = title not in self._unfolded and total > SHOWN_AT_FIRST + 1
            shown = rows[:SHOWN_AT_FIRST] if folded else rows
            items.extend(shown)
            if len(shown) < total:
                items.append(More(title, total - len(shown)))
        self._items = items
        key = keep and facet_key(keep)
        found = [
            index
            for index, item in enumerate(items)
            if key and isinstance(item, EntityRow | Bucket) and facet_key(item) == key
        ]
        self.rebuilt(found[0] if found else None)

"""All counties as a table that can be sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from textual.strip import Strip
from textual.widget import Widget

from shanqu.i18n import N_, _
from shanqu.query.profile_shapes import OverviewRow, SectionKey
from shanqu.text.width import fit, text_width
from shanqu.ui.labels import member_sign
from shanqu.ui.looks import look
from shanqu.ui.painting import Run, strip
from shanqu.ui.widgets.line_list import LineList

_NAME, _GAP = 18, 2


class Field(NamedTuple):
    """A column: its heading, what stands in it, what it is sorted by (the greatest first), its least width.

    `rank` says what goes first where there is no room for all, `section` where a profile has what is counted.
    """

    heading: str
    text: Callable[[OverviewRow], str]
    order: Callable[[OverviewRow], float]
    width: int
    rank: int
    section: SectionKey | None = None


def _number(value: int) -> str:
    return f"{value:,}" if value else "·"


FIELDS: tuple[Field, ...] = (
    Field(N_("articles"), lambda row: _number(row.articles), lambda row: row.articles, 7, 0, "articles"),
    Field(N_("texts"), lambda row: _number(row.texts), lambda row: row.texts, 6, 7),
    Field(N_("mentions"), lambda row: _number(row.mentions), lambda row: row.mentions, 8, 3),
    Field(N_("companies"), lambda row: _number(row.companies), lambda row: row.companies, 6, 1, "companies"),
    Field(N_("projects"), lambda row: _number(row.projects), lambda row: row.projects, 6, 2, "projects"),
    Field(
        N_("investments"), lambda row: _number(row.investments), lambda row: row.investments, 6, 4, "figures"
    ),
    Field(
        N_("largest"), lambda row: row.largest or "·", lambda row: row.largest_value or 0, 12, 6, "figures"
    ),
    Field(N_("latest"), lambda row: str(row.latest or "·"), lambda row: row.latest or 0, 5, 5),
)


def shown_fields(width: int) -> list[int]:
    """The numbers of the columns that a screen of `width` cells has room for, in their order."""
    room = width - 2 - _NAME - 8
    chosen: list[int] = []
    for number in sorted(range(len(FIELDS)), key=lambda number: FIELDS[number].rank):
        needed = _width(number) + _GAP
        if needed <= room:
            chosen.append(number)
            room -= needed
    return sorted(chosen)


def _width(number: int) -> int:
    return max(FIELDS[number].width, text_width(_(FIELDS[number].heading)) + 1)


def ordered(rows: Sequence[OverviewRow], field: int | None) -> list[OverviewRow]:
    """Counties with the greatest first, then prefectures; without a field the mountain counties first."""
    if field is None:
        return sorted(
            rows, key=lambda row: (row.level != "county", not row.mountain, -row.articles, row.code)
        )
    return sorted(rows, key=lambda row: (row.level != "county", -FIELDS[field].order(row), row.code))


class TableHead(Widget):
    """The headings of the columns; `▾` marks the one that the rows are sorted by."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sorted: int | None = None

    def show(self, sorted_by: int | None) -> None:
        """Mark a column."""
        self._sorted = sorted_by
        self.refresh()

    def render_line(self, y: int) -> Strip:
        dim, now = look(self.app, "subtle"), look(self.app, "heading")
        width = self.size.width
        if y:
            return Strip.blank(width, dim)
        parts: list[Run] = [(fit("  " + _("county"), _NAME + 2 + 8), dim)]
        for number in shown_fields(width):
            marked = number == self._sorted
            text = _(FIELDS[number].heading) + ("▾" if marked else "")
            parts += [(" " * _GAP, dim), (fit(text, _width(number), right=True), now if marked else dim)]
        return strip(parts, width, dim)


class CountyTable(LineList):
    """A row for each county; `▲` marks the mountain counties, `△` those that have left, `●` what is to be compared."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[OverviewRow] = []
        self._marked: frozenset[str] = frozenset()

    def show(self, rows: Sequence[OverviewRow], marked: Collection[str]) -> None:
        """Show rows in this order; the cursor stays on its county."""
        current = self.current
        self._rows, self._marked = list(rows), frozenset(marked)
        kept = [index for index, row in enumerate(self._rows) if current and row.code == current.code]
        self.rebuilt(kept[0] if kept else 0)

    @property
    def current(self) -> OverviewRow | None:
        """The county under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def count(self) -> int:
        return len(self._rows)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        row = self._rows[index]
        base = self.row_style(selected)
        dim = base + self.style("dim")
        marked = row.code in self._marked
        sign = "●" if marked else member_sign(row.mountain, row.left)
        name = base if row.articles else dim
        parts: list[Run] = [
            ("▌" if selected else " ", base + self.style("mark")),
            (sign + " ", base + self.style("mark")),
            (fit(row.name, _NAME - 1), name + self.style("head") if selected else name),
            (fit(row.prefecture if row.prefecture != row.name else "", 8), dim),
        ]
        for number in shown_fields(width):
            text = FIELDS[number].text(row)
            parts += [
                (" " * _GAP, base),
                (fit(text, _width(number), right=True), dim if text == "·" else base),
            ]
        return strip(parts, width, base)

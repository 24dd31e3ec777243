"""All counties at a glance, also those that no article names: gaps in the collection are seen."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, translated
from shanqu.query.profile_shapes import OverviewRow
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Corrected
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.labels import member_note
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.pictures import of_amounts, of_counts, of_pairs
from shanqu.ui.screens.compare import LEAST, MOST, CompareScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.county_table import FIELDS, CountyTable, TableHead, ordered, shown_fields
from shanqu.ui.widgets.line_list import LineList

_DRAWN = 15


class OverviewScreen(Navigation, Corrected, Exporting):
    """A table of all counties; Enter shows what is said of one, marked ones are compared."""

    CSS_PATH = "overview.tcss"
    place: ClassVar[Place] = "overview"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#counties"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._rows: list[OverviewRow] = []
        self._marked: list[str] = []
        self._field: int | None = None
        self._words = ""
        self._empty = True
        # Pinyin and its initials, by code.
        self._latin: dict[str, tuple[str, str]] = {}

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Counties"), id="overview-title", active=True)
        yield TableHead(id="overview-head")
        yield CountyTable(id="counties")
        yield BottomLine(hints("overview"), id="bottom")

    def on_mount(self) -> None:
        self.corrected()

    def corrected(self) -> None:
        library = self.session.library
        self._rows = library.overview()
        self._latin = {one.code: (one.pinyin, one.initials) for one in library.counties()}
        self._show()

    @property
    def table(self) -> CountyTable:
        return self.query_one(CountyTable)

    def moving(self) -> Movable | None:
        return self.table

    def _show(self) -> None:
        self.table.show(self._shown_rows(), self._marked)
        self.query_one(TableHead).show(self._field)
        named = sum(row.articles > 0 and row.level == "county" for row in self._rows)
        counties = sum(row.level == "county" for row in self._rows)
        said = _("{named} of {all} counties are named").format(named=named, all=counties)
        words = _("rows with {words}").format(words=self._words) if self._words else ""
        self.query_one(PaneTitle).detail("  ".join(filter(None, (words, said))))
        self.table.say_nothing(_("No row holds these words; Esc shows all again"))
        self._show_place()

    def _shown_rows(self) -> list[OverviewRow]:
        return ordered([row for row in self._rows if self._wanted(row)], self._field)

    def to_export(self) -> Exported:
        from shanqu.query import record, reports

        rows = self._shown_rows()
        return Exported(
            _("Counties"),
            lambda: reports.of_overview(self.session.library, rows, translated),
            lambda: record.of_overview(rows),
        )

    def _wanted(self, row: OverviewRow) -> bool:
        if not self._empty and not row.articles:
            return False
        names = f"{row.name} {row.prefecture}"
        latin = self._latin.get(row.code, ())
        return all(
            word in names or any(name.startswith(word) for name in latin)
            for word in self._words.lower().split()
        )

    @on(LineList.Moved)
    def _show_place(self) -> None:
        row = self.table.current
        if row is None:
            return
        parts = [row.name]
        if row.mountain or row.left:
            parts.append(member_note(row.mountain, row.left))
        if self._marked:
            parts.append(_("{number} marked").format(number=len(self._marked)))
        self.query_one(BottomLine).state = " · ".join(parts)

    @on(LineList.Activated)
    def action_profile(self) -> None:
        """Show what is said of the county under the cursor, from what the rows are sorted by on."""
        from shanqu.ui.screens.profile import open_profile

        if row := self.table.current:
            section = FIELDS[self._field].section if self._field is not None else None
            open_profile(self, self.session, row.name, section=section)

    def action_activate(self) -> None:
        self.table.activate()

    def action_mark(self) -> None:
        row = self.table.current
        if row is None:
            return
        if row.code in self._marked:
            self._marked.remove(row.code)
        elif len(self._marked) >= MOST:
            self.query_one(BottomLine).flash(_("At most six counties can be marked; m takes a mark off"))
            return
        else:
            self._marked.append(row.code)
            self.call_after_refresh(self.session.prepare, (row.code,))
        self._show()
        self.table.move(1)

    def action_compare(self) -> None:
        if len(self._marked) >= LEAST:
            self.app.push_screen(CompareScreen(self.session, self._marked))
        else:
            self.query_one(BottomLine).flash(_("Mark two to six counties with m first"))

    def action_sort(self) -> None:
        self._step_field(1)

    def action_left(self) -> None:
        self._step_field(-1)

    def action_right(self) -> None:
        self._step_field(1)

    def _step_field(self, by: int) -> None:
        fields: list[int | None] = [None, *shown_fields(self.size.width)]
        at = fields.index(self._field) if self._field in fields else 0
        self._field = fields[(at + by) % len(fields)]
        self._show()
        self.table.edge(top=True)

    async def action_filter(self) -> None:
        await self.ask(
            _("Counties with: "), self._narrow, value=self._words, typed=self._narrow, counting=True
        )

    def _narrow(self, words: str) -> None:
        self._words = words
        self._show()

    def action_clear(self) -> None:
        self._marked, self._field = [], None
        self._narrow("")

    def action_toggle_empty(self) -> None:
        self._empty = not self._empty
        self._show()

    def action_picture(self) -> None:
        from shanqu.ui.screens.picture import PictureScreen

        library = self.session.library
        shown = ordered([row for row in self._rows if self._wanted(row)], 0)
        rows = [row for row in shown if row.articles and row.level == "county"][:_DRAWN]
        codes = [row.code for row in rows]
        pictures = []
        if rows:
            pictures = [
                of_amounts(_("Articles by county"), lambda: ((row.name, row.articles) for row in rows)),
                of_counts(_("Texts by county and year"), partial(library.years, codes)),
                of_counts(_("Texts by county and industry"), partial(library.county_industries, codes, 8)),
                of_pairs(_("Named together in a sentence"), partial(library.pairs, limit=_DRAWN)),
            ]
        self.app.push_screen(PictureScreen(_("Counties"), pictures))

    def action_back(self) -> None:
        self.dismiss()

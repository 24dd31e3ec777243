"""Two to six places side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.query import Evidence
from shanqu.query.matrix import refs
from shanqu.query.matrix_shapes import STATES, Matrix, MatrixCell
from shanqu.query.matrix_view import Order, View, as_viewed
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Corrected
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.matrix_layout import unequal_note
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.evidence import EvidenceScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.matrix import MatrixHead, MatrixList

LEAST, MOST = 2, 6
_AT_ONCE = 3
_ORDERS: tuple[Order, ...] = ("groups", "texts", "value")


class CompareScreen(Navigation, Corrected, Exporting):
    """The matrix; Enter on a cell shows the sentences that it rests on."""

    CSS_PATH = "compare.tcss"
    place: ClassVar[Place] = "compare"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#matrix"

    def __init__(self, session: Session, keys: Sequence[str]) -> None:
        """Show the places with these keys of columns."""
        super().__init__()
        self.session = session
        self._keys = list(keys)
        self._matrix = Matrix((), ())
        self._view = View()

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Comparison"), id="compare-title", active=True)
        yield MatrixHead(id="matrix-head")
        yield MatrixList(id="matrix")
        yield BottomLine(hints("compare"), id="bottom")

    def on_mount(self) -> None:
        if len(self._keys) <= _AT_ONCE:
            self._load()
        else:
            # The screen answers the key at once; what takes longer follows.
            self.query_one(PaneTitle).detail("…")
            self.call_after_refresh(self._load)

    @property
    def unsettled(self) -> bool:
        """Whether the matrix is still to come."""
        return not self._matrix.columns

    def _load(self) -> None:
        before = [column.key for column in self._matrix.columns]
        self._matrix = self.session.library.matrix(self._keys)
        now = [column.key for column in self._matrix.columns]
        if before and (by := before[self._view.column]) in now:
            # Columns come, go and move; the rows stay sorted by the same place.
            self._view = self._view._replace(column=now.index(by))
        elif before:
            kept = "groups" if self._view.order == "value" else self._view.order
            self._view = self._view._replace(order=kept, column=0)
        self._show()

    def corrected(self) -> None:
        self._load()

    def _show(self) -> None:
        self.matrix.show(self._matrix, self._view)
        if self._matrix.columns:
            self.matrix.say_nothing(_("No row holds these words; Esc shows all again"))
        self._show_place()

    def _look(self, **changes: object) -> None:
        self._view = self._view._replace(**changes)  # type: ignore[arg-type]
        self._show()

    @property
    def matrix(self) -> MatrixList:
        return self.query_one(MatrixList)

    def moving(self) -> Movable | None:
        return self.matrix

    @property
    def _here(self) -> str:
        """The name of the place under the cursor."""
        return self._matrix.columns[self.matrix.column].name

    @on(LineList.Moved)
    def _show_place(self) -> None:
        matrix = self.matrix
        self.query_one(MatrixHead).show(self._matrix.columns, matrix.column)
        words = _("rows with {words}").format(words=self._view.words) if self._view.words else ""
        self.query_one(PaneTitle).detail("  ".join(filter(None, (words, self._order_name()))))
        cell, row = matrix.cell, matrix.row
        if cell is not None and row is not None:
            parts = [f"{self._here} · {translated(row.label)}: {_said(cell)}", unequal_note(row)]
            self.query_one(BottomLine).state = "  ".join(filter(None, parts))
        else:
            self.query_one(BottomLine).state = ""

    def _order_name(self) -> str:
        match self._view.order:
            case "texts":
                return _("most texts first")
            case "value":
                name = self._matrix.columns[self._view.column].name
                return _("greatest values of {name} first").format(name=name)
            case _:
                return ""

    # What a cell rests on.

    @on(LineList.Activated)
    def _show_evidence(self) -> None:
        cell, row = self.matrix.cell, self.matrix.row
        if cell is None or row is None:
            self.action_fold()
            return
        evidence = self._passages(row.key, self.matrix.column)
        if not evidence:
            self.query_one(BottomLine).flash(_("Nothing is said of this in the library"))
            return
        self.app.push_screen(
            EvidenceScreen(self.session, f"{self._here} · {translated(row.label)}", evidence)
        )

    def _passages(self, key: str, column: int) -> Sequence[Evidence]:
        """The sentences of a cell."""
        cell = next(row for row in self._matrix.rows if row.key == key).cells[column]
        library = self.session.library
        found = library.cell_refs(self._keys, key, column) if cell.more else refs(cell)
        # Each figure can be marked as wrong, so each has its line; of names one line a sentence is enough.
        figures = any(figure.kind for figure in cell.figures)
        return library.passages(found) if figures else library.sentences(found)

    def action_beside(self) -> None:
        """What is said of the place under the cursor beside what is said of the next one."""
        from shanqu.ui.screens.passages import PassagesScreen

        row, here = self.matrix.row, self.matrix.column
        if row is None:
            self.action_fold()
            return
        names = [column.name for column in self._matrix.columns]
        pair = (here, here + 1) if here + 1 < len(names) else (here - 1, here)
        if not any(refs(row.cells[column]) for column in pair):
            self.query_one(BottomLine).flash(_("Nothing is said of this in the library"))
            return
        passages = partial(self._passages, row.key)
        self.app.push_screen(PassagesScreen(self.session, translated(row.label), names, pair, passages))

    def action_activate(self) -> None:
        self.matrix.activate()

    def action_left(self) -> None:
        self.matrix.move_column(-1)

    def action_right(self) -> None:
        self.matrix.move_column(1)

    # How the rows stand.

    def action_toggle_empty(self) -> None:
        self._look(empty_rows=not self._view.empty_rows)

    def action_fold(self) -> None:
        """Fold or unfold the group under the cursor."""
        if self._view.order != "groups":
            self.query_one(BottomLine).flash(_("Rows in this order have no groups; s leads back to them"))
        elif group := self.matrix.group:
            self._look(folded=self._view.folded ^ {group})

    def action_sort(self) -> None:
        """The next order of the rows; by value it is that of the column under the cursor."""
        following = _ORDERS[(_ORDERS.index(self._view.order) + 1) % len(_ORDERS)]
        self._look(order=following, column=self.matrix.column)

    async def action_filter(self) -> None:
        def typed(words: str) -> None:
            self._look(words=words)

        await self.ask(_("Rows with: "), typed, value=self._view.words, typed=typed, counting=True)

    def action_clear(self) -> None:
        self._look(words="", order="groups", folded=frozenset())

    # Which places.

    def action_compare(self) -> None:
        from shanqu.ui.screens.picker import PlacePicker, choices

        def chosen(keys: tuple[str, ...] | None) -> None:
            if keys:
                self._keys = list(keys)
                self._load()

        picker = PlacePicker(choices(self.session.library), self._keys, self.session.prepare)
        self.app.push_screen(picker, chosen)

    def action_overview(self) -> None:
        from shanqu.ui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.session))

    def action_profile(self) -> None:
        from shanqu.ui.screens.profile import open_profile

        open_profile(self, self.session, self._here)

    def action_picture(self) -> None:
        row = self.matrix.row
        if row is None:
            if self.matrix.group:
                self.query_one(BottomLine).flash(_("The rows of this group are folded; t unfolds them"))
            return
        from shanqu.query.matrix_view import bars
        from shanqu.ui.pictures import of_bars
        from shanqu.ui.screens.picture import PictureScreen

        drawn = bars(self._matrix, row)
        title = "  ".join(filter(None, (translated(row.label), drawn.unit, unequal_note(row))))
        self.app.push_screen(PictureScreen(_("Comparison"), [of_bars(title, lambda: drawn)]))

    def to_export(self) -> Exported:
        from shanqu.query import record, reports

        library, matrix, view = self.session.library, self._matrix, self._view
        return Exported(
            "-".join(column.name for column in matrix.columns),
            lambda: reports.of_matrix(library, matrix, translated, view),
            lambda: record.of_matrix(library, as_viewed(matrix, view), translated),
        )

    def action_drop_column(self) -> None:
        if len(self._keys) <= LEAST:
            self.query_one(BottomLine).flash(_("A comparison needs two places"))
            return
        del self._keys[self.matrix.column]
        self._load()

    def action_move_column(self, by: int) -> None:
        here = self.matrix.column
        there = here + by
        if 0 <= there < len(self._keys):
            self._keys[here], self._keys[there] = self._keys[there], self._keys[here]
            self._load()
            self.matrix.move_column(by)
        else:
            self.query_one(BottomLine).flash(_("The column stands at the edge"))

    def action_back(self) -> None:
        self.dismiss()


def _said(cell: MatrixCell) -> str:
    """What a cell says, in words."""
    state = translated(STATES[cell.state])
    if not cell.figures:
        return state
    values = len(cell.figures) + cell.more
    said = " · ".join(
        (
            ngettext("{n} independent text", "{n} independent texts", cell.n).format(n=cell.n),
            ngettext("{n} statement", "{n} statements", values).format(n=values),
        )
    )
    return f"{said} · {state}" if state else said

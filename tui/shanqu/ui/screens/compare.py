"""Two to four counties side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from shanqu.i18n import _
from shanqu.query import Comparison
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.evidence import EvidenceScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.matrix import Matrix, MatrixHead


class CompareScreen(Navigation, Screen[None]):
    """The matrix; Enter on a cell shows the sentences that it rests on."""

    CSS_PATH = "compare.tcss"
    place: ClassVar[Place] = "compare"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#matrix"

    def __init__(self, session: Session, codes: Sequence[str]) -> None:
        super().__init__()
        self._session = session
        self._codes = list(codes)
        self._comparison = Comparison((), ())
        self._empty_rows = False

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Comparison"), id="compare-title", active=True)
        yield MatrixHead(id="matrix-head")
        yield Matrix(id="matrix")
        yield BottomLine(hints("compare"), id="bottom")

    def on_mount(self) -> None:
        self._load()

    def _load(self) -> None:
        self._comparison = self._session.library.compare(self._codes)
        self._show()

    def _show(self) -> None:
        self.matrix.show(self._comparison, empty_rows=self._empty_rows)
        self._show_place()

    @property
    def matrix(self) -> Matrix:
        return self.query_one(Matrix)

    def moving(self) -> Movable | None:
        return self.matrix

    @on(LineList.Moved)
    def _show_place(self) -> None:
        matrix = self.matrix
        self.query_one(MatrixHead).show(self._comparison.counties, matrix.column)
        cell, row = matrix.cell, matrix.row
        if cell is None or row is None:
            return
        name = self._comparison.counties[matrix.column].name
        said = _("nothing said")
        if cell.values:
            said = _("{values} statements in {texts} texts").format(values=len(cell.values), texts=cell.texts)
        self.query_one(BottomLine).state = f"{name} · {row.label}: {said}"

    @on(LineList.Activated)
    def _show_evidence(self) -> None:
        cell, row = self.matrix.cell, self.matrix.row
        if cell is None or row is None or not cell.values:
            self.query_one(BottomLine).flash(_("Nothing is said of this in the library"))
            return
        name = self._comparison.counties[self.matrix.column].name
        evidence = []
        for value in cell.values:
            if value.evidence not in evidence:
                evidence.append(value.evidence)
        self.app.push_screen(EvidenceScreen(self._session, f"{name} · {row.label}", evidence))

    def action_activate(self) -> None:
        self.matrix.activate()

    def action_left(self) -> None:
        self.matrix.move_column(-1)

    def action_right(self) -> None:
        self.matrix.move_column(1)

    def action_toggle_empty(self) -> None:
        self._empty_rows = not self._empty_rows
        self._show()

    def action_compare(self) -> None:
        from shanqu.ui.screens.picker import CountyPicker

        def chosen(codes: tuple[str, ...] | None) -> None:
            if codes:
                self._codes = list(codes)
                self._load()

        self.app.push_screen(CountyPicker(self._session.library.counties(), self._codes), chosen)

    def action_back(self) -> None:
        self.dismiss()

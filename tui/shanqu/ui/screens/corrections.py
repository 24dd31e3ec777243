"""All that the user has corrected, the latest first; each can be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Corrected
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.correction_list import CorrectionList
from shanqu.ui.widgets.line_list import LineList


class CorrectionsScreen(Navigation, Corrected, Exporting):
    """A list; X takes back the correction under the cursor, U the last one."""

    place: ClassVar[Place] = "corrections"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#corrections"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Corrections"), id="corrections-title", active=True)
        yield CorrectionList(id="corrections")
        yield BottomLine(hints("corrections"), id="bottom")

    def on_mount(self) -> None:
        self.corrected()

    @property
    def list(self) -> CorrectionList:
        return self.query_one(CorrectionList)

    def moving(self) -> Movable | None:
        return self.list

    def corrected(self) -> None:
        found = self.session.library.corrections.in_force()
        self.list.show(found[::-1])
        self.list.say_nothing(_("Nothing is corrected; R, M, X and P correct what stands under the cursor"))
        said = ngettext("{n} correction", "{n} corrections", len(found)).format(n=len(found))
        self.query_one(PaneTitle).detail(said)
        self._show_place()

    @on(LineList.Moved)
    def _show_place(self) -> None:
        self.query_one(BottomLine).state = self.list.numbered

    def to_export(self) -> Exported | None:
        from shanqu.query import correction_reports, record

        title, found = _("Corrections"), self.list.shown
        if not found:
            return None
        return Exported(
            title,
            lambda: correction_reports.of_corrections(title, found, translated),
            lambda: map(record.of_correction, found),
        )

    def action_take_out(self) -> None:
        """Take the correction under the cursor back."""
        one = self.list.current
        if one is not None:
            self.take_back(one)

    def action_back(self) -> None:
        self.dismiss()

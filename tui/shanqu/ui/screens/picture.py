"""A screen of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _
from shanqu.query.report_shapes import Report
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.pictures import Picture
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.picture_area import PictureArea


class PictureScreen(Navigation, Exporting):
    """Pictures under their headings."""

    CSS_PATH = "picture.tcss"
    place: ClassVar[Place] = "picture"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#pictures"

    def __init__(self, title: str, pictures: Sequence[Picture]) -> None:
        super().__init__()
        self._heading, self._pictures = title, pictures

    def compose(self) -> ComposeResult:
        yield PaneTitle(self._heading, id="picture-title", active=True)
        yield PictureArea(self._pictures, id="pictures")
        yield BottomLine(hints("picture"), id="bottom")

    def on_mount(self) -> None:
        self.watch(self.query_one(PictureArea), "scroll_y", self._tell_more, init=False)

    @on(PictureArea.Drawn)
    def _tell_more(self) -> None:
        goes_on = self.query_one(PictureArea).goes_on
        self.query_one(PaneTitle).detail(_("↓ more") if goes_on else "")

    def moving(self) -> Movable | None:
        return self.query_one(PictureArea)

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        if not self._pictures:
            return None

        def report() -> Report:
            return listings.joined(self._heading, [one.report() for one in self._pictures])

        return Exported(self._heading, report, lambda: listings.records(report()))

    def action_back(self) -> None:
        self.dismiss()

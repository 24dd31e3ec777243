"""A screen of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from shanqu.query.report_shapes import Report
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.pictures import Palette, Picture, titled
from shanqu.ui.widgets.bars import BottomLine, PaneTitle

_FIRST = 2


class PictureArea(VerticalScroll, can_focus=True, inherit_bindings=False):
    """What the keys scroll."""

    def move(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def page(self, pages: float) -> None:
        """Scroll by screens."""
        self.move(int(self.size.height * pages))

    def edge(self, *, top: bool) -> None:
        """Scroll to the top or the bottom."""
        self.scroll_to(y=0 if top else self.max_scroll_y, animate=False)


class PictureScreen(Navigation, Exporting):
    """Pictures under their headings."""

    CSS_PATH = "picture.tcss"
    place: ClassVar[Place] = "picture"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#pictures"

    def __init__(self, title: str, pictures: Sequence[Picture]) -> None:
        super().__init__()
        self._heading, self._pictures = title, pictures
        self._drawn: list[RenderableType] = []

    def compose(self) -> ComposeResult:
        yield PaneTitle(self._heading, id="picture-title", active=True)
        with PictureArea(id="pictures"):
            yield Static(id="picture", markup=False)
        yield BottomLine(hints("picture"), id="bottom")

    def on_mount(self) -> None:
        # What the first screen has room for comes first, then one after the other what takes longer.
        quick = next((at for at, one in enumerate(self._pictures) if one.asks), _FIRST)
        self._draw(min(quick, _FIRST))

    def _draw(self, number: int) -> None:
        """Show the first of the pictures, and the others when these are on screen."""
        if not self.is_attached:
            return
        variables = self.app.theme_variables
        palette = Palette(variables["accent"], variables["dim"])
        self._drawn += [titled([one], palette) for one in self._pictures[len(self._drawn) : number]]
        shown = self._drawn if self._pictures else [titled([], palette)]
        self.query_one("#picture", Static).update(Group(*shown))
        if number < len(self._pictures):
            self.call_after_refresh(self._draw, number + 1)

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

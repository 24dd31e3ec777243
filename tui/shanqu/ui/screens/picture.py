"""A screen of pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.pictures import Palette, titled
from shanqu.ui.widgets.bars import BottomLine, PaneTitle

Draw = Callable[[Palette], Sequence[tuple[str, RenderableType]]]


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


class PictureScreen(Navigation, Screen[None]):
    """Pictures under their headings."""

    CSS_PATH = "picture.tcss"
    place: ClassVar[Place] = "picture"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#pictures"

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__()
        self._heading, self._draw = title, draw

    def compose(self) -> ComposeResult:
        yield PaneTitle(self._heading, id="picture-title", active=True)
        with PictureArea(id="pictures"):
            yield Static(id="picture", markup=False)
        yield BottomLine(hints("picture"), id="bottom")

    def on_mount(self) -> None:
        variables = self.app.theme_variables
        palette = Palette(variables["accent"], variables["dim"])
        self.query_one("#picture", Static).update(titled(self._draw(palette), palette))

    def moving(self) -> Movable | None:
        return self.query_one(PictureArea)

    def action_back(self) -> None:
        self.dismiss()

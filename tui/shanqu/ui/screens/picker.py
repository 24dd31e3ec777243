"""Choosing two to four counties, by Chinese characters, pinyin or its initials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Static

from shanqu.i18n import _
from shanqu.query import County
from shanqu.text.width import fit
from shanqu.ui.painting import strip
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import LineInput
from shanqu.ui.widgets.line_list import LineList

LEAST, MOST = 2, 4


def matching(counties: Sequence[County], typed: str) -> list[County]:
    """The counties whose name holds what was typed, or whose pinyin or initials begin with it."""
    wanted = typed.strip().lower().replace(" ", "")
    if not wanted:
        return list(counties)
    exact = [one for one in counties if one.initials == wanted]
    rest = [
        one
        for one in counties
        if one not in exact
        and (wanted in one.name or one.pinyin.startswith(wanted) or one.initials.startswith(wanted))
    ]
    return exact + rest


class CountyList(LineList):
    """Counties with their prefecture and the number of articles; `●` marks the chosen ones."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._counties: list[County] = []
        self._chosen: list[str] = []

    def show(self, counties: list[County], chosen: list[str], *, keep: bool) -> None:
        """Show `counties`; the cursor stays where it is if `keep`, else it goes to the top."""
        self._counties, self._chosen = counties, chosen
        self.rebuilt(None if keep else 0)

    @property
    def current(self) -> County | None:
        """The county under the cursor."""
        return self._counties[self.cursor] if self.cursor < len(self._counties) else None

    def count(self) -> int:
        return len(self._counties)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        county = self._counties[index]
        base = self.style("cursor") if selected else self.style("plain")
        chosen = county.code in self._chosen
        marks = ("▌" if selected else " ") + ("●" if chosen else "▲" if county.mountain else " ")
        articles = str(county.articles) if county.articles else "·"
        name_style = base + self.style("mark") if chosen else base
        return strip(
            [
                (marks + " ", base + self.style("mark")),
                (fit(county.name, 18), name_style),
                (fit(county.prefecture, 8), base + self.style("dim")),
                (fit(county.pinyin, max(0, width - 35)), base + self.style("dim")),
                (fit(articles, 5, right=True), base + self.style("dim")),
            ],
            width,
            base,
        )


class CountyInput(LineInput):
    """Space is not part of a county's name: it is left to the picker."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key != "space" and super().check_consume_key(key, character)


class CountyPicker(ModalScreen[tuple[str, ...] | None]):
    """Type to narrow, Space or Enter to choose, Enter on an empty line to compare."""

    CSS_PATH = "picker.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "cancel", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("space", "choose", show=False, priority=True),
        Binding("enter", "enter", show=False, priority=True),
    ]
    AUTO_FOCUS = "#county"

    def __init__(self, counties: Sequence[County], chosen: Sequence[str]) -> None:
        super().__init__()
        known = {county.code for county in counties}
        self._counties = counties
        self._chosen = [code for code in chosen if code in known][:MOST]

    def compose(self) -> ComposeResult:
        with Vertical(id="picker"):
            yield Static(_("Compare 2 to 4 counties"), id="picker-title", markup=False)
            yield Static(id="picker-chosen", markup=False)
            yield CountyInput(_("name, pinyin or initials: 遂昌  suichang  sc"), id="county")
            yield CountyList(id="counties")
            yield Static(
                _("↑↓ move  space choose  enter choose, then compare  esc cancel"),
                id="picker-hint",
                markup=False,
            )

    def on_mount(self) -> None:
        self._narrow("", keep=False)

    @property
    def _list(self) -> CountyList:
        return self.query_one(CountyList)

    @property
    def _input(self) -> LineInput:
        return self.query_one("#county", LineInput)

    def _narrow(self, typed: str, *, keep: bool) -> None:
        self._list.show(matching(self._counties, typed), self._chosen, keep=keep)
        names = {county.code: county.name for county in self._counties}
        text = "  ".join(f"● {names[code]}" for code in self._chosen)
        self.query_one("#picker-chosen", Static).update(text or _("none chosen yet"))

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self._narrow(event.value, keep=False)

    @on(LineList.Activated)
    def action_choose(self) -> None:
        """Choose the county under the cursor, or no longer choose it."""
        county = self._list.current
        if county is None:
            return
        if county.code in self._chosen:
            self._chosen.remove(county.code)
        elif len(self._chosen) < MOST:
            self._chosen.append(county.code)
        typed, self._input.value = self._input.value, ""
        self._narrow("", keep=not typed)

    def action_enter(self) -> None:
        county = self._list.current
        if not self._input.value and len(self._chosen) >= LEAST:
            self.dismiss(tuple(self._chosen))
        elif county is not None and county.code not in self._chosen:
            self.action_choose()
        else:
            self._input.value = ""

    def action_move(self, items: int) -> None:
        self._list.move(items)

    def action_page(self, pages: int) -> None:
        self._list.page(pages)

    def action_cancel(self) -> None:
        self.dismiss(None)


def pick_counties(app: App[Any], session: Session, codes: Sequence[str]) -> None:
    """Let the person choose counties, then show them side by side."""
    from shanqu.ui.screens.compare import CompareScreen

    def chosen(picked: tuple[str, ...] | None) -> None:
        if picked:
            app.push_screen(CompareScreen(session, picked))

    app.push_screen(CountyPicker(session.library.counties(), codes), chosen)

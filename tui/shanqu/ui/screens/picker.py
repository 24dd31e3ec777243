"""Choosing two to six places, by Chinese characters, pinyin or its initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Static

from shanqu.i18n import _
from shanqu.query import Library
from shanqu.text.width import fit
from shanqu.ui.labels import member_sign
from shanqu.ui.painting import strip
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import LineInput
from shanqu.ui.widgets.line_list import LineList

LEAST, MOST = 2, 6


class Choice(NamedTuple):
    """A place to choose. `key` is that of its column, `note` tells where it lies; parks and small places have no pinyin."""

    key: str
    name: str
    note: str
    pinyin: str
    initials: str
    mountain: bool
    articles: int
    left: str | None = None


def choices(library: Library) -> list[Choice]:
    """The counties and prefectures, then the parks and the other places that the library names."""
    counties = [
        Choice(
            one.code, one.name, one.prefecture, one.pinyin, one.initials, one.mountain, one.articles, one.left
        )
        for one in library.counties()
    ]
    sorts = {"park": _("park"), "place": _("place")}
    named = [
        Choice(one.key, one.name, sorts[one.kind], "", "", False, one.articles)
        for one in library.columns()
        if one.kind in sorts
    ]
    return counties + named


def matching(places: Sequence[Choice], typed: str) -> list[Choice]:
    """The places whose name holds what was typed, or whose pinyin or initials begin with it."""
    wanted = typed.strip().lower().replace(" ", "")
    if not wanted:
        return list(places)
    exact = [one for one in places if one.initials == wanted]
    rest = [
        one
        for one in places
        if one not in exact
        and (wanted in one.name.lower() or one.pinyin.startswith(wanted) or one.initials.startswith(wanted))
    ]
    return exact + rest


class PlaceList(LineList):
    """Places with where they lie and the number of articles; `●` marks the chosen ones."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._places: list[Choice] = []
        self._chosen: list[str] = []

    def show(self, places: list[Choice], chosen: list[str], *, keep: bool) -> None:
        """Show `places`; the cursor stays where it is if `keep`, else it goes to the top."""
        self._places, self._chosen = places, chosen
        self.rebuilt(None if keep else 0)

    @property
    def current(self) -> Choice | None:
        """The place under the cursor."""
        return self._places[self.cursor] if self.cursor < len(self._places) else None

    def count(self) -> int:
        return len(self._places)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        place = self._places[index]
        base = self.style("cursor") if selected else self.style("plain")
        chosen = place.key in self._chosen
        marks = ("▌" if selected else " ") + ("●" if chosen else member_sign(place.mountain, place.left))
        articles = str(place.articles) if place.articles else "·"
        name_style = base + self.style("mark") if chosen else base
        return strip(
            [
                (marks + " ", base + self.style("mark")),
                (fit(place.name, 18), name_style),
                (fit(place.note, 8), base + self.style("dim")),
                (fit(place.pinyin, max(0, width - 35)), base + self.style("dim")),
                (fit(articles, 5, right=True), base + self.style("dim")),
            ],
            width,
            base,
        )


class PlaceInput(LineInput):
    """Space is not part of a county's name: it is left to the picker."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key != "space" and super().check_consume_key(key, character)


class PlacePicker(ModalScreen[tuple[str, ...] | None]):
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

    def __init__(
        self,
        places: Sequence[Choice],
        chosen: Sequence[str],
        prepare: Callable[[Sequence[str]], None] = lambda keys: None,
    ) -> None:
        """`prepare` is told which places are chosen, as soon as they are."""
        super().__init__()
        self._prepare = prepare
        known = {place.key for place in places}
        self._places = places
        self._chosen = [key for key in chosen if key in known][:MOST]

    def compose(self) -> ComposeResult:
        with Vertical(id="picker"):
            yield Static(_("Compare 2 to 6 places"), id="picker-title", markup=False)
            yield Static(id="picker-chosen", markup=False)
            yield PlaceInput(_("name, pinyin or initials: 遂昌  suichang  sc"), id="county")
            yield PlaceList(id="counties")
            yield Static(id="picker-hint", markup=False)

    def on_mount(self) -> None:
        self._narrow("", keep=False)
        self.call_after_refresh(self._prepare, tuple(self._chosen))

    @property
    def _list(self) -> PlaceList:
        return self.query_one(PlaceList)

    @property
    def _input(self) -> LineInput:
        return self.query_one("#county", LineInput)

    def _narrow(self, typed: str, *, keep: bool) -> None:
        self._list.show(matching(self._places, typed), self._chosen, keep=keep)
        names = {place.key: place.name for place in self._places}
        text = "  ".join(f"● {names[key]}" for key in self._chosen)
        self.query_one("#picker-chosen", Static).update(text or _("none chosen yet"))
        self._list.say_nothing(_("No place is called so"))
        self._tell()

    def _tell(self, message: str = "") -> None:
        """Say it below the list, in place of the keys."""
        keys = _("↑↓ move  space choose  enter choose, then compare  esc cancel")
        self.query_one("#picker-hint", Static).update(message or keys)

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self._narrow(event.value, keep=False)

    @on(LineList.Activated)
    def action_choose(self) -> None:
        """Choose the place under the cursor, or no longer choose it."""
        place = self._list.current
        if place is None:
            return
        if place.key in self._chosen:
            self._chosen.remove(place.key)
        elif len(self._chosen) >= MOST:
            self._tell(_("Six places are chosen; space takes one of them back"))
            return
        else:
            self._chosen.append(place.key)
            self.call_after_refresh(self._prepare, (place.key,))
        typed, self._input.value = self._input.value, ""
        self._narrow("", keep=not typed)

    def action_enter(self) -> None:
        place = self._list.current
        if not self._input.value and len(self._chosen) >= LEAST:
            self.dismiss(tuple(self._chosen))
        elif place is not None and place.key not in self._chosen:
            self.action_choose()
        elif place is not None and len(self._chosen) < LEAST:
            self._input.value = ""
            self._tell(_("Choose one more place to compare with"))
        else:
            self._input.value = ""

    def action_move(self, items: int) -> None:
        self._list.move(items)

    def action_page(self, pages: int) -> None:
        self._list.page(pages)

    def action_cancel(self) -> None:
        self.dismiss(None)


def pick_places(app: App[Any], session: Session, keys: Sequence[str]) -> None:
    """Let the person choose places, then show them side by side."""
    from shanqu.ui.screens.compare import CompareScreen

    def chosen(picked: tuple[str, ...] | None) -> None:
        if picked:
            app.push_screen(CompareScreen(session, picked))

    app.push_screen(PlacePicker(choices(session.library), keys, session.prepare), chosen)

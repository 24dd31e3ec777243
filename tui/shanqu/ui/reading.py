"""Reading an article, on the browse screen and on a screen of its own."""

from __future__ import annotations

from abc import abstractmethod

from textual import on

from shanqu.i18n import _, ngettext
from shanqu.query import Stored
from shanqu.ui.asking import Asking
from shanqu.ui.navigation import Navigation
from shanqu.ui.reader_layout import dropped_characters
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.reader import Reader


class Reading(Navigation, Asking):
    """The actions of a screen with a reader (`#reader`), its title (`#reader-title`) and a bottom line (`#bottom`)."""

    session: Session

    @property
    @abstractmethod
    def shown(self) -> Stored | None:
        """The article in the reader."""

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one("#reader", Reader)

    @property
    def reader_title(self) -> PaneTitle:
        """The title above the reader."""
        return self.query_one("#reader-title", PaneTitle)

    @property
    def bottom(self) -> BottomLine:
        """The bottom line."""
        return self.query_one("#bottom", BottomLine)

    def action_reprints(self) -> None:
        from shanqu.ui.screens.reprints import open_reprints

        if self.shown is not None:
            open_reprints(self, self.session, self.shown.id)

    def action_figures(self) -> None:
        from shanqu.ui.screens.facts import FactsScreen

        if self.shown is None:
            return
        if self.shown.extraction.facts:
            self.app.push_screen(FactsScreen(self.session, self.shown))
        else:
            self.bottom.flash(_("No figure or event was found in this article"))

    def action_toggle_raw(self) -> None:
        self.reader.toggle_raw()

    async def action_find(self) -> None:
        sought = self.reader.sought
        await self.ask(_("Find: "), self._found, value=sought, typed=self.reader.find, counting=True)

    def _found(self, text: str) -> None:
        self.reader.focus()
        if text and not self.reader.position[1]:
            self.bottom.flash(_("Not in this article: {text}").format(text=text))

    def action_next_hit(self) -> None:
        self._step(1)

    def action_previous_hit(self) -> None:
        self._step(-1)

    def _step(self, direction: int) -> None:
        if not self.reader.position[1]:
            self.bottom.flash(_("Nothing is marked: f finds, Enter on an entity marks it"))
        self.reader.step(direction)

    @on(Reader.Changed)
    def _reader_changed(self) -> None:
        self.tell_place()

    def tell_place(self) -> None:
        """Say what the reader shows, and where in it the person is."""
        reader = self.reader
        title = self.reader_title
        headline = reader.article.title if reader.article and reader.past_title else ""
        title.rename(_("Raw page") if reader.raw else headline or _("Article"))
        title.detail(f"{reader.percent}%" if reader.article else "")
        self.bottom.state = self.reader_state()

    def reader_state(self) -> str:
        """What the bottom line says of the reader: hits, and what cleaning did."""
        reader = self.reader
        if reader.article is None:
            return ""
        parts = []
        now, hits = reader.position
        if hits or reader.sought:
            parts.append(f"{now}/{hits}")
        characters, places = dropped_characters(reader.article)
        if characters:
            parts.append(
                ngettext(
                    "{characters:,} chars dropped in {n} place",
                    "{characters:,} chars dropped in {n} places",
                    places,
                ).format(characters=characters, n=places)
            )
        if edits := len(reader.article.edits):
            parts.append(ngettext("{n} edit", "{n} edits", edits).format(n=edits))
        return " · ".join(parts)

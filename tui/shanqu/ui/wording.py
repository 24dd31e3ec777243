"""Asking for the word whose contexts are to be shown."""

from __future__ import annotations

from collections.abc import Sequence

from shanqu.i18n import _
from shanqu.query import EntityRow
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session


class Wording(Asking):
    """A screen from which the contexts of a word or an entity can be shown."""

    session: Session

    async def ask_for_word(self, words: Sequence[str] = ()) -> None:
        """Ask for a word, and show it in its contexts; `words` are those that are meant most likely."""
        others = [one for one in self.session.words if one not in words]
        label = _("Word to show in its contexts: ")
        await self.ask(
            label, self.show_word, value=words[0] if words else "", earlier=[*others, *words[:0:-1]]
        )

    def show_word(self, text: str) -> None:
        """Show the contexts of what a person has typed, taken literally."""
        word = text.strip()
        if word:
            self.session.words = [*(one for one in self.session.words if one != word), word]
            self._show_contexts(word, None)

    def show_entity(self, entity: EntityRow) -> None:
        """Show where the entity is named, in whatever words."""
        self._show_contexts(entity.canonical, entity.id)

    def _show_contexts(self, term: str, entity: int | None) -> None:
        from shanqu.ui.screens.kwic import KwicScreen

        self.app.push_screen(KwicScreen(self.session, term, entity))

"""What can be done with the entity that the person points at in the list of facets."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import on

from shanqu.i18n import _
from shanqu.query import EntityRow, free_words
from shanqu.ui.correcting import Correcting
from shanqu.ui.filtering import Filtering
from shanqu.ui.marks import Marks, merged_spans
from shanqu.ui.panes import Panes
from shanqu.ui.reading import Reading
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.wording import Wording


class Pointing(Panes, Filtering, Correcting, Reading, Wording):
    """A screen with facets (`#entities`) and a reader, in which the entity pointed at is marked."""

    @abstractmethod
    def later(self, action: Callable[[], None]) -> None:
        """Do it when no other key comes at once."""

    def to_correct(self) -> EntityRow | None:
        """The entity under the cursor, else the one chosen last."""
        hovered = self.entities.current if self.pane == "entities" else None
        chosen = self._selection.entities
        return hovered or (chosen[-1] if chosen else None)

    def corrected(self) -> None:
        standing = (self.session.library.standing(entity.id) for entity in self._selection.entities)
        chosen = {entity.id: entity for entity in standing if entity is not None}
        self._selection = self._selection._replace(entities=tuple(chosen.values()))
        self.reload()

    def marks(self, article: int | None, hovered: EntityRow | None = None) -> Marks:
        """What is marked in the article: the entities chosen and hovered, and what the filter finds."""
        chosen = [*self._selection.entities, *([hovered] if hovered else [])]
        spans: list[tuple[int, int]] = []
        if article is not None and chosen:
            spans = self.session.library.spans_in(article, [entity.id for entity in chosen])
        return Marks(merged_spans(spans), self._highlighter)

    @on(LineList.Moved, "#entities")
    def _entity_moved(self) -> None:
        self.later(self._mark_hovered)

    def _mark_hovered(self) -> None:
        if self.pane == "entities":
            self.reader.mark(self.marks(self.articles.current, self.entities.current))

    async def action_evidence(self) -> None:
        await self._with_entity(_("Sentences that name: "), self._show_evidence)

    def _show_evidence(self, entity: int) -> None:
        from shanqu.ui.screens.evidence import EvidenceScreen

        library = self.session.library
        title = _("Sentences that name {name}").format(name=library.entity(entity).canonical)
        self.app.push_screen(EvidenceScreen(self.session, title, library.evidence(entity)))

    async def action_profile(self) -> None:
        await self._with_entity(_("Profile of: "), self._show_profile)

    def _show_profile(self, entity: int) -> None:
        from shanqu.ui.screens.profile import ProfileScreen

        self.app.push_screen(ProfileScreen(self.session, entity))

    async def _with_entity(self, label: str, then: Callable[[int], None]) -> None:
        """Go on with the entity that the keys mean, else with one that is asked for."""
        if entity := self.to_correct():
            then(entity.id)
        elif self.session.open():
            await self.ask_for_entity(label, self.session.library, then)

    async def action_concordance(self) -> None:
        entity = self.to_correct()
        if sought := self.reader.sought:
            self.show_word(sought)
        elif entity is not None:
            self.show_entity(entity)
        elif len(words := free_words(self._selection.query)) == 1:
            self.show_word(words[0])
        else:
            await self.ask_for_word(words)

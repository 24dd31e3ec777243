"""What can be done with the entity that the person points at in the list of facets."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import on

from shanqu.i18n import _
from shanqu.query import EntityRow
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

    def action_evidence(self) -> None:
        from shanqu.ui.screens.evidence import EvidenceScreen

        if entity := self._entity_or_hint():
            title = _("Sentences that name {name}").format(name=entity.canonical)
            evidence = self.session.library.evidence(entity.id)
            self.app.push_screen(EvidenceScreen(self.session, title, evidence))

    def action_profile(self) -> None:
        from shanqu.ui.screens.profile import ProfileScreen

        if entity := self._entity_or_hint():
            self.app.push_screen(ProfileScreen(self.session, entity.id))

    async def action_concordance(self) -> None:
        entity = self.to_correct()
        if sought := self.reader.sought:
            self.show_word(sought)
        elif entity is not None:
            self.show_entity(entity)
        elif text := self._selection.text.strip():
            self.show_word(text)
        else:
            await self.ask_for_word()

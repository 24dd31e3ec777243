"""Correcting what was extracted: taking out, renaming, merging, and taking a correction back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from shanqu.i18n import _, translated
from shanqu.query import EntityRow
from shanqu.query.correction_shapes import DEEDS, Correction, Name
from shanqu.query.corrections import CorrectionsError
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine


class Correcting(Asking):
    """A screen on which entities can be corrected. The corrections stand in a file of the user's own."""

    session: Session

    @abstractmethod
    def to_correct(self) -> EntityRow | None:
        """The entity that the keys mean at the moment."""

    @abstractmethod
    def corrected(self) -> None:
        """Called when something has been corrected: show it."""

    def action_take_out(self) -> None:
        if entity := self._entity_or_hint():
            self.correct(lambda: self.session.library.corrections.hide(self._name_of(entity)))

    async def action_rename(self) -> None:
        if entity := self._entity_or_hint():

            def answered(text: str) -> None:
                self.correct(lambda: self.session.library.corrections.rename(self._name_of(entity), text))

            label = _("New name of {name}: ").format(name=entity.canonical)
            await self.ask(label, answered, value=entity.canonical)

    async def action_merge(self) -> None:
        if entity := self._entity_or_hint():

            def answered(text: str) -> None:
                other = self.session.library.find_entity(text.strip(), entity.kind)
                if other is None:
                    self._tell(_("No article names {name}").format(name=text))
                    return
                into = self._name_of(self.session.library.entity(other))
                self.correct(lambda: self.session.library.corrections.merge(self._name_of(entity), into))

            await self.ask(_("{name} is the same as: ").format(name=entity.canonical), answered)

    def action_undo(self) -> None:
        kept = self.session.library.corrections.in_force()
        if kept:
            self.correct(lambda: self.session.library.corrections.undo(kept[-1].number), undone=True)
        else:
            self._tell(_("There is no correction to take back"))

    def correct(self, deed: Callable[[], Correction], *, undone: bool = False) -> None:
        """Carry out a correction and tell what was done, or why not."""
        try:
            done = deed()
        except CorrectionsError as error:
            self._tell(translated(error.message))
            return
        what = translated(DEEDS[done.deed])
        name = done.name.canonical if done.name else done.statement.value_text if done.statement else ""
        text = _("taken back: {name} {what}") if undone else _("{name} {what} · U takes it back")
        self._tell(text.format(name=name, what=what))
        self.corrected()

    def _entity_or_hint(self) -> EntityRow | None:
        entity = self.to_correct()
        if entity is None:
            self._tell(_("Choose an entity first: Tab leads to them"))
        return entity

    def _name_of(self, entity: EntityRow) -> Name:
        return self.session.library.name_of(entity.id)

    def _tell(self, text: str) -> None:
        self.query_one(BottomLine).flash(text)

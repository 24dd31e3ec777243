"""Correcting what was extracted: taking out, renaming, merging, splitting, and taking a correction back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from shanqu.i18n import _, translated
from shanqu.query import EntityRow
from shanqu.query.analysis import Generation
from shanqu.query.correction_shapes import DEEDS, Correction, Name, StatedFact
from shanqu.query.corrections import CorrectionsError
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine


class Corrected(Asking):
    """A screen that follows the user's corrections. They stand in a file of the user's own."""

    session: Session
    _followed: Generation | None = None

    @abstractmethod
    def corrected(self) -> None:
        """Called when something has been corrected: show it."""

    def on_screen_resume(self) -> None:
        """Something may have been corrected on another screen."""
        if not self.session.open():
            return
        now = self.session.library.generation()
        before, self._followed = self._followed, now
        if before is not None and before != now:
            self.corrected()

    def action_undo(self) -> None:
        kept = self.session.library.corrections.in_force()
        if kept:
            self.correct(lambda: self.session.library.corrections.undo(kept[-1].number), undone=True)
        else:
            self.tell(_("There is no correction to take back"))

    def action_corrections(self) -> None:
        """Show all corrections."""
        from shanqu.ui.screens.corrections import CorrectionsScreen

        if self.session.library.corrections.in_force():
            self.app.push_screen(CorrectionsScreen(self.session))
        else:
            self.tell(_("Nothing has been corrected"))

    def correct(self, deed: Callable[[], Correction], *, undone: bool = False) -> None:
        """Carry out a correction and tell what was done, or why not."""
        try:
            done = deed()
        except CorrectionsError as error:
            self.tell(translated(error.message))
            return
        what = translated(DEEDS[done.deed])
        name = done.name.canonical if done.name else done.statement.value_text if done.statement else ""
        text = _("taken back: {name} {what}") if undone else _("{name} {what} · U takes it back")
        self.tell(text.format(name=name, what=what))
        self._followed = self.session.library.generation()
        self.corrected()

    def tell(self, text: str) -> None:
        """Say something in the bottom line."""
        self.query_one(BottomLine).flash(text)


class Correcting(Corrected):
    """A screen on which entities can be corrected."""

    @abstractmethod
    def to_correct(self) -> EntityRow | None:
        """The entity that the keys mean at the moment."""

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
                    self.tell(_("No article names {name}").format(name=text))
                    return
                into = self._name_of(self.session.library.entity(other))
                self.correct(lambda: self.session.library.corrections.merge(self._name_of(entity), into))

            await self.ask(_("{name} is the same as: ").format(name=entity.canonical), answered)

    def action_split(self) -> None:
        """Show what pages call the entity, to take some of it out."""
        from shanqu.ui.screens.forms import FormsScreen

        if entity := self._entity_or_hint():
            self.app.push_screen(FormsScreen(self.session, entity.id))

    def _entity_or_hint(self) -> EntityRow | None:
        entity = self.to_correct()
        if entity is None:
            self.tell(_("Choose an entity first: Tab leads to them"))
        return entity

    def _name_of(self, entity: EntityRow) -> Name:
        return self.session.library.name_of(entity.id)


class Doubting(Corrected):
    """A screen on which figures can be marked as wrong."""

    @abstractmethod
    def to_doubt(self) -> StatedFact | None:
        """The figure that the keys mean at the moment."""

    def action_take_out(self) -> None:
        """Mark the figure as wrong, or no longer."""
        stated = self.to_doubt()
        if stated is None:
            self.tell(_("This is no figure; names are hidden in the profile or on the first screen"))
        elif stated.wrong:
            self.correct(lambda: self.session.library.corrections.right(stated.statement), undone=True)
        else:
            self.correct(lambda: self.session.library.corrections.wrong(stated.statement))

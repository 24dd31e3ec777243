"""Correcting what was extracted: taking out, renaming, merging, splitting, and taking a correction back."""

from __future__ import annotations

from abc import abstractmethod
from asyncio import create_task, to_thread, wait
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from shanqu.i18n import _, translated
from shanqu.query import EntityRow, Library, LibraryError
from shanqu.query.correctable import Generation
from shanqu.query.correction_shapes import DEEDS, Correction, Name, StatedFact
from shanqu.query.corrections import CorrectionsError
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.suggested import Suggested
from shanqu.ui.widgets.bars import BottomLine

# What takes longer is told of, and how long it has taken.
_TELL_SECONDS = 0.5


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
            self.take_back(kept[-1])
        else:
            self.tell(_("There is no correction to take back"))

    def action_corrections(self) -> None:
        """Show all corrections."""
        from shanqu.ui.screens.corrections import CorrectionsScreen

        if self.session.library.corrections.in_force():
            self.app.push_screen(CorrectionsScreen(self.session))
        else:
            self.tell(_("Nothing has been corrected"))

    def correct(self, deed: Callable[[Library], Correction], *, undone: bool = False) -> None:
        """Carry out a correction and tell what was done, or why not."""
        if self.session.correcting:
            self.tell(_("The correction before is still being carried out"))
            return
        try:
            done = deed(self.session.library)
        except CorrectionsError as error:
            self.tell(translated(error.message))
        else:
            self._tell_done(done, undone)

    def take_back(self, one: Correction) -> None:
        """Undo a correction."""
        correct = self.correct_behind if one.deed == "split" else self.correct
        correct(lambda library: library.corrections.undo(one.number), undone=True)

    def correct_behind(self, deed: Callable[[Library], Correction], *, undone: bool = False) -> None:
        """The same for what may be written to hundreds of articles: in a thread, while keys are answered."""
        if self.session.correcting:
            self.tell(_("The correction before is still being carried out"))
            return
        self.session.correcting = True
        self.app.run_worker(self._carry_out(deed, undone), group="correcting")

    async def _carry_out(self, deed: Callable[[Library], Correction], undone: bool) -> None:
        started = monotonic()
        work = create_task(to_thread(_with_library, self.session.directory, deed))
        try:
            while not (await wait({work}, timeout=_TELL_SECONDS))[0]:
                seconds = round(monotonic() - started)
                self._on_top.tell(_("The correction is being carried out: {n} s").format(n=seconds))
        finally:
            self.session.correcting = False
        try:
            done = work.result()
        except (CorrectionsError, LibraryError) as error:
            self._on_top.tell(translated(error.message))
        else:
            self._on_top._tell_done(done, undone)

    @property
    def _on_top(self) -> Corrected:
        """The screen that is looked at, where it follows corrections; else this one, which hears of it later."""
        top = self.app.screen
        return top if isinstance(top, Corrected) else self

    def _tell_done(self, done: Correction, undone: bool) -> None:
        if not self.is_attached:
            return
        what = translated(DEEDS[done.deed])
        name = done.name.canonical if done.name else done.statement.value_text if done.statement else ""
        name = f"{done.form or name} → {done.target}" if done.target else name
        text = _("taken back: {name} {what}") if undone else _("{name} {what} · U takes it back")
        self.tell(text.format(name=name, what=what))
        self._followed = self.session.library.generation()
        self.corrected()

    def tell(self, text: str) -> None:
        """Say something in the bottom line."""
        if self.is_attached:
            self.query_one(BottomLine).flash(text)


def _with_library(directory: Path, deed: Callable[[Library], Correction]) -> Correction:
    """Carry out a correction with a connection of this thread's own."""
    with Library.open(directory) as library:
        return deed(library)


class Correcting(Corrected, Suggested):
    """A screen on which entities can be corrected."""

    @abstractmethod
    def to_correct(self) -> EntityRow | None:
        """The entity that the keys mean at the moment."""

    def action_take_out(self) -> None:
        if entity := self._entity_or_hint():
            self.correct(lambda library: library.corrections.hide(self._name_of(entity)))

    async def action_rename(self) -> None:
        if entity := self._entity_or_hint():

            def answered(text: str) -> None:
                self.correct(lambda library: library.corrections.rename(self._name_of(entity), text))

            label = _("New name of {name}: ").format(name=entity.canonical)
            await self.ask(label, answered, value=entity.canonical)

    async def action_merge(self) -> None:
        if entity := self._entity_or_hint():
            library = self.session.library

            def merge(other: int) -> None:
                into = library.name_of(other)
                self.correct(lambda library: library.corrections.merge(self._name_of(entity), into))

            label = _("{name} is the same as: ").format(name=entity.canonical)
            await self.ask_for_entity(label, library, merge, kind=entity.kind, other_than=entity.id)

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
            self.correct(lambda library: library.corrections.right(stated.statement), undone=True)
        else:
            self.correct(lambda library: library.corrections.wrong(stated.statement))

"""What pages call an entity; a name that means another one is taken out here."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Corrected
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.evidence import EvidenceScreen
from shanqu.ui.session import Session
from shanqu.ui.suggested import Suggested
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.form_list import FormList
from shanqu.ui.widgets.line_list import LineList


class FormsScreen(Navigation, Corrected, Suggested, Exporting):
    """A list of names; Enter shows the sentences, P takes the name out, everywhere or where the cursor stands."""

    place: ClassVar[Place] = "forms"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#forms"

    def __init__(self, session: Session, entity: int) -> None:
        super().__init__()
        self.session, self._entity = session, entity

    def compose(self) -> ComposeResult:
        yield PaneTitle("", id="forms-title", active=True)
        yield FormList(id="forms")
        yield BottomLine(hints("forms"), id="bottom")

    def on_mount(self) -> None:
        self.corrected()

    @property
    def list(self) -> FormList:
        return self.query_one(FormList)

    def moving(self) -> Movable | None:
        return self.list

    def corrected(self) -> None:
        library = self.session.library
        title = self.query_one(PaneTitle)
        title.rename(_("What pages call {name}").format(name=library.entity(self._entity).canonical))
        found = library.forms(self._entity)
        title.detail(ngettext("{n} name", "{n} names", len(found)).format(n=len(found)))
        self.list.show(found)
        self._show_place()

    @on(LineList.Moved)
    def _show_place(self) -> None:
        self.query_one(BottomLine).state = self.list.numbered

    @on(LineList.Activated)
    def _show_evidence(self) -> None:
        line = self.list.current
        if line is not None:
            articles = [page.article for page in line.form.pages]
            evidence = self.session.library.evidence(self._entity, articles, line.form.text)
            title = _("Sentences that name {name}").format(name=line.form.text)
            self.app.push_screen(EvidenceScreen(self.session, title, evidence))

    async def action_split(self) -> None:
        """Ask which entity the name under the cursor means."""
        line = self.list.current
        if line is None:
            return

        def split(name: str) -> None:
            form, entity = line.form.text, self._entity
            self.correct_behind(lambda library: library.split(entity, form, name, line.article, line.site))

        library = self.session.library
        whole = library.entity(self._entity)
        await self.ask_for_entity(
            _("{name} is here the name of: ").format(name=line.form.text),
            library,
            lambda entity: split(library.entity(entity).canonical),
            kind=whole.kind,
            other_than=whole.id,
            value="" if line.form.text == whole.canonical else line.form.text,
            new=split,
        )

    def to_export(self) -> Exported | None:
        from shanqu.query import correction_reports

        name = self.session.library.entity(self._entity).canonical
        title, lines = _("What pages call {name}").format(name=name), self.list.shown
        return Exported(
            title,
            lambda: correction_reports.of_forms(title, lines, translated),
            lambda: correction_reports.form_records(lines),
        )

    def action_activate(self) -> None:
        self.list.activate()

    def action_fold(self) -> None:
        self.list.fold()

    def action_back(self) -> None:
        self.dismiss()

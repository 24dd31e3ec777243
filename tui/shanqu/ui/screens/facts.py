"""All figures, events and pairings of one article, each of which can be marked as wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.model import NO_FIGURES
from shanqu.query import Stored
from shanqu.query.correction_shapes import StatedFact
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Doubting
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.fact_list import FactList
from shanqu.ui.widgets.line_list import LineList


class FactsScreen(Navigation, Doubting, Exporting):
    """What was understood of them; Enter reads the article there."""

    place: ClassVar[Place] = "facts"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#facts"

    def __init__(self, session: Session, stored: Stored) -> None:
        super().__init__()
        self.session, self._stored = session, stored

    def compose(self) -> ComposeResult:
        yield PaneTitle(self._title, id="facts-title", active=True)
        yield FactList(id="facts")
        yield BottomLine(hints("facts"), id="bottom")

    @property
    def _title(self) -> str:
        return _("Figures and events of {title}").format(title=self._stored.article.title or _("(no title)"))

    def on_mount(self) -> None:
        self.corrected()

    @property
    def list(self) -> FactList:
        return self.query_one(FactList)

    def moving(self) -> Movable | None:
        return self.list

    def corrected(self) -> None:
        found = self.session.library.facts_of(self._stored.id)
        self.list.show(found)
        self.query_one(PaneTitle).detail("  ".join(_counts(found)))
        self._show_place()

    @on(LineList.Moved)
    def _show_place(self) -> None:
        self.query_one(BottomLine).state = self.list.numbered

    def to_doubt(self) -> StatedFact | None:
        return self.list.current

    def to_export(self) -> Exported | None:
        from shanqu.query import correction_reports

        library, article, title = self.session.library, self._stored.id, self._title
        stated = library.facts_of(article)
        return Exported(
            title,
            lambda: correction_reports.of_figures(library, title, article, stated, translated),
            lambda: correction_reports.figure_records(article, stated),
        )

    @on(LineList.Activated)
    def _open(self) -> None:
        stated = self.list.current
        if stated is not None:
            fact = stated.fact
            self.app.push_screen(
                ArticleScreen(self.session, self._stored, ((fact.start, fact.end),), fact.start)
            )

    def action_activate(self) -> None:
        self.list.activate()

    def action_back(self) -> None:
        self.dismiss()


def _counts(found: Sequence[StatedFact]) -> list[str]:
    """How many there are of each kind, and how many of all are marked as wrong."""
    kinds = Counter(one.fact.kind if one.fact.kind in NO_FIGURES else "" for one in found)
    wrong = sum(one.wrong for one in found)
    said = (
        (kinds[""], ngettext("{n} figure", "{n} figures", kinds[""])),
        (kinds["event"], ngettext("{n} event", "{n} events", kinds["event"])),
        (kinds["pairing"], ngettext("{n} pairing", "{n} pairings", kinds["pairing"])),
        (wrong, _("{n} marked as wrong")),
    )
    return [text.format(n=number) for number, text in said if number]

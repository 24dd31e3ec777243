"""The sentences behind a cell or an entity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.query import Evidence
from shanqu.query.correction_shapes import StatedFact
from shanqu.query.passages import Passages
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.copying import Copying
from shanqu.ui.correcting import Doubting
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.evidence_list import EvidenceList
from shanqu.ui.widgets.line_list import LineList


def places_of(evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Article and place of each sentence, without reading those that have not been."""
    if isinstance(evidence, Passages):
        return [(ref.article, ref.start) for ref in evidence.refs]
    return [(one.article, one.at) for one in evidence]


class EvidenceScreen(Navigation, Doubting, Copying, Exporting):
    """A list of sentences; Enter opens the article at the sentence."""

    place: ClassVar[Place] = "evidence"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#sentences"

    def __init__(self, session: Session, title: str, evidence: Sequence[Evidence]) -> None:
        super().__init__()
        self.session, self._title, self._evidence = session, title, evidence

    def compose(self) -> ComposeResult:
        yield PaneTitle(self._title, id="evidence-title", active=True)
        yield EvidenceList(id="sentences")
        yield BottomLine(hints("evidence"), id="bottom")

    def on_mount(self) -> None:
        library = self.session.library
        copies: Mapping[tuple[int, int, int], Sequence[Evidence]] = {}
        if isinstance(self._evidence, Passages):
            self._evidence, copies = library.once(self._evidence)
        self.sentences.show(self._evidence, library.wrong_places(), copies)
        articles = len({article for article, _ in places_of(self._evidence)})
        counts = ngettext("{n} sentence", "{n} sentences", len(self._evidence)).format(n=len(self._evidence))
        places = ngettext("in {n} article", "in {n} articles", articles).format(n=articles)
        folded = sum(len(repeated) for repeated in copies.values())
        said = ngettext("{n} repeated by copies", "{n} repeated by copies", folded).format(n=folded)
        told = [f"{counts} {places}", said if folded else ""]
        self.query_one("#evidence-title", PaneTitle).detail("  ".join(filter(None, told)))
        if not copies:
            self.query_one(BottomLine).offer(hints("evidence", "fold"))
        self._show_place()

    @property
    def sentences(self) -> EvidenceList:
        return self.query_one(EvidenceList)

    def moving(self) -> Movable | None:
        return self.sentences

    @on(LineList.Moved)
    def _show_place(self) -> None:
        self.query_one(BottomLine).state = self.sentences.numbered

    @on(LineList.Activated)
    def _open(self) -> None:
        item = self.sentences.current
        if item is None:
            return
        stored = self.session.library.article(item.article)
        self.app.push_screen(ArticleScreen(self.session, stored, ((item.start, item.end),), item.at))

    def to_doubt(self) -> StatedFact | None:
        item = self.sentences.current
        if item is None:
            return None
        try:
            return self.session.library.fact_at(item.article, item.at)
        except KeyError:
            return None

    def to_copy(self) -> tuple[int, str] | None:
        item = self.sentences.current
        return (item.article, item.text) if item is not None else None

    def corrected(self) -> None:
        self.sentences.mark(self.session.library.wrong_places())

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        library, parts = self.session.library, [(self._title, self._evidence)]
        if not self._evidence:
            return None
        return Exported(
            self._title,
            lambda: listings.of_sentences(library, parts, translated),
            lambda: (one._asdict() for one in self._evidence),
        )

    def action_fold(self) -> None:
        if not self.sentences.toggle_copies():
            self.query_one(BottomLine).flash(_("No other copy in this list has the sentence"))

    def action_next_article(self) -> None:
        self._step(1)

    def action_previous_article(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self.sentences.step_article(step):
            said = _("This is the last article") if step > 0 else _("This is the first article")
            self.query_one(BottomLine).flash(said)

    def action_activate(self) -> None:
        self.sentences.activate()

    def action_back(self) -> None:
        self.dismiss()

"""An article on a screen of its own, opened at a place in its text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from shanqu.i18n import _
from shanqu.query import Stored
from shanqu.text.sentences import sentence_spans
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.copying import Copying
from shanqu.ui.marking import Marking
from shanqu.ui.marks import Marks
from shanqu.ui.navigation import Movable
from shanqu.ui.reading import Reading
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.reader import Reader

_FARTHEST = 400


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around the span; of one without end the part about it."""
    first = max(0, start - _FARTHEST)
    part = text[first : end + _FARTHEST]
    around = [part[a:b] for a, b in sentence_spans(part) if a < end - first and b > start - first]
    return " ".join("".join(around).split())


class ArticleScreen(Marking, Reading, Copying):
    """The reader alone; `q` leads back to where it was opened."""

    place: ClassVar[Place] = "reader"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#reader"

    def __init__(
        self,
        session: Session,
        stored: Stored,
        spans: tuple[tuple[int, int], ...],
        at: int,
    ) -> None:
        """`spans` are marked, `at` is the page offset to open at."""
        super().__init__()
        self.session = session
        self._stored, self._spans, self._at = stored, spans, at

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Article"), id="reader-title", active=True)
        yield Reader(measure=self.session.measure, id="reader")
        yield BottomLine(hints("reader"), id="bottom")

    def on_mount(self) -> None:
        self.reader.show(self._stored.article, Marks(self._spans), at=self._at)

    def moving(self) -> Movable | None:
        return self.reader

    @property
    def shown(self) -> Stored:
        return self._stored

    def to_mark(self) -> int:
        return self._stored.id

    def to_copy(self) -> tuple[int, str] | None:
        sentence = ""
        if len(self._spans) == 1:
            sentence = _sentence(self._stored.article.page.text, *self._spans[0])
        return self._stored.id, sentence

    def action_clear(self) -> None:
        if self.reader.sought:
            self.reader.find("")
        else:
            self.action_back()

    def action_back(self) -> None:
        self.dismiss()

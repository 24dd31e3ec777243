"""What a reposter changed: one copy of an article with the marks of what another one has or lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from shanqu.i18n import _, ngettext, translated
from shanqu.query import ArticleRow, Stored
from shanqu.query.reprints import Changes, changes
from shanqu.text.gate import safe
from shanqu.text.width import crop, crop_start, text_width
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.labels import byline
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.screens.beside import BesideScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.diff_text import DiffText


def open_reprints(screen: Screen[Any], session: Session, article: int) -> None:
    """Show the other copies of an article, or say that there are none."""
    copies = session.library.copies(article)
    if len(copies) < 2:
        screen.query_one(BottomLine).flash(_("The library has no other copy of this article"))
    else:
        screen.app.push_screen(ReprintsScreen(session, copies, article))


class ReprintsScreen(Navigation, Exporting):
    """The best copy against each of the others, none of which is ever taken out of the library."""

    CSS_PATH = "reprints.tcss"
    place: ClassVar[Place] = "reprints"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#diff"

    def __init__(self, session: Session, copies: Sequence[int], article: int) -> None:
        """`copies` has the best one first; `article` is the one to begin with, where it is another one."""
        super().__init__()
        self._session = session
        self._best = session.library.article(copies[0])
        self._others = list(copies[1:])
        self._at = self._others.index(article) if article in self._others else 0
        self._rows = {row.id: row for row in session.library.rows(copies)}
        self._other: Stored = self._best
        self._changes: Changes | None = None

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Copies of the article"), id="reprints-title", active=True)
        yield Static(id="copies", markup=False)
        yield DiffText(measure=self._session.measure, id="diff")
        yield BottomLine(hints("reprints"), id="bottom")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._name_copies()

    @property
    def diff(self) -> DiffText:
        return self.query_one(DiffText)

    def moving(self) -> Movable | None:
        return self.diff

    def _show(self) -> None:
        self._other = self._session.library.article(self._others[self._at])
        self._changes = changes(self._best.article, self._other.article)
        self._name_copies()
        self.diff.show(self._changes.paragraphs)

    def _name_copies(self) -> None:
        width = max(8, self.size.width - 4)
        best, copy = _("best copy"), _("copy {number}").format(number=self._at + 2)
        first = _named(self._rows[self._best.id], f"[-{best}-] ", width)
        other = _named(self._rows[self._other.id], f"{{+{copy}+}} ", width)
        self.query_one("#copies", Static).update(f"{first}\n{other}")

    @on(DiffText.Changed)
    def _show_place(self) -> None:
        diff = self.diff
        number = ngettext("{n} change", "{n} changes", diff.changes).format(n=diff.changes)
        copies = f"{self._at + 1}/{len(self._others)}"
        self.query_one(PaneTitle).detail(f"{number}  {copies}" if len(self._others) > 1 else number)
        if not diff.changes:
            self.query_one(BottomLine).state = _("The two copies say the same, character by character")
            return
        found = self._changes
        removed, added = (
            sum(end - start for start, end in spans)
            for spans in ((found.removed, found.added) if found else ((), ()))
        )
        self.query_one(BottomLine).state = f"{(diff.now or 0) + 1}/{diff.changes}  −{removed} +{added}"

    def action_next_hit(self) -> None:
        self.diff.step(1)

    def action_previous_hit(self) -> None:
        self.diff.step(-1)

    def action_next_article(self) -> None:
        self._step(1)

    def action_previous_article(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if len(self._others) > 1:
            self._at = (self._at + by) % len(self._others)
            self._show()

    def to_export(self) -> Exported | None:
        from shanqu.query import correction_reports

        if self._changes is None:
            return None
        best, other = (self._rows[one.id] for one in (self._best, self._other))
        names = (
            correction_reports.copy_name(best, translated),
            correction_reports.copy_name(other, translated),
        )
        found, changed_only = self._changes.paragraphs, self.diff.changed_only
        return Exported(
            best.title,
            lambda: correction_reports.of_copies(best.title, names, found, changed_only=changed_only),
            lambda: correction_reports.copy_records(best.id, other.id, found, changed_only=changed_only),
        )

    def action_toggle_empty(self) -> None:
        self.diff.toggle_same()

    def action_activate(self) -> None:
        found = self._changes
        if found is not None:
            at = found.starts[self.diff.paragraph] if found.starts else 0
            self.app.push_screen(ArticleScreen(self._session, self._other, found.added, at))

    def action_beside(self) -> None:
        self.app.push_screen(BesideScreen(self._session, self._best, self._other, self._others))

    def action_back(self) -> None:
        self.dismiss()


def _named(row: ArticleRow, head: str = "", width: int | None = None) -> str:
    """What a copy is known by; in `width` cells the folders of its path give way first, not its name."""
    characters = ngettext("{n} character", "{n} characters", row.kept).format(n=row.kept)
    said = head + safe("  ".join([*byline(row), characters, ""]))
    path = safe(row.path)
    return said + path if width is None else crop(said + crop_start(path, width - text_width(said)), width)

"""The concordance of a word or an entity."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.query.picture_shapes import Collocates, KwicLine, KwicSort
from shanqu.text.width import text_width
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.kwic_list import KwicList, context_cells
from shanqu.ui.widgets.line_list import LineList

_SORTS: tuple[KwicSort, ...] = ("article", "right", "left")
_COLLOCATES = 8
_DRAWN = 15
_MOST = 5_000


class KwicScreen(Navigation, Exporting):
    """Every place where a word stands, in order of the articles or of what stands beside it."""

    CSS_PATH = "profile.tcss"
    place: ClassVar[Place] = "kwic"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#kwic"

    def __init__(self, session: Session, term: str, entity: int | None = None) -> None:
        """Show where `term` stands literally; with `entity`, where that entity is named in whatever words."""
        super().__init__()
        self.session, self._term, self._entity = session, term, entity
        self._sort: KwicSort = "article"
        self._lines: list[KwicLine] = []
        self._near: Collocates | None = None

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Contexts of {term}").format(term=self._term), id="profile-title", active=True)
        yield KwicList(id="kwic")
        yield BottomLine(hints("kwic"), id="bottom")

    def on_mount(self) -> None:
        self._load()

    def on_resize(self) -> None:
        self._load()

    def _load(self) -> None:
        if not self.size.width:
            return
        library = self.session.library
        cells = context_cells(self.size.width, text_width(self._term))
        if self._entity is None:
            lines = library.kwic(self._term, cells, self._sort, _MOST)
        else:
            lines = library.kwic_of(self._entity, cells, self._sort, _MOST)
        self._lines = lines
        self.list.show(lines)
        orders = {
            "article": _("as in the articles"),
            "left": _("by what stands before"),
            "right": _("by what stands behind"),
        }
        hits = ngettext("{n} place", "{n} places", len(lines)).format(n=len(lines))
        self.query_one(PaneTitle).detail(f"{hits} · {orders[self._sort]}")
        # The lines are to be on screen first.
        self.call_after_refresh(self._tell_collocates)

    def _tell_collocates(self) -> None:
        if self._near is None:
            self._near = self.session.library.collocates(self._term, limit=_COLLOCATES)
        if self._near.words:
            near = " ".join(word.text for word in self._near.words)
            self.query_one(BottomLine).state = _("often near: {words}").format(words=near)

    @property
    def list(self) -> KwicList:
        return self.query_one(KwicList)

    def moving(self) -> Movable | None:
        return self.list

    def action_picture(self) -> None:
        """The word by county and year, and the names that often stand near it."""
        from shanqu.ui.pictures import of_amounts, of_counts
        from shanqu.ui.screens.picture import PictureScreen

        library = self.session.library
        near = library.collocates(self._term, limit=_DRAWN).words
        pictures = [
            of_counts(_("By county and year"), library.frequency(self._term)),
            of_amounts(
                _("Names within ten characters of it"),
                [word.text for word in near],
                [word.together for word in near],
            ),
        ]
        self.app.push_screen(PictureScreen(self._term, pictures))

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        lines, title = self._lines, _("Contexts of {term}").format(term=self._term)
        if not lines:
            return None
        return Exported(
            title,
            lambda: listings.of_contexts(self.session.library, title, lines, translated),
            lambda: (line._asdict() | {"ref": line.ref._asdict()} for line in lines),
        )

    def action_sort(self) -> None:
        self._sort = _SORTS[(_SORTS.index(self._sort) + 1) % len(_SORTS)]
        self._load()

    @on(LineList.Activated)
    def _open(self) -> None:
        line = self.list.current
        if line is not None:
            stored = self.session.library.article(line.article)
            self.app.push_screen(
                ArticleScreen(self.session, stored, ((line.ref.start, line.ref.end),), line.ref.start)
            )

    def action_activate(self) -> None:
        self.list.activate()

    def action_back(self) -> None:
        self.dismiss()

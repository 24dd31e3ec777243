"""The concordance of a word or an entity."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from shanqu.i18n import _, ngettext, translated
from shanqu.query.picture_shapes import Collocate, Collocates, KwicSort
from shanqu.text.width import text_width
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.copying import Copying
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.labels import short_date
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.kwic_list import KwicList, context_cells
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.wording import Wording

_SORTS: tuple[KwicSort, ...] = ("article", "right", "left")
_COLLOCATES = 8
_DRAWN = 15
_MOST = 5_000


class KwicScreen(Navigation, Copying, Exporting, Wording):
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
        self._number: int | None = None
        # What copies of a text repeat stands once, until it is asked for.
        self._once = True
        self._cells = 0
        self._near: Collocates | None = None

    def compose(self) -> ComposeResult:
        yield PaneTitle(_("Contexts of {term}").format(term=self._term), id="profile-title", active=True)
        yield PaneTitle("", id="source")
        yield KwicList(id="kwic")
        yield BottomLine(hints("kwic"), id="bottom")

    def on_resize(self) -> None:
        cells = context_cells(self.size.width, text_width(self._term))
        if self.size.width and cells != self._cells:
            self._cells, line = cells, self.list.cursor
            self._find()
            self.list.go_to(line)

    def _find(self) -> None:
        """Show the lines from the top."""
        found = self.session.library.kwic_lines(self._term, self._entity, self._cells, once=self._once)
        self.list.show(islice(found, _MOST), self.size.height)
        if self._sort != "article":
            self.list.read_all(self._put_in_order)
        self._tell_source()
        # The first screen at once, the rest after it.
        self.call_after_refresh(self._tell_number)

    def _tell_number(self) -> None:
        if not self.is_attached:
            return
        if self._number is None:
            library = self.session.library
            self._number = (
                self.list.count() + self.list.left_out
                if self.list.all_read
                else library.kwic_number(self._term, self._entity, _MOST)
            )
            self._tell()
            self.list.say_nothing(_("No sentence holds {term}").format(term=self._term))
        self.call_after_refresh(self._tell_collocates)

    def _tell(self) -> None:
        """Say in the title how many places there are, and their order."""
        orders = {
            "article": _("as in the articles"),
            "left": _("by what stands before"),
            "right": _("by what stands behind"),
        }
        left_out = self.list.left_out
        number = self.list.count() + left_out if self._number is None else self._number
        hits = ngettext("{n} place", "{n} places", number).format(n=number)
        # There are more, or may be.
        more = " …" if self._number is None else "+" if number >= _MOST else ""
        said = ngettext("{n} place repeated by copies", "{n} places repeated by copies", left_out).format(
            n=left_out
        )
        told = (
            hits + more,
            said + ("" if self.list.all_read else " …") if left_out else "",
            orders[self._sort],
        )
        self.query_one("#profile-title", PaneTitle).detail(" · ".join(filter(None, told)))
        self.query_one(BottomLine).offer(hints("kwic", *(["fold"] if self._nothing_folds else [])))

    @property
    def _nothing_folds(self) -> bool:
        """Whether it is known that no copy repeats any of the lines."""
        known = self.list.all_read or not self.session.summary.reprint_groups
        return self._once and known and not self.list.left_out

    def _tell_collocates(self) -> None:
        if not self.is_attached:
            return
        if words := self._collocates()[:_COLLOCATES]:
            near = " ".join(word.text for word in words)
            self.query_one(BottomLine).state = _("often near: {words}").format(words=near)

    def _collocates(self) -> tuple[Collocate, ...]:
        """What often stands near: looked up once, for the line and the picture."""
        if self._near is None:
            self._near = self.session.library.collocates(self._term, limit=_DRAWN, entity=self._entity)
        return self._near.words

    @property
    def list(self) -> KwicList:
        return self.query_one(KwicList)

    def moving(self) -> Movable | None:
        return self.list

    def to_copy(self) -> tuple[int, str] | None:
        line = self.list.current
        if line is None:
            return None
        return line.article, self.session.library.sentences([line.ref])[0].text

    def action_picture(self) -> None:
        """The word by county and year, and the names that often stand near it."""
        from shanqu.ui.pictures import of_amounts, of_counts
        from shanqu.ui.screens.picture import PictureScreen

        library = self.session.library

        def near() -> Iterator[tuple[str, int]]:
            return ((word.text, word.together) for word in self._collocates())

        pictures = [
            of_counts(_("By county and year"), partial(library.frequency, self._term, entity=self._entity)),
            of_amounts(_("Names within ten characters of it"), near),
        ]
        self.app.push_screen(PictureScreen(self._term, pictures))

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        title = _("Contexts of {term}").format(term=self._term)
        self.list.read_on(_MOST)
        lines = self.list.lines
        if not lines:
            return None
        return Exported(
            title,
            lambda: listings.of_contexts(self.session.library, title, lines, translated),
            lambda: (line._asdict() | {"ref": line.ref._asdict()} for line in lines),
        )

    async def action_concordance(self) -> None:
        """Another word: q leads back to this one."""
        await self.ask_for_word()

    def action_fold(self) -> None:
        line = self.list.current
        if self._nothing_folds:
            self.query_one(BottomLine).flash(_("No other copy in this list has the sentence"))
            return
        self._once = not self._once
        self._find()
        if line is not None:
            self.list.read_all(partial(self.list.go_to_line, line))

    def action_sort(self) -> None:
        self._sort = _SORTS[(_SORTS.index(self._sort) + 1) % len(_SORTS)]
        self.list.read_all(self._put_in_order)

    def _put_in_order(self) -> None:
        self.list.sort(self._sort)
        self._tell_source()

    @on(LineList.Moved)
    def _tell_source(self) -> None:
        """Name the article of the line under the cursor: the line has no room for its title."""
        source, line = self.query_one("#source", PaneTitle), self.list.current
        source.rename(line.title if line else "")
        copies = line.copies if line else 0
        said = ngettext("≡{n} copy", "≡{n} copies", copies).format(n=copies) if copies else ""
        date = short_date(line.published, None) if line else ""
        source.detail("  ".join(filter(None, (said, date))))
        self._tell()

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

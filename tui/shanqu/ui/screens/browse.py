"""The main screen: articles, the article under the cursor, and the entities that they name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from shanqu.i18n import _, translated
from shanqu.query import Stored
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.copying import Copying
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.marking import Marking
from shanqu.ui.navigation import Movable
from shanqu.ui.pairing import Pairing
from shanqu.ui.panes import Pane
from shanqu.ui.pointing import Pointing
from shanqu.ui.session import Selection, Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine, LineInput, PaneTitle
from shanqu.ui.widgets.entity_list import EntityList
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.reader import Reader

# Long enough that a held-down key does not draw every article on the way, short enough to feel at once.
_PREVIEW_SECONDS = 0.06

# The panes learn their sizes one after the other; after each the screen would be sent once more.
ARRANGED_SECONDS = 0.06

# What there is nothing to show of, as long as no article has come in.
_OF_A_LIBRARY = frozenset(
    {"compare", "concordance", "corrections", "evidence", "export", "overview", "profile", "undo"}
)

_BREAKPOINTS = [(0, "-one"), (60, "-two"), (110, "-three"), (160, "-roomy")]


class BrowseScreen(Pointing, Marking, Pairing, Copying, Exporting):
    """Three panes on a wide terminal, two at 80 columns, one at 40."""

    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    place: ClassVar[Place] = "browse"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#list"

    def __init__(self, session: Session, width: int) -> None:
        """Show what `session` selects on a terminal of `width` cells."""
        # With the class that the width will ask for: to change it later is to style and lay out everything twice.
        fitting = [name for least, name in _BREAKPOINTS if width >= least]
        super().__init__(classes=f"-on-list {fitting[-1]}")
        self.session = session
        self.coming = False
        """Whether files are being read into the library."""
        self._shown: Stored | None = None
        self._preview: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="summary", markup=False)
            yield LineInput(_('words  "phrase"  -without  county:suichang  company:…'), id="filter")
            yield Static(id="chosen", markup=False)
        with Horizontal(id="panes"):
            with Vertical(id="list-pane", classes="pane"):
                yield PaneTitle(_("Articles"), id="list-title", active=True)
                yield ArticleList(id="list")
            with Vertical(id="reader-pane", classes="pane"):
                yield PaneTitle(_("Article"), id="reader-title")
                yield Reader(measure=self.session.measure, id="reader")
            with Vertical(id="entities-pane", classes="pane"):
                yield PaneTitle(_("Named"), id="entities-title")
                yield EntityList(id="entities")
        yield BottomLine(hints("browse"), id="bottom")

    def on_mount(self) -> None:
        self.query_one("#entities-title", PaneTitle).detail(_("art. ment."))
        self.follow_filter()
        self.reload()

    def on_screen_resume(self) -> None:
        if not self.articles.size:
            # The first frame comes with this very event.
            self.call_next(self.app.delay_update, ARRANGED_SECONDS)

    def on_resize(self) -> None:
        if self.articles.size:
            self.show_counts_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the action can be carried out now; why not is told."""
        if action in _OF_A_LIBRARY and not self.session.open():
            self.bottom.flash(_("There are no articles yet"))
            return False
        return super().check_action(action, parameters)

    @property
    def untouched(self) -> bool:
        """Whether it looks as it does after a start."""
        still = self.articles.cursor == 0 and self.reader.scroll_offset.y == 0 and not self.reader.raw
        plain = not (self.articles.with_keywords or self.has_class("-alone"))
        return still and plain and self._selection.empty and self.pane == "list"

    @property
    def shown(self) -> Stored | None:
        # What the cursor has moved to may not be drawn yet.
        self._show_current()
        return self._shown

    def moving(self) -> Movable | None:
        panes: dict[Pane, Movable] = {"list": self.articles, "reader": self.reader, "entities": self.entities}
        return panes[self.pane]

    # The articles.

    def selected(self, *, then_step: bool) -> None:
        self._show_current()
        if then_step:
            self.reader.step(1)

    def select_later(self, *, then_step: bool) -> None:
        self.later(partial(self.selected, then_step=then_step))

    @on(LineList.Moved, "#list")
    def _article_moved(self) -> None:
        self.later(self._show_current)

    def later(self, action: Callable[[], None]) -> None:
        if self._preview is not None:
            self._preview.stop()
        self._preview = self.set_timer(_PREVIEW_SECONDS, action)

    def _show_current(self) -> None:
        article = self.articles.current
        if article is None:
            self._shown = None
            self.reader.show(None)
            self.say_empty()
            return
        if self._shown is None or self._shown.id != article:
            try:
                self._shown = self.session.library.article(article)
            except KeyError:  # somebody has just taken it out; the list will be told
                self._shown = None
                self.reader.show(None)
                return
        self.reader.show(self._shown.article, self.marks(article))

    def say_empty(self) -> None:
        """Tell why there is no article to read, and what to do."""
        if self.session.summary.articles:
            self.reader.say(_("No article matches. Esc clears the filter."))
        elif self.coming:
            self.reader.say(_("Reading the articles …"))
        else:
            self.reader.say(_("There are no articles yet: leave with q, then shanqu add FOLDER"))

    def action_next_article(self) -> None:
        self.articles.move(1)

    def action_previous_article(self) -> None:
        self.articles.move(-1)

    @on(LineList.Activated, "#list")
    def _article_chosen(self) -> None:
        self._show_current()
        self.focus_pane("reader")

    def leave_filter(self) -> None:
        self.focus_pane("list")

    def action_clear(self) -> None:
        if self.reader.sought:
            self.reader.find("")
        elif not self._selection.empty:
            empty = Selection(order=self._selection.order)
            self._selection = empty
            self.query_one("#filter", LineInput).value = ""
            self.choose(empty)
        elif self.has_class("-alone"):
            self.action_toggle_wide()

    def to_copy(self) -> tuple[int, str] | None:
        article = self.articles.current
        return (article, "") if article is not None else None

    def to_export(self) -> Exported | None:
        from shanqu.query import listings

        library, ids = self.session.library, self.articles.ids
        title = self._selection.text.strip() or _("Articles")
        if not ids:
            return None
        return Exported(
            title,
            lambda: listings.of_articles(title, library.rows(ids), translated),
            lambda: (row._asdict() for row in library.rows(ids)),
        )

    # Elsewhere.

    def action_activate(self) -> None:
        if self.pane == "list":
            self.articles.activate()
        elif self.pane == "entities":
            self.entities.activate()

    def action_compare(self) -> None:
        from shanqu.ui.screens.picker import pick_places

        codes = [entity.code for entity in self._selection.entities if entity.kind == "place" and entity.code]
        pick_places(self.app, self.session, codes)

    def action_overview(self) -> None:
        from shanqu.ui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.session))

    def action_back(self) -> None:
        if self.has_class("-alone"):
            self.remove_class("-alone")
            self.focus_pane("list")
        elif self.pane != "list":
            self.focus_pane("list")
        else:
            self.app.exit()

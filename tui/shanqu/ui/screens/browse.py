"""The main screen: articles, the article under the cursor, and the entities that they name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.timer import Timer
from textual.widgets import Static

from shanqu.i18n import _, translated
from shanqu.query import EntityRow, Stored
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.copying import Copying
from shanqu.ui.correcting import Correcting
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.marking import Marking
from shanqu.ui.marks import Marks, merged_spans
from shanqu.ui.navigation import Movable
from shanqu.ui.pairing import Pairing
from shanqu.ui.reading import Reading
from shanqu.ui.selecting import Selecting
from shanqu.ui.session import Selection, Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine, LineInput, PaneTitle
from shanqu.ui.widgets.entity_list import EntityList
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.reader import Reader

Pane = Literal["list", "reader", "entities"]
PANES: tuple[Pane, ...] = ("list", "reader", "entities")

# Long enough that a held-down key does not draw every article on the way, short enough to feel at once.
_PREVIEW_SECONDS = 0.06

# The panes learn their sizes one after the other; after each the screen would be sent once more.
ARRANGED_SECONDS = 0.06

_BREAKPOINTS = [(0, "-one"), (60, "-two"), (110, "-three"), (160, "-roomy")]


class BrowseScreen(Selecting, Marking, Pairing, Correcting, Copying, Exporting, Reading):
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
        self._shown: Stored | None = None
        self._preview: Timer | None = None
        self._pane: Pane = "list"

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

    @property
    def untouched(self) -> bool:
        """Whether it looks as it does after a start."""
        still = self.articles.cursor == 0 and self.reader.scroll_offset.y == 0 and not self.reader.raw
        plain = not (self.articles.with_keywords or self.has_class("-alone"))
        return still and plain and self._selection.empty and self._pane == "list"

    @property
    def shown(self) -> Stored | None:
        # What the cursor has moved to may not be drawn yet.
        self._show_current()
        return self._shown

    # The panes.

    def moving(self) -> Movable | None:
        panes: dict[Pane, Movable] = {"list": self.articles, "reader": self.reader, "entities": self.entities}
        return panes[self._pane]

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        for name in PANES:
            if event.widget.id == name:
                self._enter_pane(name)

    def _enter_pane(self, pane: Pane) -> None:
        if pane == self._pane:
            return
        self._pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-on-{name}")
            self.query_one(f"#{name}-title", PaneTitle).activate(name == pane)

    def _focus_pane(self, pane: Pane) -> None:
        # The class first: a pane that is not displayed cannot take the focus.
        self._enter_pane(pane)
        self.query_one(f"#{pane}").focus()

    def action_next_pane(self) -> None:
        self._focus_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        self._focus_pane(PANES[(PANES.index(self._pane) - 1) % len(PANES)])

    def action_left(self) -> None:
        if self._pane != PANES[0]:
            self.action_previous_pane()

    def action_right(self) -> None:
        if self._pane != PANES[-1]:
            self.action_next_pane()

    def action_toggle_wide(self) -> None:
        self.toggle_class("-alone")
        self._focus_pane("reader")

    # The articles.

    def selected(self, *, then_step: bool) -> None:
        self._show_current()
        if then_step:
            self.reader.step(1)

    def select_later(self, *, then_step: bool) -> None:
        self._later(partial(self.selected, then_step=then_step))

    @on(LineList.Moved, "#list")
    def _article_moved(self) -> None:
        self._later(self._show_current)

    def _later(self, action: Callable[[], None]) -> None:
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
        self.reader.show(self._shown.article, self._marks())

    def say_empty(self) -> None:
        """Tell why there is no article to read, and what to do."""
        if self.session.summary.articles:
            self.reader.say(_("No article matches. Esc clears the filter."))
        else:
            self.reader.say(_("There are no articles yet: leave with q, then shanqu add FOLDER"))

    def _marks(self, hovered: EntityRow | None = None) -> Marks:
        chosen = [*self._selection.entities, *([hovered] if hovered else [])]
        names = {(entity.kind, entity.canonical) for entity in chosen}
        spans: list[tuple[int, int]] = []
        if self._shown is not None:
            mentions = self._shown.extraction.mentions
            spans = [(one.start, one.end) for one in mentions if (one.kind, one.canonical) in names]
        return Marks(merged_spans(spans), self._highlighter)

    def action_next_article(self) -> None:
        self.articles.move(1)

    def action_previous_article(self) -> None:
        self.articles.move(-1)

    @on(LineList.Activated, "#list")
    def _article_chosen(self) -> None:
        self._show_current()
        self._focus_pane("reader")

    # The entities.

    @on(LineList.Moved, "#entities")
    def _entity_moved(self) -> None:
        self._later(self._mark_hovered)

    def _mark_hovered(self) -> None:
        if self._pane == "entities":
            self.reader.mark(self._marks(self.entities.current))

    def action_evidence(self) -> None:
        entity = self.to_correct()
        if entity is None:
            self.bottom.flash(_("Choose an entity first: Tab leads to them"))
            return
        from shanqu.ui.screens.evidence import EvidenceScreen

        title = _("Sentences that name {name}").format(name=entity.canonical)
        self.app.push_screen(EvidenceScreen(self.session, title, self.session.library.evidence(entity.id)))

    def leave_filter(self) -> None:
        self._focus_pane("list")

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
        if self._pane == "list":
            self.articles.activate()
        elif self._pane == "entities":
            self.entities.activate()

    def action_compare(self) -> None:
        from shanqu.ui.screens.picker import pick_places

        codes = [entity.code for entity in self._selection.entities if entity.kind == "place" and entity.code]
        pick_places(self.app, self.session, codes)

    def action_overview(self) -> None:
        from shanqu.ui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.session))

    def to_correct(self) -> EntityRow | None:
        """The entity under the cursor, else the one chosen last."""
        hovered = self.entities.current if self._pane == "entities" else None
        chosen = self._selection.entities
        return hovered or (chosen[-1] if chosen else None)

    def corrected(self) -> None:
        known = {entity.id: entity for entity in self.session.library.facets()}
        chosen = (known.get(entity.id) for entity in self._selection.entities)
        self._selection = self._selection._replace(entities=tuple(one for one in chosen if one is not None))
        self._shown = None  # its names are other ones now
        self.reload()

    def action_profile(self) -> None:
        from shanqu.ui.screens.profile import ProfileScreen

        entity = self.to_correct()
        if entity is None:
            self.bottom.flash(_("Choose an entity first: Tab leads to them"))
        else:
            self.app.push_screen(ProfileScreen(self.session, entity.id))

    def action_concordance(self) -> None:
        from shanqu.ui.screens.kwic import KwicScreen

        entity = self.to_correct()
        term = self.reader.sought or (entity.canonical if entity else self._selection.text.strip())
        if not term:
            self.bottom.flash(_("Find, filter by or choose a word first"))
            return
        known = entity.id if entity is not None and not self.reader.sought else None
        self.app.push_screen(KwicScreen(self.session, term, known))

    def action_back(self) -> None:
        if self.has_class("-alone"):
            self.remove_class("-alone")
            self._focus_pane("list")
        elif self._pane != "list":
            self._focus_pane("list")
        else:
            self.app.exit()

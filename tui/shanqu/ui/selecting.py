"""Choosing which articles are listed: the filter, the facets, the order. Asking for them never holds the screen up."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from shanqu.i18n import _, translated
from shanqu.query import LibraryError, Order
from shanqu.ui import glances
from shanqu.ui.actions import hints
from shanqu.ui.asking import Asking
from shanqu.ui.seeker import (
    Answer,
    Complete,
    Counted,
    News,
    Question,
    Rest,
    Seeker,
    answers_for_first_frame,
    small,
)
from shanqu.ui.session import Highlighter, Selection, Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine, LineInput, PaneTitle
from shanqu.ui.widgets.entity_list import SHOWN_AT_FIRST, EntityList, groups_of
from shanqu.ui.widgets.line_list import LineList

_UNFOLDED = 2000


class Selecting(Asking):
    """A screen with a list of articles (`#list`) and one of facets (`#entities`).

    Above them stand the library at a glance (`#summary`) and what is selected of it (`#chosen`).
    """

    session: Session
    _seeker: Seeker | None = None
    _asked = 0
    _owed: tuple[type[News], ...] = ()
    _counts: tuple[int | None, int] = (0, 0)
    _then_step = False
    _most = SHOWN_AT_FIRST + 1
    # Where the cursor goes when the answer comes: to the first article, else to this one, else nowhere.
    _from_top = False
    _return_to: int | None = None

    class Told(Message):
        """The seeker has something to tell, from its own thread."""

        def __init__(self, number: int, told: News | LibraryError) -> None:
            self.number = number
            self.told = told
            super().__init__()

    def __init__(self, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._selection = Selection()
        self._highlighter = Highlighter(self._selection)

    @property
    def articles(self) -> ArticleList:
        return self.query_one("#list", ArticleList)

    @property
    def entities(self) -> EntityList:
        return self.query_one("#entities", EntityList)

    @abstractmethod
    def selected(self, *, then_step: bool) -> None:
        """Called when the list has changed: show the article under the cursor (`then_step`: at its first mark)."""

    @abstractmethod
    def select_later(self, *, then_step: bool) -> None:
        """The same once the list has been painted, if no other key comes first."""

    # Asking.

    def reload(self, *, then_step: bool = False) -> None:
        """Ask the library again: at the start, and whenever articles came in or the selection changed.

        With `then_step` the reader goes to the first of the marks.
        """
        if not self.session.open():
            self._show_counts(0)
            return
        selection = self._selection
        at = 0 if self._from_top else self.articles.cursor
        question = Question(selection.wanted, selection.empty, at, self._most, selection.folds)
        if not self.articles.size:
            # Nothing is on screen yet: the first frame is to be whole.
            answer, rest = answers_for_first_frame(self.session.library, question)
            self._show_answer(answer)
            self._show_rest(rest)
            self.selected(then_step=then_step)
            if small(answer.total):
                return
        self._then_step = then_step
        if self._seeker is None:
            self._seeker = Seeker(self.session.directory, self._deliver)
        self._asked = self._seeker.ask(question)

    def _deliver(self, number: int, told: News | LibraryError) -> None:
        self.post_message(self.Told(number, told))

    def on_unmount(self) -> None:
        if self._seeker is not None:
            self._seeker.stop()

    def on_selecting_told(self, event: Selecting.Told) -> None:
        if event.number != self._asked:
            return
        failed = isinstance(event.told, LibraryError)
        self._owed = () if failed else tuple(one for one in self._owed if not isinstance(event.told, one))
        match event.told:
            case Answer() as answer:
                self._show_answer(answer)
                then_step, self._then_step = self._then_step, False
                self.select_later(then_step=then_step)
            case Counted(total):
                self.articles.counted(total)
                self._show_counts(total)
            case Complete(ids, total):
                self.articles.complete(ids)
                self._show_counts(total, total - len(ids))
            case Rest() as rest:
                self._show_rest(rest)
            case LibraryError() as error:
                self.query_one(BottomLine).flash(translated(error.message))

    def _show_answer(self, answer: Answer) -> None:
        self._highlighter = Highlighter(self._selection, answer.names)
        keep = None if self._from_top else self._return_to or self.articles.current
        self._from_top, self._return_to = False, None
        library = self.session.library
        # The seeker's own connection is not for this thread.
        ids = library.everything() if self._selection.empty else answer.ids
        copies = library.copies if self._selection.folds else _no_copies
        self.articles.show(ids, answer.listed, library.rows, copies, self._highlighter, keep=keep)
        self._show_counts(answer.total, (answer.total or answer.listed) - answer.listed)

    def _show_rest(self, rest: Rest) -> None:
        selection = self._selection
        groups = groups_of(rest.leading, rest.buckets, selection.without)
        self.entities.show(groups, (*selection.entities, *selection.buckets), selection.without)

    def _show_counts(self, found: int | None, folded: int = 0) -> None:
        """So many articles were found (None: not counted yet); of `folded` of them a better copy is listed."""
        self._counts = found, folded
        selection, summary = self._selection, self.session.summary
        glance = glances.of_library(summary, self.size.width)
        idle = () if summary.reprint_groups else ("fold", "reprints")
        self.query_one(BottomLine).offer(hints("browse", *idle))
        self._put("#summary", Content.assemble((glance, "$dim"), ("   / ", "$accent")))
        count = glances.count(selection, found, summary.articles)
        # Always as wide, also of none: where only the number changes nothing is to be laid out anew.
        beside = glances.with_order(selection, count).rjust(2 * len(str(summary.articles)) + 1)
        self._put("#chosen", Content.assemble((glances.chosen(selection), "$accent"), (beside, "$dim")))
        self.query_one("#list-title", PaneTitle).detail(
            "  ".join(filter(None, (count, glances.folded(folded))))
        )

    def show_counts_again(self) -> None:
        """The same counts, in as many words as there is room for now."""
        self._show_counts(*self._counts)

    def _put(self, name: str, content: Content) -> None:
        """Show the content, and only lay the screen out anew where that takes another width."""
        shown = self.query_one(name, Static)
        before = shown.content
        if content != before:
            same = isinstance(before, Content) and before.cell_length == content.cell_length
            shown.update(content, layout=not same)

    # Choosing.

    def choose(self, selection: Selection, *, then_step: bool = False, return_to: int | None = None) -> None:
        """List by another selection; where other words were typed, from its first article on.

        Where an entity was chosen, the order is another one, or all articles are listed again, the cursor stays on its
        article as long as that is listed: it is being read. It goes to `return_to`, where that is given and listed.
        """
        typed = selection.text != self._selection.text
        self._from_top = return_to is None and typed and not selection.empty
        self._return_to = return_to
        self._selection = selection
        self._most = SHOWN_AT_FIRST + 1
        asked = self._asked
        self.reload(then_step=then_step)
        self._owed = (Answer, Rest) if self._asked != asked else ()

    @property
    def unsettled(self) -> bool:
        """Whether the pane that the keys go to does not show yet what was chosen."""
        if isinstance(self.focused, LineInput):
            return False
        return (Rest if isinstance(self.focused, EntityList) else Answer) in self._owed

    @on(LineList.Activated, "#entities")
    def _facet_chosen(self) -> None:
        facet = self.entities.facet
        if facet is not None:
            self.choose(self._selection.toggled(facet), then_step=True)

    def action_shut_out(self) -> None:
        facet = self.entities.facet
        if facet is None:
            self.query_one(BottomLine).flash(_("Choose an entity first: Tab leads to them"))
        else:
            self.choose(self._selection.shut(facet))

    @on(EntityList.Unfolded)
    def _group_unfolded(self) -> None:
        self._most = _UNFOLDED
        self.reload()

    def action_order(self) -> None:
        order: Order = "relevance" if self._selection.order == "date" else "date"
        said = _("The best answers first") if order == "relevance" else _("The latest articles first")
        self.query_one(BottomLine).flash(said)
        self.choose(self._selection._replace(order=order))

    def action_keywords(self) -> None:
        self.articles.toggle_keywords()

    def action_fold(self) -> None:
        if self.articles.toggle_copies():
            return
        said = _("The library has no other copy of this article"), _("All copies stand in the list")
        self.query_one(BottomLine).flash(said[not self._selection.folds])


def _no_copies(article: int) -> Sequence[int]:
    return ()

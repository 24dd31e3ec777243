"""Choosing which articles are listed: the filter, the facets, the order. Asking for them never holds the screen up."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from shanqu import paths
from shanqu.i18n import _, ngettext, translated
from shanqu.query import EntityRow, LibraryError, Order, QuerySyntaxError, Summary
from shanqu.text.gate import safe
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
from shanqu.ui.session import Facet, Highlighter, Selection, Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine, LineInput, PaneTitle
from shanqu.ui.widgets.entity_list import SHOWN_AT_FIRST, EntityList, groups_of
from shanqu.ui.widgets.line_list import LineList

_UNFOLDED = 2000


class Selecting(Asking):
    """A screen with a filter (`#filter`), a list of articles (`#list`) and one of facets (`#entities`)."""

    session: Session
    _seeker: Seeker | None = None
    _asked = 0
    _owed: tuple[type[News], ...] = ()
    _counts: tuple[int | None, int] = (0, 0)
    _then_step = False
    _most = SHOWN_AT_FIRST + 1
    _named: ClassVar[dict[str, str]] = {}

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

    @abstractmethod
    def leave_filter(self) -> None:
        """Called when the person is done with the filter."""

    # Asking.

    def reload(self, *, then_step: bool = False) -> None:
        """Ask the library again: at the start, and whenever articles came in or the selection changed.

        With `then_step` the reader goes to the first of the marks.
        """
        if not self.session.open():
            self._show_counts(0)
            return
        selection = self._selection
        question = Question(
            selection.wanted, selection.empty, self.articles.cursor, self._most, selection.folds
        )
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
        keep = self.articles.current
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
        summary = self.session.summary
        glance = _glance(summary, self.size.width)
        left = Content.assemble((glance, "$dim"), ("   / ", "$accent"))
        self._put("#summary", left)
        selection = self._selection
        chosen = [f"● {_name(entity)}  " for entity in selection.entities]
        chosen += [f"● {_name(bucket)}  " for bucket in selection.buckets]
        chosen += [f"− {_name(facet)}  " for facet in selection.without]
        number = str("…" if found is None else found)
        count = "" if selection.empty else f"{number}/{summary.articles}"
        detail = [count] if count else []
        if folded:
            detail.append(ngettext("{n} copy folded", "{n} copies folded", folded).format(n=folded))
        if selection.order == "relevance" and selection.query.terms:
            count += " " + _("best first")
        # Always as wide, also of none: where only the number changes nothing is to be laid out anew.
        count = count.rjust(2 * len(str(summary.articles)) + 1)
        right = Content.assemble(("".join(chosen), "$accent"), (count, "$dim"))
        self._put("#chosen", right)
        self.query_one("#list-title", PaneTitle).detail("  ".join(detail))

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

    def choose(self, selection: Selection, *, then_step: bool = False) -> None:
        """List by another selection."""
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

    # The filter.

    def action_filter(self) -> None:
        from shanqu.queries import last, named

        Selecting._named = named(paths.queries_file())
        line = self.query_one("#filter", LineInput)
        line.earlier = last(paths.history_file())
        line.focus()

    def follow_filter(self) -> None:
        """Ask as soon as a key has been typed: not by a message, which comes after the key has been painted."""
        self.watch(self.query_one("#filter", LineInput), "value", self._filter_typed, init=False)

    def _filter_typed(self, value: str) -> None:
        if value == self._selection.text:
            self._take_back_mistake()
            return
        try:
            selection = self._selection.typed(value, self._named)
        except QuerySyntaxError as error:
            self._show_mistake(error)
            return
        self._take_back_mistake()
        self.choose(selection)

    def _take_back_mistake(self) -> None:
        line = self.query_one("#filter", LineInput)
        if line.has_class("-wrong"):
            line.remove_class("-wrong")
            self.show_counts_again()
            self.query_one(BottomLine).hush()

    def _show_mistake(self, error: QuerySyntaxError) -> None:
        line = self.query_one("#filter", LineInput)
        line.add_class("-wrong")
        text = _("at character {position}: {message}").format(
            position=error.start + 1, message=translated(error.message)
        )
        self.query_one("#chosen", Static).update(Content.assemble((safe(text), "$accent")))
        self.query_one(BottomLine).flash(text)

    @on(LineInput.Left, "#filter")
    def _filter_left(self, event: LineInput.Left) -> None:
        if not event.submitted:
            self.query_one("#filter", LineInput).value = ""
        elif self._selection.query.terms:
            from shanqu.queries import remember

            remember(paths.history_file(), self._selection.text)
        self.leave_filter()

    async def action_keep_query(self) -> None:
        text = self._selection.text.strip()
        if text:
            await self.ask(_("Keep this filter as @"), self._keep_query)
        else:
            self.query_one(BottomLine).flash(_("Filter by something first"))

    def _keep_query(self, name: str) -> None:
        from shanqu.queries import is_name, keep

        name, text = name.strip().removeprefix("@"), self._selection.text
        if not is_name(name) or f"@{name}" in text:
            said = _("A name is one other word without brackets, quotes and colons")
        else:
            try:
                keep(paths.queries_file(), name, text)
                said = _("Kept: @{name} in the filter stands for it").format(name=name)
            except OSError as error:
                said = _("It cannot be kept: {reason}").format(reason=error.strerror)
        self.query_one(BottomLine).flash(said)


def _no_copies(article: int) -> Sequence[int]:
    return ()


def _name(facet: Facet) -> str:
    name = facet.canonical if isinstance(facet, EntityRow) else facet.value
    return safe(name or _("undated"))


def _glance(summary: Summary, width: int) -> str:
    """The library at a glance, shorter where there is little room (a width of 0 is not known yet)."""
    number = summary.articles
    parts = [_("Shanqu"), ngettext("{n} article", "{n} articles", number).format(n=number)]
    if width >= 100 or not width:
        parts.append(ngettext("{n} county", "{n} counties", summary.counties).format(n=summary.counties))
        if groups := summary.reprint_groups:
            parts.append(ngettext("{n} reprint group", "{n} reprint groups", groups).format(n=groups))
    return " · ".join(parts)

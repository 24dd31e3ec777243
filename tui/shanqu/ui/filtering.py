"""The filter of a list of articles: as it is typed, what is wrong with it, and the queries that were kept."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Static

from shanqu import paths
from shanqu.i18n import _, translated
from shanqu.query import QuerySyntaxError
from shanqu.text.gate import safe
from shanqu.ui.selecting import Selecting
from shanqu.ui.widgets.bars import BottomLine, LineInput


class Filtering(Selecting):
    """A screen with a filter (`#filter`), and what it shows of a selection beside it (`#chosen`)."""

    _named: ClassVar[Mapping[str, str]] = {}
    _before: int | None = None

    @abstractmethod
    def leave_filter(self) -> None:
        """Called when the person is done with the filter."""

    def action_filter(self) -> None:
        from shanqu.queries import last, named

        Filtering._named = named(paths.queries_file())
        line = self.query_one("#filter", LineInput)
        line.earlier = last(paths.history_file())
        # Whoever leaves it again with Escape is where he was.
        self._before = self.articles.current if self._selection.empty else None
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
        self.choose(selection, return_to=self._before if selection.empty else None)

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

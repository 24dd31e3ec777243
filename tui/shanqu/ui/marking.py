"""Stars, tags and notes: put on the article under the cursor, kept in a file of the user's own."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu.i18n import _, translated
from shanqu.query import LibraryError
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine


class Marking(Asking):
    """A screen with a list of articles (`#list`) that can be marked."""

    session: Session

    def action_star(self) -> None:
        article = self._to_mark()
        if article is not None:
            self._mark(article, starred=not self.session.library.mark(article).starred)

    async def action_tag(self) -> None:
        article = self._to_mark()
        if article is not None:
            before = " ".join(self.session.library.mark(article).tags)
            await self.ask(_("Tags: "), lambda text: self._mark(article, tags=text.split()), value=before)

    async def action_note(self) -> None:
        article = self._to_mark()
        if article is not None:
            before = " ".join(self.session.library.mark(article).note.split())
            await self.ask(_("Note: "), lambda text: self._mark(article, note=text), value=before)

    def _to_mark(self) -> int | None:
        return self.query_one("#list", ArticleList).current

    def _mark(
        self,
        article: int,
        *,
        starred: bool | None = None,
        tags: Iterable[str] | None = None,
        note: str | None = None,
    ) -> None:
        try:
            mark = self.session.library.set_mark(article, starred=starred, tags=tags, note=note)
        except LibraryError as error:
            self.query_one(BottomLine).flash(translated(error.message))
            return
        self.query_one("#list", ArticleList).reload_rows()
        parts = [_("starred") if mark.starred else "", *(f"#{tag}" for tag in mark.tags), mark.note]
        self.query_one(BottomLine).flash(" ".join(part for part in parts if part) or _("no mark"))

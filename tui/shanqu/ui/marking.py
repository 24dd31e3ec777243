"""Stars, tags and notes: put on the article under the cursor, kept in a file of the user's own."""

from __future__ import annotations

from collections.abc import Iterable

from shanqu import paths
from shanqu.drafts import Draft
from shanqu.i18n import _, translated
from shanqu.query import LibraryError
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine


class Marking(Asking):
    """A screen with an article that can be marked: by itself the one under the cursor of its list (`#list`)."""

    session: Session

    def action_star(self) -> None:
        article = self.to_mark()
        if article is not None:
            self._mark(article, starred=not self.session.library.mark(article).starred)

    async def action_tag(self) -> None:
        article = self.to_mark()
        if article is not None:
            before = " ".join(self.session.library.mark(article).tags)

            def answered(text: str) -> None:
                self._mark(article, tags=text.split())

            await self.ask(_("Tags: "), answered, value=before)

    async def action_note(self) -> None:
        article = self.to_mark()
        if article is not None:
            mark = self.session.library.mark(article)
            draft = Draft(paths.drafts_dir(), mark.sha256, mark.path, mark.member)

            def answered(text: str) -> None:
                if self._mark(article, note=text):
                    draft.keep("")

            begun = draft.text()
            before = " ".join(mark.note.split())
            await self.ask(_("Note: "), answered, value=begun or before, typed=draft.keep)
            if begun:
                self.query_one(BottomLine).flash(_("The note that you had begun is here again"))

    def to_mark(self) -> int | None:
        """The article that a mark is put on; None where there is none."""
        return self.query_one("#list", ArticleList).current

    def _mark(
        self,
        article: int,
        *,
        starred: bool | None = None,
        tags: Iterable[str] | None = None,
        note: str | None = None,
    ) -> bool:
        """Put the mark on the article, and say so; whether it could be kept."""
        try:
            mark = self.session.library.set_mark(article, starred=starred, tags=tags, note=note)
        except LibraryError as error:
            self.query_one(BottomLine).flash(translated(error.message))
            return False
        for screen in self.app.screen_stack:
            for articles in screen.query(ArticleList):
                articles.reload_rows()
        parts = [_("starred") if mark.starred else "", *(f"#{tag}" for tag in mark.tags), mark.note]
        self.query_one(BottomLine).flash(" ".join(part for part in parts if part) or _("no mark"))
        return True

"""Choosing two articles of the list to read side by side."""

from __future__ import annotations

from shanqu.i18n import _
from shanqu.ui.asking import Asking
from shanqu.ui.session import Session
from shanqu.ui.widgets.article_list import ArticleList
from shanqu.ui.widgets.bars import BottomLine

_NEIGHBOURS = 100


class Pairing(Asking):
    """A screen with a list of articles (`#list`) of which two can be put side by side."""

    session: Session

    def action_mark(self) -> None:
        """Mark the article under the cursor; a third mark takes the place of the first."""
        articles = self.query_one("#list", ArticleList)
        if articles.current is None:
            return
        marked = [one for one in articles.marked if one != articles.current]
        articles.marked = marked if len(marked) < len(articles.marked) else [*marked, articles.current][-2:]
        articles.refresh()
        said = _("S puts it beside the article under the cursor"), _("S puts the two side by side")
        if articles.marked:
            self.query_one(BottomLine).flash(said[len(articles.marked) - 1])

    def action_beside(self) -> None:
        """Two marked articles; else the current one with the marked one, with its copy, or with its neighbour."""
        from shanqu.ui.screens.beside import BesideScreen

        articles = self.query_one("#list", ArticleList)
        here = articles.current
        pair = self._pair(articles, here) if here is not None else None
        if pair is None:
            self.query_one(BottomLine).flash(_("The list holds no second article"))
            return
        first, second = (self.session.library.article(one) for one in pair)
        self.app.push_screen(BesideScreen(self.session, first, second, self._others(articles)))

    def _pair(self, articles: ArticleList, here: int) -> tuple[int, int] | None:
        if len(articles.marked) == 2:
            return articles.marked[0], articles.marked[1]
        if articles.marked and articles.marked[0] != here:
            return articles.marked[0], here
        copies = [one for one in self.session.library.copies(here) if one != here]
        at = articles.cursor
        near = copies or [*articles.ids[at + 1 : at + 2], *articles.ids[max(0, at - 1) : at]]
        return (here, near[0]) if near else None

    def _others(self, articles: ArticleList) -> list[int]:
        """What may be exchanged for the second one: the articles around the cursor."""
        at = max(0, articles.cursor - _NEIGHBOURS // 2)
        return list(articles.ids[at : at + _NEIGHBOURS])

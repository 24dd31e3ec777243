"""The list of articles: two lines each, title above, site, date and counties below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from shanqu.i18n import _
from shanqu.query.shapes import ArticleRow
from shanqu.text.width import crop, text_width
from shanqu.ui.labels import byline
from shanqu.ui.painting import Run, Span, runs, strip
from shanqu.ui.widgets.line_list import LineList

Highlighter = Callable[[str], list[tuple[int, int]]]
RowLoader = Callable[[Sequence[int]], list[ArticleRow]]

_WINDOW = 64


class ArticleList(LineList):
    """Articles by id; their rows are loaded a window at a time as they come into view."""

    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ids: tuple[int, ...] = ()
        self._load: RowLoader = lambda ids: []
        self._highlight: Highlighter = lambda text: []
        self._rows: dict[int, ArticleRow] = {}

    def show(self, ids: Sequence[int], load: RowLoader, highlight: Highlighter, *, keep: int | None) -> None:
        """Show the articles `ids`; the cursor goes to the article `keep` if it is among them."""
        self.ids = tuple(ids)
        self._load, self._highlight = load, highlight
        self._rows.clear()
        cursor = self.ids.index(keep) if keep in self.ids else 0
        self.rebuilt(cursor)

    @property
    def current(self) -> int | None:
        """The id of the article under the cursor."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else None

    def go_to(self, article: int) -> None:
        """Put the cursor on an article, if it is in the list."""
        if article in self.ids:
            self.cursor = self.ids.index(article)

    def count(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> ArticleRow | None:
        """The row of item `index`, loaded with its neighbours on first use."""
        article = self.ids[index]
        if article not in self._rows:
            low = max(0, index - _WINDOW // 2)
            wanted = [one for one in self.ids[low : low + _WINDOW] if one not in self._rows]
            self._rows.update((row.id, row) for row in self._load(wanted))
        return self._rows.get(article)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        base = self.row_style(selected)
        row = self.row(index)
        bar = ("▌" if selected else " ", base + self.style("mark"))
        if row is None:
            return strip([bar], width, base)
        parts = (
            self._title(row, width - 1, selected) if line == 0 else self._details(row, width - 1, selected)
        )
        return strip([bar, *parts], width, base)

    def _title(self, row: ArticleRow, width: int, selected: bool) -> list[Run]:
        base = self.row_style(selected)
        title = crop(row.title, width)
        if selected:
            base += self.style("head")
        hit = self.style("hit")
        spans: list[Span] = [(start, end, hit) for start, end in self._highlight(title)]
        return runs(title, base, spans)

    def _details(self, row: ArticleRow, width: int, selected: bool) -> list[Run]:
        dim = self.row_style(selected) + self.style("dim")
        parts = byline(row)
        if row.duplicates:
            parts.append(_("+{number} reprints").format(number=row.duplicates))
        left = " ".join(parts)
        places = " ".join(row.places[:4])
        room = width - text_width(left) - 2
        if room < 4 or not places:
            return [(crop(left, width), dim)]
        shown = crop(places, room)
        return [(left, dim), ("  ", dim), (shown, dim + self.style("mark"))]

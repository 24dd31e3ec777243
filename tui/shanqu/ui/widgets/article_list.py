"""The list of articles: title above, site, date and counties below, and on demand what each is about."""

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
_LINES = 2


class ArticleList(LineList):
    """Articles by id; their rows are loaded a window at a time as they come into view."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_height = _LINES
        self.ids: Sequence[int] = ()
        self._total = 0
        self._load: RowLoader = lambda ids: []
        self._highlight: Highlighter = lambda text: []
        self._rows: dict[int, ArticleRow] = {}
        self.marked: list[int] = []

    def show(
        self, ids: Sequence[int], total: int, load: RowLoader, highlight: Highlighter, *, keep: int | None
    ) -> None:
        """Show `total` articles, the first of which are `ids`; the cursor goes to `keep` if it is among these."""
        self.ids, self._total = ids, total
        self._load, self._highlight = load, highlight
        self._rows.clear()
        self.rebuilt(self._place(keep) or 0)

    def counted(self, total: int) -> None:
        """So many articles are to be shown; the cursor stays."""
        self._extend(self.ids, total)

    def complete(self, ids: Sequence[int]) -> None:
        """All the articles, the first of which are shown already; the cursor stays."""
        self._extend(ids, len(ids))

    def _extend(self, ids: Sequence[int], total: int) -> None:
        known = min(len(self.ids), self._total)
        self.ids, self._total = ids, total
        if self.item_at(self.scroll_offset.y + self.size.height) < known <= total:
            self.set_length(self.offset_of(total))  # what is in view stays as it is
        else:
            self.rebuilt()

    def reload_rows(self) -> None:
        """Something of the articles shown has changed."""
        self._rows.clear()
        self.refresh()

    @property
    def with_keywords(self) -> bool:
        """Whether each article has a third line, with its keywords."""
        return self.row_height > _LINES

    def toggle_keywords(self) -> None:
        """Show the keywords of the articles, or no longer; the cursor stays where it is on screen, if it can."""
        above = self.offset_of(self.cursor) - self.scroll_offset.y
        self.row_height = _LINES if self.with_keywords else _LINES + 1
        self.set_length(self.offset_of(self.count()))
        self.scroll_to(y=max(0, self.offset_of(self.cursor) - above), animate=False)
        self._keep_in_view()
        self.refresh()

    def _place(self, article: int | None) -> int | None:
        try:
            return None if article is None else self.ids.index(article)
        except ValueError:
            return None

    @property
    def current(self) -> int | None:
        """The id of the article under the cursor."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else None

    def go_to(self, article: int) -> None:
        """Put the cursor on an article, if it is in the list."""
        place = self._place(article)
        if place is not None:
            self.cursor = place

    def count(self) -> int:
        return self._total

    def row(self, index: int) -> ArticleRow | None:
        """The row of item `index`, loaded with its neighbours on first use."""
        if index >= len(self.ids):
            return None  # they are on their way
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
        parts = (self._title, self._details, self._keywords)[line](row, width - 1, selected)
        return strip([bar, *parts], width, base)

    def _title(self, row: ArticleRow, width: int, selected: bool) -> list[Run]:
        base = self.row_style(selected)
        marks = "● " if row.id in self.marked else ""
        marks += ("★ " if row.starred else "") + ("✎ " if row.noted else "")
        title = crop(marks + row.title, width)
        if selected:
            base += self.style("head")
        hit = self.style("hit")
        spans: list[Span] = [(start, end, hit) for start, end in self._highlight(title)]
        return runs(title, base, spans)

    def _details(self, row: ArticleRow, width: int, selected: bool) -> list[Run]:
        dim = self.row_style(selected) + self.style("dim")
        parts = byline(row)
        if row.gone:
            parts.append(_("file gone"))
        if row.duplicates:
            parts.append(_("+{number} reprints").format(number=row.duplicates))
        left = " ".join(parts)
        places = " ".join(row.places[:4])
        room = width - text_width(left) - 2
        if room < 4 or not places:
            return [(crop(left, width), dim)]
        shown = crop(places, room)
        return [(left, dim), ("  ", dim), (shown, dim + self.style("mark"))]

    def _keywords(self, row: ArticleRow, width: int, selected: bool) -> list[Run]:
        words = _whole_words(row.keywords, width) or "–"
        hit = self.style("hit")
        spans: list[Span] = [(start, end, hit) for start, end in self._highlight(words)]
        return runs(words, self.row_style(selected) + self.style("dim"), spans)


def _whole_words(words: Sequence[str], width: int) -> str:
    """Those of the words that fit one after the other, the first ones first; the first alone may be cut."""
    shown = crop(words[0], width) if words else ""
    for word in words[1:]:
        longer = f"{shown} {word}"
        if text_width(longer) <= width:
            shown = longer
    return shown

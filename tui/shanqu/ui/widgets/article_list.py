"""The list of articles: title above, site, date and counties below, and on demand what each is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from shanqu.i18n import _, ngettext
from shanqu.query.shapes import ArticleRow
from shanqu.text.width import crop, text_width
from shanqu.ui.labels import byline
from shanqu.ui.painting import Run, Span, runs, strip
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.unfolded import Unfolded

Highlighter = Callable[[str], list[tuple[int, int]]]
RowLoader = Callable[[Sequence[int]], list[ArticleRow]]
CopyFinder = Callable[[int], Sequence[int]]

_WINDOW = 64
_LINES = 2


class ArticleList(LineList):
    """Articles by id; their rows are loaded a window at a time as they come into view."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.row_height = _LINES
        self.ids = Unfolded((), {})
        self._listed: Sequence[int] = ()
        self._total = 0
        self._load: RowLoader = lambda ids: []
        self._copies: CopyFinder = lambda article: []
        self._highlight: Highlighter = lambda text: []
        self._rows: dict[int, ArticleRow] = {}
        self._unfolded: set[int] = set()
        self.marked: list[int] = []

    def show(
        self,
        ids: Sequence[int],
        total: int,
        load: RowLoader,
        copies: CopyFinder,
        highlight: Highlighter,
        *,
        keep: int | None,
    ) -> None:
        """Show `total` articles, the first of which are `ids`; the cursor goes to `keep` if it is among these.

        `copies` tells all copies of an article, itself too, of which only one is to be among `ids`.
        """
        self._load, self._copies, self._highlight = load, copies, highlight
        self._rows.clear()
        self._list(ids, total)
        self.rebuilt(self._place(keep) or 0)

    def counted(self, total: int) -> None:
        """So many articles are to be shown; the cursor stays."""
        self._extend(self._listed, total)

    def complete(self, ids: Sequence[int]) -> None:
        """All the articles, the first of which are shown already; the cursor stays."""
        self._extend(ids, len(ids))

    def _extend(self, ids: Sequence[int], total: int) -> None:
        keep, seen = self.current, self._in_view()
        self._list(ids, total)
        if seen == self._in_view():
            self.set_length(self.offset_of(self.count()))  # what is in view stays as it is
        else:
            self.rebuilt(self._place(keep))

    def _in_view(self) -> list[int]:
        top = self.scroll_offset.y
        return self.ids[self.item_at(top) : self.item_at(top + self.size.height) + 1]

    def _list(self, ids: Sequence[int], total: int) -> None:
        self._listed, self._total = ids, total
        self.ids = Unfolded(
            ids, {id: [one for one in self._copies(id) if one != id] for id in self._unfolded}
        )

    def toggle_copies(self) -> bool:
        """Put the other copies of the article under the cursor below it, or take them away; whether it has any."""
        article = self.current
        if article is None:
            return False
        copies = self._copies(article)
        opened = next((one for one in copies if one in self.ids.opened), None)
        if opened is not None:
            self._unfolded.remove(opened)
        elif len(copies) > 1:
            self._unfolded.add(article)
        else:
            return False
        self._list(self._listed, self._total)
        self.rebuilt(self._place(article if opened is None else opened))
        return True

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

    def count(self) -> int:
        return self._total + self.ids.added

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
        below = self.ids.is_below(index)
        indent: Run = (("≡ ", "  ", "  ")[line] if below else "", base + self.style("dim"))
        room = width - 1 - text_width(indent[0])
        if line == 1:
            parts = self._details(row, room, selected, below)
        else:
            parts = (self._keywords if line else self._title)(row, room, selected)
        return strip([bar, indent, *parts], width, base)

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

    def _details(self, row: ArticleRow, width: int, selected: bool, below: bool) -> list[Run]:
        dim = self.row_style(selected) + self.style("dim")
        parts = byline(row)
        if row.gone:
            parts.append(_("file gone"))
        if row.duplicates and not below:
            parts.append(ngettext("≡{n} copy", "≡{n} copies", row.duplicates).format(n=row.duplicates))
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
